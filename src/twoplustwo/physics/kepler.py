"""Closed forms of two-body flight: minimum-energy arcs and propagation; check, not engine."""

import numpy as np
from jaxtyping import Float
from numpy.typing import NDArray
from scipy.optimize import brentq

from twoplustwo.base import constants as k

F = NDArray[np.float64]


def minimum_energy(range_m: F, radius_m: float = k.EARTH_MEAN_RADIUS_M) -> tuple[F, F, F, F]:
    """Minimum-energy flight from ground to ground, no rotation, no air.

    Parameters
    ----------
    range_m : ndarray
        Great-circle distance along the ground, m.
    radius_m : float
        Radius of the sphere, m.

    Returns
    -------
    speed_m_s, path_angle_rad, apogee_m, time_s : ndarray

    Notes
    -----
    v^2 = (2 mu / R) s / (1 + s) with s = sin(range / 2R); angle = (pi - range / R) / 4
    (Wheelon, ARS Journal 29, 1959; Bate, Mueller and White, Fundamentals of Astrodynamics, ch. 6).
    """
    half = np.asarray(range_m) / (2.0 * radius_m)
    s = np.sin(half)
    v2 = 2.0 * k.EARTH_MU_M3_S2 / radius_m * s / (1.0 + s)
    angle = (np.pi - 2.0 * half) / 4.0
    a = 1.0 / (2.0 / radius_m - v2 / k.EARTH_MU_M3_S2)
    h2 = radius_m**2 * v2 * np.cos(angle) ** 2
    e = np.sqrt(1.0 - h2 / (k.EARTH_MU_M3_S2 * a))
    anomaly = np.arccos(np.clip((1.0 - radius_m / a) / e, -1.0, 1.0))
    time = 2.0 * np.sqrt(a**3 / k.EARTH_MU_M3_S2) * (np.pi - anomaly + e * np.sin(anomaly))
    return np.sqrt(v2), angle, a * (1.0 + e) - radius_m, time


def propagate(
    r_m: Float[np.ndarray, "3"], v_m_s: Float[np.ndarray, "3"], time_s: float
) -> tuple[Float[np.ndarray, "3"], Float[np.ndarray, "3"]]:
    """Two-body state after `time_s`, elliptic orbits only, by Kepler's equation in f and g.

    Parameters
    ----------
    r_m, v_m_s : ndarray, shape (3,)
        Inertial state.
    """
    mu, r0 = k.EARTH_MU_M3_S2, np.linalg.norm(r_m)
    a = 1.0 / (2.0 / r0 - v_m_s @ v_m_s / mu)
    n = np.sqrt(mu / a**3)
    ec, es = 1.0 - r0 / a, r_m @ v_m_s / np.sqrt(mu * a)
    mean = float(n * time_s)

    # rises with x and departs from the mean anomaly by less than 2: bracketed, where Newton's steps
    # run away on steep orbits
    def off(x: float) -> float:
        return float(x - ec * np.sin(x) + es * (1.0 - np.cos(x)) - mean)

    x = np.float64(brentq(off, mean - 2.0, mean + 2.0, xtol=1e-15))  # type: ignore[arg-type]
    f = 1.0 - a / r0 * (1.0 - np.cos(x))
    g = time_s - (x - np.sin(x)) / n
    r = f * r_m + g * v_m_s
    length = np.linalg.norm(r)
    fdot = -np.sqrt(mu * a) / (length * r0) * np.sin(x)
    gdot = 1.0 - a / length * (1.0 - np.cos(x))
    return r, fdot * r_m + gdot * v_m_s
