"""Batches of one fixed size: one shape, one compile, and bits that no neighbour can change."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

import jax
import numpy as np

from twoplustwo.base.threads import thread_count

# not a power of two: arrays of 4,096 bytes all fall on the same lines of the first-level cache
# (measured: 512 flights at a time go at a third to a half of the rate of 480 or 768)
CHUNK = 480
FEW = 120  # where there are no more, they go alone


def piece(count: int) -> int:
    """Size of the pieces in which `count` columns are looked at: one of two, so two compiles."""
    return FEW if count <= FEW else CHUNK


def in_chunks(run: Callable[[Any], Any], batch: Any, size: int = CHUNK) -> Any:
    """Run `run` over a pytree of arrays in pieces of exactly `size`; the last axis is the batch.

    Parameters
    ----------
    run : callable
        Takes and returns pytrees of arrays whose last axis is the batch.
    batch : pytree of ndarray
        Arrays of shape (..., B), B at least 1; the last piece is filled up with its first element.
    size : int
        Length of a piece.

    Returns
    -------
    pytree of ndarray
        The results, last axis B, on the host.
    """
    count = jax.tree.leaves(batch)[0].shape[-1]
    if count == size:
        return jax.tree.map(np.asarray, run(batch))

    def one(start: int) -> Any:
        piece = jax.tree.map(lambda a: np.asarray(a)[..., start : start + size], batch)
        short = size - jax.tree.leaves(piece)[0].shape[-1]
        full = (
            piece
            if not short
            else jax.tree.map(
                lambda a: np.concatenate([a, np.repeat(a[..., :1], short, axis=-1)], axis=-1), piece
            )
        )
        out = jax.tree.map(np.asarray, run(full))
        return jax.tree.map(lambda a: a[..., : size - short], out) if short else out

    def put(start: int, piece: Any) -> None:
        for all_of_it, part in zip(whole, jax.tree.leaves(piece), strict=True):
            all_of_it[..., start : start + part.shape[-1]] = part

    first = one(0)  # alone: it may compile
    if count <= size:
        return first
    leaves, tree = jax.tree.flatten(first)
    whole = [np.empty((*a.shape[:-1], count), a.dtype) for a in leaves]
    put(0, first)
    rest = range(size, count, size)
    for _ in _workers().map(lambda start: put(start, one(start)), rest):
        pass  # raises what a piece raised
    return jax.tree.unflatten(tree, whole)


@cache
def _workers() -> ThreadPoolExecutor:
    """As many threads as wanted: compiled code runs without the interpreter lock."""
    return ThreadPoolExecutor(thread_count(), thread_name_prefix="chunk")
