"""The whole path of a flight over the turning Earth, pad to impact, for those who draw it."""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp

from twoplustwo.physics.arrays import Array
from twoplustwo.physics.boost import Environment, Launch, fly_boost
from twoplustwo.physics.earth import Vector, from_geodetic, to_earth_fixed, to_geodetic
from twoplustwo.physics.fall import coast_time, fall_path, fly_coast
from twoplustwo.physics.vehicle import Rocket


class Path(NamedTuple):
    """Points of a batch of flights in order of time, shape (N, B); places geodetic.

    Some follow each other at once: a stage that a rocket does not have takes no time.
    """

    time_s: Array
    r: Vector  # Earth-fixed
    latitude_rad: Array
    longitude_rad: Array
    altitude_m: Array


@partial(jax.jit, static_argnames=("refine",))
def fly_path(rocket: Rocket, launch: Launch, refine: float = 1) -> Path:
    """Every step of the flights that `fly.fly` flies, by the same steps.

    Parameters
    ----------
    rocket : Rocket
        Vehicle, scalars and stage arrays.
    launch : Launch
        Arrays of shape (B,).
    refine : float
        Multiplies the number of steps of every phase.
    """
    env = Environment()
    beta = jnp.asarray(rocket.ballistic_coefficient_kg_m2)
    b, boost = fly_boost(rocket, launch, env, refine=refine, path=True)
    assert boost is not None
    coast = fly_coast(b, beta, env, coast_time(b), refine)
    last_r, last_v = (Vector(*(c[-1] for c in part)) for part in (coast.r, coast.v))
    fall_s, fall_r = fall_path(coast.time_s[-1], last_r, last_v, beta, env, refine)
    zero = jnp.zeros_like(launch.cutoff)
    start = from_geodetic(launch.latitude_rad, launch.longitude_rad, zero)
    time = jnp.concatenate([zero[None], boost[0], coast.time_s[1:], fall_s])
    parts = zip(start, boost[1], coast.r, fall_r, strict=True)
    inertial = Vector(*(jnp.concatenate([s[None], up, c[1:], f]) for s, up, c, f in parts))
    r = to_earth_fixed(inertial, time)
    return Path(time, r, *to_geodetic(r))
