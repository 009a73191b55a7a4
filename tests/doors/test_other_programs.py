"""What the page of other programs tells one to type, typed."""

import math
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from twoplustwo.answers import store
from twoplustwo.answers.schema import dumps
from twoplustwo.doors import files
from twoplustwo.doors.cli import estimate
from twoplustwo.runs.ask import ask

from .test_export_run import run  # noqa: F401 - a fixture

PAGE = Path(__file__).parents[2] / "docs/other-programs.md"
LINES = re.findall(r"(?m)^twoplustwo (.*)$", PAGE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("line", LINES)
def test_every_command_does_what_it_says(command, engine, run, line, monkeypatch):  # noqa: F811
    # how long it may take is told or not by what this machine has kept of earlier times
    monkeypatch.setattr(estimate, "LEAST_S", math.inf)
    words = line.replace("out/latest", "out/one").split()
    said = command(*words)
    assert (said.status, said.err) == (0, "")
    written = Path(words[words.index("--out") + 1])
    assert written.stat().st_size > 100


def test_every_form_stands_in_the_documents():
    told = (PAGE.parent / "answers.md").read_text(encoding="utf-8")
    for form in files.MEDIA:
        assert f"| `{form}` |" in told, form


def test_the_printed_table_is_what_comes_out(command, europe, tmp_path, monkeypatch):
    """Asked anew, by the shipped claims: no sample can know what the page should print."""
    text = PAGE.read_text(encoding="utf-8")
    typed = r'^twoplustwo (.*)\nsqlite3 (\S+) "(.*)"\n```\n\n```\n((?:.+\n)+?)```$'
    ((words, database, query, printed),) = re.findall(typed, text, re.MULTILINE)
    folder = tmp_path / "out/latest"
    folder.mkdir(parents=True)
    store.write(ask("icbm-reach", sorted(europe.parties), europe), folder)
    (folder / "run.json").write_text(dumps({"dossier": europe.id, "hash": europe.hash}))
    monkeypatch.chdir(tmp_path)
    said = command(*words.split())
    assert (said.status, said.err) == (0, "")
    with closing(sqlite3.connect(database)) as found:
        rows = found.execute(query).fetchall()
    assert "".join("|".join(map(str, row)) + "\n" for row in rows) == printed
