"""The man page that is installed is that of the command line as it is."""

import runpy
import shutil
import subprocess
from pathlib import Path

import pytest
from typer.main import get_command

from twoplustwo.doors.cli.main import app

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def generator():
    """The script that makes it."""
    return runpy.run_path(str(ROOT / "docs/generate/man.py"))


def test_it_is_up_to_date(generator):
    kept = generator["PAGE"].read_text(encoding="utf-8")
    assert kept == generator["page"](), "run: make man"


def test_it_has_every_command_and_option(generator):
    text = generator["page"]().replace("\\-", "-")
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        assert f"twoplustwo {name}" in text
        for one in command.params:
            assert all(opt in text for opt in one.opts if opt.startswith("-"))


@pytest.mark.skipif(shutil.which("groff") is None, reason="no groff")
def test_it_is_set_without_a_warning(generator):
    done = subprocess.run(
        ["groff", "-man", "-ww", "-z", str(generator["PAGE"])], capture_output=True, text=True
    )
    assert done.returncode == 0 and done.stderr == ""
