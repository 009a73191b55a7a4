"""Measures that contradict each other, and caps below what exists."""

import shutil
from pathlib import Path

import pytest

from twoplustwo.base.errors import PositionError
from twoplustwo.dossier import load
from twoplustwo.positions.position import parse_position
from twoplustwo.positions.resolve import resolve

HERE = Path(__file__).parents[1] / "bad_dossiers"
SPEED, NUMBER = "interceptors.dart.burnout_speed", "interceptors.dart.number"
MEASURES = {
    "three": [(NUMBER, "set", "3")],
    "four": [(NUMBER, "set", "4")],
    "three-again": [(NUMBER, "set", "3")],
    "at-most-2": [(NUMBER, "at_most", "2")],
    "at-least-5": [(NUMBER, "at_least", "5")],
    "at-most-5": [(NUMBER, "at_most", "5")],
    "no-darts": [("interceptors.dart", "remove", "yes")],
    "slow": [(SPEED, "at_most", "4 km/s")],
    "slower": [(SPEED, "at_most", "3500 m/s")],
    "light-heron": [("missiles.heron.payload", "at_most", "100 kg")],
}


@pytest.fixture(scope="module")
def dossier(tmp_path_factory):
    root = tmp_path_factory.mktemp("contradict")
    for name in ("good", "good-common"):
        shutil.copytree(HERE / name, root / name)
    for id_, does in MEASURES.items():
        actions = "".join(f"  - parameter: {p}\n    {do}: {text}\n" for p, do, text in does)
        (root / "good" / "measures" / f"{id_}.yaml").write_text(
            f"name: {id_}\nbounds: number\nby: scribes\nstatus: assumed\ndoes:\n{actions}",
            encoding="utf-8",
        )
    heron = root / "good" / "missiles" / "heron.yaml"
    text = heron.read_text(encoding="utf-8").replace("existence: projected", "existence: flown")
    heron.write_text(text, encoding="utf-8")
    return load(root / "good")


@pytest.mark.parametrize(
    ("one", "other", "path", "words"),
    [
        ("three", "four", NUMBER, "three says set 3, four says set 4"),
        ("at-most-2", "at-least-5", NUMBER, "at-most-2 says at_most 2, at-least-5 says at_least 5"),
        ("three", "at-most-2", NUMBER, "three says set 3, at-most-2 says at_most 2"),
        ("three", "at-least-5", NUMBER, "three says set 3, at-least-5 says at_least 5"),
        ("three", "no-darts", NUMBER, "three says set 3, no-darts removes it"),
    ],
)
def test_both_are_named_whichever_comes_first(dossier, one, other, path, words):
    for first, second in ((one, other), (other, one)):
        with pytest.raises(PositionError) as caught:
            parse_position(f"west+{first}+{second}", dossier)
        said = str(caught.value)
        assert f"{first} and {second} contradict each other about {path}" in said
        assert all(part in said for part in words.split(", "))
        assert "leave one of them out" in said


@pytest.mark.parametrize(
    "names",
    [
        ("three", "three-again"),
        ("at-most-5", "at-least-5"),
        ("slow", "slower"),
        ("no-darts", "slow"),
        ("three", "at-most-5"),
        ("slow", "three"),
    ],
)
def test_what_can_be_kept_together(dossier, names):
    both = parse_position(f"west+{'+'.join(names)}", dossier)
    turned = parse_position(f"west+{'+'.join(reversed(names))}", dossier)
    held = [resolve(dossier, one).values for one in (both, turned)]
    assert {p: v.value for p, v in held[0].items()} == {p: v.value for p, v in held[1].items()}


def test_with_measures_asks_too(dossier):
    with pytest.raises(PositionError) as caught:
        parse_position("west+three", dossier).with_measures(["four"], dossier)
    assert "(--measures three,four)" in str(caught.value)


def test_a_cap_below_what_has_flown_is_no_cap(dossier):
    with pytest.raises(PositionError) as caught:
        parse_position("west+light-heron", dossier)
    said = str(caught.value)
    assert "the measure light-heron caps missiles.heron.payload at 100 kg" in said
    assert "exists already" in said
    assert "it takes something away" in said
    assert "write `withdraws: yes` in measures/light-heron.yaml" in said


def test_a_measure_that_means_to_withdraw_may(dossier):
    from dataclasses import replace

    meant = replace(dossier.measures["light-heron"], withdraws=True)
    other = replace(dossier, measures={**dossier.measures, "light-heron": meant})
    held = resolve(other, parse_position("west+light-heron", other))
    assert held["missiles.heron.payload"].value == pytest.approx(100.0)
