"""Ballistic reach of an equivalent interceptor made from a speed and a burn time.

The interceptor is `engagement.equivalent` with the recipe of the case; it is flown by the engine
on an Earth that does not turn, as its speed is defined, and falls undragged.
"""

from collections.abc import Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base import constants as k
from twoplustwo.engagement.equivalent import Family, Recipe, rocket
from twoplustwo.physics.boost import Environment, Launch
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.fly import IMPACT, Flight, fly
from twoplustwo.validation.drag import drag_table

F = NDArray[np.float64]

_ANGLES_RAD = np.radians(np.linspace(3.0, 89.0, 173))


def ground_range(speed_m_s: float, reading: str, burn_time_s: float, recipe: Mapping) -> float:
    """Greatest distance [m] along the ground at which the interceptor comes down again.

    Parameters
    ----------
    speed_m_s : float
        Claimed speed, in the reading `burnout` or `energy`.
    recipe : mapping
        The rest of the recipe, and `drag`, the name of a drag table.
    """
    flight = _fan(speed_m_s, reading, _made(burn_time_s, recipe))
    lands = np.asarray(flight.outcome) == IMPACT
    return k.EARTH_EQUATORIAL_RADIUS_M * float(np.max(np.asarray(flight.longitude_rad)[lands]))


def ceiling(speed_m_s: float, reading: str, burn_time_s: float, recipe: Mapping) -> float:
    """Highest point [m] of the steepest flyout, burnout at 89 degrees."""
    flight = _fan(speed_m_s, reading, _made(burn_time_s, recipe))
    return float(np.nanmax(np.asarray(flight.apogee_m)))


def gets_to(
    altitude_m: float, speed_m_s: float, reading: str, burn_time_s: float, recipe: Mapping
) -> bool:
    """Whether the ceiling is at least an altitude."""
    return ceiling(speed_m_s, reading, burn_time_s, recipe) >= altitude_m


def burnout_altitude(speed_m_s: float, reading: str, burn_time_s: float, recipe: Mapping) -> float:
    """Altitude [m] at burnout of the reference flyout."""
    made = _made(burn_time_s, recipe)
    flight = _fan(speed_m_s, reading, made)
    angle = np.asarray(flight.burnout_angle_rad)
    height = np.asarray(flight.burnout_altitude_m)
    return float(np.interp(made.reference_angle_rad, angle, height))


def speed_for(range_m: float, reading: str, burn_time_s: float, recipe: Mapping) -> float:
    """Speed [m/s], in a reading, whose ground range is `range_m`."""
    return _solve(lambda v: ground_range(v, reading, burn_time_s, recipe), range_m)


def speed_for_ceiling(
    altitude_m: float, reading: str, burn_time_s: float, recipe: Mapping
) -> float:
    """Speed [m/s], in a reading, whose ceiling is `altitude_m`."""
    return _solve(lambda v: ceiling(v, reading, burn_time_s, recipe), altitude_m)


def _solve(rising, goal: float) -> float:
    low, high = 1_500.0, 7_500.0
    for _ in range(14):
        middle = 0.5 * (low + high)
        low, high = (middle, high) if rising(middle) < goal else (low, middle)
    return 0.5 * (low + high)


def _made(burn_time_s: float, recipe: Mapping) -> Recipe:
    mach, cd = drag_table(recipe["drag"])
    return Recipe(
        burn_time_s=burn_time_s,
        exhaust_m_s=recipe["isp_s"] * k.STANDARD_GRAVITY_M_S2,
        area_density_kg_m2=recipe["area_density_kg_m2"],
        vertical_time_s=recipe["vertical_time_s"],
        kick_time_s=recipe["kick_time_s"],
        reference_angle_rad=recipe["reference_angle_rad"],
        drag_mach=mach,
        drag_cd=cd,
    )


@cache
def _family(recipe: Recipe) -> Family:
    return Family(recipe)


@cache
def _fan(speed_m_s: float, reading: str, recipe: Recipe) -> Flight:
    """Flights to the ground for path angles at burnout from flat to steep."""
    family = _family(recipe)
    ideal = float(family.delta_v(speed_m_s, reading))
    kick = family.kicks(ideal, _ANGLES_RAD)
    kick = kick[np.isfinite(kick)]
    zero = np.zeros_like(kick)
    launch = Launch(zero, zero, zero + np.pi / 2, kick, zero + 1.0)
    still = Environment(turning=0.0)
    return in_chunks(lambda piece: fly(rocket(recipe, ideal), piece, still)[0], launch)
