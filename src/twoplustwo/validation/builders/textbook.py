"""Closed forms, and the same flights through the engine."""

import numpy as np

from twoplustwo.base import constants as k
from twoplustwo.engagement import equivalent
from twoplustwo.physics.kepler import minimum_energy
from twoplustwo.validation.flights.coast import RADIUS_M, coast, orbit
from twoplustwo.validation.flights.vertical import straight_up

MU = k.EARTH_MU_M3_S2


def least_speed(range_m: float) -> float:
    """Speed [m/s] of the minimum-energy arc, ground to ground; closed form of `physics.kepler`."""
    return float(minimum_energy(np.array(range_m))[0])


def least_angle(range_m: float) -> float:
    """Path angle [rad] of the minimum-energy arc (Wheelon); closed form of `physics.kepler`."""
    return float(minimum_energy(np.array(range_m))[1])


def least_apogee(range_m: float) -> float:
    """Apogee [m] of the minimum-energy arc; closed form of `physics.kepler`."""
    return float(minimum_energy(np.array(range_m))[2])


def least_time(range_m: float) -> float:
    """Flight time [s] of the minimum-energy arc; closed form of `physics.kepler`."""
    return float(minimum_energy(np.array(range_m))[3])


def mean_ground_speed(range_m: float) -> float:
    """Range over flight time [m/s] of the minimum-energy arc; closed form of `physics.kepler`."""
    return range_m / least_time(range_m)


def flown_range(range_m: float) -> float:
    """Where the engine's coast comes down [m] from speed and angle of the arc of a range.

    The arc is that of a sphere of the equatorial radius, on which the coast is flown without air,
    rotation or J2.
    """
    return _flown(range_m).range_m


def flown_apogee(range_m: float) -> float:
    """Apogee [m] of the same coast through the engine."""
    return _flown(range_m).apogee_m


def flown_time(range_m: float) -> float:
    """Flight time [s] of the same coast through the engine."""
    return _flown(range_m).time_s


def _flown(range_m: float):
    speed, angle, _, _ = minimum_energy(np.array(range_m), RADIUS_M)
    return coast(0.0, float(speed), float(angle))


def thrown_up(speed_m_s: float) -> float:
    """Apogee [m] of a vertical throw from the ground, through the engine's coast without air."""
    return coast(0.0, speed_m_s, np.pi / 2).apogee_m


def swept(altitude_m: float, speed_m_s: float, time_s: float) -> float:
    """Angle [rad] about the Earth's centre that a level start sweeps, through the engine."""
    return orbit(altitude_m, speed_m_s, time_s)


def circular_speed(altitude_m: float, radius_m: float) -> float:
    """Speed [m/s] of a circular orbit; closed form with the constants of the engine."""
    return float(np.sqrt(MU / (radius_m + altitude_m)))


def escape_speed(altitude_m: float, radius_m: float) -> float:
    """Speed [m/s] that never comes back; closed form with the constants of the engine."""
    return float(np.sqrt(2.0 * MU / (radius_m + altitude_m)))


def energy_speed(speed_m_s: float, altitude_m: float) -> float:
    """Speed [m/s] of the same energy at the ground, as `engagement.equivalent` reckons it."""
    return float(equivalent.energy_speed(np.array(speed_m_s), np.array(RADIUS_M + altitude_m)))


def boosted_up(
    measure: str, exhaust_m_s: float, launch_kg: float, propellant_kg: float, burn_time_s: float
) -> float:
    """Speed [m/s] or height [m] at the end of a vertical burn without air, through the engine.

    Parameters
    ----------
    measure : str
        ``speed`` or ``height``.
    """
    speed, height = straight_up(exhaust_m_s, launch_kg, propellant_kg, burn_time_s)
    return {"speed": speed, "height": height}[measure]
