"""Distances and paths on a sphere, with the angles and bearings of the engine."""

from collections.abc import Mapping

import numpy as np

from twoplustwo.physics.sphere import angle_and_bearing

Place = Mapping[str, float]
"""``latitude_rad`` and ``longitude_rad``."""


def distance(start: Place, end: Place, radius_m: float) -> float:
    """Great-circle distance [m], by `physics.sphere`, places taken on a sphere."""
    return radius_m * _seen(start, end)[0]


def closest_approach(start: Place, end: Place, past: Place, radius_m: float) -> float:
    """Least ground distance [m] of a place from the great circle through two others.

    sin(off) = sin(angle) sin(bearing difference); angles and bearings by `physics.sphere`.
    """
    return radius_m * abs(_off_and_along(start, end, past)[0])


def closest_downrange(start: Place, end: Place, past: Place, radius_m: float) -> float:
    """How far from the start [m] a great circle comes closest to a place."""
    return radius_m * _off_and_along(start, end, past)[1]


def _seen(one: Place, other: Place) -> tuple[float, float]:
    flat = [np.float64(place[name]) for place in (one, other)
            for name in ("latitude_rad", "longitude_rad")]  # fmt: skip
    angle, bearing = angle_and_bearing(*flat)  # type: ignore[arg-type]
    return float(angle), float(bearing)


def _off_and_along(start: Place, end: Place, past: Place) -> tuple[float, float]:
    _, course = _seen(start, end)
    angle, bearing = _seen(start, past)
    turn = bearing - course
    off = np.arcsin(np.sin(angle) * np.sin(turn))
    return float(off), float(np.arctan2(np.sin(angle) * np.cos(turn), np.cos(angle)))
