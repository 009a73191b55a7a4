"""Inputs of the studies: which flights, and how large the effects whose size they tell."""

from functools import cache
from pathlib import Path
from typing import Any

from twoplustwo.validation import find
from twoplustwo.validation.quantity import one, read_input
from twoplustwo.validation.tree import read_tree


def folder() -> Path:
    """Where inputs and recorded tables of the studies stand."""
    return find.root() / "studies"


@cache
def inputs() -> dict[str, Any]:
    """The inputs, quantities in SI by the unit at the end of their name."""
    return {name: read_input(name, entry.value) for name, entry in _entries().items()}


def _entries() -> dict[str, Any]:
    return read_tree(folder() / "inputs.yaml").entries or {}


def reasons() -> dict[str, str]:
    """Why each effect is as large as the inputs say."""
    found = {name: entry.value for name, entry in _entries().items()}
    return {n: v["because"] for n, v in found.items() if isinstance(v, dict) and "because" in v}


def share(of: str) -> float:
    """A share such as ``drag.more``, from percent."""
    return one(str(inputs()[of]["more"]), "%")
