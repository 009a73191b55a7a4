"""The whole flight as a track: powered where wanted, coast, and down through the air to impact."""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np

from twoplustwo.base import constants as k
from twoplustwo.physics.arrays import Array
from twoplustwo.physics.boost import Environment, Launch, fly_boost
from twoplustwo.physics.earth import Vector, from_geodetic, to_earth_fixed
from twoplustwo.physics.fall import coast_time, fall_states, fly_coast
from twoplustwo.physics.fly import Track
from twoplustwo.physics.vehicle import Rocket


def whole_track(rocket: Rocket, launch: Launch) -> tuple[Track, Array]:
    """Fly a batch from the pad to impact, by the same steps as `fly.fly`.

    `fly.Track` ends at the edge of the air, which is enough for meetings outside it.

    Parameters
    ----------
    rocket : Rocket
        Vehicle, scalars and stage arrays.
    launch : Launch
        Arrays of shape (B,).

    Returns
    -------
    Track
        Shape (N, B), Earth-fixed, velocity relative to the ground. Some nodes follow each other at
        once: a stage that a rocket does not have takes no time.
    burnout_s : Array, shape (B,)
        End of powered flight.
    """
    return _whole(rocket, launch, Environment(*(np.float64(x) for x in Environment())))


@jax.jit
def _whole(rocket: Rocket, launch: Launch, env: Environment) -> tuple[Track, Array]:
    beta = jnp.asarray(rocket.ballistic_coefficient_kg_m2)
    b, boost = fly_boost(rocket, launch, env, path=True)
    assert boost is not None
    coast = fly_coast(b, beta, env, coast_time(b))
    last_r, last_v = (Vector(*(c[-1] for c in part)) for part in (coast.r, coast.v))
    fall_s, fall_r, fall_v = fall_states(coast.time_s[-1], last_r, last_v, beta, env)
    zero = jnp.zeros_like(launch.cutoff)
    pad = from_geodetic(launch.latitude_rad, launch.longitude_rad, zero)
    spin = k.EARTH_ROTATION_RAD_S * env.turning
    still = Vector(-spin * pad.y, spin * pad.x, zero)  # at rest on the ground, inertial axes
    time = jnp.concatenate([zero[None], boost[0], coast.time_s[1:], fall_s])

    def joined(start: Vector, up: Vector, over: Vector, down: Vector) -> Vector:
        parts = zip(start, up, over, down, strict=True)
        return Vector(*(jnp.concatenate([s[None], u, c[1:], d]) for s, u, c, d in parts))

    turn = partial(to_earth_fixed, time_s=time, turning=env.turning)
    r = turn(joined(pad, boost[1], coast.r, fall_r))
    v = turn(joined(still, boost[2], coast.v, fall_v))
    return Track(time, r, Vector(v.x + spin * r.y, v.y - spin * r.x, v.z)), b.time_s
