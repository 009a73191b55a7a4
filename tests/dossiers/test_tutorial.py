"""The steps of dossiers/README.md: files are written and commands run as they stand there."""

import re
import shlex
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

from twoplustwo.doors.cli.main import app
from twoplustwo.doors.server.registry import load as served

README = Path(__file__).parents[2] / "dossiers/README.md"
SECTION = "## Your own dossier, step by step\n"
LEFT_OUT = "…"
"""Stands in the words of a command for what is not shown."""


class Block(NamedTuple):
    """A fenced block: its language and its lines."""

    language: str
    lines: list[str]


def blocks():
    text = README.read_text(encoding="utf-8").partition(SECTION)[2].partition("\n## ")[0]
    found = re.findall(r"^```(\w+)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    return [Block(language, body.splitlines()) for language, body in found]


def write(block):
    """A file as it stands in a block whose first line is its name."""
    added, name = re.fullmatch(r"# (added to )?(\S+\.yaml)", block.lines[0]).groups()
    path = Path(name)
    assert path.is_file() == bool(added), f"{name} is there already, or not yet"
    path.parent.mkdir(exist_ok=True)
    before = path.read_text(encoding="utf-8") + "\n" if added else ""
    path.write_text(before + "\n".join(block.lines[1 if added else 0 :]) + "\n", encoding="utf-8")


def run(line):
    """What a command prints; the one that serves until it is stopped is only loaded."""
    program, *words = shlex.split(line)
    if program == "cp":
        return str(shutil.copyfile(*words))
    assert program == "twoplustwo"
    if words[0] == "serve":
        registry = served(words[2:])
        return " ".join(registry.dossiers)
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, f"{line}\n{result.output}"
    return result.output


def assert_printed(lines, printed):
    for line in lines:
        parts = (re.escape(part) for part in line.rstrip().split(f" {LEFT_OUT}"))
        assert re.search(".*".join(parts), printed) or line in printed, f"{line}\n\n{printed}"


def test_every_step_does_what_it_says(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    printed, did = "", []
    for block in blocks():
        if block.language == "yaml":
            write(block)
        elif block.language == "sh":
            printed = "".join(run(line) for line in block.lines)
            did += [line.split()[1] for line in block.lines]
        else:
            assert block.language == "text"
            assert_printed(block.lines, printed)
    assert did[0] == "new" and did[-2:] == ["run", "serve"]
    assert "nothing wrong" in printed  # told by the last check of all
    for words in ("Orrin", "holds"), ("Sesk", "fails"):
        assert re.search(
            rf"\({words[0]}\).*test \(the compilers’\): coverage_north >= 60 %: {words[1]}",
            printed,
            re.S,
        )


@pytest.mark.parametrize("word", ["region", "state", "missile", "interceptor", "radar", "ask"])
def test_each_kind_of_thing_has_its_step(word):
    text = README.read_text(encoding="utf-8").partition(SECTION)[2].partition("\n## ")[0]
    assert re.search(rf"^\*\*\d\. An? {word}", text, re.MULTILINE)


def test_it_is_short():
    text = README.read_text(encoding="utf-8").partition(SECTION)[2].partition("\n## ")[0]
    assert text.count("\n") <= 135
