"""Any question or analysis by its name: what the doors call."""

import importlib
from collections.abc import Sequence

from twoplustwo.answers.answer import Answer
from twoplustwo.dossier.models import Dossier
from twoplustwo.questions.cards import card
from twoplustwo.runs import ask as runs
from twoplustwo.scenario.position import Position, parse_position


def ask(
    question: str, positions: Sequence[Position | str], dossier: Dossier, **options: str
) -> list[Answer]:
    """Answers of a question, one a position, or the one answer of an analysis about them all.

    Parameters
    ----------
    question : str
        Question or analysis.
    positions : sequence
        Positions, parsed or as text.
    dossier : Dossier
    **options : str
        As the card lists them.
    """
    asked = card(question)
    if not asked.is_analysis:
        return runs.ask(question, positions, dossier, **options)
    chosen = runs.check_options(asked, options, dossier)
    parsed = [parse_position(p, dossier) if isinstance(p, str) else p for p in positions]
    if asked.positions == 1:  # what compares positions may be given the same one twice
        parsed = list(dict.fromkeys(parsed))
    module = importlib.import_module(f"{asked.package}.ask")
    return [module.ask(asked, parsed, dossier, **chosen)]
