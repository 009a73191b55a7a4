"""Unpowered flight: coast on an even time grid to the edge of the air, then down by altitude."""

from typing import NamedTuple

import jax
import jax.numpy as jnp

from twoplustwo.base import constants as k
from twoplustwo.physics import atmosphere, gravity
from twoplustwo.physics.arrays import Array
from twoplustwo.physics.boost import Burnout, Environment, relative_velocity
from twoplustwo.physics.earth import Vector, altitude_and_up, dot, norm
from twoplustwo.physics.integrate import State, rk4

COAST_STEPS = 96
DESCENT_STEPS = 64
AIR_EDGE_M = 90_000.0  # where the grids change; numerics, not physics


class Coast(NamedTuple):
    """States along the coast, burnout first; shape (COAST_STEPS + 1, B), inertial axes."""

    time_s: Array
    r: Vector
    v: Vector


class Impact(NamedTuple):
    """Where the flight ends, inertial position, and whether it got there."""

    time_s: Array
    r: Vector
    landed: Array  # False: it never comes down, or was not falling at the edge of the air


def coast_time(b: Burnout) -> Array:
    """Time [s] from burnout to the edge of the air on the way down, by Kepler's equation.

    Flights that burn out low go half-way down from their apogee, so that the descent starts on
    a falling branch. Orbits that never come down get one turn.
    """
    r, v2 = norm(b.r), dot(b.v, b.v)
    radial = dot(b.r, b.v)
    mu = k.EARTH_MU_M3_S2
    a = 1.0 / jnp.maximum(2.0 / r - v2 / mu, 1e-9)
    ec, es = 1.0 - r / a, radial / jnp.sqrt(mu * a)
    e = jnp.maximum(jnp.sqrt(ec * ec + es * es), 1e-9)
    start = jnp.arctan2(es, ec)
    apogee = a * (1.0 + e)
    altitude_m, _ = altitude_and_up(b.r)
    ground = r - altitude_m
    target = jnp.minimum(ground + AIR_EDGE_M, r + 0.5 * (apogee - r))
    cos_end = jnp.clip((1.0 - target / a) / e, -1.0, 1.0)
    end = 2.0 * jnp.pi - jnp.arccos(cos_end)
    return jnp.sqrt(a**3 / mu) * ((end - e * jnp.sin(end)) - (start - e * jnp.sin(start)))


def _rhs(beta: Array, env: Environment):
    def rhs(_t: Array, s: State) -> State:
        r, v = Vector(*s[:3]), Vector(*s[3:])
        altitude_m, _ = altitude_and_up(r)
        _, _, density = atmosphere.temperature_pressure_density(altitude_m)
        moving = relative_velocity(r, v, env)
        resist = -0.5 * env.air * density * norm(moving) / beta
        g = gravity.acceleration(r, env.j2)
        return (*v, *(resist * m + a for m, a in zip(moving, g, strict=True)))

    return rhs


def fly_coast(
    b: Burnout, beta_kg_m2: Array, env: Environment, duration_s: Array, refine: int = 1
) -> Coast:
    """Coast for `duration_s` (shape (B,)) on an even grid; drag included, however thin."""
    rhs = _rhs(beta_kg_m2, env)
    steps = COAST_STEPS * refine
    dt = duration_s / steps

    def step(carry, _):
        t, y = carry
        y2 = rk4(rhs, t, y, dt)
        return (t + dt, y2), (t + dt, y2)

    start = (b.time_s, (*b.r, *b.v))
    _, (times, ys) = jax.lax.scan(step, start, None, length=steps)
    join = [jnp.concatenate([a[None], c]) for a, c in zip((*b.r, *b.v), ys, strict=True)]
    return Coast(jnp.concatenate([b.time_s[None], times]), Vector(*join[:3]), Vector(*join[3:]))


def fly_descent(
    time_s: Array, r: Vector, v: Vector, beta_kg_m2: Array, env: Environment, refine: int = 1
) -> Impact:
    """Fall to altitude 0; altitude is the independent variable, so that it ends exactly there."""
    rhs = _rhs(beta_kg_m2, env)
    height, up = altitude_and_up(r)
    falling = (dot(v, up) < 0.0) & (height < 2.0e6)
    steps = DESCENT_STEPS * refine
    dh = -height / steps

    def by_height(_h: Array, s: State) -> State:
        r_, v_ = Vector(*s[:3]), Vector(*s[3:6])
        _, up_ = altitude_and_up(r_)
        rate = dot(v_, up_)
        slow = jnp.where(jnp.abs(rate) < 1.0, -1.0, rate)
        change = rhs(s[6], s[:6])
        return (*(c / slow for c in change), 1.0 / slow)

    def step(carry, _):
        h, y = carry
        return (h + dh, rk4(by_height, h, y, dh)), None

    (_, y), _ = jax.lax.scan(step, (height, (*r, *v, time_s)), None, length=steps)
    return Impact(y[6], Vector(*y[:3]), falling)
