"""How a meeting is: a chase, a crossing or head-on, by the angle between the two velocities."""

import numpy as np
from numpy.typing import NDArray

F = NDArray[np.float64]

SORTS = ("chase", "crossing", "head_on")
BOUNDS_RAD = np.radians([60.0, 120.0])
"""Where one ends and the next begins: thirds of the half circle, a definition and no claim."""


def sort(crossing_rad: F) -> NDArray[np.object_]:
    """The sort of each meeting; None where there is none.

    Parameters
    ----------
    crossing_rad : ndarray
        Angle between the velocities of interceptor and missile relative to the ground: 0 where both
        fly the same way.
    """
    names = np.array([*SORTS, None], dtype=object)
    place = np.digitize(crossing_rad, BOUNDS_RAD)
    return names[np.where(np.isnan(crossing_rad), len(SORTS), place)]
