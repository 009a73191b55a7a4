"""Where the verdict turns as one number moves, in sentences that can be quoted."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from twoplustwo.analysis.divergence.sweep import SweepRange
from twoplustwo.analysis.divergence.words import sentence
from twoplustwo.answers.answer import Headline
from twoplustwo.base.criterion import Criterion
from twoplustwo.base.units import show
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.display_names import position_name
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.card import Card
from twoplustwo.search.turning_point import Bracket
from twoplustwo.wording.criteria import describe_test
from twoplustwo.wording.figures import quantity_text

NOBODY = {"en": "nobody", "ru": "никто"}


class Turning(NamedTuple):
    """One number moved at one position.

    Parameters
    ----------
    position : Position
    line : Line
    looks : sequence of float
        Values looked at, SI.
    flips : sequence of Bracket
        Where the verdict turns, the lowest first.
    verdicts : sequence of (bool or None)
        Of each look.
    """

    position: Position
    line: SweepRange
    looks: Sequence[float]
    flips: Sequence[Bracket]
    verdicts: Sequence[bool | None]


def turning_headline(
    card: Card,
    asked: Card,
    turning: Turning,
    test: Criterion,
    name: Mapping[str, str],
    dossier: Dossier,
    column: str = "flip_si",
) -> Headline:
    """Where the verdict turns, or that it does not, by what the test means in words.

    Parameters
    ----------
    card, asked : Card
        Of this analysis, and of the question.
    turning : Turning
    test : Test
        The verdict.
    name : mapping
        What the number is called, by language.
    dossier : Dossier
    column : str
        Of the headline.
    """
    last = [printed_value(flip.low, turning.line) for flip in turning.flips]
    first = [printed_value(flip.high, turning.line) for flip in turning.flips]
    after = (
        [turning.flips[0].before, *(flip.after for flip in turning.flips)] if turning.flips else []
    )
    seen = {verdict for verdict in turning.verdicts if verdict is not None}
    when = "flips" if turning.flips else "no flip" if len(seen) == 1 else "no verdict"

    def words(lang: str) -> dict[str, str]:
        told: dict[str, Any] = {
            "position": position_name(turning.position.text, dossier, lang),
            "dispute": name[lang],
        }
        if turning.flips:
            told["spans"] = "; ".join(
                sentence(
                    card,
                    _span(i, len(last)),
                    lambda _, i=i, holds=holds: {
                        "low": quantity_text(first[i - 1], lang),
                        "high": quantity_text(last[min(i, len(last) - 1)], lang),
                        "says": describe_test(asked, test, holds)[lang],
                    },
                )[lang]
                for i, holds in enumerate(after)
            )
        elif seen:
            told["says"] = describe_test(asked, test, seen == {True})[lang]
        told |= {
            end: quantity_text(printed_value(value, turning.line), lang)
            for end, value in (("low", turning.line.low), ("high", turning.line.high))
        }
        return told

    turn = turning.flips[0].high if turning.flips else None
    return Headline(column, turn, show=turning.line.unit, sentence=sentence(card, when, words))


def test_headline(
    card: Card, asked: Card, test: Criterion, held: Mapping[Position, bool | None], dossier: Dossier
) -> Headline:
    """What the verdict is about, in the words of the test, and who passes it as held."""

    def words(lang: str) -> dict[str, str]:
        told = {"test": describe_test(asked, test)[lang]}
        for name, verdict in (("passed", True), ("failed", False), ("silent", None)):
            who = [
                position_name(p.text, dossier, lang) for p, one in held.items() if one is verdict
            ]
            told[name] = ", ".join(who) or NOBODY[lang]
        return told

    when = "test" if None not in held.values() else "test silent"
    passing = sum(one is True for one in held.values())
    return Headline("test", float(passing), show="1", sentence=sentence(card, when, words))


def samples_headline(card: Card, turning: Turning, name: Mapping[str, str]) -> Headline:
    """Over which values a number was moved."""

    def words(lang: str) -> dict[str, str]:
        return {
            "dispute": name[lang],
            "looks": str(len(turning.looks)),
            "low": quantity_text(printed_value(turning.line.low, turning.line), lang),
            "high": quantity_text(printed_value(turning.line.high, turning.line), lang),
        }

    said = sentence(card, "looks", words)
    return Headline("looks", float(len(turning.looks)), show="1", sentence=said)


def printed_value(value: float, along: SweepRange) -> str:
    """A value of a line with all its digits: who asks at what is printed asks at what was asked."""
    return show(value, along.unit).replace("-", "−")


def _span(i: int, flips: int) -> str:
    return "span below" if i == 0 else "span above" if i == flips else "span between"
