"""Whether what a card declares monotone is so under the claims of a dossier, parameter by one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

import numpy as np

from twoplustwo.positions.claimed import counting_claims, hull
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.card import Card
from twoplustwo.search.worst.axes import monotone_sign
from twoplustwo.search.worst.evaluator import WorstCaseEvaluator
from twoplustwo.search.worst.spans import written

WINDOWS = ("keep_out", "settle")
SLACK = {"s": 1.0, "1": 1e-4}
"""Samples move with the ends of the windows of meetings: so much is no other direction."""
EXACT = 1e-9


@dataclass(frozen=True)
class Ends:
    """Two positions that differ in one parameter: with less of the card's headline, and more."""

    path: str
    less: Position
    more: Position


@dataclass(frozen=True)
class WrongWay:
    """A column that moved against what its card says.

    Parameters
    ----------
    path, column : str
    less, more : float
        The column at the two ends, SI, in the order in which it should not fall.
    at : str
        The position at the end that should have more.
    """

    path: str
    column: str
    less: float
    more: float
    at: str


def ends(evaluator: WorstCaseEvaluator) -> list[Ends]:
    """Both ends of all claims of each declared parameter that is read.

    Under each party, and with all the others at the ends that leave least, then most: there worst
    cases are. A parameter of which everybody claims the same one value has no ends, and needs none.
    """
    parties = [Position(party) for party in sorted(evaluator.dossier.parties)]
    read = frozenset().union(*(one.read for one in evaluator.at(parties)))
    moved = {path: texts for path in sorted(read) for texts in _texts(evaluator, path, parties[0])}
    corners = [{path: texts[at] for path, texts in moved.items()} for at in (0, 1)]
    bases = [*((party, {}) for party in parties), *((parties[0], one) for one in corners)]
    return [
        Ends(path, *(replace(party, sets=(*({**others, path: text}).items(),)) for text in texts))
        for path, texts in moved.items()
        for party, others in bases
    ]


def wrong_ways(evaluator: WorstCaseEvaluator, asked: list[Ends], label: str = "") -> list[WrongWay]:
    """Every column that falls where its card says that it rises, or the other way round."""
    found = evaluator.at([one for pair in asked for one in (pair.less, pair.more)], label)
    wrong = []
    for at, pair in enumerate(asked):
        less, more = found[2 * at : 2 * at + 2]
        if less.missing or more.missing:
            continue  # no answer is neither more nor less
        for column in less.values.keys() & more.values.keys():
            sign = monotone_sign(evaluator.card, column)
            low, high = (_counted(sign * one.values[column]) for one in (less, more))
            slack = _slack(evaluator.card, pair.path, column)
            if sign and low > high + slack:
                values = less.values[column], more.values[column]
                wrong.append(WrongWay(pair.path, column, *values, pair.more.text))
    return wrong


def _texts(
    evaluator: WorstCaseEvaluator, path: str, position: Position
) -> Iterator[tuple[str, str]]:
    """What is set at the two ends of a parameter with a direction; nothing if they are one."""
    declared = evaluator.card.directions.items()
    way = next((way for pattern, way in declared if fnmatchcase(path, pattern)), "")
    if not way:
        return
    dossier, day = evaluator.dossier, position.day(evaluator.dossier)
    kind = dossier.kind_of(path)
    texts = ("no", "yes")
    if kind.type == "number":
        both = hull(dossier, path, day)
        if both is None or both[0] == both[1]:
            return
        texts = written(both[0], kind.unit), written(both[1], kind.unit)
    elif not {*texts} <= {str(one.value.si) for one in counting_claims(dossier, path, day)}:
        return
    low, high = texts
    yield (low, high) if way == "up" else (high, low)


def _counted(value: float) -> float:
    return -np.inf if np.isnan(value) else value


def _slack(card: Card, path: str, column: str) -> float:
    unit = card.columns.get(column, {}).get("unit", "")
    return SLACK.get(unit, EXACT) if path.endswith(WINDOWS) else EXACT
