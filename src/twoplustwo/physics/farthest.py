"""How far a rocket goes with all its propellant, azimuth by azimuth, on an Earth that turns or not.

Three looks: pitch programmes spread over all angles, then closer and closer around the best of each
azimuth.
"""

from typing import NamedTuple

import numpy as np
from jaxtyping import Float
from numpy.typing import NDArray

from twoplustwo.base.constants import EARTH_MEAN_RADIUS_M, EARTH_MU_M3_S2
from twoplustwo.physics.arcs import FARTHEST_RAD
from twoplustwo.physics.boost import Environment, Launch
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.fan import FLATTEST_RAD
from twoplustwo.physics.fly import ESCAPED, IMPACT, Flight, fly
from twoplustwo.physics.kick import KickMap
from twoplustwo.physics.sphere import angle_and_bearing, geocentric, unfold, wrap
from twoplustwo.physics.vehicle import Rocket

F = NDArray[np.float64]

STILL = Environment(turning=0.0)
LOOKS, ANGLES = 3, 20  # and pitch programmes of each
STEEPEST_RAD = np.radians(62.0)  # nominal; nothing goes farthest from steeper than 45 degrees


class Farthest(NamedTuple):
    """The farthest landing on each azimuth, shape (A,).

    `range_m` is the central angle times the mean radius of the Earth; what would pass the far
    side of the Earth counts as half-way round, and its place is NaN. Longitudes count from that
    of the launch.
    """

    azimuth_rad: F
    range_m: F
    latitude_rad: F
    longitude_rad: F


def farthest(
    rocket: Rocket,
    kicks: KickMap,
    latitude_rad: float,
    azimuth_rad: Float[np.ndarray, "A"],
    env: Environment | None = None,
) -> Farthest:
    """Fly out every pitch programme and keep the farthest of each azimuth.

    Parameters
    ----------
    rocket : Rocket
    kicks : KickMap
        Of that rocket.
    latitude_rad : float
        Geodetic latitude of the launch, at longitude 0 and altitude 0.
    azimuth_rad : ndarray, shape (A,)
        Of the launch, from north, clockwise.
    env : Environment, optional
        Surroundings; the real Earth by default.

    Returns
    -------
    Farthest
    """
    every = np.arange(len(azimuth_rad))
    lowest, highest = kicks.lowest_rad, min(kicks.highest_rad, STEEPEST_RAD)
    nominal = np.broadcast_to(np.linspace(lowest, highest, ANGLES), (len(every), ANGLES))
    step = nominal[0, 1] - nominal[0, 0]
    angle, latitude, longitude = (np.zeros(len(every)) for _ in range(3))
    best = nominal[:, 0]
    for _ in range(LOOKS):
        flown = _fly(rocket, kicks, latitude_rad, azimuth_rad, nominal, env)
        top = flown[0].argmax(axis=1)
        farther = flown[0][every, top] > angle
        best = np.where(farther, nominal[every, top], best)
        angle, latitude, longitude = (
            np.where(farther, new[every, top], old)
            for new, old in zip(flown, (angle, latitude, longitude), strict=True)
        )
        nominal = np.clip(best[:, None] + np.linspace(-step, step, ANGLES), lowest, highest)
        step *= 2.0 / (ANGLES - 1)
    lands = angle < FARTHEST_RAD
    return Farthest(
        azimuth_rad,
        EARTH_MEAN_RADIUS_M * angle,
        np.where(lands, latitude, np.nan),
        np.where(lands, longitude, np.nan),
    )


def least_energy_range(speed_m_s: float) -> float:
    """Greatest range [m] of a body thrown at a speed, ground to ground: no air, no turning.

    v^2 = (2 mu / R) s / (1 + s) with s = sin(range / 2R) (Bate, Mueller and White, Fundamentals of
    Astrodynamics, ch. 6); half-way round the Earth at most.
    """
    share = speed_m_s**2 * EARTH_MEAN_RADIUS_M / (2.0 * EARTH_MU_M3_S2)
    sine = share / (1.0 - share) if share < 0.5 else 1.0
    return 2.0 * EARTH_MEAN_RADIUS_M * float(np.arcsin(sine))


def _fly(
    rocket: Rocket,
    kicks: KickMap,
    latitude_rad: float,
    azimuth_rad: F,
    nominal_rad: F,
    env: Environment | None,
) -> tuple[F, F, F]:
    """Central angles and landing places, shape (A, nominal angles); 0 where nothing flies."""
    azimuth = np.repeat(azimuth_rad, nominal_rad.shape[1])
    zero = np.zeros_like(azimuth)
    launch = Launch(zero + latitude_rad, zero, azimuth, kicks(nominal_rad.ravel()), zero + 1.0)
    flight: Flight = in_chunks(lambda piece: fly(rocket, piece, env, track=False)[0], launch)
    angle, bearing = angle_and_bearing(
        geocentric(launch.latitude_rad),
        zero,
        geocentric(flight.latitude_rad),
        flight.longitude_rad,
    )
    angle, _ = unfold(angle, wrap(bearing - azimuth))
    flies = flight.burnout_angle_rad >= FLATTEST_RAD
    far = np.where(flight.outcome == ESCAPED, FARTHEST_RAD, np.clip(angle, 0.0, FARTHEST_RAD))
    far = np.where(flies & np.isin(flight.outcome, (IMPACT, ESCAPED)), far, 0.0)
    shape = nominal_rad.shape
    return (
        far.reshape(shape),
        flight.latitude_rad.reshape(shape),
        flight.longitude_rad.reshape(shape),
    )
