"""Rows kept on disk between runs, by the value of what made them; a cache, safe to delete."""

import contextlib
import os
from functools import cache
from importlib import resources
from itertools import count
from pathlib import Path
from typing import Any, get_type_hints

import jax
import numpy as np

from twoplustwo.base.digest import sources_digest
from twoplustwo.physics.numerics import cache_folder

MOST_BYTES = 800_000_000
HEAVIEST_BYTES = 4_000_000  # a heavier row would push out many that are dearer to make than to read
BETWEEN = 256  # rows kept between two looks at the weight of all rows kept
SOURCES = ("base", "physics", "sensors", "engagement", "stages")

_kept = count()


def template(record: type) -> Any:
    """A named tuple of zeros, nested as its fields are: the structure of rows kept on disk."""
    hints = get_type_hints(record)
    fields = (hints[name] for name in getattr(record, "_fields"))  # noqa: B009 - of any record
    return record(*(template(one) if hasattr(one, "_fields") else 0 for one in fields))


@cache
def _folder() -> Path | None:
    """Folder for the present sources of the engine, or None where none can be made."""
    home = Path(str(resources.files("twoplustwo")))
    code = sources_digest(*(home / part for part in SOURCES))[:16]
    folder = cache_folder() / "rows" / code
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return folder


def get(key: bytes, like: Any) -> Any | None:
    """The pytree kept under a key, with the structure of `like`; None if there is none.

    Parameters
    ----------
    key : bytes
        Digest of everything the arrays depend on, sources apart.
    like : pytree
        Gives the structure.
    """
    folder = _folder()
    if folder is None:
        return None
    path = folder / f"{key.hex()}.npz"
    try:
        with np.load(path, allow_pickle=False) as kept:
            leaves = [kept[f"a{i}"] for i in range(len(kept.files))]
            path.touch()
        return jax.tree.unflatten(jax.tree.structure(like), leaves)
    except (OSError, ValueError, KeyError, EOFError, SystemError):
        # absent or cut short: it is made anew. SystemError: the parser of Python 3.11 may lose
        # count where several threads read the heads of arrays
        return None


def put(key: bytes, tree: Any) -> None:
    """Keep a pytree of arrays on disk, whole or not at all; a full disk costs time only."""
    folder = _folder()
    if folder is None:
        return
    path = folder / f"{key.hex()}.npz"
    partial = path.with_name(f".{path.stem}.{os.getpid()}.npz")
    leaves = {f"a{i}": np.asarray(leaf) for i, leaf in enumerate(jax.tree.leaves(tree))}
    if sum(leaf.nbytes for leaf in leaves.values()) > HEAVIEST_BYTES:
        return
    try:
        with partial.open("wb") as file:
            np.savez(file, allow_pickle=False, **leaves)
        partial.replace(path)
        if next(_kept) % BETWEEN == 0:
            _tidy(folder.parent)
    except OSError:
        with contextlib.suppress(OSError):
            partial.unlink()


def _tidy(root: Path) -> None:
    """Throw away what was used least recently once all together are too heavy."""
    files = sorted(root.rglob("*.npz"), key=lambda f: f.stat().st_mtime, reverse=True)
    total = 0
    for file in files:
        total += file.stat().st_size
        if total > MOST_BYTES:
            file.unlink(missing_ok=True)
