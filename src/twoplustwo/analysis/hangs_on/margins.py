"""The pair of each base to the capital, at many positions."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.outcomes import Outcome
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import resolve
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.question_cards.result import Result
from twoplustwo.runs.ask import check_options
from twoplustwo.runs.evaluate import results_in_batches, sharing_order

F = NDArray[np.float64]

QUESTION = "reach"


class Margins(NamedTuple):
    """Base by base, shape (bases,); times in s, NaN where there is no such time."""

    base: list[str]
    missile: list[str]
    outcome: list[str]
    margin_s: F
    latest_launch_s: F
    commit_delay_s: F
    read: frozenset[str]

    def met(self, base: int) -> bool | None:
        """Whether the missile from a base is met in time; None if it does not get there itself."""
        if self.outcome[base] == Outcome.THREAT_CANNOT_REACH:
            return None
        return self.outcome[base] == Outcome.MET


def margins(
    positions: Sequence[Position], dossier: Dossier, where: Mapping[str, str]
) -> dict[Position, Margins | str]:
    """Margins at each distinct position, or what is missing there.

    It reads rows, base by base, where an `Evaluator` keeps headlines.
    """
    asked = card_of(dossier, QUESTION)
    chosen = check_options(asked, where, dossier)
    distinct = sorted(dict.fromkeys(positions), key=sharing_order)
    held = (resolve(dossier, position) for position in distinct)
    found = results_in_batches(asked, held, dossier, chosen, len(distinct), "margins")
    return {
        position: result if isinstance(result, str) else _margins(result, read)
        for position, (result, read) in zip(distinct, found, strict=True)
    }


def _margins(result: Result, read: Iterable[str]) -> Margins:
    bases = result.make()[1]["bases"]
    base, missile, outcome = ([str(x) for x in bases.column(c)] for c in Margins._fields[:3])
    margin, latest, delay = (bases.column(c).astype(float) for c in Margins._fields[3:6])
    return Margins(base, missile, outcome, margin, latest, delay, frozenset(read))
