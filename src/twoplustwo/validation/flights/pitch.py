"""Powered flight with a prescribed path angle: the rules of a published code, our physics.

The path angle is vertical for a while, then falls in a straight line to its value at burnout;
thrust rises with altitude by a polynomial. Air, drag, gravity, integrator and coast are the
engine's; only the steering and the thrust follow the rules of the case.
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from twoplustwo.physics import atmosphere, drag, gravity
from twoplustwo.physics.arrays import Array
from twoplustwo.physics.boost import Burnout
from twoplustwo.physics.earth import Vector, altitude_and_up, norm
from twoplustwo.physics.integrate import rk4
from twoplustwo.validation.flights.coast import RADIUS_M, to_ground

STEPS = 160  # a stage


class Rules(NamedTuple):
    """Steering and thrust as prescribed; SI.

    `thrust_rise` holds the coefficients, constant first, of the factor on the thrust in powers of
    altitude / `rise_height_m`; above that height the factor is `above_first` for the first stage
    and 1 for the others.
    """

    burnout_angle_rad: Array
    vertical_time_s: Array
    thrust_rise: Array
    rise_height_m: Array
    above_first: Array


class Stages(NamedTuple):
    """One entry a stage: mass at ignition, flow, thrust at the ground, burn time.

    A stage that burns for no time does nothing; it pads shorter rockets, so that all share one
    compile.
    """

    mass_kg: Array
    flow_kg_s: Array
    thrust_n: Array
    burn_time_s: Array


class Flown(NamedTuple):
    """One flight; SI."""

    range_m: float
    apogee_m: float
    time_s: float
    burnout_speed_m_s: float
    burnout_time_s: float


def fly(
    stages: Stages,
    rules: Rules,
    drag_area_m2: float,
    mach: tuple[float, ...],
    cd: tuple[float, ...],
    ballistic_coefficient_kg_m2: float,
    air_in_descent: bool,
) -> Flown:
    """Fly from the pad to the ground, eastwards on the equator of an Earth that does not turn."""
    out = _fly(
        Stages(*(np.asarray(x, dtype=float) for x in stages)),
        Rules(*(np.asarray(x, dtype=float) for x in rules)),
        np.float64(drag_area_m2),
        np.array(mach),
        np.array(cd),
        np.float64(ballistic_coefficient_kg_m2),
        np.float64(air_in_descent),
    )
    return Flown(*(float(np.asarray(x).reshape(-1)[0]) for x in out))


@jax.jit
def _fly(
    stages: Stages, rules: Rules, area: Array, mach: Array, cd: Array, beta: Array, air: Array
) -> tuple[Array, Array, Array, Array, Array]:
    total = jnp.sum(stages.burn_time_s)
    first = jnp.arange(stages.burn_time_s.shape[0]) == 0

    def burn(carry: tuple, x: tuple[Stages, Array]):
        (lit, state), (one, is_first) = carry, x
        dt = one.burn_time_s / STEPS

        def rhs(t: Array, s: tuple) -> tuple:
            r, v = Vector(s[0], s[1], jnp.zeros_like(s[0])), s[2]
            height, up = altitude_and_up(r)
            temperature, _, density = atmosphere.temperature_pressure_density(height)
            factor = jnp.where(
                height < rules.rise_height_m,
                jnp.polyval(rules.thrust_rise[::-1], height / rules.rise_height_m),
                jnp.where(is_first, rules.above_first, 1.0),
            )
            rate = drag.coefficient(v / atmosphere.speed_of_sound(temperature), mach, cd)
            mass = one.mass_kg - one.flow_kg_s * (t - lit)
            push = (one.thrust_n * factor - 0.5 * density * v * v * rate * area) / mass
            angle = _path_angle(t, rules, total)
            rise, run = v * jnp.sin(angle), v * jnp.cos(angle)
            g = norm(gravity.acceleration(r, 0.0))
            return (
                rise * up.x - run * up.y,
                rise * up.y + run * up.x,
                push - g * jnp.sin(angle),
            )

        def step(inner: tuple, _: None):
            t, y = inner
            return (t + dt, rk4(rhs, t, y, dt)), None

        return jax.lax.scan(step, (lit, state), None, length=STEPS)

    state = (jnp.full(1, RADIUS_M), jnp.zeros(1), jnp.full(1, 1e-3))
    (start, state), _ = jax.lax.scan(burn, (jnp.zeros(()), state), (stages, first))
    x, y, v = state
    angle = _path_angle(start, rules, total)
    length = jnp.sqrt(x * x + y * y)
    up_x, up_y = x / length, y / length
    nil = jnp.zeros_like(x)
    speed = Vector(
        v * (jnp.sin(angle) * up_x - jnp.cos(angle) * up_y),
        v * (jnp.sin(angle) * up_y + jnp.cos(angle) * up_x),
        nil,
    )
    b = Burnout(nil + start, Vector(x, y, nil), speed, nil, nil)
    far, high, time, landed = to_ground(b, beta, air)
    return jnp.where(landed, far, jnp.nan), high, time, v, nil + start


def _path_angle(t: Array, rules: Rules, total_s: Array) -> Array:
    share = jnp.clip((t - rules.vertical_time_s) / (total_s - rules.vertical_time_s), 0.0, 1.0)
    return jnp.pi / 2 + (rules.burnout_angle_rad - jnp.pi / 2) * share
