"""Every room has its layer; `make check` holds the contracts of pyproject.toml themselves."""

import tomllib
from pathlib import Path


def test_every_part_of_the_package_has_its_layer(root: Path):
    settings = tomllib.loads((root / "pyproject.toml").read_text())["tool"]["importlinter"]
    layers = settings["contracts"][0]["layers"]
    named = {name.strip() for layer in layers for name in layer.split("|")}
    folders = {one.parent.name for one in (root / "src/twoplustwo").glob("*/__init__.py")}
    assert named == folders
