"""The evaluator that searches for worst cases share."""

from collections.abc import Mapping
from typing import Any

from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.runs.evaluate import Evaluator

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
