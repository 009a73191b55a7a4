"""Powered flight on fixed grids: rise, kick, gravity turn, staging, cut-off of the last stage."""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from twoplustwo.base import constants as k
from twoplustwo.physics import air, drag, gravity, steering
from twoplustwo.physics.arrays import Array
from twoplustwo.physics.atmosphere import speed_of_sound
from twoplustwo.physics.earth import (
    OMEGA,
    Vector,
    altitude,
    altitude_and_up,
    dot,
    from_geodetic,
    ground_velocity,
    norm,
)
from twoplustwo.physics.integrate import State, rk4
from twoplustwo.physics.vehicle import MAX_STAGES, Rocket

# segments: rise, kick, rest of stage 1, stage 2, stage 3
SEGMENT_STAGE = (0, 0, 0, 1, 2)
STEPS = (1, 7, 60, 24, 24)
TURN_GRADING = 6.0  # the slow start of the turn needs steps this many times shorter than its end


class Launch(NamedTuple):
    """Where and how flights start; arrays of one batch shape, radians and metres."""

    latitude_rad: Array
    longitude_rad: Array
    azimuth_rad: Array
    kick_rad: Array
    cutoff: Array  # share of the last stage's burn time, 0..1


class Burnout(NamedTuple):
    """State at the end of powered flight, inertial axes, and what the path was like until then."""

    time_s: Array
    r: Vector
    v: Vector
    lowest_m: Array  # lowest altitude after the kick: below zero, it hit the ground
    cloud_break_s: Array  # first time above the asked altitude


class BoostState(NamedTuple):
    """What is carried from step to step of powered flight."""

    time_s: Array
    y: State  # place and velocity, inertial axes
    lowest_m: Array
    cloud_break_s: Array
    height_m: Array


class Environment(NamedTuple):
    """Switches of the surroundings; 1 and the WGS84 J2 for the real Earth."""

    turning: Array | float = 1.0
    j2: Array | float = k.EARTH_J2
    air: Array | float = 1.0


def _grid(refine: float) -> tuple[np.ndarray, np.ndarray]:
    """Segment of each step and the share of the segment's length that one step takes."""
    steps = [max(round(n * refine), 1) for n in STEPS]
    shares = [np.full(n, 1.0 / n) for n in steps]
    edges = np.expm1(np.log(TURN_GRADING) * np.linspace(0.0, 1.0, steps[2] + 1))
    shares[2] = np.diff(edges / edges[-1])
    return np.repeat(np.arange(len(steps)), steps), np.concatenate(shares)


def burn_durations(rocket: Rocket, cutoff: Array) -> Array:
    """Length [s] of the five segments, shape (5, batch); the last burning stage is cut off."""
    burn = jnp.asarray(rocket.burn_time_s)
    burning = burn > 0.0
    is_last = burning & ~jnp.append(burning[1:], False)
    scale = jnp.where(is_last[:, None], cutoff[None, :], 1.0)
    stage = burn[:, None] * scale
    rise = jnp.minimum(jnp.asarray(rocket.vertical_time_s), stage[0])
    kick = jnp.minimum(jnp.asarray(rocket.kick_time_s), stage[0] - rise)
    return jnp.stack([rise, kick, stage[0] - rise - kick, stage[1], stage[2]])


def acceleration(
    rocket: Rocket,
    env: Environment,
    stage: Array,
    since_ignition_s: Array,
    r: Vector,
    v: Vector,
    steer: tuple[tuple[Array, Array], Array] | None,
) -> Vector:
    """Thrust, drag and gravity per unit mass [m/s2], inertial axes.

    `steer` is (sine and cosine of the azimuth, tilt from the vertical), or None for thrust along
    the velocity relative to the ground.
    """
    take = jnp.asarray
    temperature_k, density = air.temperature_and_density(altitude(r))
    v_ground = relative_velocity(r, v, env)
    flow = take(rocket.propellant_kg)[stage] / take(rocket.burn_time_s)[stage]
    above = jnp.where(jnp.arange(MAX_STAGES) >= stage, 1.0, 0.0)
    mass_full = take(rocket.payload_kg) + jnp.sum(
        above * (take(rocket.propellant_kg) + take(rocket.structure_kg))
    )
    mass = mass_full - flow * since_ignition_s
    vacuum, sea = take(rocket.exhaust_vacuum_m_s)[stage], take(rocket.exhaust_sea_level_m_s)[stage]
    pressure_pa = k.US76_GAS_CONSTANT_J_KG_K * temperature_k * density
    pressure_ratio = env.air * pressure_pa / k.US76_SEA_LEVEL_PRESSURE_PA
    push = flow * (vacuum - (vacuum - sea) * pressure_ratio) / mass
    speed = norm(v_ground)
    mach = speed / speed_of_sound(temperature_k)
    cd = drag.coefficient(mach, take(rocket.drag_mach), take(rocket.drag_cd))
    resist = -0.5 * env.air * density * speed * cd * rocket.drag_area_m2 / mass
    if steer is None:
        along = push / jnp.maximum(speed, 1e-3)
        thrust = Vector(*(along * c for c in v_ground))
    else:
        _, up = altitude_and_up(r)
        thrust = Vector(*(push * c for c in steering.tilted(r, up, *steer)))
    g = gravity.acceleration(r, env.j2)
    return Vector(*(p + resist * c + a for p, c, a in zip(thrust, v_ground, g, strict=True)))


def _tilt(rocket: Rocket, launch: Launch, segment: Array, time_s: Array) -> Array:
    """Angle of the thrust from the vertical while steered [rad]: linear over the kick."""
    share = (time_s - rocket.vertical_time_s) / jnp.asarray(rocket.kick_time_s)
    return launch.kick_rad * jnp.where(segment == 0, 0.0, jnp.clip(share, 0.0, 1.0))


def relative_velocity(r: Vector, v: Vector, env: Environment) -> Vector:
    """Velocity [m/s] relative to the ground, as far as the Earth turns in `env`."""
    moving = ground_velocity(r, v)
    return Vector(*(a + env.turning * (b - a) for a, b in zip(v, moving, strict=True)))


def fly_boost(
    rocket: Rocket,
    launch: Launch,
    env: Environment | None = None,
    cloud_break_m: Array | float = 0.0,
    refine: float = 1,
    path: bool = False,
    stages: int = MAX_STAGES,
) -> tuple[Burnout, tuple[Array, Vector, Vector] | None]:
    """Fly a batch from the pad to burnout.

    Parameters
    ----------
    rocket : Rocket
        One vehicle for the whole batch.
    launch : Launch
        Batch arrays of shape (B,).
    env : Environment, optional
        Surroundings; the real Earth by default.
    cloud_break_m : float
        Altitude whose first crossing time is reported.
    refine : float
        Multiplies the steps of every phase (convergence studies).
    path : bool
        Whether to return the states after every step.
    stages : int
        How many stages can burn at all; fewer saves the idle steps of the others.

    Returns
    -------
    Burnout
        Inertial state at burnout, shape (B,) each.
    path : tuple of (time_s, r, v) or None
        Arrays of shape (steps, B).
    """
    env = env or Environment()
    segment, share = _grid(refine)
    there = segment < len(STEPS) - MAX_STAGES + stages
    segment, share = segment[there], share[there]
    durations = burn_durations(rocket, launch.cutoff)
    starts = jnp.cumsum(durations, axis=0) - durations
    ignition = jnp.stack([starts[0], starts[3], starts[4]])
    r0 = from_geodetic(launch.latitude_rad, launch.longitude_rad, jnp.zeros_like(launch.cutoff))
    spin = OMEGA * env.turning
    zero = jnp.zeros_like(launch.cutoff)
    v0 = Vector(-spin * r0.y, spin * r0.x, zero)
    stage_of = jnp.asarray(SEGMENT_STAGE)

    heading = (jnp.sin(launch.azimuth_rad), jnp.cos(launch.azimuth_rad))

    def step(
        turning: bool, carry: BoostState, x: tuple[Array, Array]
    ) -> tuple[BoostState, tuple[Array, State] | None]:
        t, y, lowest, broke, height = carry
        seg, part = x
        stage = stage_of[seg]
        dt = durations[seg] * part

        def rhs(time: Array, s: State) -> State:
            r, v = Vector(*s[:3]), Vector(*s[3:])
            way = None if turning else (heading, _tilt(rocket, launch, seg, time))
            a = acceleration(rocket, env, stage, time - ignition[stage], r, v, way)
            return (*v, *a)

        moved = rk4(rhs, t, y, dt)
        idle = dt <= 0.0  # a stage that is not there
        y2 = tuple(jnp.where(idle, a, b) for a, b in zip(y, moved, strict=True))
        new_height = altitude(Vector(*y2[:3]))
        part_up = (cloud_break_m - height) / jnp.where(
            new_height > height, new_height - height, 1.0
        )
        crossing = (height < cloud_break_m) & (new_height >= cloud_break_m) & jnp.isinf(broke)
        broke = jnp.where(crossing, t + dt * part_up, broke)
        lowest = jnp.minimum(lowest, new_height if turning else jnp.inf)
        out = (t + dt, y2) if path else None
        return BoostState(t + dt, y2, lowest, broke, new_height), out

    start = BoostState(zero, (*r0, *v0), zero + jnp.inf, zero + jnp.inf, zero)
    # two loops: steering needs sines and cosines, the turn does not
    steered = segment < 2
    rise, turn = ((jnp.asarray(segment[c]), jnp.asarray(share[c])) for c in (steered, ~steered))
    carry, first = jax.lax.scan(partial(step, False), start, rise)
    second = None
    if path:
        carry, second = jax.lax.scan(partial(step, True), carry, turn)
    else:  # stages that are not there are not stepped through
        burning = jnp.sum(jnp.asarray(rocket.burn_time_s)[1:stages] > 0.0)
        there = (segment[~steered] - 2)[:, None] <= burning
        carry = jax.lax.fori_loop(
            0, jnp.sum(there), lambda i, c: step(True, c, (turn[0][i], turn[1][i]))[0], carry
        )
    t, y, lowest, broke, _ = carry
    burnout = Burnout(t, Vector(*y[:3]), Vector(*y[3:]), lowest, broke)
    if not path:
        return burnout, None
    times, ys = jax.tree.map(lambda *a: jnp.concatenate(a), first, second)
    return burnout, (times, Vector(*ys[:3]), Vector(*ys[3:]))


def ground_speed_and_angle(b: Burnout, turning: Array | float = 1.0) -> tuple[Array, Array]:
    """Earth-relative speed [m/s] and path angle above the horizontal [rad] at burnout."""
    v = relative_velocity(b.r, b.v, Environment(turning=turning))
    _, up = altitude_and_up(b.r)
    speed = norm(v)
    return speed, jnp.arcsin(jnp.clip(dot(v, up) / speed, -1.0, 1.0))
