"""requirements/: everything pinned and hashed, and true to pyproject.toml."""

import re
import tomllib
from pathlib import Path

import pytest

PURPOSES = ("run", "build", "dev", "bench", "docs", "data")
PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[\w.+!-]+)(?P<marker> ; .*?)? \\$")
HASH = re.compile(r"^ {4}--hash=sha256:[0-9a-f]{64}( \\)?$")


def pins(root: Path, purpose: str) -> dict[str, str]:
    lines = (root / f"requirements/{purpose}.txt").read_text().splitlines()
    found = {}
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        if pin := PIN.match(line):
            assert HASH.match(after), f"{line}: no hash follows"
            found[pin["name"]] = pin["version"]
        else:
            assert HASH.match(line), line
    return found


def required(root: Path, purpose: str) -> set[str]:
    whole = tomllib.loads((root / "pyproject.toml").read_text())
    groups = whole["dependency-groups"]
    wanted = whole["project"]["dependencies"] if purpose != "build" else []
    for one in groups.get(purpose, []):
        wanted = [*wanted, *(groups[one["include-group"]] if isinstance(one, dict) else [one])]
    return {re.split(r"[<>=!~ ]", one)[0].lower() for one in wanted}


@pytest.mark.parametrize("purpose", PURPOSES)
def test_everything_is_pinned_with_its_hash(root, purpose):
    missing = required(root, purpose) - set(pins(root, purpose))
    assert missing == set(), "run: make lock"


@pytest.mark.parametrize("purpose", ["dev", "bench", "docs", "data"])
def test_one_version_for_all_purposes(root, purpose):
    run, other = pins(root, "run"), pins(root, purpose)
    assert {name: other.get(name) for name in run} == run


def test_nothing_else_stands_there(root):
    files = {path.name for path in (root / "requirements").iterdir()}
    assert files == {f"{purpose}.txt" for purpose in PURPOSES}
