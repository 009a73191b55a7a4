"""Headlines of many positions as columns: what analyses over thousands of positions read."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.runs.evaluate import Evaluator


def headline_values(
    question: str, positions: Sequence[Position], dossier: Dossier, **options: str
) -> dict[str, NDArray[np.float64]]:
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
    evaluator = Evaluator(question, dossier, options)
    rows = [evaluation.headlines for evaluation in evaluator.at(positions)]
    first = evaluator.card.headline["column"]
    names = dict.fromkeys([first, *(name for row in rows for name in row)])
    return {name: np.array([row.get(name, np.nan) for row in rows]) for name in names}
