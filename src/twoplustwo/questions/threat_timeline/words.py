"""Predictions and how they fared, in words: how many of how many, from when, and by which event."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from twoplustwo.question_cards.card import LANGUAGES, card
from twoplustwo.questions.threat_timeline.event import Happening, waited_for
from twoplustwo.questions.threat_timeline.predictions import Prediction
from twoplustwo.questions.threat_timeline.scorecard import Scorecard
from twoplustwo.questions.threat_timeline.verdict import Judged
from twoplustwo.wording.figures import duration_in_years, range_text, year_text
from twoplustwo.wording.names import count_text, display_name

QUESTION = "threat-timeline"
UNDOUBTED = "yes"
DISPUTED = "disputed"
MIDPOINT = "midpoint"


class HeldYear(Protocol):
    """A year as it is held: with the interval, and whether its middle is computed with."""

    @property
    def value(self) -> float: ...
    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...
    @property
    def point(self) -> str: ...


def date_words(held: HeldYear) -> dict[str, str]:
    """``year_en``, ``year_ru``: the interval that was said, and which year of it is taken.

    A year within an interval, its middle above all, is nobody's date.
    """
    return {f"year_{lang}": _date_text(held, lang) for lang in LANGUAGES}


def _date_text(held: HeldYear, lang: str) -> str:
    year = year_text(held.value, lang)
    if held.low is None or held.high is None or held.low == held.high:
        return year
    span = range_text(year_text(held.low, lang), year_text(held.high, lang), lang)
    form = "middle" if held.point == MIDPOINT else "within"
    return card(QUESTION).phrases[form][lang].format(span=span, year=year)


def wrong_words(wrong: Sequence[float]) -> dict[str, str]:
    """Words for the sentence of the mean, from the scores [years]; none where there is none."""
    if not wrong:
        return {}
    out = {}
    for lang in LANGUAGES:
        out |= {
            f"mean_{lang}": duration_in_years(sum(wrong) / len(wrong), lang),
            f"spread_{lang}": _spread(min(wrong), max(wrong), lang),
            f"scored_{lang}": count_text(len(wrong), lang, card(QUESTION).phrases["predictions"]),
        }
    return out


def _spread(least: float, most: float, lang: str) -> str:
    """The least and the greatest; that all are the same, where they are as printed."""
    low, high = duration_in_years(least, lang), duration_in_years(most, lang)
    phrases = card(QUESTION).phrases
    if low == high:
        return phrases["each"][lang]
    return phrases["spread"][lang].format(least=low.partition(" ")[0], most=high)


def scored_words(
    scorecard: Scorecard,
    held: Sequence[tuple[Prediction, str]],
    judged: Sequence[Judged],
    names: Mapping[str, Mapping[str, str]],
) -> dict[str, Any]:
    """Words for the sentence of how many predictions could be scored.

    Parameters
    ----------
    scorecard : Scorecard
    held : sequence
        Predictions of the party, with how it holds each.
    judged : sequence
        How each fared.
    names : mapping
        What happenings are called.
    """
    if not held:
        return {}
    stated = [one.stated for one, _ in held]
    doubtful = [
        happening
        for (prediction, _), how in zip(held, judged, strict=True)
        if how.scored
        and how.happened is not None
        and (happening := scorecard.happened(waited_for(prediction, scorecard.switches)))
        and _in_doubt(happening)
    ]
    events = list(dict.fromkeys(one.id for one in doubtful))
    phrases = card(QUESTION).phrases
    out: dict[str, Any] = {"scored": sum(one.scored for one in judged)}
    for lang in LANGUAGES:
        named = ", ".join(display_name(one, names, lang) for one in events)
        doubt = phrases["doubt"][lang].format(count=len(doubtful), event=named)
        out |= {
            f"listed_{lang}": count_text(len(held), lang, phrases["predictions"]),
            f"first_{lang}": year_text(min(stated), lang),
            f"last_{lang}": year_text(max(stated), lang),
            f"until_{lang}": year_text(scorecard.record.until, lang),
            f"doubt_{lang}": doubt if events else "",
        }
    return out


def _in_doubt(happening: Happening) -> bool:
    return happening.success != UNDOUBTED or happening.launcher == DISPUTED
