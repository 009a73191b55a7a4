"""Two-body arcs from their apogee and range: the speed and angle with which they begin."""

import numpy as np

from twoplustwo.base import constants as k
from twoplustwo.validation.flights.root import root

RADIUS_M = k.EARTH_MEAN_RADIUS_M


def start_of_arc(apogee_m: float, range_m: float, altitude_m: float) -> tuple[float, float]:
    """Speed [m/s] and path angle [rad] at an altitude of an arc over a sphere that does not turn.

    Parameters
    ----------
    apogee_m : float
        Highest altitude.
    range_m : float
        Distance along the ground from below the start to where it comes down.
    altitude_m : float
        Of the start.

    Notes
    -----
    An ellipse with apogee r_a and eccentricity e has p = r_a (1 - e) and its true anomaly at r
    given by cos(f) = (p / r - 1) / e; e is found so that the two ends are the range apart.
    """
    top, start = RADIUS_M + apogee_m, RADIUS_M + altitude_m

    def anomaly(e: float, r: float) -> float:
        return float(np.arccos(np.clip((top * (1.0 - e) / r - 1.0) / e, -1.0, 1.0)))

    def short(e: float) -> float:
        turn = 2.0 * np.pi - anomaly(e, start) - anomaly(e, RADIUS_M)
        return turn * RADIUS_M - range_m

    flattest = (top - RADIUS_M) / (top + RADIUS_M) + 1e-9
    e = root(short, flattest, 1.0 - 1e-9, 1e-13)
    p = top * (1.0 - e)
    mu = k.EARTH_MU_M3_S2
    speed = np.sqrt(mu * (2.0 / start - (1.0 + e) / top))
    level = np.sqrt(mu * p) / start
    return float(speed), float(np.arccos(np.clip(level / speed, -1.0, 1.0)))
