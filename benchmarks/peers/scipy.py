"""scipy's solve_ivp: the witness of the tests with a looser tolerance, one flight at a time.

Plain Python floats on the right-hand side: for six numbers they are faster than arrays. Each core
has a process of its own. Of DOP853, RK45 and LSODA the last is the fastest here at equal error.
"""

import importlib.util
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
from scipy.integrate import solve_ivp

WITNESS = Path(__file__).parents[2] / "tests" / "physics" / "witness.py"
TUNED = {"DOP853": 7e-7, "LSODA": 1e-6}  # relative; by hand to the least work below 100 m


def witness(rocket: Any, rtol: float | None = None, method: str = "DOP853") -> Any:
    """The witness of the tests for a rocket, as it is (DOP853 at 1e-12) or at another tolerance.

    A module of its own for each call, so that one tolerance does not change another's.
    """
    spec = importlib.util.spec_from_file_location("flight_witness", WITNESS)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    if rtol is not None:
        module._solve = partial(_solve, rtol, method)
    return module.Witness(rocket)


def _solve(
    rtol: float, method: str, rhs: Any, t0: float, t1: float, state: Any, event: Any = None
) -> Any:
    return solve_ivp(rhs, (t0, t1), state, method, rtol=rtol, atol=1e3 * rtol, events=event)


def fly(
    rocket: Any, launches: np.ndarray, rtol: float | None = None, method: str = "DOP853"
) -> tuple[np.ndarray, float]:
    """Impacts (latitude, longitude, time) and the seconds taken.

    Launches are rows of latitude, azimuth, kick [rad] and cut-off.
    """
    flown = witness(rocket, rtol, method)
    start = time.perf_counter()
    out = np.array([flown.fly(*map(float, one)) for one in launches])
    return out, time.perf_counter() - start


def fly_on_all_cores(
    rocket: Any, launches: np.ndarray, cores: int, rtol: float, method: str
) -> tuple[np.ndarray, float]:
    """The same dealt out to processes; the time is that of the slowest, start-up left out."""
    one = partial(fly, rocket, rtol=rtol, method=method)
    with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool:
        list(pool.map(one, [launches[:1]] * cores))
        parts = list(pool.map(one, np.array_split(launches, cores)))
    return np.concatenate([p for p, _ in parts]), max(t for _, t in parts)
