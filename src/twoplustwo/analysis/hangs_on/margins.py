"""The pair of each base to the capital, at many positions."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.outcomes import Outcome
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import resolve
from twoplustwo.question_cards.card import card
from twoplustwo.runs.ask import check_options, results
from twoplustwo.runs.batches import batches

F = NDArray[np.float64]

QUESTION = "icbm-reach"


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
    """Margins at each distinct position, or what is missing there."""
    asked = card(QUESTION)
    chosen = check_options(asked, where, dossier)
    found: dict[Position, Margins | str] = {}
    for some in batches(positions, "margins"):
        made, read = results(asked, [resolve(dossier, one) for one in some], dossier, chosen)
        for position, result, paths in zip(some, made, read, strict=True):
            if isinstance(result, str):
                found[position] = result
                continue
            bases = result.make()[1]["bases"]
            names = [[str(x) for x in bases.column(c)] for c in ("base", "missile", "outcome")]
            times = [
                bases.column(c).astype(float)
                for c in ("margin_s", "latest_launch_s", "commit_delay_s")
            ]
            found[position] = Margins(
                names[0], names[1], names[2], times[0], times[1], times[2], frozenset(paths)
            )
    return found
