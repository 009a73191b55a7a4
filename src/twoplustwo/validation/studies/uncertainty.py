"""What the claims of a dossier leave open, recorded for the documents.

The two analyses `sensitivity` and `hangs-on`, asked of every party and recorded for the documents.
It takes many minutes of computing, mostly for the footprint, whose every draw aims anew at every
cell.
"""

import sys
from collections.abc import Callable
from functools import cache, partial

import numpy as np

from twoplustwo.analysis.ask import ask
from twoplustwo.answers.answer import Answer
from twoplustwo.base.errors import TwoPlusTwoError
from twoplustwo.base.table import Column, Table
from twoplustwo.dossier import load
from twoplustwo.dossier.find import locate
from twoplustwo.validation.studies.inputs import inputs
from twoplustwo.validation.studies.recorded import path, record

SAMPLES = {"icbm-reach": 128, "defended-footprint": 16}
SEED = 0
SWING_S = 1.0  # what moves a margin by less and turns nothing is not recorded

INDICES = (
    "position",
    "headline",
    "parameter",
    "interval",
    "total_order",
    "total_low",
    "total_high",
    "first_order",
    "first_low",
    "first_high",
)
SPANS = (
    "position",
    "headline",
    "as_held",
    "low",
    "median",
    "high",
    "least",
    "greatest",
    "holds",
    "draws",
    "unanswered",
)
LINES = (
    "position",
    "base",
    "parameter",
    "low",
    "high",
    "margin_low_s",
    "margin_high_s",
    "outcome_low",
    "outcome_high",
    "flips",
    "flip",
)
BASES = (
    "position",
    "base",
    "missile",
    "margin_s",
    "outcome",
    "latest_launch_s",
    "commit_delay_s",
    "hangs_on",
)


def indices(question: str) -> Table:
    """Sobol' indices of every headline of a question, party by party."""
    return _only(_drawn(question).rows, INDICES)


def spans(question: str) -> Table:
    """What every headline of a question does over all draws."""
    return _only(_drawn(question).table("headlines"), SPANS)


def lines() -> Table:
    """Every line that moves a margin by `SWING_S`, takes one away or turns a verdict."""
    table = _hung().rows
    low, high = table.column("margin_low_s"), table.column("margin_high_s")
    one = np.isnan(low) != np.isnan(high)
    kept = table.column("flips") | one | (np.abs(high - low) >= SWING_S)
    columns = {name: table.column(name)[kept] for name in LINES}
    return Table(tuple(Column(name) for name in LINES), columns)


def bases() -> Table:
    """Every base under every party: its verdict as held, and what it hangs on."""
    return _only(_hung().table("bases"), BASES)


def _only(table: Table, names: tuple[str, ...]) -> Table:
    return Table(tuple(Column(n) for n in names), {n: table.column(n) for n in names})


@cache
def _drawn(question: str) -> Answer:
    dossier = load(locate(inputs()["dossier"]))
    samples, seed = str(SAMPLES[question]), str(SEED)
    parties = sorted(dossier.parties)
    whole = {"headlines": "all", "screen": "no"}  # the whole design, to judge the screened one by
    return ask("sensitivity", parties, dossier, of=question, samples=samples, seed=seed, **whole)[0]


@cache
def _hung() -> Answer:
    dossier = load(locate(inputs()["dossier"]))
    return ask("hangs-on", sorted(dossier.parties), dossier)[0]


STUDIES: dict[str, Callable[[], Table]] = {
    "hangs-on-bases": bases,
    "hangs-on-lines": lines,
    **{f"open-{question}": partial(spans, question) for question in SAMPLES},
    **{f"sensitivity-{question}": partial(indices, question) for question in SAMPLES},
}


def main() -> int:
    """Compute and record all of them; the exit status."""
    try:
        for name, study in STUDIES.items():
            changed = record({name: study})[name]
            sys.stdout.write(f"{path(name).name}: {changed} rows new or changed\n")
            sys.stdout.flush()
    except TwoPlusTwoError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
