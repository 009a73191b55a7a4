"""Bare coasts with the engine: from a speed and a path angle at an altitude to the ground.

On the equator, eastwards, above an Earth that neither turns nor is flattened in its gravity, so
that closed forms hold on a sphere of the equatorial radius.
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from twoplustwo.base import constants as k
from twoplustwo.physics.arrays import Array
from twoplustwo.physics.boost import Burnout, Environment
from twoplustwo.physics.earth import Vector, altitude_and_up
from twoplustwo.physics.fall import coast_time, fly_coast, fly_descent
from twoplustwo.validation.flights.vehicle import NO_DRAG_KG_M2

RADIUS_M = k.EARTH_EQUATORIAL_RADIUS_M


class Coast(NamedTuple):
    """How a coast ends: distance along the ground from its start, highest point, time."""

    range_m: float
    apogee_m: float
    time_s: float
    landed: bool


def burnout(altitude_m: Array, speed_m_s: Array, angle_rad: Array) -> Burnout:
    """The state at the start of a coast, arrays of one shape."""
    nil = jnp.zeros_like(altitude_m)
    r = Vector(RADIUS_M + altitude_m, nil, nil)
    v = Vector(speed_m_s * jnp.sin(angle_rad), speed_m_s * jnp.cos(angle_rad), nil)
    return Burnout(nil, r, v, nil, nil)


def coast(
    altitude_m: float,
    speed_m_s: float,
    angle_rad: float,
    ballistic_coefficient_kg_m2: float = NO_DRAG_KG_M2,
) -> Coast:
    """Coast to the ground with `physics.fall`; no air unless a ballistic coefficient is given."""
    air = 0.0 if ballistic_coefficient_kg_m2 == NO_DRAG_KG_M2 else 1.0
    start = (np.full(1, float(x)) for x in (altitude_m, speed_m_s, angle_rad))
    out = _coast(burnout(*start), np.float64(ballistic_coefficient_kg_m2), np.float64(air))
    far, high, time, landed = (np.asarray(x)[0] for x in out)
    return Coast(float(far), float(high), float(time), bool(landed))


def to_ground(b: Burnout, beta_kg_m2: Array, air: Array) -> tuple[Array, Array, Array, Array]:
    """Distance from longitude 0 [m], apogee [m], time [s] and whether it landed."""
    env = Environment(turning=0.0, j2=0.0, air=air)
    path = fly_coast(b, beta_kg_m2, env, coast_time(b))
    heights, _ = altitude_and_up(path.r)
    r, v = (Vector(*(c[-1] for c in part)) for part in (path.r, path.v))
    end = fly_descent(path.time_s[-1], r, v, beta_kg_m2, env)
    far = RADIUS_M * jnp.mod(jnp.arctan2(end.r.y, end.r.x), 2.0 * jnp.pi)
    return far, jnp.max(heights, axis=0), end.time_s, end.landed


_coast = jax.jit(to_ground)


def orbit(altitude_m: float, speed_m_s: float, time_s: float) -> float:
    """Angle [rad] about the centre of the Earth that a level start sweeps in a time, unwrapped."""
    start = (np.full(1, float(x)) for x in (altitude_m, speed_m_s, 0.0))
    x, y = (np.asarray(c)[:, 0] for c in _orbit(burnout(*start), np.full(1, float(time_s))))
    return float(np.unwrap(np.arctan2(y, x))[-1])


@jax.jit
def _orbit(b: Burnout, time_s: Array) -> tuple[Array, Array]:
    env = Environment(turning=0.0, j2=0.0, air=0.0)
    path = fly_coast(b, jnp.asarray(NO_DRAG_KG_M2), env, time_s)
    return path.r.x, path.r.y
