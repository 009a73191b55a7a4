"""``twoplustwo check``: every problem at once."""

import shutil
from pathlib import Path

import pytest

from twoplustwo.dossier import locate


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A copy of the packaged dossier, beside what it includes, to be broken."""
    home = locate("europe-2007")
    shutil.copytree(home.parent / "common", tmp_path / "common")
    return Path(shutil.copytree(home, tmp_path / "mine"))


def test_the_packaged_dossier_is_right(command):
    said = command("check", "europe-2007")
    assert said.status == 0 and "europe-2007" in said.out


def test_every_problem_is_told_with_its_line(command, mine: Path):
    target = mine / "targets/washington.yaml"
    target.write_text(target.read_text().replace("latitude: ", "latitude: 1"))
    commit = mine / "commit.yaml"
    commit.write_text(commit.read_text().replace("decision_time:", "decision_tme:"))
    said = command("check", str(mine))
    assert said.status == 2
    assert "washington.yaml:" in said.err and "commit.yaml:" in said.err
    assert "did you mean" in said.err and "decision_time" in said.err


def test_no_such_dossier(command):
    said = command("check", "europe-2008")
    assert said.status == 2 and "did you mean europe-2007?" in said.err


def test_a_proposition_that_no_question_can_answer_is_told(command, mine: Path):
    said_so = mine / "propositions/a01-cannot-catch.yaml"
    said_so.write_text(said_so.read_text().replace("icbm-reach", "icbm-rich"))
    said = command("check", str(mine))
    assert said.status == 2
    assert "there is no question 'icbm-rich'" in said.err
    assert said.out.strip().endswith(": 1 error, 0 warnings")
    assert "propositions/a01-cannot-catch.yaml" in said.err
    assert "did you mean icbm-reach?" in said.err


def test_a_test_of_what_a_party_accepts_or_of_what_was_said_names_a_column(command, mine: Path):
    party = mine / "parties/us.yaml"
    text = party.read_text()
    line = text[: text.index("- question: icbm-reach")].count("\n") + 1
    party.write_text(text.replace("share_reachable <= 1 %", "share_reached <= 1 %"))
    said_so = mine / "propositions/a01-cannot-catch.yaml"
    said_so.write_text(said_so.read_text().replace("share_reachable = 0 %", "reach = 0 %"))
    said = command("check", str(mine))
    assert said.status == 2
    assert "what us accepts names an unknown column, share_reached" in said.err
    assert f"parties/us.yaml:{line}" in said.err
    assert "did you mean share_reachable?" in said.err
    assert "proposition a01-cannot-catch names an unknown column, reach" in said.err


def test_a_test_that_picks_no_rows_is_of_a_headline(command, mine: Path):
    party = mine / "parties/us.yaml"
    text = party.read_text()
    line = text[: text.index("- question: icbm-reach")].count("\n") + 1
    party.write_text(text.replace("share_reachable <= 1 %", "weight <= 1"))
    said_so = mine / "propositions/a07-ten-too-few.yaml"
    text = said_so.read_text()
    test = text[: text.index("test:")].count("\n") + 1
    said_so.write_text(text.replace("largest_raid_met < 10", "leakers > 1"))
    said = command("check", str(mine))
    assert said.status == 2
    assert "what us accepts tests weight, which is no headline of icbm-reach" in said.err
    assert f"parties/us.yaml:{line}" in said.err
    assert "headlines: share_reachable, " in said.err
    assert "proposition a07-ten-too-few tests leakers, which is no headline of raid" in said.err
    assert f"propositions/a07-ten-too-few.yaml:{test}" in said.err
    said_so.write_text(text.replace("largest_raid_met < 10", "leakers > 1\ntable: forces"))
    assert "leakers" not in command("check", str(mine)).err


EMPTY = "id: mine\ntitle: {en: Mine}\nas_of: 2030-01\n"


def test_a_folder_with_nothing_in_it_is_told_what_to_write(command, tmp_path: Path):
    (tmp_path / "mine").mkdir()
    said = command("check", str(tmp_path / "mine"))
    assert said.status == 2 and "the folder has no dossier.yaml" in said.err
    for text in (EMPTY, EMPTY + "includes: [common]\n"):
        (tmp_path / "mine/dossier.yaml").write_text(text)
        said = command("check", str(tmp_path / "mine"))
        assert said.status == 2 and "nothing wrong" not in said.out
        assert "no party, no claim, nothing that could be asked" in said.err
        assert "mine/dossier.yaml" in said.err and "parties/NAME.yaml" in said.err
        assert "`twoplustwo new FOLDER`" in said.err
    (tmp_path / "mine/parties").mkdir()
    (tmp_path / "mine/parties/east.yaml").write_text("name: East\n")
    said = command("check", str(tmp_path / "mine"))
    assert "the dossier has no claim, nothing that could be asked" in said.err


def test_every_ask_is_played_dry(command, mine: Path):
    warhead = mine / "warhead.yaml"
    warhead.write_text(warhead.read_text().partition("reentry_ballistic_coefficient:")[0])
    said = command("check", str(mine))
    assert said.status == 0 and "warnings" in said.out
    assert "the ask icbm-reach cannot be answered: nothing is held of warhead.reentry" in said.err
    assert "mine/asks.yaml:" in said.err
    assert "write in warhead.yaml:\n  reentry_ballistic_coefficient:  # mass of the" in said.err
    assert "the ask raid" not in said.err  # it reads nothing of a warhead
