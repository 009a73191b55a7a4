"""defended-footprint with one missile, one launch area and 5,000 aim points; one position, warm.

The dossier is made up (`synthetic.py`). Each aim point is a cell with people; all are within
the missile's reach.
"""

import tempfile
from pathlib import Path

import asking
import synthetic
from row import Row

ORDER = 3
TITLE = "defended-footprint: one launch area, 5,000 aim points, one position, warm"
TARGET = "at most 100 ms"
CELLS, ROUNDS, MOST_MS = 5_000, 5, 100.0
NEW = {
    "interceptor's speed": ("interceptors.gbi-2.burnout_speed", lambda i: f"{6310 + 7 * i} m/s"),
    "commit only": ("commit.track_time", lambda i: f"{20 + 0.1 * i:.1f} s"),
    "missile's payload": (f"missiles.{synthetic.MISSILE}.payload", lambda i: f"{749 - i} kg"),
}


def run() -> list[Row]:
    """Measure."""
    with tempfile.TemporaryDirectory() as folder:
        dossier = synthetic.crowded(Path(folder), CELLS)
        asking.again("defended-footprint", dossier, asking.same("us"), 1)
        again = asking.again("defended-footprint", dossier, asking.same("us"), ROUNDS)
        rows = [_row("nothing new", again)]
        for what, (path, value) in NEW.items():
            positions = asking.stepped("us", path, value)
            asked = asking.again("defended-footprint", dossier, positions, ROUNDS)
            rows.append(_row(f"new: {what}", asked))
    return rows


def _row(what: str, asked: asking.Asked) -> Row:
    figures = {"median_ms": asked.median_s * 1e3, "best_ms": asked.best_s * 1e3}
    return Row(what, figures, f"at most {MOST_MS:.0f} ms", asked.median_s * 1e3 <= MOST_MS)
