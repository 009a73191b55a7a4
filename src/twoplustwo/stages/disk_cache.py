"""Rows kept on disk between runs, by the value of what made them; a cache, safe to delete."""

from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, get_type_hints

import jax
import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load, save

from twoplustwo.base.digest import sources_digest
from twoplustwo.base.kept_files import KeptFiles
from twoplustwo.physics.numerics import cache_folders

MOST_BYTES = 800_000_000
HEAVIEST_BYTES = 4_000_000  # a heavier row would push out many that are dearer to make than to read
ENDING = ".safetensors"
SOURCES = ("base", "physics", "sensors", "engagement", "stages")


def template(record: type) -> Any:
    """A named tuple of zeros, nested as its fields are: the structure of rows kept on disk."""
    hints = get_type_hints(record)
    fields = (hints[name] for name in getattr(record, "_fields"))  # noqa: B009 - of any record
    return record(*(template(one) if hasattr(one, "_fields") else 0 for one in fields))


@cache
def _rows() -> KeptFiles:
    """Rows of the present sources of the engine."""
    home = Path(str(resources.files("twoplustwo")))
    code = sources_digest(*(home / part for part in SOURCES))[:16]
    folders = [one / "rows" / code for one in cache_folders()]
    return KeptFiles(folders, ENDING, MOST_BYTES)


def get(key: bytes, like: Any) -> Any | None:
    """The pytree kept under a key, with the structure of `like`; None if there is none.

    Parameters
    ----------
    key : bytes
        Digest of everything the arrays depend on, sources apart.
    like : pytree
        Gives the structure.
    """
    data = _rows().get(key.hex())
    if data is None:
        return None
    try:
        kept = load(data)
        leaves = [kept[f"a{i}"] for i in range(len(kept))]
        return jax.tree.unflatten(jax.tree.structure(like), leaves)
    except (SafetensorError, ValueError, KeyError):  # of another version
        return None


def put(key: bytes, tree: Any) -> None:
    """Keep a pytree of arrays on disk, whole or not at all; a full disk costs time only."""
    leaves = {f"a{i}": np.asarray(leaf, order="C") for i, leaf in enumerate(jax.tree.leaves(tree))}
    if sum(leaf.nbytes for leaf in leaves.values()) > HEAVIEST_BYTES:
        return
    _rows().put(key.hex(), save(leaves))
