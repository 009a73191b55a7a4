"""A guarantee holds for the shield, claims and engine that it was measured with, for no other."""

import importlib.util
import shutil
from pathlib import Path

import pytest

from twoplustwo.dossier import load
from twoplustwo.dossier.find import locate
from twoplustwo.positions.position import parse_position
from twoplustwo.search.worst import proof
from twoplustwo.search.worst.find import worst

spec = importlib.util.spec_from_file_location("prove", Path(__file__).parent / "prove.py")
assert spec is not None
assert spec.loader is not None
prove = importlib.util.module_from_spec(spec)
spec.loader.exec_module(prove)

REACH = "icbm-reach"


def label(dossier, text, column="", effort="corners"):
    return worst(REACH, parse_position(text, dossier), dossier, column, effort=effort).label


def changed(tmp_path, file, old, new):
    """The shipped dossier with one text in one file changed."""
    europe = locate("europe-2007")
    for folder in (europe, europe.parent / "common"):
        shutil.copytree(folder, tmp_path / folder.name)
    path = tmp_path / "europe-2007" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return load(tmp_path / "europe-2007")


def test_the_record_is_that_of_the_present_engine_and_claims():
    """If this fails, run `make proven`: it tests directions and steepness anew and writes it."""
    assert dict(proof.recorded()) == prove.record()


def test_with_what_was_measured_it_is_a_guarantee(europe):
    assert label(europe, "us+speed-cap-3") in ("bounded", "exact")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("sites/redzikowo.yaml", "latitude: 54", "latitude: 9"),
        ("interceptors/gbi-2.yaml", "value: 120..160 s", "value: 110..160 s"),
        ("measures/speed-cap-3.yaml", "at_most: 3 km/s", "at_most: 3.1 km/s"),
    ],
    ids=["shield elsewhere", "wider claim", "other measure"],
)
def test_anywhere_else_it_is_a_search(tmp_path, file, old, new):
    assert label(changed(tmp_path, file, old, new), "us+speed-cap-3") == "searched"


def test_words_change_nothing(tmp_path):
    same = changed(tmp_path, "sites/redzikowo.yaml", "ru:", "ru:  ")
    assert label(same, "us+speed-cap-3") in ("bounded", "exact")


def test_another_engine_proves_nothing(europe, monkeypatch):
    monkeypatch.setattr(proof, "engine", lambda: "of another day")
    assert label(europe, "us+speed-cap-3") == "searched"


def test_another_question_proves_nothing(europe):
    assert not proof.holds("raid-of-my-own", europe, parse_position("us", europe), ())


def test_settings_within_the_claims_leave_it_those_beyond_take_it_away(europe):
    within = "us+speed-cap-3+set:commit.decision_time=20 s"
    beyond = "us+speed-cap-3+set:commit.decision_time=1 s"
    place = "us+speed-cap-3+set:bases.kozelsk.location.latitude=10 deg"
    assert label(europe, within) in ("bounded", "exact")
    assert label(europe, beyond) == "searched"
    assert label(europe, place) == "searched"


def test_without_interceptors_nothing_needs_to_be_measured(tmp_path):
    moved = changed(tmp_path, "sites/redzikowo.yaml", "latitude: 54", "latitude: 9")
    assert label(moved, "us+no-shield") == "exact"
