"""Angles between places seen from the centre of the Earth: distance and bearing on the sphere."""

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base import constants as k

F = NDArray[np.float64]


def geocentric(latitude_rad: F | float) -> F:
    """Geocentric latitude [rad] of a geodetic one at altitude 0 on WGS84."""
    return np.arctan((1.0 - k.EARTH_ECCENTRICITY_SQUARED) * np.tan(latitude_rad))


def angle_and_bearing(lat1_rad: F, lon1_rad: F, lat2_rad: F, lon2_rad: F) -> tuple[F, F]:
    """Central angle [rad] and bearing at the first place [rad, from north, clockwise].

    Latitudes are geocentric; arrays broadcast. Vincenty's form, good at every distance.
    """
    d = lon2_rad - lon1_rad
    s1, c1, s2, c2 = np.sin(lat1_rad), np.cos(lat1_rad), np.sin(lat2_rad), np.cos(lat2_rad)
    east = c2 * np.sin(d)
    north = c1 * s2 - s1 * c2 * np.cos(d)
    angle = np.arctan2(np.hypot(east, north), s1 * s2 + c1 * c2 * np.cos(d))
    return angle, np.arctan2(east, north)


def wrap(angle_rad: F) -> F:
    """Angle brought to (-pi, pi]."""
    return np.arctan2(np.sin(angle_rad), np.cos(angle_rad))


def unfold(angle_rad: F, offset_rad: F) -> tuple[F, F]:
    """Central angle and bearing offset of a flight that may pass the far side of the Earth.

    A landing that lies behind (offset beyond a quarter turn) was reached the long way round,
    unless it is near; then the angle counts backwards.
    """
    behind = np.abs(offset_rad) > np.pi / 2
    long_way = np.where(angle_rad > np.pi / 2, 2 * np.pi - angle_rad, -angle_rad)
    return np.where(behind, long_way, angle_rad), np.where(
        behind, wrap(offset_rad + np.pi), offset_rad
    )
