"""``twoplustwo steepness``: an estimate, what was found, where it is kept, and what is refused."""

import shutil

import pytest

from twoplustwo.dossier import load, locate
from twoplustwo.search.worst import own_proof
from twoplustwo.search.worst.directions import WrongWay


@pytest.fixture
def mine(tmp_path):
    """A copy of a packaged dossier, to be measured."""
    home = locate("korea-2016")
    for one in (home, home.parent / "common"):
        shutil.copytree(one, tmp_path / one.name)
    return tmp_path / "korea-2016"


def test_an_estimate_alone_writes_nothing(command, mine):
    said = command("steepness", str(mine), "-q", "raid", "--estimate")
    assert (said.status, said.out) == (0, "")
    assert "looks at raid: about" in said.err
    assert not (mine / "steepness.yaml").exists()


def test_what_is_found_is_told_and_kept(command, mine):
    said = command("steepness", str(mine), "-q", "raid")
    assert said.status == 0, said.err
    assert said.out.startswith("raid: 5 numbers move as its card says\nkept in ")
    assert [*load(mine).steepness] == ["raid"]


def test_a_number_that_moves_an_answer_the_other_way_is_told(command, mine, monkeypatch):
    wrong = WrongWay("raid.tracked", "p_no_leaker", 0.5, 0.4, "us+set:raid.tracked=1")
    monkeypatch.setattr(own_proof, "wrong_ways", lambda *_: [wrong])
    said = command("steepness", str(mine), "-q", "raid")
    assert said.status == 1
    assert "refuted: more by raid.tracked is less p_no_leaker: 0.5, then 0.4" in said.err
    assert not load(mine).steepness


def test_a_question_of_which_nothing_can_be_tested(command, mine):
    said = command("steepness", str(mine), "--question", "raids")
    assert said.status == 2
    assert "nothing can be tested of raids" in said.err
    assert "did you mean raid?" in said.err
