"""Points put between those of a line, so that a map that draws it straight keeps to its way.

Map programs draw straight in longitude and latitude; a way over the Earth is straight in space.
Near a pole the two part by hundreds of kilometres.
"""

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.constants import EARTH_MEAN_RADIUS_M

F = NDArray[np.float64]
NEAR_M = 1_000.0
"""How far a straight line on the map may lie from the chord in space."""
_HALVINGS = 24  # of a quarter of the Earth: less than a metre
TURN, HALF = 360.0, 180.0


def in_space(lon_deg: F, lat_deg: F, altitude_m: F | float = 0.0) -> F:
    """Points in space, m, on a round Earth; shape (n, 3)."""
    lon, lat = np.radians(lon_deg), np.radians(lat_deg)
    far = EARTH_MEAN_RADIUS_M + np.asarray(altitude_m, dtype=float)
    level = far * np.cos(lat)
    return np.stack([level * np.cos(lon), level * np.sin(lon), far * np.sin(lat)], axis=-1)


def on_map(points: F) -> tuple[F, F, F]:
    """Longitude and latitude, degrees, and altitude, m, of points in space."""
    level = np.hypot(points[:, 0], points[:, 1])
    return (
        np.degrees(np.arctan2(points[:, 1], points[:, 0])),
        np.degrees(np.arctan2(points[:, 2], level)),
        np.hypot(level, points[:, 2]) - EARTH_MEAN_RADIUS_M,
    )


def filled(
    lon_deg: F, lat_deg: F, altitude_m: F | float = 0.0, *others: F, near_m: float = NEAR_M
) -> tuple[F, ...]:
    """A line with so many points more that straight lines on a map keep to its chords in space.

    Parameters
    ----------
    lon_deg, lat_deg : ndarray, shape (n,)
        The points; each is kept, and no two neighbours lie opposite each other on Earth.
    altitude_m : ndarray or float
        Their altitudes.
    *others : ndarray
        What else is known along it; in between in proportion.
    near_m : float
        How far a straight line on the map may lie from the chord.

    Returns
    -------
    tuple of ndarray
        Longitude, latitude, altitude, then the others, shape (m,) each.
    """
    given = (lon_deg, lat_deg, altitude_m, *others)
    known = np.column_stack(np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in given)))
    rest = known[:, 3:]
    points = in_space(*known[:, :3].T)
    # numbers of the points given, so that these are kept to the last digit
    own = np.arange(len(points))
    for _ in range(_HALVINGS):
        middle = 0.5 * (points[:-1] + points[1:])
        lon, lat, _ = on_map(points)
        straight = in_space(
            lon[:-1] + 0.5 * ((np.diff(lon) + HALF) % TURN - HALF),
            0.5 * (lat[:-1] + lat[1:]),
            on_map(middle)[2],
        )
        far = np.flatnonzero(np.linalg.norm(straight - middle, axis=1) > near_m)
        if not len(far):
            break
        if not len(rest.T) and not np.ndim(altitude_m):  # on the ground: back up to it
            middle *= (np.linalg.norm(points[:-1], axis=1) / np.linalg.norm(middle, axis=1))[
                :, None
            ]
        points = np.insert(points, far + 1, middle[far], axis=0)
        rest = np.insert(rest, far + 1, 0.5 * (rest[far] + rest[far + 1]), axis=0)
        own = np.insert(own, far + 1, -1)
    columns = np.column_stack([*on_map(points), rest])
    columns[own >= 0] = known
    return tuple(columns.T)
