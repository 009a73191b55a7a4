"""Paths over the ground as a table, for maps."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.table import Column, Table
from twoplustwo.physics.chunks import in_chunks, piece
from twoplustwo.physics.earth import Vector, to_geodetic
from twoplustwo.physics.fly import Track

FINE, COARSE = 2, 12  # of so many nodes of the coast one is kept for maps: 49 or 9 a flight


def track_table(
    track: Track, chosen: NDArray[np.int_], names: dict[str, Any], every: int = FINE
) -> Table:
    """Coasts of the chosen flights as rows, flight by flight, both ends of each included.

    Parameters
    ----------
    track : Track
        Shape (N, B).
    chosen : ndarray
        Numbers of the flights wanted.
    names : dict
        Columns that say what each chosen flight is, one value a flight.
    every : int
        Which nodes are kept: every second one, every twelfth.
    """
    time = np.asarray(track.time_s)[::every, chosen]
    steps, count = time.shape
    latitude, longitude, altitude = time, time, time  # of no flight at all
    if count:
        r = Vector(*(np.asarray(c)[::every, chosen] for c in track.r))
        latitude, longitude, altitude = in_chunks(lambda some: to_geodetic(some), r, piece(count))
    data: dict[str, Any] = {k: np.repeat(np.asarray(v, dtype=object), steps)
                            for k, v in names.items()}  # fmt: skip
    data |= {
        "time_s": time.T.ravel(),
        "lat_deg": np.degrees(latitude.T.ravel()),
        "lon_deg": np.degrees(longitude.T.ravel()),
        "altitude_km": altitude.T.ravel() / 1e3,
    }
    return Table(tuple(Column(name) for name in data), data)


def stacked(parts: Sequence[Table]) -> Table:
    """Tables with the same columns as one."""
    first = parts[0]
    data = {name: np.concatenate([part.column(name) for part in parts]) for name in first.names}
    return Table(first.columns, data)
