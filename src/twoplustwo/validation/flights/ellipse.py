"""The two-body arc over a sphere that does not turn, from its range and its highest point."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base import constants as k
from twoplustwo.physics.sphere import angle_and_bearing
from twoplustwo.validation.places import Place

F = NDArray[np.float64]
RADIUS_M = k.EARTH_MEAN_RADIUS_M


class Ellipse(NamedTuple):
    """An arc from ground to ground; its highest point lies half-way.

    Angles are those about the centre of the Earth, counted from the start [rad].

    Notes
    -----
    With the apogee at r_a and the ground at R, half the range (angle h) away from it, the
    eccentricity is e = (r_a - R) / (r_a - R cos h), and r = r_a (1 - e) / (1 - e cos(angle - h)).
    """

    range_m: float
    apogee_m: float

    @property
    def half_rad(self) -> float:
        """Angle from the start to the highest point."""
        return self.range_m / RADIUS_M / 2.0

    @property
    def eccentricity(self) -> float:
        """Of the ellipse."""
        top = RADIUS_M + self.apogee_m
        return self.apogee_m / (top - RADIUS_M * np.cos(self.half_rad))

    def altitude_m(self, angle_rad: F) -> F:
        """Height above the sphere."""
        e = self.eccentricity
        parameter = (RADIUS_M + self.apogee_m) * (1.0 - e)
        return parameter / (1.0 - e * np.cos(angle_rad - self.half_rad)) - RADIUS_M

    def time_s(self, angle_rad: F) -> F:
        """Time since the start; from the highest point on by Kepler's equation."""
        start = self._from_top_s(np.asarray(-self.half_rad))
        return self._from_top_s(np.asarray(angle_rad) - self.half_rad) - start

    def _from_top_s(self, angle_rad: F) -> F:
        e = self.eccentricity
        turned = 2.0 * np.arctan(np.sqrt((1.0 + e) / (1.0 - e)) * np.tan(angle_rad / 2.0))
        axis = (RADIUS_M + self.apogee_m) / (1.0 + e)
        return np.sqrt(axis**3 / k.EARTH_MU_M3_S2) * (turned + e * np.sin(turned))


def along(start: Place, course_rad: float, angle_rad: F) -> tuple[F, F]:
    """Latitude and longitude [rad] of points of a great circle, places taken on a sphere."""
    lat0, lon0 = start
    lat = np.arcsin(
        np.sin(lat0) * np.cos(angle_rad) + np.cos(lat0) * np.sin(angle_rad) * np.cos(course_rad)
    )
    lon = lon0 + np.arctan2(
        np.sin(course_rad) * np.sin(angle_rad) * np.cos(lat0),
        np.cos(angle_rad) - np.sin(lat0) * np.sin(lat),
    )
    return lat, lon


def apart(one: Place, other: Place) -> tuple[float, float]:
    """Angle between two places and bearing from the first [rad], taken on a sphere."""
    numbers = (np.float64(x) for x in (*one, *other))
    angle, bearing = angle_and_bearing(*numbers)  # type: ignore[arg-type]
    return float(angle), float(bearing)
