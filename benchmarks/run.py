"""Measure: `python benchmarks/run.py [TASK]` prints the tables, and keeps them in results/.

Each task runs in a process of its own. Ratios are within one run on one machine; compile and run
are told apart. Figures of a machine that others use as well are printed, not kept.
"""

import argparse
import importlib
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from types import ModuleType

import machine
import table
from row import Row

HERE = Path(__file__).parent
RESULTS = HERE / "results"
CACHE = str(HERE.parent / "build" / "bench-cache")  # a reader's own stays as it is
BUSY = 0.1  # share of the machine that others may use


def tasks() -> dict[str, ModuleType]:
    """Every task by name, in the order in which they are run."""
    found = {
        p.stem: importlib.import_module(f"tasks.{p.stem}") for p in (HERE / "tasks").glob("*.py")
    }
    return dict(sorted(found.items(), key=lambda pair: pair[1].ORDER))


def inside(name: str, out: Path) -> None:
    """Run one task here and leave its rows in a file."""
    rows = importlib.import_module(f"tasks.{name}").run()
    out.write_text(json.dumps([asdict(row) for row in rows]), encoding="utf-8")


def outside(name: str) -> list[Row]:
    """Run one task in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "rows.json"
        command = [sys.executable, str(HERE / "run.py"), name, "--rows", str(out)]
        done = subprocess.run(command, check=False, env=os.environ | {"TWOPLUSTWO_CACHE": CACHE})
        if done.returncode or not out.is_file():
            return [Row(name, note=f"stopped with status {done.returncode}")]
        return [Row(**row) for row in json.loads(out.read_text(encoding="utf-8"))]


def main() -> int:
    """Run what was asked for."""
    known = tasks()
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("task", nargs="?", choices=list(known), help="one task; all without it")
    asked.add_argument("--keep", action="store_true", help="keep figures of a busy machine too")
    asked.add_argument("--rows", type=Path, help=argparse.SUPPRESS)
    chosen = asked.parse_args()
    if chosen.rows:
        inside(chosen.task, chosen.rows)
        return 0
    stamp = machine.stamp()
    print(f"{stamp['date']}, {stamp['cores']} cores, {stamp['cpu']}\n{stamp['versions']}\n")
    RESULTS.mkdir(exist_ok=True)
    failed = False
    for name in [chosen.task] if chosen.task else list(known):
        others, start = machine.others(), time.perf_counter()
        rows = outside(name)
        print(table.show(known[name].TITLE, rows))
        stopped = not any(row.figures for row in rows)
        busy = others > BUSY and not chosen.keep
        if not stopped and not busy:
            table.write(RESULTS / f"{name}.csv", rows, stamp)
        said = f"; not kept, others use {others:.0%} of this machine (--keep)" if busy else ""
        print(f"  [{name}: {time.perf_counter() - start:.0f} s{said}]\n", flush=True)
        failed = failed or stopped
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
