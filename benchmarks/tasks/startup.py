"""From the shell to the first words: `twoplustwo --help`, and the first answer of a new process.

The code was compiled by an earlier process and lies on disk. With the rows kept on disk as well,
the question was asked before; without them everything is computed anew.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import fresh
from row import Row

ORDER = 7
TITLE = "Start-up, from the shell"
TARGET = "--help at most 0.5 s; first answer at most 4 s, compiled code on disk"
HELP_S, ANSWER_S = 0.5, 4.0
HELPS, ANSWERS, ANEW = 9, 5, 3
COMMAND = str(Path(sys.executable).with_name("twoplustwo"))
ASKS = {"icbm-reach": "us", "defended-footprint": "us"}


def run() -> list[Row]:
    """Measure."""
    rows = [_row("twoplustwo --help", _times(["--help"], HELPS), HELP_S)]
    for question, position in ASKS.items():
        words = ["ask", question, "--position", position, "--format", "json"]
        _times(words, 1)
        kept = _times(words, ANSWERS)
        fresh.forget_rows()
        _times(words, 1)
        anew = _times(words, ANEW, fresh.forget_rows)
        rows += [
            _row(f"first answer, {question}: asked before", kept, ANSWER_S),
            _row(f"first answer, {question}: compiled only", anew, ANSWER_S),
        ]
    return rows


def _times(words: list[str], rounds: int, before: Callable[[], None] | None = None) -> list[float]:
    """Seconds from start to end of the command, round after round."""
    walls = []
    for _ in range(rounds):
        if before is not None:
            before()
        start = time.perf_counter()
        subprocess.run([COMMAND, *words], check=True, capture_output=True)
        walls.append(time.perf_counter() - start)
    return walls


def _row(what: str, walls: list[float], most_s: float) -> Row:
    median = statistics.median(walls)
    figures = {"median_s": median, "best_s": min(walls)}
    return Row(what, figures, f"at most {most_s:g} s", median <= most_s)
