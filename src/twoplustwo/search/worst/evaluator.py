"""The evaluator that searches for worst cases share."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.runs.evaluate import Evaluator
from twoplustwo.search.worst.axes import Axes, axes
from twoplustwo.search.worst.base_position import BasePosition

TOGETHER = 512  # candidates of one step mostly differ in few numbers


class WorstCaseEvaluator(Evaluator):
    """An evaluator that remembers where searches moved each position to.

    What a search for one column has found counts for the next column too.

    Attributes
    ----------
    candidates : dict of Position to list
        The candidates that were asked in place of each position.
    """

    def __init__(
        self, question: str, dossier: Dossier, options: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(question, dossier, options, TOGETHER)
        self.candidates: dict[Position, list[Any]] = {}
        self._bases: dict[Position, BasePosition] = {}
        self._axes: dict[Any, Axes] = {}

    def base(self, position: Position) -> BasePosition:
        """What searches from a position set out from; the same for every column."""
        if position not in self._bases:
            self._bases[position] = BasePosition(position, self.dossier)
        return self._bases[position]

    def axes(self, read: frozenset[str], position: Position, column: str, most: bool) -> Axes:
        """What can be claimed of what was read; measures make no difference to that."""
        key = read, replace(position, measures=()), column, most
        if key not in self._axes:
            self._axes[key] = axes(read, position, self.dossier, self.card, column, most)
        return self._axes[key]
