"""The doors: exactly these names, and every command and option explained."""

import runpy
from pathlib import Path

import pytest
from typer.main import get_command

import twoplustwo
from twoplustwo.doors.cli.main import app

NAMES = {
    "Answer",
    "Answers",
    "ShownAnswer",
    "TwoPlusTwoError",
    "ask",
    "cards",
    "cite",
    "compare",
    "load",
    "why",
    "worst",
}
COMMANDS = {
    *("run", "ask", "check", "cite", "diff", "export", "fit", "list", "new", "schema", "serve"),
    *("steepness", "validate"),
    "why",
}


@pytest.fixture(scope="module")
def commands():
    return get_command(app).commands  # type: ignore[attr-defined]


def test_the_notebook_door_has_exactly_these_names():
    assert set(twoplustwo.__all__) == NAMES | {"__version__"}
    assert set(dir(twoplustwo)) == set(twoplustwo.__all__)
    for name in NAMES:
        assert getattr(twoplustwo, name).__doc__


def test_the_command_line_has_exactly_these_commands(commands):
    assert set(commands) == COMMANDS
    assert [name for name, one in commands.items() if not one.help] == []


def test_every_option_is_explained(commands):
    silent = [
        (name, one.name)
        for name, command in commands.items()
        for one in command.params
        if not getattr(one, "help", "")
    ]
    assert silent == []


def test_every_option_stands_in_the_reference(commands, root: Path):
    made = runpy.run_path(str(root / "docs/generate/command_line.py"))["page"]()
    for name, command in commands.items():
        assert f"## `twoplustwo {name}`" in made
        for one in command.params:
            option = one.param_type_name == "option"
            for form in one.opts if option else [one.metavar or one.name.upper()]:
                assert f"`{form}" in made, (name, form)


def test_the_readme_shows_every_command(root: Path):
    readme = (root / "README.md").read_text()
    assert [name for name in COMMANDS if f"twoplustwo {name}" not in readme] == []
