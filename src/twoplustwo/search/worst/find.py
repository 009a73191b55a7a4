"""Worst cases of one or many positions: the two functions that analyses call."""

from collections.abc import Sequence

from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.search.worst.evaluator import WorstCaseEvaluator
from twoplustwo.search.worst.record import Worst
from twoplustwo.search.worst.search import QUICK, search


def worst(
    question: str,
    position: Position,
    dossier: Dossier,
    column: str = "",
    most: bool = True,
    effort: str = QUICK,
    **options: str,
) -> Worst:
    """The extreme of one headline over all claims on the table.

    The claims are those of every party and of nobody that count on the day of `position`, each
    with its whole interval, of every parameter that the question reads. The measures of the
    position act on whatever is claimed; what it sets by hand is fixed. Whose position it is does
    not matter: the value is the same for all parties.

    Parameters
    ----------
    question : str
        Identifier of a question (not of an analysis).
    position : Position
        Its party, measures, settings and date.
    dossier : Dossier
    column : str, optional
        Headline of the question; the card's own if empty.
    most : bool
        Whether the greatest value is sought, or the least.
    effort : str
        ``corners`` (no continuous parameter is searched), ``quick`` or ``thorough``.
    **options : str
        Of the question.

    Returns
    -------
    Worst
    """
    asked = [(column or card_of(dossier, question).headline["column"], most)]
    return worsts(question, [position], dossier, asked, effort, **options)[0][0]


def worsts(
    question: str,
    positions: Sequence[Position],
    dossier: Dossier,
    asked: Sequence[tuple[str, bool]],
    effort: str = QUICK,
    **options: str,
) -> list[list[Worst]]:
    """Extremes of several headlines at several positions, sharing all work.

    Parameters
    ----------
    question, dossier, effort, **options
        As for `worst`.
    positions : sequence of Position
        Designs: what differs are their measures and settings.
    asked : sequence of (column, most)

    Returns
    -------
    list of list of Worst
        One list a position, in the order of `asked`.
    """
    evaluator = WorstCaseEvaluator(question, dossier, options)
    return [[search(evaluator, position, *one, effort) for one in asked] for position in positions]
