"""What share of the machine's peak the flights reach, and where the time goes.

Operations are counted (`operations.py`); the peak is measured, by the product of two large matrices
in float64 through NumPy's BLAS on all cores, the nearest thing to pure multiply-and-add that
everybody has. The profile is of one core: whole phases, and the parts of one right-hand side by
themselves, each run over and over on the same states. Parts are fused when they fly, so they need
not add up.
"""

import time
from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from clock import race
from missile import MISSILE, flights
from operations import operations
from ours import fly_all
from row import Row
from twoplustwo.physics import air, drag, gravity
from twoplustwo.physics.boost import STEPS, Environment, Launch, acceleration, fly_boost
from twoplustwo.physics.chunks import CHUNK
from twoplustwo.physics.earth import Vector, altitude, altitude_and_up
from twoplustwo.physics.fall import coast_time, fly_coast, fly_descent
from twoplustwo.physics.fly import fly

ORDER = 8
TITLE = "Share of the machine's peak in float64, and where the time of a flight goes"
TARGET = "none; reported"
COUNT, ROUNDS, MATRIX, TIMES = 10_000, 5, 3_000, 400
STAGES = 2


def run() -> list[Row]:
    """Measure."""
    matrix = np.random.default_rng(1).random((MATRIX, MATRIX))
    launches = flights(COUNT)
    fly_all(MISSILE, launches)
    took = race(
        {"peak": lambda: matrix @ matrix, "flights": lambda: fly_all(MISSILE, launches)}, ROUNDS
    )
    peak = 2.0 * MATRIX**3 / took["peak"].best_s
    piece = Launch(*(np.asarray(a)[:CHUNK] for a in launches))
    trips = STEPS[2] + sum(STEPS[3 : 2 + STAGES])
    counted = operations(lambda x: fly(MISSILE, x, track=False)[0], piece, trips=trips)
    each = counted["operations"] / CHUNK
    reached = each * COUNT / took["flights"].best_s
    return [
        Row(
            "multiply and add, measured",
            {"gflop_s": peak / 1e9, "share_of_peak": 1.0},
            note="product of two matrices of 3,000 x 3,000, float64, NumPy's BLAS, all cores",
        ),
        Row(
            "10,000 flights",
            {
                "gflop_s": reached / 1e9,
                "share_of_peak": reached / peak,
                "operations_a_flight": each,
            },
            note="a square root, quotient, sine or exponential counts as one operation",
        ),
        *_phases(piece),
        *_parts(),
    ]


def _phases(piece: Launch) -> list[Row]:
    """The phases of one batch on their own, each compiled by itself."""
    env, beta = Environment(), jnp.asarray(MISSILE.ballistic_coefficient_kg_m2)
    boost = jax.jit(lambda x: fly_boost(MISSILE, x, env)[0])
    burnout = boost(piece)
    coast = jax.jit(lambda b: fly_coast(b, beta, env, coast_time(b)))
    coasted = coast(burnout)
    last = [Vector(*(c[-1] for c in part)) for part in (coasted.r, coasted.v)]
    descent = jax.jit(lambda t, r, v: fly_descent(t, r, v, beta, env))
    phases: dict[str, Callable[[], Any]] = {
        "powered flight": lambda: boost(piece),
        "coast": lambda: coast(burnout),
        "descent": lambda: descent(coasted.time_s[-1], *last),
    }
    seconds = {name: _seconds(run) for name, run in phases.items()}
    whole = sum(seconds.values())
    return [
        Row(f"phase: {name}", {"us_a_flight": s / CHUNK * 1e6, "share_of_time": s / whole})
        for name, s in seconds.items()
    ]


def _parts() -> list[Row]:
    """Parts of a right-hand side of powered flight, `TIMES` in a row."""
    rng = np.random.default_rng(2)
    one = np.ones(CHUNK)
    r = Vector(5.0e6 * one, 3.9e6 + 4e4 * rng.random(CHUNK), 1e5 * one)
    v = Vector(800.0 * one, 600.0 * one, 300.0 + 100.0 * rng.random(CHUNK))
    rocket = jax.tree.map(jnp.asarray, MISSILE)
    mach, height = 1.0 + 3.0 * rng.random(CHUNK), 6e4 * rng.random(CHUNK)
    parts: dict[str, tuple[Callable[[Any], Any], Any]] = {
        "altitude above the ellipsoid": (altitude, r),
        "altitude and vertical": (lambda x: sum(altitude_and_up(x)[1]), r),
        "air: a row of the table": (lambda h: sum(air.temperature_and_density(h)), height),
        "drag coefficient": (lambda m: drag.coefficient(m, rocket.drag_mach, rocket.drag_cd), mach),
        "gravity with J2": (lambda x: sum(gravity.acceleration(x)), r),
        "whole right-hand side, turning": (
            lambda x: sum(acceleration(rocket, Environment(), 0, 30.0, x, v, None)),
            r,
        ),
    }
    seconds = {name: _seconds(_repeated(part, x)) for name, (part, x) in parts.items()}
    whole = seconds["whole right-hand side, turning"]
    return [
        Row(
            f"part: {name}", {"ns_a_time": s / TIMES / CHUNK * 1e9, "of_right_hand_side": s / whole}
        )
        for name, s in seconds.items()
    ]


def _repeated(part: Callable[[Any], Any], x: Any) -> Callable[[], Any]:
    @jax.jit
    def over_and_over(start: Any) -> Any:
        def once(_: int, y: Any) -> Any:
            return jax.tree.map(lambda a: a + 1e-12 * part(y), y)

        return jax.lax.fori_loop(0, TIMES, once, start)

    return lambda: over_and_over(x)


def _seconds(run: Callable[[], Any]) -> float:
    """Best of several rounds, after one that compiles."""
    jax.block_until_ready(run())
    walls = []
    for _ in range(25):
        start = time.perf_counter()
        jax.block_until_ready(run())
        walls.append(time.perf_counter() - start)
    return min(walls)
