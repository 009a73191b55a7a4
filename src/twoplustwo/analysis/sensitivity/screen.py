"""Which open claims move a headline at all: each moved by itself, from several places.

Most of what is open moves nothing, and to draw it costs new flights at every draw. So each open
claim is first moved to the ends of its interval, one at a time, from what is held; then,
because a headline may be stuck there (all is met, or nothing is), again with the claim that moved
it most at either of its ends. What moves a headline noticeably from one of the three is drawn; of
the rest, what moved it a little is checked together (`rest`), and what never moved it stays put.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

F = NDArray[np.float64]
Asked = Mapping[str, F]
"""Headline to its value at each point."""

HELD = np.nan  # in a point: as held, rather than at a place of the interval
ENDS = 0.0, 1.0
NOTICEABLE = 0.02
"""A claim whose change, squared, is less than this share of the sum over all claims is not drawn:
by itself it would make as much of the variance, were the headline a sum."""


class Screened(NamedTuple):
    """What was found of each open claim.

    Parameters
    ----------
    moved : dict of str to ndarray, shape (parameters,)
        Headline to the largest change of it by one claim alone; NaN where it has no value.
    drawn : ndarray of bool, shape (parameters,)
        Claims that are drawn.
    small : ndarray of bool, shape (parameters,)
        Claims that move some headline, too little to be drawn.
    """

    moved: dict[str, F]
    drawn: NDArray[np.bool_]
    small: NDArray[np.bool_]


class Screen:
    """The screening of one position; ask `first`, give it to `second`, ask that, give both.

    Parameters
    ----------
    parameters : int
        How many claims are open.
    """

    def __init__(self, parameters: int) -> None:
        self._count = parameters

    def first(self) -> F:
        """Points from what is held, shape (parameters, points)."""
        return self._around(np.full(self._count, HELD))

    def second(self, found: Asked) -> F:
        """Points from both ends of the claim that moved the leading headline most."""
        leading = next(iter(found.values()))
        moved = np.nan_to_num(_largest(leading))
        top = int(np.argmax(moved))
        places = []
        for end in ENDS:
            if moved[top] > 0.0:
                here = np.full(self._count, HELD)
                here[top] = end
            else:  # stuck: everything at once to one side, then to the other
                here = np.full(self._count, end)
            places.append(self._around(here))
        return np.concatenate(places, axis=1)

    def done(self, found: Asked, again: Asked) -> Screened:
        """What moves a headline, from the values at the points of both rounds."""
        moved = {}
        drawn = np.zeros(self._count, dtype=bool)
        some = np.zeros(self._count, dtype=bool)
        for name, values in found.items():
            every = [values, *np.split(again[name], 2)]
            moved[name] = np.fmax.reduce([_largest(one) for one in every])
            size = np.nan_to_num(moved[name], nan=np.inf) ** 2
            whole = size[np.isfinite(size)].sum()
            drawn |= (size > 0.0) & (size >= NOTICEABLE * whole)
            some |= size > 0.0
        return Screened(moved, drawn, some & ~drawn)

    def _around(self, here: F) -> F:
        """A point, then every claim at its low and its high end; shape (parameters, 1 + 2 P)."""
        points = np.tile(here[:, None], (1, 1 + 2 * self._count))
        for i in range(self._count):
            points[i, 1 + 2 * i : 3 + 2 * i] = ENDS
        return points


def _largest(values: F) -> F:
    """Largest change by each claim alone, from the values around one point; NaN if unanswered."""
    here, ends = values[0], values[1:].reshape(-1, 2)
    three = np.column_stack([np.full(len(ends), here), ends])
    return np.ptp(three, axis=1)


def check_points(
    drawn: NDArray[np.bool_], small: NDArray[np.bool_], cube: F, other: F, most: int
) -> tuple[F, NDArray[np.int_]]:
    """Points at which what moved little is drawn too: how much it would add, all together.

    Parameters
    ----------
    drawn, small : ndarray of bool
        As `Screened`.
    cube : ndarray, shape (parameters, draws)
        The first sample.
    other : ndarray, shape (parameters, draws)
        The second one, from which what moved little is taken.
    most : int
        So many points at most.

    Returns
    -------
    points : ndarray, shape (parameters, k)
    which : ndarray, shape (k,)
        The draw of the first sample to compare each with.
    """
    which = np.arange(min(most, cube.shape[1]) if small.any() else 0)
    points = np.where(small[:, None], other[:, which], cube[:, which])
    points[~(drawn | small)] = HELD
    return points, which
