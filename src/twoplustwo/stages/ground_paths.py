"""Stage of the paths that maps draw: chosen flights once more, pad to impact, few points each."""

from collections.abc import Sequence
from typing import NamedTuple

import jax
import numpy as np
from numpy.typing import NDArray

from twoplustwo.physics.boost import Launch
from twoplustwo.physics.chunks import in_chunks, piece
from twoplustwo.physics.path import Path, fly_path
from twoplustwo.stages.disk_cache import template
from twoplustwo.stages.flights import JoinedFlights
from twoplustwo.stages.inputs import key
from twoplustwo.stages.stage import Stage, StageRows

F = NDArray[np.float64]
Z = NDArray[np.int_]

NEAR_M = 3_000.0
"""How far the flown path may lie from the straight line between two points in space."""


class Thinned(NamedTuple):
    """Points of some flights, flight by flight in order of time, shape (M,)."""

    flight: Z  # number among those chosen
    time_s: F
    latitude_rad: F
    longitude_rad: F
    altitude_m: F


_paths = Stage("paths", 48, like=template(Thinned))


def paths_to(joined: StageRows, position: int, aimers: Sequence[StageRows], aims: Z) -> Thinned:
    """The flown paths to some aims of one position, each of which is flown to.

    As `paths`, by what a flight counts in `point`; where they are kept on disk no flight is read.
    """

    def compute() -> Thinned:
        points = joined[position].point
        number = np.full(int(points.max(initial=-1)) + 1, -1)
        number[points] = np.arange(len(points))
        return paths(joined, position, aimers, number[aims])

    return _paths.row(_paths.digest([joined.keys[position], b"aims", key(aims)]), compute)


def paths(joined: StageRows, position: int, aimers: Sequence[StageRows], chosen: Z) -> Thinned:
    """The flown paths of some flights of one position.

    Parameters
    ----------
    joined : StageRows
        `threats.Joined` of each position.
    position : int
    aimers : sequence of StageRows
        From `threats.aimers`, one for each of the lists of flights that were joined.
    chosen : ndarray of int
        Numbers of the flights.
    """

    def compute() -> Thinned:
        flights: JoinedFlights = joined[position]
        part = flights.part[chosen]
        found = []
        for one in np.unique(part):
            mine = np.flatnonzero(part == one)
            rocket = aimers[one][position].rocket
            launch = Launch(*(np.asarray(a)[chosen[mine]] for a in flights.launch))
            path = in_chunks(lambda some, r=rocket: fly_path(r, some), launch, piece(len(mine)))
            found.append(thinned(path, mine))
        if not found:
            return Thinned(np.zeros(0, dtype=int), *(np.zeros(0) for _ in range(4)))
        order = np.argsort(np.concatenate([one.flight for one in found]), kind="stable")
        return jax.tree.map(lambda *columns: np.concatenate(columns)[order], *found)

    return _paths.row(_paths.digest([joined.keys[position], key(chosen)]), compute)


def thinned(path: Path, number: Z) -> Thinned:
    """Of all steps so many that straight lines between them keep to the path (`NEAR_M`).

    A stretch of length s that bends on a radius R lies s^2 / 8R from its chord; stretches are
    joined as long as that stays small. Both ends are kept.

    Parameters
    ----------
    path : Path
        Shape (N, B).
    number : ndarray, shape (B,)
        Number of each flight.
    """
    since_last: F = np.diff(np.asarray(path.time_s, dtype=float), axis=0)
    moves = np.append(True, (since_last > 0.0).any(axis=1))
    r = np.stack([np.asarray(c)[moves] for c in path.r])
    gone = np.diff(r, axis=1)
    length: F = np.maximum(np.linalg.norm(gone, axis=0), 1e-3)
    way = gone / length
    bend = np.linalg.norm(np.diff(way, axis=1), axis=0) / (0.5 * (length[1:] + length[:-1]))
    # each step with the sharper bend at its two ends
    bend = np.maximum(np.vstack([bend[:1], bend]), np.vstack([bend, bend[-1:]]))
    part: F = length * np.sqrt(bend / (8.0 * NEAR_M))
    keep = np.zeros(r.shape[1:], dtype=bool)
    keep[[0, -1]] = True
    since = np.zeros(r.shape[2])
    for at, step in enumerate(part):
        full = np.greater(since + step, 1.0)
        keep[at] |= full
        since = np.where(full, step, since + step)
    flight, node = np.nonzero(keep.T)
    columns = (path.time_s, path.latitude_rad, path.longitude_rad, path.altitude_m)
    return Thinned(number[flight], *(np.asarray(c)[moves][node, flight] for c in columns))
