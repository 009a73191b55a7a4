"""Many positions, few at a time, in an order in which neighbours share most of their work."""

from collections.abc import Iterator, Sequence

from twoplustwo.base import progress
from twoplustwo.positions.position import Position
from twoplustwo.runs.headline_values import sharing_order

SIZE = 256  # more share more; fewer show progress


def batches(positions: Sequence[Position], label: str) -> Iterator[list[Position]]:
    """Each distinct position once, `SIZE` at a time.

    Parameters
    ----------
    positions : sequence of Position
        In any order; what comes out does not depend on it.
    label : str
        Shown with the progress.
    """
    distinct = sorted(dict.fromkeys(positions), key=sharing_order)
    for start in range(0, len(distinct), SIZE):
        progress.step(label, start, len(distinct))
        yield distinct[start : start + SIZE]
    progress.step(label, len(distinct), len(distinct))
