"""Paths over the ground as a table, for maps."""

from typing import Any

import numpy as np

from twoplustwo.base.table import Column, Table
from twoplustwo.stages.ground_paths import Thinned


def track_table(points: Thinned, names: dict[str, Any]) -> Table:
    """Paths as rows, flight by flight, from the pad to where each comes down.

    Parameters
    ----------
    points : Thinned
        Of the flights chosen.
    names : dict
        Columns that say what each flight is, one value a flight.
    """
    data: dict[str, Any] = {k: np.asarray(v, dtype=object)[points.flight] for k, v in names.items()}
    data |= {
        "time_s": points.time_s,
        "lat_deg": np.degrees(points.latitude_rad),
        "lon_deg": np.degrees(points.longitude_rad),
        "altitude_km": points.altitude_m / 1e3,
    }
    return Table(tuple(Column(name) for name in data), data)
