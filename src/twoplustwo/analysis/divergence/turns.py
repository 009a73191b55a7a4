"""Where the verdict turns as one number moves, in sentences that can be quoted."""

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from twoplustwo.analysis.divergence.rows import middle
from twoplustwo.analysis.divergence.slide import Flip, Line
from twoplustwo.analysis.divergence.words import say
from twoplustwo.analysis.named import called
from twoplustwo.answers.answer import Headline
from twoplustwo.base.predicate import Test
from twoplustwo.base.units import from_si, show
from twoplustwo.dossier.models import Dossier
from twoplustwo.questions import spoken
from twoplustwo.questions.called import amount
from twoplustwo.questions.cards import Card
from twoplustwo.scenario.position import Position


class Turning(NamedTuple):
    """One number moved at one position.

    Parameters
    ----------
    position : Position
    line : Line
    looks : sequence of float
        Values looked at, SI.
    flips : sequence of Flip
        Where the verdict turns, the lowest first.
    verdicts : sequence of (bool or None)
        Of each look.
    """

    position: Position
    line: Line
    looks: Sequence[float]
    flips: Sequence[Flip]
    verdicts: Sequence[bool | None]


def turns(
    card: Card, asked: Card, one: Turning, test: Test, name: Mapping[str, str], dossier: Dossier,
    column: str = "flip_si",
) -> Headline:  # fmt: skip
    """Where the verdict turns, or that it does not, by what the test means in words.

    Parameters
    ----------
    card, asked : Card
        Of this analysis, and of the question.
    one : Turning
    test : Test
        The verdict.
    name : mapping
        What the number is called, by language.
    dossier : Dossier
    column : str
        Of the headline.
    """
    at = [rounded(middle(flip, one.line), one.line) for flip in one.flips]
    after = [one.flips[0].before, *(flip.after for flip in one.flips)] if one.flips else []
    seen = {verdict for verdict in one.verdicts if verdict is not None}
    when = "flips" if one.flips else "no flip" if len(seen) == 1 else "no verdict"

    def words(lang: str) -> dict[str, str]:
        told: dict[str, Any] = {
            "position": called(one.position.text, dossier, lang), "dispute": name[lang],
        }  # fmt: skip
        if one.flips:
            told["spans"] = "; ".join(
                say(card, _span(i, len(at)), lambda _, i=i, holds=holds: {
                    "low": amount(at[i - 1], lang), "high": amount(at[min(i, len(at) - 1)], lang),
                    "says": spoken.says(asked, test, holds)[lang],
                })[lang] for i, holds in enumerate(after)
            )  # fmt: skip
        elif seen:
            told["says"] = spoken.says(asked, test, seen == {True})[lang]
        return told

    first = middle(one.flips[0], one.line) if one.flips else None
    return Headline(column, first, show=one.line.unit, sentence=say(card, when, words))


def looked(card: Card, asked: Card, one: Turning, test: Test, name: Mapping[str, str]) -> Headline:
    """Over which values a number was moved, and for which verdict."""
    sentence = say(card, "looks", lambda lang: {
        "test": spoken.says(asked, test)[lang], "dispute": name[lang], "looks": str(len(one.looks)),
        "low": amount(show(one.line.low, one.line.unit), lang),
        "high": amount(show(one.line.high, one.line.unit), lang),
    })  # fmt: skip
    return Headline("looks", float(len(one.looks)), show="1", sentence=sentence)


def rounded(value: float, along: Line) -> str:
    """A value of a line to three digits, as halving finds it; of a count, all of them."""
    number = from_si(value, along.unit)
    if along.whole or not number:
        text = f"{number:.10g}"
    else:
        text = f"{number:.{max(0, 2 - math.floor(math.log10(abs(number))))}f}"
    unit = along.unit.replace("m2", "m²")
    return f"{text} {unit}".removesuffix(" 1").replace("-", "−")


def _span(i: int, flips: int) -> str:
    return "span below" if i == 0 else "span above" if i == flips else "span between"
