"""icbm-reach, all bases and targets of europe-2007, one position that was not seen before.

The process is warm: the dossier is loaded, the code compiled, one position has been asked. What is
new in the next decides what must be computed.
"""

import asking
from row import Row
from twoplustwo.dossier import load, locate

ORDER = 4
TITLE = "icbm-reach: all bases and targets, one position, warm"
TARGET = "at most 100 ms for a position not seen before"
ROUNDS, MOST_MS = 7, 100.0
NEW = {
    "interceptor's speed": ("interceptors.gbi-2.burnout_speed", lambda i: f"{6310 + 7 * i} m/s"),
    "commit only": ("commit.track_time", lambda i: f"{20 + 0.1 * i:.1f} s"),
    "missile's payload": ("missiles.ss-25.payload", lambda i: f"{990 - i} kg"),
}


def run() -> list[Row]:
    """Measure."""
    dossier = load(locate("europe-2007"))
    asking.again("icbm-reach", dossier, asking.same("us"), 1)
    rows = [_row("nothing new", asking.again("icbm-reach", dossier, asking.same("us"), ROUNDS))]
    for what, (path, value) in NEW.items():
        positions = asking.stepped("us", path, value)
        rows.append(_row(f"new: {what}", asking.again("icbm-reach", dossier, positions, ROUNDS)))
    return rows


def _row(what: str, asked: asking.Asked) -> Row:
    figures = {"median_ms": asked.median_s * 1e3, "best_ms": asked.best_s * 1e3}
    return Row(what, figures, f"at most {MOST_MS:.0f} ms", asked.median_s * 1e3 <= MOST_MS)
