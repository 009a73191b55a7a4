"""What the page of other programs tells one to type, typed."""

import re
from pathlib import Path

import pytest

from twoplustwo.doors import files

from .test_export_run import run  # noqa: F401 - a fixture

PAGE = Path(__file__).parents[2] / "docs/other-programs.md"
LINES = re.findall(r"(?m)^twoplustwo (.*)$", PAGE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("line", LINES)
def test_every_command_does_what_it_says(command, engine, run, line):  # noqa: F811
    words = line.replace("out/latest", "out/one").split()
    said = command(*words)
    assert (said.status, said.err) == (0, "")
    written = Path(words[words.index("--out") + 1])
    assert written.stat().st_size > 100


def test_every_form_stands_in_the_documents():
    told = (PAGE.parent / "answers.md").read_text(encoding="utf-8")
    for form in files.MEDIA:
        assert f"| `{form}` |" in told, form
