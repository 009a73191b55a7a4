"""Distances and paths on a sphere, with the angles and bearings of the engine.

Places are names of ``tables/places.csv``.
"""

import numpy as np

from twoplustwo.physics.sphere import angle_and_bearing
from twoplustwo.validation.places import place


def distance(start: str, end: str, radius_m: float) -> float:
    """Great-circle distance [m], by `physics.sphere`, places taken on a sphere."""
    return radius_m * _seen(start, end)[0]


def closest_approach(start: str, end: str, past: str, radius_m: float) -> float:
    """Least ground distance [m] of a place from the great circle through two others.

    sin(off) = sin(angle) sin(bearing difference); angles and bearings by `physics.sphere`.
    """
    return radius_m * abs(_off_and_along(start, end, past)[0])


def closest_downrange(start: str, end: str, past: str, radius_m: float) -> float:
    """How far from the start [m] a great circle comes closest to a place."""
    return radius_m * _off_and_along(start, end, past)[1]


def passes_within(start: str, end: str, past: str, distance_m: float, radius_m: float) -> bool:
    """Whether the great circle through two places comes within a distance of a third."""
    return closest_approach(start, end, past, radius_m) <= distance_m


def _seen(one: str, other: str) -> tuple[float, float]:
    numbers = (np.float64(x) for name in (one, other) for x in place(name))
    angle, bearing = angle_and_bearing(*numbers)  # type: ignore[arg-type]
    return float(angle), float(bearing)


def _off_and_along(start: str, end: str, past: str) -> tuple[float, float]:
    _, course = _seen(start, end)
    angle, bearing = _seen(start, past)
    turn = bearing - course
    off = np.arcsin(np.sin(angle) * np.sin(turn))
    return float(off), float(np.arctan2(np.sin(angle) * np.cos(turn), np.cos(angle)))
