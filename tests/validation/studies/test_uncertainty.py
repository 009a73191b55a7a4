"""What the claims leave open, as recorded: it holds still, and the page tells all of it."""

import runpy
from pathlib import Path

import numpy as np
import pytest

from twoplustwo.runs.ask import ask
from twoplustwo.validation.studies.recorded import number, read
from twoplustwo.validation.studies.uncertainty import SAMPLES

HERE = Path(__file__).parents[3] / "docs/generate/uncertainty.py"
MARGIN_S = 3.0  # what the engine may move without the study being recorded anew
QUESTIONS = tuple(SAMPLES)


@pytest.fixture(scope="module")
def reach(europe):
    return {a.position: a for a in ask("icbm-reach", sorted(europe.parties), europe)}


def test_margins_as_held_are_still_those_recorded(reach):
    recorded = read("hangs-on-bases")
    assert len(recorded) == sum(len(a.table("bases")) for a in reach.values())
    for row in recorded:
        bases = {b["base"]: b for b in reach[row["position"]].table("bases").records()}
        now = bases[row["base"]]
        margin = np.nan if now["margin_s"] is None else now["margin_s"]
        assert margin == pytest.approx(number(row["margin_s"]), abs=MARGIN_S, nan_ok=True)
        if not abs(margin) < MARGIN_S:
            assert now["outcome"] == row["outcome"], row["base"]


def test_headlines_as_held_are_still_those_recorded(reach):
    for row in read("open-icbm-reach"):
        answer = reach[row["position"]]
        now = {h.column: h.value for h in (answer.headline, *answer.headlines)}
        assert now[row["headline"]] == pytest.approx(number(row["as_held"]), abs=0.03)


def test_what_turns_is_what_lies_on_both_sides_of_commit():
    """The margins at both ends of a monotone line that turns have unlike signs, or one has none."""
    lines = [r for r in read("hangs-on-lines") if r["flip"]]
    assert len(lines) > 10
    for row in lines:
        low, high = number(row["margin_low_s"]), number(row["margin_high_s"])
        assert row["flips"] == "True"
        assert not low * high > 0.0, row
        assert (row["outcome_low"] == "met") != (row["outcome_high"] == "met")


@pytest.mark.parametrize("question", QUESTIONS)
def test_spans_and_indices_are_what_they_can_be(question, europe):
    spans = read(f"open-{question}")
    assert {r["position"] for r in spans} == set(europe.parties)
    for row in spans:
        ends = [number(row[c]) for c in ("least", "low", "median", "high", "greatest")]
        assert ends == sorted(ends) and ends[0] >= 0.0 and ends[-1] <= 1.0
        assert row["unanswered"] == "0"
    for row in read(f"sensitivity-{question}"):
        if row["total_order"]:
            total = number(row["total_order"])
            assert 0.0 <= number(row["total_low"]) <= number(row["total_high"])
            assert 0.0 <= total < 2.0


def test_who_holds_the_same_has_the_same_indices():
    """Under a claimed delay radars do not matter, and all else the two parties hold alike."""
    mine = {}
    for row in read("sensitivity-icbm-reach"):
        mine.setdefault(row.pop("position"), []).append(row)
    assert mine["independent"] == mine["russia"] != mine["us"]


def test_the_page_tells_every_headline_base_and_flip():
    page = runpy.run_path(str(HERE))["page"]()
    for question in QUESTIONS:
        for row in read(f"open-{question}"):
            assert f"| `{row['headline']}` |" in page
        for row in read(f"sensitivity-{question}"):
            assert f"`{row['parameter']}`" in page
    for row in read("hangs-on-bases"):
        assert f"| {row['base']} |" in page
    for row in read("hangs-on-lines"):
        if row["flip"]:
            assert f"at {row['flip']}" in page
