"""Flights that took place: what apogee, range and time say through the engine."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from twoplustwo.base import constants as k
from twoplustwo.physics.aim import Aimer
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.fly import Flight, fly
from twoplustwo.physics.kepler import minimum_energy
from twoplustwo.validation.flights import lofted
from twoplustwo.validation.flights.arcs import start_of_arc
from twoplustwo.validation.flights.coast import coast
from twoplustwo.validation.flights.root import root
from twoplustwo.validation.flights.vehicle import Vehicle


def lofted_time(apogee_m: float, range_m: float, stand_in: Mapping[str, Any]) -> float:
    """Time [s] of a lofted test, launch to impact, by a stand-in rocket that flies it.

    Payload and kick of the stand-in are fitted to apogee and range (`flights.lofted`); the engine
    flies it with air, on an Earth that does not turn.
    """
    return lofted.lofted(_vehicle(stand_in), apogee_m, range_m).time_s


def standard_range(apogee_m: float, range_m: float, stand_in: Mapping[str, Any]) -> float:
    """Greatest range [m] of the stand-in with the payload fitted to the lofted test."""
    return lofted.standard_range(_vehicle(stand_in), apogee_m, range_m)


def turned_range(apogee_m: float, range_m: float, altitude_m: float) -> float:
    """Range [m] if the speed of a lofted arc were turned to its best angle; closed form.

    From burnout height to burnout height. It is what one must *not* do; kept to show how much it
    misses.
    """
    speed, _ = start_of_arc(apogee_m, range_m, altitude_m)
    radius = k.EARTH_MEAN_RADIUS_M + altitude_m

    def short(far: float) -> float:
        return float(minimum_energy(np.array(far), radius)[0]) - speed

    return root(short, 1e3, np.pi * radius - 1e3) * k.EARTH_MEAN_RADIUS_M / radius


def arc_speed(apogee_m: float, range_m: float, altitude_m: float) -> float:
    """Speed [m/s] at an altitude of the two-body arc with an apogee and a range; closed form.

    The range is from that altitude to the ground below the other end.
    """
    return start_of_arc(apogee_m, range_m, altitude_m)[0]


def arc_time(apogee_m: float, range_m: float, altitude_m: float) -> float:
    """Time [s] from an altitude to the ground on that arc, through the engine's coast, no air."""
    speed, angle = start_of_arc(apogee_m, range_m, altitude_m)
    return coast(altitude_m, speed, angle).time_s


def aimed_time(
    from_latitude_rad: float,
    from_longitude_rad: float,
    to_latitude_rad: float,
    to_longitude_rad: float,
    payload_kg: float,
    stand_in: Mapping[str, Any],
) -> float:
    """Flight time [s] of a stand-in aimed from a place to a place, with everything switched on.

    Least-energy arc of `physics.aim`, on the rotating ellipsoid, with J2 and air.
    """
    rocket = _vehicle(stand_in).rocket(payload_kg)
    solved = Aimer(rocket).solve(
        np.full(1, from_latitude_rad),
        np.full(1, from_longitude_rad),
        np.full(1, to_latitude_rad),
        np.full(1, to_longitude_rad),
    )
    flight: Flight = in_chunks(lambda piece: fly(rocket, piece)[0], solved.launch)
    return float(flight.time_s[0])


def _vehicle(stand_in: Mapping[str, Any]) -> Vehicle:
    return Vehicle.read(**stand_in)
