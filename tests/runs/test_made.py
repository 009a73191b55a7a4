"""What stands in an answer of how it was made: hash of the sources, day, a copied dossier."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import twoplustwo
from twoplustwo.analysis import ask as analyses
from twoplustwo.base.digest import sources_digest
from twoplustwo.base.table import Table
from twoplustwo.positions.position import parse_position
from twoplustwo.positions.resolve import resolve
from twoplustwo.runs import engine_info as made
from twoplustwo.runs.ask import ask

from ..europe_cards import cards

HOME = Path(twoplustwo.__file__).parent


def test_every_folder_that_a_number_passes_through_is_in_the_hash(monkeypatch):
    """None can fall out: what is no door, report or comparison with the published counts."""
    heard: list[Path] = []
    monkeypatch.setattr(made, "sources_digest", lambda *parts: heard.extend(parts) or "0" * 64)
    made.engine_digest.__wrapped__()
    there = {one.name for one in HOME.iterdir() if one.is_dir() and one.name != "__pycache__"}
    assert {one.name for one in heard} == there - {"doors", "reports", "validation"}
    assert {"analysis", "runs", "dossier", "answers", "kinds"} <= {one.name for one in heard}


def test_a_folder_that_is_gone_is_an_error(tmp_path):
    (tmp_path / "old").mkdir()
    for gone in ("old", "renamed"):
        with pytest.raises(FileNotFoundError, match=f"no sources to digest at .*{gone}"):
            sources_digest(tmp_path / gone)


def test_the_name_of_an_analysis_depends_on_its_code(monkeypatch, europe):
    def name():
        return analyses.ask("contested", ["us", "russia"], europe)[0].id

    before = name()
    assert name() == before
    monkeypatch.setattr(made, "engine_digest", lambda: "another")
    assert name() != before


def test_an_analysis_says_the_day_of_its_positions(europe):
    for positions, day in [
        (["us", "russia"], str(europe.as_of)),
        (["us@2008-06", "russia@2008-06"], "2008-06"),
        (["us@2008-06", "russia"], f"2008-06, {europe.as_of}"),
    ]:
        assert analyses.ask("contested", positions, europe)[0].as_of == day


def test_every_analysis_says_whether_its_sources_were_read(europe):
    for name in ("contested", "freeze", "divergence", "speed-curve"):
        cited = analyses.ask(name, ["us", "russia"], europe)[0].citations
        assert cited and all(one["seen"] for one in cited), name
    assert {card.id for card in cards().values() if card.is_analysis} >= {"contested", "freeze"}


def test_a_null_among_truth_values_stays_null():
    table = Table.of_rows(("holds",), [{"holds": True}, {"holds": None}, {"holds": False}])
    assert [row["holds"] for row in table.records()] == [True, None, False]
    whole = Table.of_rows(("holds",), [{"holds": True}, {"holds": False}])
    assert whole.column("holds").dtype == np.bool_


def test_a_copied_dossier_remembers_nothing_of_the_other(europe):
    """What is held there is looked up there."""
    path = "engagement.max_flight"
    here = parse_position("us", europe)
    assert path in resolve(europe, here).values
    parameters = {name: claims for name, claims in europe.parameters.items() if name != path}
    without = replace(europe, parameters=parameters)
    assert path not in resolve(without, parse_position("us", without)).values
    assert "not_answerable" in ask("icbm-reach", ["us"], without)[0].outcomes
