"""Unpowered flight: coast on a time grid to the edge of the air, then down by altitude."""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from twoplustwo.base import constants as k
from twoplustwo.physics import air, gravity
from twoplustwo.physics.arrays import Array
from twoplustwo.physics.boost import Burnout, Environment, relative_velocity
from twoplustwo.physics.earth import Vector, altitude, altitude_and_up, dot, norm
from twoplustwo.physics.integrate import State, rk4

COAST_STEPS = 48
DESCENT_STEPS = 48
COAST_CROWDING = 0.4  # steps of the coast are this much shorter at its ends, longer in its middle
DESCENT_GRADING = 2.0  # the last step of the descent is this many times shorter than the first
AIR_EDGE_M = 90_000.0  # where the grids change; numerics, not physics


class Coast(NamedTuple):
    """States along the coast, burnout first; shape (2 * COAST_STEPS + 1, B), inertial axes."""

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
    a falling branch; those that fall at burnout, half-way down to the ground if that is lower than
    the edge of the air. Orbits that never come down are followed to their lowest point.
    """
    r, v2 = norm(b.r), dot(b.v, b.v)
    radial = dot(b.r, b.v)
    mu = k.EARTH_MU_M3_S2
    a = 1.0 / jnp.maximum(2.0 / r - v2 / mu, 1e-9)
    ec, es = 1.0 - r / a, radial / jnp.sqrt(mu * a)
    e = jnp.maximum(jnp.sqrt(ec * ec + es * es), 1e-9)
    start = jnp.arctan2(es, ec)
    apogee = a * (1.0 + e)
    height = altitude(b.r)
    ground = r - height
    falls = es < 0.0
    low = jnp.where(falls, ground + 0.5 * height, r + 0.5 * (apogee - r))
    target = jnp.minimum(ground + AIR_EDGE_M, low)
    cos_end = jnp.clip((1.0 - target / a) / e, -1.0, 1.0)
    end = 2.0 * jnp.pi - jnp.arccos(cos_end)
    took = jnp.sqrt(a**3 / mu) * ((end - e * jnp.sin(end)) - (start - e * jnp.sin(start)))
    # of what falls, `start` is negative: the turn before burnout is not flown
    turn = 2.0 * jnp.pi * jnp.sqrt(a**3 / mu)
    return jnp.where(falls, jnp.maximum(took - turn, 0.0), took)


def _rhs(beta: Array, env: Environment):
    def rhs(_t: Array, s: State) -> State:
        r, v = Vector(*s[:3]), Vector(*s[3:])
        density = air.density(altitude(r))
        moving = relative_velocity(r, v, env)
        resist = -0.5 * env.air * density * norm(moving) / beta
        g = gravity.acceleration(r, env.j2)
        return (*v, *(resist * m + a for m, a in zip(moving, g, strict=True)))

    return rhs


def fly_coast(
    b: Burnout, beta_kg_m2: Array, env: Environment, duration_s: Array, refine: float = 1
) -> Coast:
    """Coast for `duration_s` (shape (B,)); drag included, however thin.

    Between every two steps stands a node by cubic interpolation (within centimetres), for those
    who read the path.
    """
    rhs = _rhs(beta_kg_m2, env)
    u = np.linspace(0.0, 1.0, round(COAST_STEPS * refine) + 1)
    share = np.diff(u - COAST_CROWDING / (2 * np.pi) * np.sin(2 * np.pi * u))

    def step(carry, part):
        t, y = carry
        dt = duration_s * part
        y2 = rk4(rhs, t, y, dt)
        return (t + dt, y2), (t + dt, y2)

    start = (b.time_s, (*b.r, *b.v))
    _, (times, ys) = jax.lax.scan(step, start, jnp.asarray(share))
    time = jnp.concatenate([b.time_s[None], times])
    join = [jnp.concatenate([a[None], c]) for a, c in zip((*b.r, *b.v), ys, strict=True)]
    return _halved(time, join[:3], join[3:], duration_s * share[:, None])


def _halved(time: Array, r: list[Array], v: list[Array], dt: Array) -> Coast:
    """The nodes, and the middle of the cubic between each two; `dt` has shape (nodes - 1, B)."""

    def between(nodes: Array, middle: Array) -> Array:
        pairs = jnp.stack([nodes[:-1], middle], axis=1).reshape(-1, *nodes.shape[1:])
        return jnp.concatenate([pairs, nodes[-1:]])

    places, speeds = [], []
    for x, u in zip(r, v, strict=True):
        places.append(between(x, 0.5 * (x[:-1] + x[1:]) + dt / 8.0 * (u[:-1] - u[1:])))
        mean = (x[1:] - x[:-1]) / jnp.where(dt == 0.0, 1.0, dt)
        speeds.append(between(u, 1.5 * mean - 0.25 * (u[:-1] + u[1:])))
    return Coast(between(time, time[:-1] + 0.5 * dt), Vector(*places), Vector(*speeds))


def fly_descent(
    time_s: Array, r: Vector, v: Vector, beta_kg_m2: Array, env: Environment, refine: float = 1
) -> Impact:
    """Fall to altitude 0; altitude is the independent variable, so that it ends exactly there."""
    height, up = altitude_and_up(r)
    falling = (dot(v, up) < 0.0) & (height < 2.0e6)
    y, _ = _descend(height, (*r, *v, time_s), beta_kg_m2, env, refine, path=False)
    return Impact(y[6], Vector(*y[:3]), falling)


def fall_path(
    time_s: Array, r: Vector, v: Vector, beta_kg_m2: Array, env: Environment, refine: float = 1
) -> tuple[Array, Vector]:
    """Times and inertial places after each step of `fly_descent`, shape (steps, B)."""
    return fall_states(time_s, r, v, beta_kg_m2, env, refine)[:2]


def fall_states(
    time_s: Array, r: Vector, v: Vector, beta_kg_m2: Array, env: Environment, refine: float = 1
) -> tuple[Array, Vector, Vector]:
    """Times, inertial places and velocities after each step of `fly_descent`, shape (steps, B)."""
    height, _ = altitude_and_up(r)
    _, steps = _descend(height, (*r, *v, time_s), beta_kg_m2, env, refine, path=True)
    assert steps is not None
    return steps[6], Vector(*steps[:3]), Vector(*steps[3:6])


def _descend(
    height: Array, start: State, beta_kg_m2: Array, env: Environment, refine: float, path: bool
) -> tuple[State, State | None]:
    """States (place, velocity, time) at altitude 0 and, where wanted, after every step."""
    rhs = _rhs(beta_kg_m2, env)
    steps = round(DESCENT_STEPS * refine)
    edges = np.expm1(np.log(DESCENT_GRADING) * np.linspace(0.0, 1.0, steps + 1))
    share = np.diff(edges / edges[-1])[::-1].copy()

    def by_height(_h: Array, s: State) -> State:
        r_, v_ = Vector(*s[:3]), Vector(*s[3:6])
        _, up_ = altitude_and_up(r_)
        rate = dot(v_, up_)
        slow = jnp.where(jnp.abs(rate) < 1.0, -1.0, rate)
        change = rhs(s[6], s[:6])
        return (*(c / slow for c in change), 1.0 / slow)

    def step(carry, part):
        h, y = carry
        dh = -height * part
        y2 = rk4(by_height, h, y, dh)
        return (h + dh, y2), (y2 if path else None)

    (_, y), every = jax.lax.scan(step, (height, start), jnp.asarray(share))
    return y, every
