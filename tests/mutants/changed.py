"""Which mutants a piece of work concerns: those whose module, tests or entry it has changed."""

import subprocess
from collections.abc import Mapping
from typing import Any

import yaml

from .change import ROOT

FIXED = "tests/mutants/fixed.yaml"
UPSTREAM = ("origin/HEAD", "origin/main", "main")
"""What others have, the first that there is."""


def concerned(
    mutants: Mapping[str, Mapping[str, Any]], paths: set[str], before: Mapping[str, Any]
) -> set[str]:
    """Names of the mutants that a change of some paths concerns.

    Parameters
    ----------
    mutants : mapping
        Entries of `fixed.yaml` by name.
    paths : set of str
        What has changed, from the root of the repository.
    before : mapping
        The entries as they were.
    """
    if any(_is_machinery(path) for path in paths):
        return {*mutants}
    return {
        name
        for name, one in mutants.items()
        if before.get(name) != one
        or f"src/twoplustwo/{one['file']}" in paths
        or paths & {test.partition("::")[0] for test in one["tests"]}
    }


def since_upstream(mutants: Mapping[str, Mapping[str, Any]]) -> set[str]:
    """Names of the mutants that differ from what others have; all where git does not know."""
    base = next((found for name in UPSTREAM if (found := _git("merge-base", "HEAD", name))), "")
    if not base:
        return {*mutants}
    paths = _git("diff", "--name-only", base) + _git("ls-files", "--others", "--exclude-standard")
    text = _git("show", f"{base.strip()}:{FIXED}")
    before = {one["id"]: one for one in yaml.safe_load(text) or []}
    return concerned(mutants, {*paths.split("\n")} - {""}, before)


def _is_machinery(path: str) -> bool:
    """Whether every trial depends on a file."""
    return path == "tests/conftest.py" or (
        path.startswith("tests/mutants/") and path.endswith(".py")
    )


def _git(*words: str) -> str:
    """What git says; nothing if it cannot."""
    words = tuple(word.strip() for word in words)
    done = subprocess.run(
        ["git", *words], cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    return done.stdout if done.returncode == 0 else ""
