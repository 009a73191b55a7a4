"""``twoplustwo list``: every name there is, as other commands take it, and what it is."""

import json

import pytest
from typer.testing import CliRunner

from twoplustwo.doors.cli.main import app
from twoplustwo.doors.listing import SORTS, listed
from twoplustwo.question_cards.for_dossier import cards_of


@pytest.mark.parametrize("what", [one for one in SORTS if one != "runs"])
def test_every_name_has_words_beside_it(europe, what):
    lines = listed(what, europe)
    assert lines
    assert len({name for name, _ in lines}) == len(lines)
    assert all(text for _, text in lines)


def test_what_is_listed_is_what_there_is(europe):
    assert {name for name, _ in listed("questions", europe)} == {*cards_of(europe)}
    assert {name for name, _ in listed("parties", europe)} == {*europe.parties}
    assert {name for name, _ in listed("parameters", europe)} == {*europe.paths()}
    options = dict(listed("options", europe, "icbm-reach"))
    assert "usual: gbi-2" in options["interceptor"]
    assert "redzikowo" in options["site"]


def test_on_the_command_line(command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    said = command("list", "runs")
    assert (said.status, said.out) == (0, "no runs\n")
    said = command("list", "parties", "-d", "korea-2016", "--format", "json")
    assert json.loads(said.out)["china"] == "China"
    said = command("list", "question")
    assert said.status == 2
    assert "there is no list of question" in said.err
    assert "did you mean questions?" in said.err


@pytest.mark.parametrize(
    ("words", "place", "finds"),
    [
        ("ask ic", 2, {"icbm-reach"}),
        ("ask -d korea-2016 view-to-w", 4, {"view-to-washington"}),
        ("why -d eur", 3, {"europe-2007"}),
        ("ask icbm-reach -m freeze-1", 4, {"freeze-10"}),
        ("ask icbm-reach -p rus", 4, {"russia"}),
        ("ask -d nowhere ic", 4, set()),
    ],
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_completes_names(words, place, finds, shell):
    line = f"twoplustwo {words}"
    environment = {
        "_TWOPLUSTWO_COMPLETE": f"complete_{shell}",
        **{"COMP_WORDS": line, "COMP_CWORD": str(place)},  # bash
        **{"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    }
    done = CliRunner().invoke(app, [], prog_name="twoplustwo", env=environment)
    found = {name for name in finds if name in done.stdout}
    assert found == finds
    if not finds:
        assert "icbm" not in done.stdout  # zsh is told to look for files
