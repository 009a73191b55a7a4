"""Cost against work, from a thousand aim points to a million: aim at each and fly there.

The slope of the logarithms of time and number; and the memory, of which the results themselves take
a part that must grow: what is left is what the work needs.
"""

import resource

import jax
import numpy as np

from clock import race
from missile import MISSILE, aim_points
from ours import fly_all
from row import Row
from twoplustwo.physics.aim import Aimer

ORDER = 6
TITLE = "Cost against work: aim at 10^3 to 10^6 places and fly there"
TARGET = "slope of the logarithms 0.95 to 1.05; memory bounded by the chunk"
ROUNDS = {1_000: 20, 10_000: 5, 100_000: 2, 1_000_000: 1}
SLOPE = (0.95, 1.05)
GROWTH_MB = 200.0  # beyond the results, from the least work to the most


def run() -> list[Row]:
    """Measure, the least work first: the peak of the memory only grows."""
    aimer = Aimer(MISSILE)
    rows, walls, beyond = [], [], []
    _work(aimer, min(ROUNDS))  # compiles
    for count, rounds in ROUNDS.items():
        took = race({"it": lambda n=count: _work(aimer, n)}, rounds)["it"]
        peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
        walls.append(took.best_s)
        beyond.append(peak_mb - took.result)
        figures = {
            "wall_s": took.best_s,
            "us_a_place": took.best_s / count * 1e6,
            "peak_mb": peak_mb,
            "results_mb": took.result,
        }
        rows.append(Row(f"{count:,} places", figures))
    slope = float(np.polyfit(np.log(list(ROUNDS)), np.log(walls), 1)[0])
    grown = beyond[-1] - beyond[0]
    return [
        *rows,
        Row("slope", {"slope": slope}, "0.95 to 1.05", SLOPE[0] <= slope <= SLOPE[1]),
        Row(
            "memory beyond the results, 10^6 against 10^3",
            {"more_mb": grown},
            f"at most {GROWTH_MB:.0f} MB",
            grown <= GROWTH_MB,
        ),
    ]


def _work(aimer: Aimer, count: int) -> float:
    """Aim and fly; the size of the places and results [MB]."""
    places = aim_points(count)
    aimed = aimer.solve(*places)
    flown = fly_all(MISSILE, aimed.launch)
    return sum(np.asarray(a).nbytes for a in jax.tree.leaves((places, aimed, flown))) / 1e6
