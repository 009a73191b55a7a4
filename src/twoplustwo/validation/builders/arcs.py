"""Two-body arcs from their range and apogee: when they pass where, and how a radar sees them.

From ground to ground over a sphere that does not turn, no boost, no air; places are names of
``tables/places.csv``, radars stand at altitude 0 and look straight.
"""

import numpy as np
from numpy.typing import NDArray

from twoplustwo.physics.earth import from_geodetic
from twoplustwo.physics.kepler import minimum_energy
from twoplustwo.sensors.radar import Radar, Refraction, margin
from twoplustwo.validation.flights.ellipse import RADIUS_M, Ellipse, along, apart
from twoplustwo.validation.places import place

F = NDArray[np.float64]
_STRAIGHT = Refraction(0.0, 0.0, 0.0, 1.0)
_NEVER_TOO_FAR_M = 1e12
_POINTS = 20_001


def time_to(range_m: float, apogee_m: float, start: str, past: str) -> float:
    """Time [s] from the start to a distance down the path: that of a place from the start."""
    angle, _ = apart(place(start), place(past))
    return float(Ellipse(range_m, apogee_m).time_s(np.asarray(angle)))


def least_energy_time_down_to(range_m: float, altitude_m: float) -> float:
    """Time [s] from the start until the arc of least energy comes down through an altitude."""
    return time_down_to(range_m, float(minimum_energy(np.array(range_m))[2]), altitude_m)


def time_down_to(range_m: float, apogee_m: float, altitude_m: float) -> float:
    """Time [s] from the start until an arc comes down through an altitude."""
    arc, height, time = _arc(range_m, apogee_m)
    falling = arc >= arc[-1] / 2.0
    return float(np.interp(-altitude_m, -height[falling], time[falling]))


def comes_down_before(range_m: float, apogee_m: float, altitude_m: float, time_s: float) -> bool:
    """Whether an arc is below an altitude for good by a time after its start."""
    return time_down_to(range_m, apogee_m, altitude_m) <= time_s


def first_sight_slant(
    radar: str,
    start: str,
    course_rad: float,
    range_m: float,
    apogee_m: float,
    elevation_rad: float,
) -> float:
    """Slant range [m] at which an arc first rises above the least elevation of a radar."""
    _, slant, above = _as_seen(radar, start, course_rad, range_m, apogee_m, elevation_rad)
    return float(slant[int(np.argmax(above))]) if above.any() else float("inf")


def height_at_slant(
    radar: str,
    start: str,
    course_rad: float,
    range_m: float,
    apogee_m: float,
    slant_m: float,
) -> float:
    """Altitude [m] that an arc has going up when it leaves a slant range of a radar for good."""
    height, slant, _ = _as_seen(radar, start, course_rad, range_m, apogee_m, 0.0)
    rising = slice(0, len(height) // 2)
    beyond = np.flatnonzero(slant[rising] > slant_m)
    return float(height[beyond[0]]) if len(beyond) else float("inf")


def _arc(range_m: float, apogee_m: float) -> tuple[F, F, F]:
    arc = np.linspace(0.0, range_m / RADIUS_M, _POINTS)
    ellipse = Ellipse(range_m, apogee_m)
    return arc, ellipse.altitude_m(arc), ellipse.time_s(arc)


def _as_seen(
    radar: str,
    start: str,
    course_rad: float,
    range_m: float,
    apogee_m: float,
    elevation_rad: float,
) -> tuple[F, F, NDArray[np.bool_]]:
    """Altitude, slant range [m], and whether it is above the least elevation, along an arc."""
    arc, height, _ = _arc(range_m, apogee_m)
    lat, lon = along(place(start), course_rad, arc)
    r = from_geodetic(lat, lon, height)  # type: ignore[arg-type]
    at = place(radar)
    eye = Radar(*at, 0.0, _NEVER_TOO_FAR_M, 1.0, 1.0, 1.0, elevation_rad, 0.0, 2 * np.pi)
    site = np.array(from_geodetic(np.float64(at[0]), np.float64(at[1]), np.float64(0.0)))  # type: ignore[arg-type]
    slant = np.linalg.norm(np.array(r) - site[:, None], axis=0)
    return height, slant, np.asarray(margin(eye, _STRAIGHT, 1.0, r)) >= 0.0
