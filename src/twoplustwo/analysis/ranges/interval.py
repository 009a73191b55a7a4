"""The interval of a headline: worst and best corner of what the held claims leave open."""

from collections.abc import Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from twoplustwo.answers.answer import Answer, Headline
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position, parse_position
from twoplustwo.positions.resolve import resolve
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.runs.ask import ask

UP = "up"
SAYS = "worst and best corner of the held claims' own ranges: {names}"


def corner(asked: Card, position: Position, dossier: Dossier, best: bool) -> Position:
    """The position with every interval that moves the headline one way put at that end.

    Only parameters that the card declares monotone are moved; the others stay where they are.
    Settings stay too: what somebody sets has no interval.
    """
    held = resolve(dossier, position)
    for path in open_parameters(asked, position, dossier):
        item = held.values[path]
        rising = next(d for p, d in asked.directions.items() if fnmatchcase(path, p)) == UP
        end = item.high if rising == best else item.low
        position = position.with_setting(path, f"{end!r} {item.unit}".strip())
    return position


def open_parameters(asked: Card, position: Position, dossier: Dossier) -> list[str]:
    """Parameters of the card's directions whose held claim is an interval."""
    held = resolve(dossier, position)
    return [
        path
        for path, item in sorted(held.values.items())
        if any(fnmatchcase(path, pattern) for pattern in asked.directions)
        and item.low is not None
        and item.high is not None
        and item.low < item.high
    ]


def with_intervals(answers: Sequence[Answer], dossier: Dossier, **options: str) -> list[Answer]:
    """The same answers with `low` and `high` of every headline filled in.

    Parameters
    ----------
    answers : sequence of Answer
        Of one question, one a position.
    dossier : Dossier
    **options : str
        Those with which it was asked.
    """
    asked = card_of(dossier, answers[0].question)
    positions = [parse_position(str(a.position), dossier) for a in answers]
    ends = [corner(asked, p, dossier, best) for best in (False, True) for p in positions]
    found = ask(asked.id, ends, dossier, **options)
    worst, best = found[: len(answers)], found[len(answers) :]
    return [
        _with_interval(answer, low, high, open_parameters(asked, p, dossier))
        for answer, low, high, p in zip(answers, worst, best, positions, strict=True)
    ]


def _with_interval(answer: Answer, worst: Answer, best: Answer, names: list[str]) -> Answer:
    says = SAYS.format(names=", ".join(names) or "none is open")

    def between(own: Headline, headline: Headline, two: Headline) -> Headline:
        ends = [v for v in (headline.value, two.value) if v is not None]
        if len(ends) < 2 or own.value is None:
            return own
        ends.append(own.value)  # the corners are those of the first headline, not of every other
        return replace(own, low=min(ends), high=max(ends), interval=says)

    first = between(answer.headline, worst.headline, best.headline)
    others = zip(answer.headlines, worst.headlines, best.headlines, strict=False)
    rest = [between(*three) for three in others]
    return replace(answer, headline=first, headlines=tuple(rest))
