"""A whole flight, launch to impact: the outcome is a value, never an exception."""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from twoplustwo.base import constants as k
from twoplustwo.physics.arrays import Array
from twoplustwo.physics.boost import Environment, Launch, fly_boost, ground_speed_and_angle
from twoplustwo.physics.earth import Vector, altitude, dot, norm, to_earth_fixed, to_geodetic
from twoplustwo.physics.fall import Coast, coast_time, fly_coast, fly_descent
from twoplustwo.physics.vehicle import Rocket

IMPACT, CRASHED, ESCAPED = 0, 1, 2


class Flight(NamedTuple):
    """One batch of flights; shape (B,) each, angles rad, Earth-fixed places."""

    outcome: Array  # IMPACT, CRASHED (touched the ground under power) or ESCAPED
    latitude_rad: Array
    longitude_rad: Array
    time_s: Array
    burnout_time_s: Array
    burnout_altitude_m: Array
    burnout_speed_m_s: Array  # relative to the ground
    burnout_angle_rad: Array  # path angle above the horizontal, relative to the ground
    burnout_energy_j_kg: Array  # Earth-relative: v^2/2 - mu/r
    apogee_m: Array
    cloud_break_s: Array


class Track(NamedTuple):
    """The coast of a batch, Earth-fixed axes; shape (N, B); velocity relative to the ground."""

    time_s: Array
    r: Vector
    v: Vector


def fly(
    rocket: Rocket,
    launch: Launch,
    env: Environment | None = None,
    cloud_break_m: float = 0.0,
    refine: float = 1,
    track: bool = True,
) -> tuple[Flight, Track]:
    """Fly a batch of one rocket from launch to impact on the rotating WGS84 ellipsoid.

    Parameters
    ----------
    rocket : Rocket
        Vehicle, scalars and stage arrays.
    launch : Launch
        Arrays of shape (B,).
    env : Environment, optional
        Surroundings; the real Earth by default.
    cloud_break_m : float
        Altitude whose first crossing is reported in `Flight.cloud_break_s` (inf if never).
    refine : float
        Multiplies the number of steps of every phase.
    track : bool
        False leaves the track nil, where nobody reads it: a fifth less work.

    Returns
    -------
    Flight
        Where and when it ends, and its burnout.
    Track
        The coast, burnout to the edge of the air.
    """
    # switches as arrays: every caller shares one compiled flight
    switches = Environment(*(np.float64(x) for x in env or Environment()))
    return _fly(rocket, launch, switches, np.float64(cloud_break_m), np.bool_(track), refine)


@partial(jax.jit, static_argnames=("refine",))
def _fly(
    rocket: Rocket,
    launch: Launch,
    env: Environment,
    cloud_break_m: Array,
    track: Array,
    refine: float,
) -> tuple[Flight, Track]:
    b, _ = fly_boost(rocket, launch, env, cloud_break_m, refine)
    beta = jnp.asarray(rocket.ballistic_coefficient_kg_m2)
    coast = fly_coast(b, beta, env, coast_time(b), refine)
    last_r, last_v = (Vector(*(c[-1] for c in part)) for part in (coast.r, coast.v))
    impact = fly_descent(coast.time_s[-1], last_r, last_v, beta, env, refine)
    latitude, longitude, _ = to_geodetic(to_earth_fixed(impact.r, impact.time_s, env.turning))
    speed, angle = ground_speed_and_angle(b, env.turning)
    outcome = jnp.where(b.lowest_m < 0.0, CRASHED, jnp.where(impact.landed, IMPACT, ESCAPED))
    flight = Flight(
        outcome,
        latitude,
        longitude,
        impact.time_s,
        b.time_s,
        altitude(b.r),
        speed,
        angle,
        0.5 * speed**2 - k.EARTH_MU_M3_S2 / norm(b.r),
        _apogee(coast),
        b.cloud_break_s,
    )
    # the switch is a value, so that both ways share one compiled flight
    return flight, jax.lax.cond(track, _track, _nil, coast, env)


def _apogee(coast: Coast) -> Array:
    """Greatest altitude [m]: from the highest node on by the law of the vertical throw."""
    height = altitude(coast.r)
    top = jnp.argmax(height, axis=0)[None]
    r, v = (Vector(*(jnp.take_along_axis(c, top, axis=0)[0] for c in part)) for part in coast[1:])
    radius = norm(r)
    climb = dot(r, v) / radius
    fall = k.EARTH_MU_M3_S2 / radius**2 - (dot(v, v) - climb**2) / radius
    highest = jnp.take_along_axis(height, top, axis=0)[0]
    # at the ends of the coast it is no apogee
    inside = (top[0] > 0) & (top[0] < height.shape[0] - 1) & (fall > 0.0)
    return highest + jnp.where(inside, 0.5 * climb**2 / jnp.where(inside, fall, 1.0), 0.0)


def _track(coast: Coast, env: Environment) -> Track:
    """The coast in Earth-fixed axes."""
    fixed_r = to_earth_fixed(coast.r, coast.time_s, env.turning)
    spin = k.EARTH_ROTATION_RAD_S * env.turning
    turned = to_earth_fixed(coast.v, coast.time_s, env.turning)
    fixed_v = Vector(turned.x + spin * fixed_r.y, turned.y - spin * fixed_r.x, turned.z)
    return Track(coast.time_s, fixed_r, fixed_v)


def _nil(coast: Coast, _: Environment) -> Track:
    return Track(*jax.tree.map(jnp.zeros_like, coast))
