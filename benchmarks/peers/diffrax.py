"""diffrax: the same equations in JAX, each flight with its own adaptive steps, mapped over a batch.

Solver and tolerances were tuned by hand to the least work that stays below 100 m, of
Bosh3, Tsit5, Dopri5 and Dopri8.
Batches are flown one after the other by two threads, as many as there are cores; XLA spreads none.
"""

import time
from collections.abc import Callable
from typing import Any, NamedTuple

import diffrax as dx
import jax
import jax.numpy as jnp
import numpy as np

from peers import ends
from peers import equations as eq
from twoplustwo.physics.boost import Launch
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.vehicle import Rocket

F = np.ndarray
EDGE_M = 95_000.0


class Settings(NamedTuple):
    """Solver, tolerances by phase and size of a batch."""

    solver: Any
    steered: float
    turn: float
    coast: float
    descent: float
    batch: int = 512


TUNED = Settings(dx.Dopri5, 3e-7, 3e-7, 3e-7, 3e-7)


def _pick(x: Any, edges: F, values: F) -> Any:
    out = jnp.full_like(x, values[0])
    for edge, value in zip(edges, values[1:], strict=True):
        out = jnp.where(x >= edge, value, out)
    return out


MATHS = eq.Maths(jnp.sqrt, jnp.exp, jnp.log, jnp.sin, jnp.cos, _pick)


class Flyer:
    """Compiled phases of one rocket; `compile_s` is what it took to make them."""

    def __init__(self, rocket: Rocket, settings: Settings) -> None:
        self.rocket, self.settings = rocket, settings
        s = settings
        steered = {"rise": s.steered, "kick": s.steered, "turn": s.turn}
        self._phases = {
            name: _solver(_powered(name, rocket), s.solver, tolerance)
            for name, tolerance in steered.items()
        }
        self._phases["coast"] = _solver(lambda t, y, args: eq.coast(MATHS, y), s.solver, s.coast)
        self._phases["descent"] = _solver(
            lambda h, y, args: eq.descent(MATHS, rocket, h, y), s.solver, s.descent
        )
        self.compile_s = 0.0

    def warm(self, launch: Launch) -> None:
        """Compile, by flying one batch."""
        start = time.perf_counter()
        self.fly(Launch(*(np.asarray(a)[: self.settings.batch] for a in launch)))
        self.compile_s = time.perf_counter() - start

    def fly(self, launch: Launch) -> tuple[F, F, F]:
        """Latitude and longitude [rad] and time [s] of impact, shape (B,)."""
        lat, _, azimuth, kick, cutoff = (np.asarray(a) for a in launch)
        one, rocket = np.ones(len(kick)), self.rocket
        rise = float(rocket.vertical_time_s) * one
        kicked = rise + float(rocket.kick_time_s)
        first, second = (float(b) for b in rocket.burn_time_s[:2])
        burnout = first + second * cutoff
        stages = [np.array(b)[:, None] * one for b in eq.burns(rocket)]
        steering = np.stack([np.sin(azimuth), np.cos(azimuth), kick])
        y = self._phase("rise", ends.at_rest(lat), 0.0 * one, rise, stages[0], steering)
        y = self._phase("kick", y, rise, kicked, stages[0], steering)
        y = self._phase("turn", y, kicked, first * one, stages[0], steering)
        y = self._phase("turn", y, first * one, burnout, stages[1], steering)
        fall = burnout + ends.coast_time(y, EDGE_M)
        y = np.vstack([self._phase("coast", y, burnout, fall, stages[1], steering), fall])
        return ends.place(
            self._phase("descent", y, ends.altitude(y), 0.0 * one, stages[1], steering)
        )

    def _phase(self, name: str, y: F, start: F, end: F, burn: F, steering: F) -> F:
        solve = self._phases[name]
        return in_chunks(
            lambda piece: solve(*piece), (y, start, end, burn, steering), self.settings.batch
        )


def _powered(name: str, rocket: Rocket) -> Callable[[Any, Any, Any], Any]:
    def rates(t: Any, y: Any, args: Any) -> Any:
        burn, steering = args
        return eq.powered(MATHS, name, rocket, eq.Burn(*burn), eq.Steering(*steering), t, y)

    return rates


def _solver(rates: Callable[[Any, Any, Any], Any], solver: Any, tolerance: float) -> Any:
    controller = dx.PIDController(rtol=tolerance, atol=tolerance * 1e3)

    def one(y: Any, start: Any, end: Any, burn: Any, steering: Any) -> Any:
        done = dx.diffeqsolve(
            dx.ODETerm(rates),
            solver(),
            start,
            end,
            (end - start) / 4.0,
            tuple(y),
            args=(tuple(burn), tuple(steering)),
            stepsize_controller=controller,
            throw=False,
            saveat=dx.SaveAt(t1=True),
            adjoint=dx.ForwardMode(),
            max_steps=4096,
        )
        return jnp.stack([a[0] for a in done.ys])

    return jax.jit(jax.vmap(one, in_axes=-1, out_axes=-1))
