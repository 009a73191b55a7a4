"""Headlines of many positions as columns: what analyses over thousands of positions read."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import resolve
from twoplustwo.question_cards.card import card
from twoplustwo.runs.ask import check_options, results

F = NDArray[np.float64]

BATCH = 256  # positions at a time: their flights and results are let go before the next


def sharing_order(position: Position) -> tuple[object, ...]:
    """Key of an order in which neighbours share most of their work.

    Settings backwards by path: the target, satellites and missiles come first. Positions whose
    flights are alike follow one another then, and flights are what costs.
    """
    return (sorted(position.sets, reverse=True), position.text)


def headline_values(
    question: str, positions: Sequence[Position], dossier: Dossier, **options: str
) -> dict[str, F]:
    """Every headline of a question at each position; the tables behind them are never made.

    Parameters
    ----------
    question : str
        Identifier of a question (not of an analysis).
    positions : sequence of Position
    dossier : Dossier
    **options : str
        Of the question, as its card lists them.

    Returns
    -------
    dict of ndarray
        Column to values, shape (positions,); NaN where there is none or it is not answerable.
        The headline of the card comes first.
    """
    asked = card(question)
    chosen = check_options(asked, options, dossier)
    distinct = sorted(dict.fromkeys(positions), key=sharing_order)
    known: dict[Position, dict[str, float]] = {}
    for start in range(0, len(distinct), BATCH):
        some = distinct[start : start + BATCH]
        found, _ = results(asked, [resolve(dossier, one) for one in some], dossier, chosen)
        for position, one in zip(some, found, strict=True):
            known[position] = (
                {}
                if isinstance(one, str)
                else {h.column: np.nan if h.value is None else h.value for h in one.headlines}
            )
    rows = [known[position] for position in positions]
    names = dict.fromkeys([asked.headline["column"], *(name for row in rows for name in row)])
    return {name: np.array([row.get(name, np.nan) for row in rows]) for name in names}
