"""Paths over the ground as a table, for maps."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.table import Column, Table
from twoplustwo.physics.earth import Vector, to_geodetic
from twoplustwo.physics.fly import Track

EVERY = 2  # nodes of the coast kept for maps


def track_table(track: Track, chosen: NDArray[np.int_], names: dict[str, Any]) -> Table:
    """Coasts of the chosen flights as rows.

    Parameters
    ----------
    track : Track
        Shape (N, B).
    chosen : ndarray
        Numbers of the flights wanted.
    names : dict
        Columns that say what each chosen flight is, one value a flight.
    """
    r = Vector(*(np.asarray(c)[::EVERY, chosen] for c in track.r))
    latitude, longitude, altitude = (np.asarray(a) for a in to_geodetic(r))
    steps, count = latitude.shape
    data: dict[str, Any] = {k: np.repeat(np.asarray(v, dtype=object), steps)
                            for k, v in names.items()}  # fmt: skip
    data |= {
        "time_s": np.asarray(track.time_s)[::EVERY, chosen].T.ravel(),
        "lat_deg": np.degrees(latitude.T.ravel()),
        "lon_deg": np.degrees(longitude.T.ravel()),
        "altitude_km": altitude.T.ravel() / 1e3,
    }
    assert len(data["time_s"]) == steps * count
    return Table(tuple(Column(name) for name in data), data)
