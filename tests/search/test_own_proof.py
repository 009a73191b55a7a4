"""What is tested and measured for a dossier makes its guarantees, and for no other claims."""

import shutil
from pathlib import Path

import pytest

from twoplustwo.analysis.ask import ask
from twoplustwo.base.errors import DossierError, OutputError
from twoplustwo.dossier import load
from twoplustwo.dossier.find import locate
from twoplustwo.positions.position import Position, parse_position
from twoplustwo.search.worst import measure, own_proof, proof
from twoplustwo.search.worst.directions import WrongWay, ends, wrong_ways
from twoplustwo.search.worst.evaluator import WorstCaseEvaluator
from twoplustwo.search.worst.find import worst
from twoplustwo.search.worst.steepness import steepness_of

RAID, REACH = "raid", "icbm-reach"


def copied(name, tmp_path):
    """A shipped dossier in a folder of one's own."""
    folder = locate(name)
    for one in (folder, folder.parent / "common"):
        shutil.copytree(one, tmp_path / one.name)
    return tmp_path / name


def change(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def measured(folder, *questions):
    """Test and measure some questions of a dossier and keep it, as the command does."""
    dossier = load(folder)
    found = {}
    for work in own_proof.prepare(dossier, questions):
        assert work.looks > 0
        known = found.setdefault(work.question, own_proof.Proven(work.question))
        own_proof.prove(work, known)
    assert own_proof.keep(dossier, found.values()) == Path(folder) / "steepness.yaml"
    return found


def least(folder):
    """How sure the least chance that no warhead of the raid gets through is."""
    dossier = load(folder)
    return worst(RAID, Position("us"), dossier, most=False, effort="corners").shown


@pytest.fixture
def korea(tmp_path):
    return copied("korea-2016", tmp_path)


def test_without_a_measurement_certainty_says_that_nothing_guarantees_it(korea):
    (answer,) = ask("certainty", ["us"], load(korea), of="radar-view", effort="corners")
    assert {*answer.rows.column("label")} == {"searched"}
    assert least(korea) == "searched, no guarantee"


def test_with_one_the_same_case_is_a_guarantee_until_a_claim_changes(korea):
    found = measured(korea, RAID)
    assert len(found[RAID].directions) >= 3 and not found[RAID].wrong
    assert least(korea) == "exact"
    change(korea / "interceptors/thaad.yaml", "ru: противоракета THAAD", "ru: THAAD")
    assert least(korea) == "exact"  # words are no claims
    change(korea / "forces/north-korea-salvo.yaml", "value: ", "value: 1")
    assert least(korea) == "searched, no guarantee"


def test_another_engine_proves_nothing(korea, monkeypatch):
    measured(korea, RAID)
    monkeypatch.setattr(proof, "engine", lambda: "of another day")
    assert least(korea) == "searched, no guarantee"


def test_what_moves_the_wrong_way_is_told_and_not_kept(korea):
    wrong = WrongWay("raid.tracked", "p_no_leaker", 0.5, 0.4, "us")
    own_proof.keep(load(korea), [own_proof.Proven(RAID, {"raid"}, wrong=[wrong])])
    assert not load(korea).steepness
    assert least(korea) == "searched, no guarantee"


def test_a_direction_that_does_not_hold_is_found(korea, monkeypatch):
    evaluator = WorstCaseEvaluator(RAID, load(korea))
    asked = ends(evaluator)
    assert asked and wrong_ways(evaluator, asked) == []
    turned = [type(one)(one.path, one.more, one.less) for one in asked]
    found = wrong_ways(evaluator, turned)
    assert {one.column for one in found} >= {"p_no_leaker"}
    assert all(one.less > one.more for one in found if one.column == "p_no_leaker")


def test_a_margin_is_bounded_by_what_was_measured_of_the_shield_itself(tmp_path, monkeypatch):
    """With another claim nothing is known of the shield; then its own steepness is."""
    folder = copied("europe-2007", tmp_path)
    change(folder / "commit.yaml", "value: 15..30 s", "value: 16..30 s")
    text = "us+speed-cap-3"
    before = load(folder)
    position = parse_position(text, before)
    sought = {"column": "best_margin_s", "effort": "corners"}
    assert worst(REACH, position, before, **sought).label == "searched"
    monkeypatch.setattr(measure, "designs", lambda _: [position])
    monkeypatch.setattr(own_proof, "designs", lambda _: [position])
    monkeypatch.setattr(measure, "CANDIDATES", 1)
    monkeypatch.setattr(measure, "STEPS", 4)
    monkeypatch.setattr(own_proof, "ends", lambda evaluator: ends(evaluator)[:2])  # quick
    found = measured(folder, "reach")["reach"].per["best_margin_s"]
    after = load(folder)
    known = steepness_of(after, "reach", "best_margin_s")
    for path, rate in found.items():
        assert known.per[path] == pytest.approx(measure.FACTOR * rate, rel=1e-3)
    assert known.per["missiles.*.loft"] > 0.0
    bounded = worst(REACH, position, after, **sought)
    assert bounded.label == "bounded" and bounded.value < bounded.limit


def test_a_bound_that_is_no_number_is_refused(korea):
    block = "engine: x\n  claims: y\n  kinds: [raid]\n  columns: {p: {factor: 2, per: {a.b: -1}}}"
    (korea / "steepness.yaml").write_text(f"raid:\n  {block}\n", encoding="utf-8")
    with pytest.raises(DossierError, match="per of column p is no number: -1") as caught:
        load(korea)
    assert caught.value.where.endswith("steepness.yaml:5")
    assert "twoplustwo steepness" in caught.value.fix


def test_a_folder_that_cannot_be_written_is_told(korea, monkeypatch):
    def refuse(*_args, **_more):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(own_proof, "write_whole", refuse)
    with pytest.raises(OutputError, match="cannot be written") as caught:
        own_proof.keep(load(korea), [])
    assert "copy the dossier" in caught.value.fix
