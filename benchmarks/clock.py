"""Taking times: the best of several rounds, competitors in turn, under the same weather."""

import statistics
import time
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple


class Took(NamedTuple):
    """Seconds by the wall and of all cores together, over some rounds; and the last result."""

    best_s: float
    median_s: float
    cpu_s: float  # of the round that needed least
    result: Any


def race(runners: Mapping[str, Callable[[], Any]], rounds: int) -> dict[str, Took]:
    """Run each in turn, `rounds` times over."""
    walls: dict[str, list[float]] = {name: [] for name in runners}
    cpus: dict[str, list[float]] = {name: [] for name in runners}
    results: dict[str, Any] = {}
    for _ in range(rounds):
        for name, run in runners.items():
            wall, cpu = time.perf_counter(), time.process_time()
            results[name] = run()
            walls[name].append(time.perf_counter() - wall)
            cpus[name].append(time.process_time() - cpu)
    return {
        name: Took(min(w), statistics.median(w), min(cpus[name]), results[name])
        for name, w in walls.items()
    }


def once(run: Callable[[], Any]) -> Took:
    """One round of one."""
    return race({"one": run}, 1)["one"]
