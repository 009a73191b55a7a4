"""How far a rocket goes when nothing turns: a dense sweep of kicks, flown with the engine."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twoplustwo.physics.boost import Environment, Launch
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.fly import IMPACT, Flight, fly
from twoplustwo.physics.vehicle import Rocket
from twoplustwo.validation.flights.coast import RADIUS_M

F = NDArray[np.float64]

KICKS = 512
WIDEST_RAD = np.radians((0.02, 85.0))
BEHIND_RAD = 0.01
FLATTEST_RAD = np.radians(1.0)  # at burnout; anything flatter is no ballistic flight
STILL = Environment(turning=0.0, j2=0.0)


class Best(NamedTuple):
    """The flight that goes farthest; SI."""

    range_m: float
    apogee_m: float
    time_s: float
    burnout_speed_m_s: float


def sweep(rocket: Rocket, kick_rad: F) -> tuple[F, Flight]:
    """Ranges [m] (NaN where it does not land) and flights, eastwards along the equator."""
    zero = np.zeros_like(kick_rad)
    launch = Launch(zero, zero, zero + np.pi / 2, kick_rad, zero + 1.0)
    flight: Flight = in_chunks(lambda piece: fly(rocket, piece, STILL)[0], launch)
    # the last bit of a vertical flight must not look like once around the Earth
    angle = np.mod(flight.longitude_rad + BEHIND_RAD, 2.0 * np.pi) - BEHIND_RAD
    lands = (flight.outcome == IMPACT) & (flight.burnout_angle_rad >= FLATTEST_RAD)
    return np.where(lands, RADIUS_M * angle, np.nan), flight


def farthest(rocket: Rocket) -> Best:
    """The farthest of a sweep over all kicks, refined around the best."""
    kick = np.geomspace(WIDEST_RAD[0], WIDEST_RAD[1], KICKS)
    far, _ = sweep(rocket, kick)
    best = int(np.nanargmax(far))
    near = np.linspace(kick[max(best - 2, 0)], kick[min(best + 2, KICKS - 1)], KICKS)
    far, flight = sweep(rocket, near)
    best = int(np.nanargmax(far))
    return Best(
        float(far[best]),
        float(flight.apogee_m[best]),
        float(flight.time_s[best]),
        float(flight.burnout_speed_m_s[best]),
    )
