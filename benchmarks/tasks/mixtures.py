"""All mixtures of twelve disputes about icbm-reach: compiled, nothing remembered, in a new process.

The dossier is made up (`synthetic.py`): three disputes move flights, four the reach, five
what is seen and decided. One process compiles; the next, timed, finds the compiled code on disk and
no row kept. Memory is the peak of that whole process, interpreter and libraries included.
"""

import tempfile
from pathlib import Path

import fresh
from row import Row

ORDER = 5
TITLE = "4,096 positions of icbm-reach: all mixtures of 12 disputes, compiled, nothing remembered"
TARGET = "at most 6 s and 1 GB"
WALL_S, PEAK_GB, PATIENCE_S = 6.0, 1.0, 300.0
FEW = 64  # positions that are enough to compile all


def run() -> list[Row]:
    """Compile in one process, measure in another."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        fresh.python(SCRIPT, str(home / "warm"), str(FEW), patience_s=PATIENCE_S)
        fresh.forget_rows()
        done = fresh.python(SCRIPT, str(home / "timed"), "0", patience_s=PATIENCE_S)
    if done is None:
        return [
            Row(
                "4,096 positions",
                {"wall_s": None},
                f"at most {WALL_S:.0f} s",
                False,
                f"given up after {PATIENCE_S:.0f} s",
            )
        ]
    figures = {name: done[name] for name in ("positions", "wall_s", "cpu_s", "peak_gb")}
    return [
        Row("4,096 positions", figures, f"at most {WALL_S:.0f} s", done["wall_s"] <= WALL_S),
        Row(
            "memory",
            {"peak_gb": done["peak_gb"]},
            f"at most {PEAK_GB:.0f} GB",
            done["peak_gb"] <= PEAK_GB,
        ),
    ]


SCRIPT = """
import json, pathlib, resource, sys, time
import synthetic
folder = pathlib.Path(sys.argv[1])
folder.mkdir()
dossier = synthetic.disputed(folder)
positions = synthetic.mixtures()
few = int(sys.argv[2])
if few:
    positions = positions[: few // 2] + positions[-(few // 2) :]
from twoplustwo.runs.headline_values import values
wall, cpu = time.perf_counter(), time.process_time()
answers = values("icbm-reach", positions, dossier)["share_reachable"]
wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
print(json.dumps({"positions": len(answers), "wall_s": wall, "cpu_s": cpu, "peak_gb": peak}))
"""
