"""Several interceptors in one shield: which stand together, and which of them does best."""

from collections.abc import Sequence
from typing import Any

import jax
import numpy as np
from numpy.typing import NDArray

from twoplustwo.engagement.reach import Latest
from twoplustwo.engagement.window import Points
from twoplustwo.stages.inputs import Inputs
from twoplustwo.stages.shield import sorts

Layer = tuple[str, str]
"""An interceptor, and what is held of it (`shield.sorts`)."""


def layers(
    given: Inputs, interceptor: str, together: Sequence[str] = ()
) -> list[tuple[Layer, ...]]:
    """The interceptors of each position's shield: one, whoever joins it, whoever joins that.

    Who joins whom is a claim like any other, unless it is said who stands `together`. Nobody
    stands in a shield twice.
    """
    if together:
        names = dict.fromkeys((interceptor, *together))
        held_of = [sorts(given, name) for name in names]
        return [tuple(zip(names, row, strict=True)) for row in zip(*held_of, strict=True)]
    known: dict[str, tuple[list[str], list[Any]]] = {}

    def held(name: str) -> tuple[list[str], list[Any]]:
        if name not in known:
            joined = given.unread(f"interceptors.{name}.joined_by")
            known[name] = sorts(given, name), joined
        return known[name]

    def of(position: int) -> tuple[Layer, ...]:
        found: dict[str, str] = {}
        name: str | None = interceptor
        while name is not None and name not in found:
            sort, joined = held(name)
            found[name] = sort[position]
            if joined[position] is not None:
                given.reads(f"interceptors.{name}.joined_by", position)
            name = None if joined[position] is None else str(joined[position])
        return tuple(found.items())

    return [of(p) for p in range(len(given))]


def best_of(
    peaks: Sequence[tuple[Latest, Points]], stands: Sequence[bool]
) -> tuple[tuple[Latest, Points], NDArray[np.int_]]:
    """The layer whose interceptor may leave latest, for each flight.

    Parameters
    ----------
    peaks : sequence of (Latest, Points)
        Of each layer, shape (1, B).
    stands : sequence of bool
        Whether the layer has interceptors at all.

    Returns
    -------
    peak : (Latest, Points)
        Of the best layer; of equals the first.
    which : ndarray, shape (B,)
        The number of that layer.
    """
    launch = np.stack(
        [
            np.where(there, np.asarray(peak.launch_s)[0], -np.inf)
            for (peak, _), there in zip(peaks, stands, strict=True)
        ]
    )
    which = launch.argmax(axis=0)
    return chosen(peaks, which), which


def chosen(arrays: Sequence[Any], which: NDArray[np.int_]) -> Any:
    """Of several pytrees of (N, B) arrays, column by column the one of a number."""

    def one(*columns: Any) -> NDArray[np.float64]:
        return np.choose(which[None], [np.asarray(c) for c in columns])

    return jax.tree.map(one, *arrays)
