"""One mind about options: lists with commas, forms, files, help of a question."""

import json
from pathlib import Path

import pytest
from typer.main import get_command

from twoplustwo.base.errors import OptionError
from twoplustwo.doors import asking
from twoplustwo.doors.cli import formats
from twoplustwo.doors.cli.main import app


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["us,russia"], ["us", "russia"]),
        (["us, russia", "independent"], ["us", "russia", "independent"]),
        (["us+set:a.b=1 km,russia+no-shield"], ["us+set:a.b=1 km", "russia+no-shield"]),
        (["us+set:a.b=1 deg, 2 deg"], ["us+set:a.b=1 deg, 2 deg"]),
        (["us@2007,russia@2008"], ["us@2007", "russia@2008"]),
        (["us,rusia"], ["us", "rusia"]),
        ([], []),
        (None, []),
    ],
)
def test_positions_come_with_commas_too(europe, texts, found):
    assert asking.separate(texts, europe) == found


@pytest.mark.parametrize("words", [["-p", "us,russia"], ["-p", "us", "-p", "russia"]])
def test_a_list_is_a_list_however_it_is_given(command, engine, words, tmp_path):
    data = json.loads(command("ask", "icbm-reach", *words, "--format", "JSON").out)
    assert [one["position"] for one in data["answers"]] == ["us", "russia"]
    assert command("run", *words, "--out", str(tmp_path)).status == 0
    assert json.loads(next(tmp_path.glob("*/run.json")).read_text())["positions"] == [
        "us",
        "russia",
    ]
    said = command("export", "icbm-reach", *words, "--to", "csv")
    assert {line.split(",")[1] for line in said.out.splitlines()} >= {"us", "russia"}


def test_a_wrong_name_in_a_list_is_named(command, engine):
    said = command("ask", "icbm-reach", "-p", "us,rusia")
    assert said.status == 2 and "unknown party rusia" in said.err
    assert "did you mean russia?" in said.err


def test_an_empty_name_in_a_list_is_refused():
    with pytest.raises(OptionError) as error:
        asking.listed(["reach,,lead"], "--topic", "topic")
    assert "leaves the name of a topic empty" in str(error.value) and "--topic" in str(error.value)


def test_every_command_reads_format_the_same_way(command, engine, tmp_path):
    command("run", "--out", str(tmp_path))
    run = str(tmp_path / "latest")
    for words in (
        ["ask", "icbm-reach", "-p", "us"],
        ["ask", "icbm-reach", "-p", "us", "--cite"],
        ["why", "icbm-reach", "-p", "us,russia"],
        ["list", "parties"],
        ["diff", "europe-2007", "europe-2007"],
        ["cite", run],
        ["validate", "-t", "nothing"],
    ):
        said = command(*words, "--format", "xslx")
        assert said.status == 2 and said.out == "", words
        assert "has no form 'xslx' (--format xslx)" in said.err and "forms: " in said.err, words
    assert formats.chosen("BibTeX", formats.BIBLIOGRAPHIES, "cite") == "bibtex"
    with pytest.raises(OptionError, match="did you mean bibtex"):
        formats.chosen("bibtx", formats.BIBLIOGRAPHIES, "cite")


@pytest.mark.parametrize("name", ["ask", "why", "export", "list", "cite", "diff", "validate"])
def test_what_prints_a_result_writes_it_into_a_file_too(name):
    commands = get_command(app).commands  # type: ignore[attr-defined]
    assert {"--out", "--force"} <= {opt for one in commands[name].params for opt in one.opts}


@pytest.mark.parametrize(
    "words", [["ask", "icbm-reach", "-p", "us", "-f", "csv"], ["list", "parties"]]
)
def test_a_file_is_written_over_only_where_that_is_wanted(command, engine, tmp_path: Path, words):
    printed = command(*words).out
    file = tmp_path / "x.txt"
    assert command(*words, "--out", str(file)).status == 0
    assert file.read_text(encoding="utf-8") == printed
    file.write_text("another")
    asked = len(engine)
    said = command(*words, "--out", str(file))
    assert said.status == 2 and file.read_text() == "another" and len(engine) == asked
    assert "exists already" in said.err and "add --force" in said.err
    assert command(*words, "--out", str(file), "--force").out == ""
    assert file.read_text(encoding="utf-8") == printed
    said = command(*words, "--out", str(tmp_path), "--force")
    assert (
        said.status == 2
        and "exists already" in said.err
        and "--force" not in said.err.splitlines()[-1]
    )
    assert command(*words, "--out", "-").out == printed


def test_help_of_a_question_tells_its_options(command):
    said = command("ask", "icbm-reach", "--help")
    assert said.status == 0 and "Options of icbm-reach:" in said.out
    assert "-o site=" in said.out and "redzikowo" in said.out
    assert "Options of" not in command("ask", "--help").out
    assert "Options of raid:" in command("export", "-d", "europe-2007", "raid", "-h").out
    assert command("ask", "icbm-reach", "-d", "nowhere", "--help").status == 0
