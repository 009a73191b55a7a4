"""``twoplustwo new``: a dossier that can be checked, run and served from where it was written."""

import json
from pathlib import Path

import pytest

from twoplustwo.dossier import load, locate


@pytest.fixture
def here(tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_it_writes_is_checked_and_run_whole(command, here: Path):
    said = command("new", "my-dispute")
    assert said.status == 0 and "my-dispute: 26 files" in said.out
    assert "twoplustwo serve my-dispute" in said.out
    assert command("check", "my-dispute", "--fly").out == "my-dispute: nothing wrong\n"
    said = command("run", "my-dispute")
    assert said.status == 0, said.err
    assert "warning" not in said.err
    assert "Whom does the shield cover?" in said.out and "report: out/my-dispute-" in said.out
    (file,) = here.glob("out/latest/run.json")
    run = json.loads(file.read_text())
    assert (run["dossier"], run["refused"]) == ("my-dispute", [])
    assert {"divergence", "sensitivity", "certainty", "common-ground"} <= {*run["seconds"]}


def test_it_is_served_by_its_path(command, here: Path):
    from twoplustwo.doors.server.registry import load as served

    assert command("new", "my-dispute").status == 0
    assert [*served(["my-dispute"]).dossiers] == ["my-dispute"]


def test_an_empty_folder_is_filled(command, here: Path):
    (here / "mine").mkdir()
    assert command("new", "mine").status == 0
    (here / "more").mkdir()
    assert command("new", "deeper/mine").status == 0
    assert load("mine").id == load("deeper/mine").id == "mine"


def test_it_fills_the_folder_that_one_stands_in(command, here: Path, monkeypatch):
    (here / "mine").mkdir()
    monkeypatch.chdir(here / "mine")
    assert command("new", ".").status == 0
    assert load(here / "mine").id == "mine"


def test_a_copy_of_another_has_its_claims_and_a_name_and_title_of_its_own(command, here: Path):
    said = command("new", "mine", "--like", "europe-2007")
    assert said.status == 0 and "files, as europe-2007" in said.out
    mine, theirs = load("mine"), load("europe-2007")
    assert (mine.id, mine.as_of) == ("mine", theirs.as_of)
    assert mine.title == {lang: f"{text} (mine)" for lang, text in theirs.title.items()}
    assert {*mine.parameters} == {*theirs.parameters} and mine.roots["common"] == (
        theirs.roots["common"]
    )
    first = (locate("europe-2007") / "dossier.yaml").read_text().splitlines()[0]
    assert Path("mine/dossier.yaml").read_text().splitlines()[0] == first
    assert command("new", "mine-too", "--like", "mine").status == 0
    assert load("mine-too").title["en"].endswith("(mine) (mine-too)")


def test_a_copy_finds_what_the_other_includes_from_its_own_place(command, here: Path):
    assert command("new", "mine").status == 0
    (here / "shelf").mkdir()
    speakers = "somebody: {name: Somebody}\n"
    (here / "shelf/speakers.yaml").write_text(speakers)
    main = here / "mine/dossier.yaml"
    main.write_text(main.read_text().replace("[common]", "[common, ../shelf]"))
    assert command("new", "elsewhere/copy", "--like", "mine").status == 0
    assert load("elsewhere/copy").roots["shelf"] == here / "shelf"


@pytest.mark.parametrize(
    ("folder", "words"),
    [
        ("full", ["full is not empty", "there: a.txt; nothing is written over", "name another"]),
        ("file", ["file is there already", "it is no folder"]),
        ("My_Dispute", ["'My_Dispute' is no name for a dossier", "write my-dispute"]),
        ("europe-2007", ["comes with the package", "my-europe-2007 for instance"]),
        ("common", ["common is the name of a folder that comes with the package"]),
        ("file/mine", ["cannot write to", "file/mine", "name a folder where you may write"]),
    ],
)
def test_what_cannot_be_written_is_told_and_nothing_is(command, here: Path, folder, words):
    (here / "full").mkdir()
    (here / "full/a.txt").write_text("a")
    (here / "file").write_text("b")
    before = sorted(here.rglob("*"))
    said = command("new", folder)
    assert said.status == 2 and "(FOLDER)" in said.err
    for word in words:
        assert word in said.err
    assert sorted(here.rglob("*")) == before


def test_nothing_is_copied_of_what_is_not_there_or_wrong(command, here: Path):
    said = command("new", "mine", "--like", "europe-2008")
    assert said.status == 2 and "did you mean europe-2007?" in said.err
    assert command("new", "mine").status == 0
    (here / "mine/commit.yaml").write_text("radar_trak: {}\n")
    said = command("new", "copy", "--like", "mine")
    assert said.status == 2 and "did you mean radar_track?" in said.err
    assert not (here / "copy").exists()
