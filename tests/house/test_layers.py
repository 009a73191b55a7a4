"""A number goes one way: the contracts of pyproject.toml hold."""

import subprocess
import sys
import tomllib
from pathlib import Path


def test_contracts_hold(root: Path):
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


def test_every_part_of_the_package_has_its_layer(root: Path):
    settings = tomllib.loads((root / "pyproject.toml").read_text())["tool"]["importlinter"]
    layers = settings["contracts"][0]["layers"]
    named = {name.strip() for layer in layers for name in layer.split("|")}
    folders = {one.parent.name for one in (root / "src/twoplustwo").glob("*/__init__.py")}
    assert named == folders
