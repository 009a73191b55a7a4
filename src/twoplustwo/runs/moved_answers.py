"""Which answers of one dossier are others in another, and by how much."""

import math
from collections.abc import Iterator
from typing import NamedTuple

from twoplustwo.answers.answer import Answer
from twoplustwo.base.errors import TwoPlusTwoError
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.for_dossier import cards_of
from twoplustwo.runs.ask import ask
from twoplustwo.wording.criteria import column_name
from twoplustwo.wording.headlines import difference_text, headline_text


class Moved(NamedTuple):
    """One headline of one party, before and after; `by` is the difference in its own unit."""

    question: str
    party: str
    column: str
    before: str
    after: str
    by: str


def moved_answers(one: Dossier, two: Dossier) -> Iterator[Moved]:
    """Every headline that differs, of each question that both ask, for each party of both.

    A question that one of them cannot be asked is told as such; the others go on.
    """
    parties = sorted({*one.parties} & {*two.parties})
    mine, theirs = ({card.id: card for card in _questions(each)} for each in (one, two))
    for id_ in dict.fromkeys([*mine, *theirs]):
        before, after = _asked(mine.get(id_), parties, one), _asked(theirs.get(id_), parties, two)
        if isinstance(before, str) or isinstance(after, str):
            if before != after:
                yield Moved(id_, "", "", _told(before), _told(after), "")
            continue
        card = mine.get(id_) or theirs[id_]
        for party, was, now in zip(parties, before, after, strict=True):
            yield from _of_party(card, party, was, now)


def _questions(dossier: Dossier) -> list[Card]:
    return [card for card in cards_of(dossier).values() if not card.is_analysis]


def _asked(card: Card | None, parties: list[str], dossier: Dossier) -> list[Answer] | str:
    """The answers of every party, or why there are none."""
    if card is None:
        return "not asked"
    try:
        return ask(card.id, [Position(party) for party in parties], dossier)
    except TwoPlusTwoError as error:
        return f"cannot be asked: {error.what}"


def _told(answers: list[Answer] | str) -> str:
    return answers if isinstance(answers, str) else "answered"


def _of_party(card: Card, party: str, was: Answer, now: Answer) -> Iterator[Moved]:
    old, new = ({h.column: h for h in (a.headline, *a.headlines)} for a in (was, now))
    for column in dict.fromkeys([*old, *new]):
        here = old.get(column) or new[column]
        values = [one.get(column) and one[column].value for one in (old, new)]
        if values[0] == values[1]:
            continue
        before, after = (
            _value(value, here.show or "%", answer)
            for value, answer in zip(values, (was, now), strict=True)
        )
        if before == after and here.show == "%" and None not in values:
            before, after = (f"{100.0 * float(value or 0.0):.2f} %" for value in values)
        by = ""
        if values[0] is not None and values[1] is not None:
            by = difference_text(values[1] - values[0], here.show or "%", "en")
        yield Moved(card.id, party, column_name(card, column)["en"], before, after, by)


def _value(value: float | None, show: str, answer: Answer) -> str:
    if value is None or math.isnan(value):
        return answer.headline.sentence.get("en", "no value")
    return headline_text(value, show, "en")
