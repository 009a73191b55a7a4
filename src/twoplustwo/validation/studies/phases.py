"""A flight taken apart: powered, coasting and falling, each with its own grid and surroundings."""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from numpy.typing import NDArray

from twoplustwo.base import constants as k
from twoplustwo.physics.arrays import Array
from twoplustwo.physics.boost import Burnout, Environment, Launch, fly_boost
from twoplustwo.physics.earth import Vector, to_earth_fixed, to_geodetic
from twoplustwo.physics.fall import coast_time, fly_coast, fly_descent
from twoplustwo.physics.fly import Track
from twoplustwo.physics.vehicle import Rocket

F = NDArray[np.float64]

PHASES: tuple[str, ...] = ("boost", "coast", "descent")


class Landed(NamedTuple):
    """Where and when flights end, and their coast; shape (B,) and (N, B)."""

    latitude_rad: F
    longitude_rad: F
    time_s: F
    track: Track


def fly_phases(
    rocket: Rocket,
    launch: Launch,
    surroundings: dict[str, Environment] | None = None,
    finer: dict[str, float] | None = None,
) -> Landed:
    """Fly a batch as `physics.fly` does, phase by phase.

    Parameters
    ----------
    rocket : Rocket
    launch : Launch
        Arrays of shape (B,).
    surroundings : dict of phase to Environment, optional
        Where they differ from the real Earth. Rotation is that of the powered phase.
    finer : dict of phase to float, optional
        Steps for each step in use; 1 where none is named.
    """
    envs = [(surroundings or {}).get(phase, Environment()) for phase in PHASES]
    switches = [_arrays(env) for env in envs]
    grids = [(finer or {}).get(phase, 1.0) for phase in PHASES]
    b = _boost(rocket, launch, switches[0], grids[0])
    coast = _coast(rocket, b, switches[1], grids[1])
    last_r, last_v = (Vector(*(c[-1] for c in part)) for part in coast[1:])
    time, place = _descent(rocket, coast[0][-1], last_r, last_v, switches[2], grids[2])
    lat, lon, _ = to_geodetic(to_earth_fixed(place, time, switches[0].turning))
    time_s, r, v = coast
    path = jax.tree.map(np.asarray, earth_fixed(time_s, r, v, switches[0].turning))
    return Landed(np.asarray(lat), np.asarray(lon), np.asarray(time), path)


def _arrays(env: Environment) -> Environment:
    """Switches as arrays, so that no other surroundings are compiled anew."""
    return Environment(np.float64(env.turning), np.float64(env.j2), np.float64(env.air))


@partial(jax.jit, static_argnames="refine")
def _boost(rocket: Rocket, launch: Launch, env: Environment, refine: float) -> Burnout:
    return fly_boost(rocket, launch, env, refine=refine)[0]


@partial(jax.jit, static_argnames="refine")
def _coast(
    rocket: Rocket, b: Burnout, env: Environment, refine: float
) -> tuple[Array, Vector, Vector]:
    beta = jnp.asarray(rocket.ballistic_coefficient_kg_m2)
    coast = fly_coast(b, beta, env, coast_time(b), refine)
    return coast.time_s, coast.r, coast.v


@partial(jax.jit, static_argnames="refine")
def _descent(
    rocket: Rocket, time: Array, r: Vector, v: Vector, env: Environment, refine: float
) -> tuple[Array, Vector]:
    beta = jnp.asarray(rocket.ballistic_coefficient_kg_m2)
    impact = fly_descent(time, r, v, beta, env, refine)
    return impact.time_s, impact.r


def earth_fixed(time: Array, r: Vector, v: Vector, turning: Array | float = 1.0) -> Track:
    """Inertial states as a track: turning axes, velocity relative to the ground."""
    place, turned = to_earth_fixed(r, time, turning), to_earth_fixed(v, time, turning)
    spin = k.EARTH_ROTATION_RAD_S * turning
    moving = Vector(turned.x + spin * place.y, turned.y - spin * place.x, turned.z)
    return Track(time, place, moving)


def apart_m(a: Landed, b: Landed) -> F:
    """Distance between the ends of two batches of flights on the ground, m."""
    return np.linalg.norm(_direction(a) - _direction(b), axis=0) * k.EARTH_MEAN_RADIUS_M


def _direction(one: Landed) -> F:
    c = np.cos(one.latitude_rad)
    return np.stack(
        [c * np.cos(one.longitude_rad), c * np.sin(one.longitude_rad), np.sin(one.latitude_rad)]
    )
