"""One change of one file of the package, and a copy of the package with it."""

import compileall
import os
import shutil
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "twoplustwo"


class Change(NamedTuple):
    """Characters `start` to `end` of a file of the package, and what to put there."""

    file: str  # below src/twoplustwo
    start: int
    end: int
    new: str


def by_text(file: str, old: str, new: str, nth: int = 0) -> Change:
    """The change of a text that stands in a file once, or of its `nth` (from 1) occurrence.

    Raises
    ------
    LookupError
        If it is not there, or is there more than once and nobody said which.
    """
    text = (PACKAGE / file).read_text(encoding="utf-8")
    count = text.count(old)
    if count == 0 or (nth == 0 and count > 1) or nth > count:
        raise LookupError(
            f"src/twoplustwo/{file}: {old!r} stands there {count} times, wanted is "
            f"{'exactly one' if nth == 0 else f'number {nth}'}. The code has changed: give the "
            "mutant in tests/mutants/fixed.yaml the text that does this work now (or `nth`), and "
            "see that its tests still fail with it."
        )
    start = -1
    for _ in range(max(nth, 1)):
        start = text.index(old, start + 1)
    return Change(file, start, start + len(old), new)


def snapshot(folder: Path) -> Path:
    """Copy the package and what it reads beside it; all mutants of a run start from it."""
    package = folder / "src" / "twoplustwo"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    compileall.compile_dir(package, quiet=2)  # once, for all copies of it
    for beside in ("dossiers", "validation"):
        if (ROOT / beside).exists():
            (folder / beside).symlink_to(ROOT / beside)
    return folder


def mutated(whole: Path, folder: Path, change: Change) -> Path:
    """Copy a snapshot with one change. Files that stay the same are links to those of it."""
    shutil.copytree(whole, folder, symlinks=True, copy_function=os.link)
    path = folder / "src" / "twoplustwo" / change.file
    text = path.read_text(encoding="utf-8")
    path.unlink()
    path.write_text(text[: change.start] + change.new + text[change.end :], encoding="utf-8")
    for stale in path.parent.glob(f"__pycache__/{path.stem}.*.pyc"):
        stale.unlink()
    return folder
