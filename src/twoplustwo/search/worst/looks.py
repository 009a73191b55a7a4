"""The question asked at positions, each once: headlines, what is missing, and what was read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import resolve
from twoplustwo.question_cards.card import Card, card
from twoplustwo.runs.ask import check_options, results
from twoplustwo.runs.headline_values import sharing_order


@dataclass(frozen=True)
class Look:
    """What the question says at one position: headlines by column, or what is missing."""

    values: Mapping[str, float]
    missing: str
    read: frozenset[str]


@dataclass
class Looks:
    """Looks at one question with its options; a position is looked at once.

    Parameters
    ----------
    question : str
    dossier : Dossier
    options : mapping
        Of the question.
    """

    question: str
    dossier: Dossier
    options: Mapping[str, str]
    known: dict[Position, Look] = field(default_factory=dict)
    places: dict[Position, list[Any]] = field(default_factory=dict)
    """Where each position was moved to by earlier searches."""

    def __post_init__(self) -> None:
        self.asked: Card = card(self.question)
        self.chosen = check_options(self.asked, self.options, self.dossier)

    @property
    def read(self) -> frozenset[str]:
        """Everything that the question has read so far."""
        return frozenset().union(*(look.read for look in self.known.values()))

    def at(self, positions: Sequence[Position]) -> list[Look]:
        """A look at each position, those not yet known all together."""
        new = sorted({p for p in positions if p not in self.known}, key=sharing_order)
        for start in range(0, len(new), TOGETHER):
            some = new[start : start + TOGETHER]
            held = [resolve(self.dossier, one) for one in some]
            found, read = results(self.asked, held, self.dossier, self.chosen)
            for position, result, paths in zip(some, found, read, strict=True):
                if isinstance(result, str):
                    self.known[position] = Look({}, result, frozenset(paths))
                    continue
                values = {
                    h.column: np.nan if h.value is None else float(h.value)
                    for h in result.headlines
                } | {**result.guides}
                self.known[position] = Look(values, "", frozenset(paths))
        return [self.known[p] for p in positions]


TOGETHER = 512  # positions at a time
