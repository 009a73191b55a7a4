"""heyoka.py: Taylor series of adaptive order and step, many flights side by side, on all cores.

Made as fast as we could: the whole of a system compiled as one function (`compact_mode` off, three
times as fast), `fast_math`, batches of six vector widths, NumPy's part done for many at once, a
process for each core. Two ways were tried with the kinks of the
air and of the drag table: steps held short while the drag bends, the pieces picked by `select`; and
terminal events at every layer and node, which at equal error made a third of the flights a second.
The first is used. The coast is flown without air above 95 km, which its error includes.
"""

import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, NamedTuple

import heyoka as hy
import numpy as np

from peers import ends
from peers import equations as eq
from twoplustwo.physics.boost import Launch
from twoplustwo.physics.vehicle import Rocket

F = np.ndarray
BATCH = 6 * hy.recommended_simd_size()
PIECES = 2  # of the flights for each process


class Settings(NamedTuple):
    """Tolerances by phase, and windows of the turn as (end [s], longest step [s])."""

    steered: float
    turn: float
    coast: float
    descent: float
    windows: tuple[tuple[float, float], ...]
    batch: int = BATCH
    edge_m: float = 95_000.0


# Tuned by hand to the least work that stays below 100 m; and what one would write down unaided.
TUNED = Settings(1e-8, 1e-4, 1e-8, 1e-6, ((60.0, 1.0), (120.0, 4.0)))
SENSIBLE = Settings(1e-9, 1e-9, 1e-9, 1e-9, ((60.0, 0.5), (120.0, 2.0)))


def _pick(x: Any, edges: F, values: F) -> Any:
    out = hy.expression(float(values[0]))
    for edge, value in zip(edges, values[1:], strict=True):
        out = hy.select(hy.gte(x, float(edge)), float(value), out)
    return out


MATHS = eq.Maths(hy.sqrt, hy.exp, hy.log, hy.sin, hy.cos, _pick)


class Fleet:
    """Flyers of one rocket, a process for each core: threads lose a third to Python's lock.

    `compile_s` is what one takes to be made anew; `cpu_s` what the last flights took of all cores.
    """

    def __init__(self, rocket: Rocket, settings: Settings, cores: int) -> None:
        self.pool = ProcessPoolExecutor(
            cores, get_context("spawn"), initializer=_make, initargs=(rocket, settings)
        )
        self.pieces, self.cpu_s = PIECES * cores, 0.0
        self.compile_s = Flyer(rocket, settings, anew=True).compile_s

    def fly(self, launch: Launch) -> tuple[F, F, F]:
        """Latitude and longitude [rad] and time [s] of impact, shape (B,)."""
        shares = zip(*(np.array_split(np.asarray(a), self.pieces) for a in launch), strict=True)
        parts = list(self.pool.map(_fly, (Launch(*share) for share in shares)))
        self.cpu_s = sum(cpu for _, cpu in parts)
        lat, lon, time_s = (np.concatenate(a) for a in zip(*(p for p, _ in parts), strict=True))
        return lat, lon, time_s

    def close(self) -> None:
        """Send the processes home."""
        self.pool.shutdown()


_made: list["Flyer"] = []  # the one flyer of a process of a fleet


def _make(rocket: Rocket, settings: Settings) -> None:
    _made.append(Flyer(rocket, settings))


def _fly(launch: Launch) -> tuple[tuple[F, F, F], float]:
    start = time.process_time()
    return _made[0].fly(launch), time.process_time() - start


class Flyer:
    """Integrators of one rocket, on one core; `compile_s` is what it took to make them."""

    def __init__(self, rocket: Rocket, settings: Settings, anew: bool = False) -> None:
        self.rocket, self.settings = rocket, settings
        if anew:  # to time what compiling takes
            hy.llvm_state.set_diskcache_enabled(False)
            hy.llvm_state.clear_memcache()
        start = time.perf_counter()
        s = settings
        tolerances = {
            "rise": s.steered,
            "kick": s.steered,
            "turn": s.turn,
            "coast": s.coast,
            "descent": s.descent,
        }
        self.integrators = {
            name: _integrator(name, rocket, tolerance, s.batch)
            for name, tolerance in tolerances.items()
        }
        self.compile_s = time.perf_counter() - start

    def fly(self, launch: Launch) -> tuple[F, F, F]:
        """Latitude and longitude [rad] and time [s] of impact, shape (B,)."""
        integrators = self.integrators
        lat, _, azimuth, kick, cutoff = launch
        rocket, one = self.rocket, np.ones(len(kick))
        rise = float(rocket.vertical_time_s) * one
        kicked = rise + float(rocket.kick_time_s)
        stages = eq.burns(rocket)
        first, second = (float(b) for b in rocket.burn_time_s[:2])
        burnout = first + second * cutoff
        p = np.array(stages[0])[:, None] * one
        y = self._phase(integrators["rise"], ends.at_rest(lat), 0.0 * one, rise, p)
        steered = np.vstack([p, np.sin(azimuth), np.cos(azimuth), kick])
        y = self._phase(integrators["kick"], y, rise, kicked, steered)
        now = kicked
        for end, longest in self.settings.windows:
            p = np.array(stages[0 if end <= first else 1])[:, None] * one
            until = np.minimum(end, burnout)
            y = self._phase(integrators["turn"], y, now, until, p, longest)
            now = until
        fall = burnout + ends.coast_time(y, self.settings.edge_m)
        y = self._phase(integrators["coast"], y, burnout, fall)
        y = np.vstack([y, fall])
        y = self._phase(integrators["descent"], y, ends.altitude(y), 0.0 * one)
        return ends.place(y)

    def _phase(
        self,
        ta: Any,
        y: F,
        start: F,
        end: F,
        parameters: F | None = None,
        longest: float = np.inf,
    ) -> F:
        """One phase of a share of the flights, batch after batch."""
        count, size = y.shape[1], self.settings.batch
        out = np.empty_like(y)
        steps = np.full(size, float(longest))
        for i in range(0, count, size):
            index = np.minimum(np.arange(i, i + size), count - 1)
            ta.state[:] = y[:, index]
            ta.set_time(start[index])
            if parameters is not None:
                ta.pars[:] = parameters[:, index]
            ta.propagate_until(end[index], max_delta_t=steps)
            if any(one[0] != hy.taylor_outcome.time_limit for one in ta.propagate_res):
                raise RuntimeError(f"heyoka stopped early: {ta.propagate_res}")
            out[:, index] = ta.state
        return out


def _integrator(name: str, rocket: Rocket, tolerance: float, batch: int) -> Any:
    burn, steering = eq.Burn(*(hy.par[i] for i in range(5))), None
    names, parameters = ["x", "y", "z", "vx", "vy", "vz"], len(burn)
    if name == "kick":
        steering = eq.Steering(*(hy.par[i] for i in range(5, 8)))
        parameters += len(steering)
    if name == "descent":
        names.append("t")
    y = tuple(hy.make_vars(*names))
    if name == "coast":
        rates, parameters = eq.coast(MATHS, y), 0
    elif name == "descent":
        rates, parameters = eq.descent(MATHS, rocket, hy.time, y), 0
    else:
        rates = eq.powered(MATHS, name, rocket, burn, steering, hy.time, y)
    more = {"pars": np.ones((parameters, batch))} if parameters else {}
    return hy.taylor_adaptive_batch(
        list(zip(y, rates, strict=True)),
        np.ones((len(y), batch)),
        tol=tolerance,
        compact_mode=False,
        fast_math=True,
        **more,
    )
