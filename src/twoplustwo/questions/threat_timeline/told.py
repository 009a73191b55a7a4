"""Predictions and how they fared, in words: how many of how many, from when, and by which event."""

from collections.abc import Mapping, Sequence
from typing import Any

from twoplustwo.question_cards.card import LANGUAGES
from twoplustwo.questions.threat_timeline.event import Happening, waited_for
from twoplustwo.questions.threat_timeline.said import Said
from twoplustwo.questions.threat_timeline.verdict import Judged
from twoplustwo.wording.figures import duration_in_years, plural, year_text
from twoplustwo.wording.names import display_name

PREDICTIONS = {
    "en": {"one": "prediction", "other": "predictions"},
    "ru": {"one": "прогноза", "few": "прогнозов", "many": "прогнозов"},
}
DOUBT = {
    "en": " In {count} of them the event is one whose success or launcher is in dispute or that "
    "failed ({event}); the options success and launchers leave it out.",
    "ru": " В {count} из них засчитано событие, которое не удалось или у которого спорны успех "
    "либо носитель ({event}); настройки успеха и носителей его исключают.",
}
SPREAD = {"en": "from {least} to {most}", "ru": "наименьшая {least}, наибольшая {most}"}
EACH = {"en": "each about that", "ru": "каждая около того"}
UNDOUBTED = "yes"
DISPUTED = "disputed"


def wrong_words(wrong: Sequence[float]) -> dict[str, str]:
    """Words for the sentence of the mean, from the scores [years]; none where there is none."""
    if not wrong:
        return {}
    out = {}
    for lang in LANGUAGES:
        out |= {
            f"mean_{lang}": duration_in_years(sum(wrong) / len(wrong), lang),
            f"spread_{lang}": _spread(min(wrong), max(wrong), lang),
            f"scored_{lang}": f"{len(wrong)} {plural(len(wrong), lang, PREDICTIONS[lang])}",
        }
    return out


def _spread(least: float, most: float, lang: str) -> str:
    """The least and the greatest; that all are the same, where they are as printed."""
    low, high = duration_in_years(least, lang), duration_in_years(most, lang)
    if low == high:
        return EACH[lang]
    return SPREAD[lang].format(least=low.partition(" ")[0], most=high)


def scored_words(
    case: Any,
    mine: Sequence[tuple[Said, str]],
    judged: Sequence[Judged],
    names: Mapping[str, Mapping[str, str]],
) -> dict[str, Any]:
    """Words for the sentence of how many predictions could be scored.

    Parameters
    ----------
    case : Case
    mine : sequence
        Predictions of the party, with how it holds each.
    judged : sequence
        How each fared.
    names : mapping
        What happenings are called.
    """
    if not mine:
        return {}
    stated = [one.stated for one, _ in mine]
    doubtful = [
        found
        for (one, _), how in zip(mine, judged, strict=True)
        if how.scored
        and how.happened is not None
        and (found := case.happened(waited_for(one, case.switches))) is not None
        and _in_doubt(found)
    ]
    events = list(dict.fromkeys(one.id for one in doubtful))
    out: dict[str, Any] = {"scored": sum(one.scored for one in judged)}
    for lang in LANGUAGES:
        said = ", ".join(display_name(one, names, lang) for one in events)
        out |= {
            f"listed_{lang}": f"{len(mine)} {plural(len(mine), lang, PREDICTIONS[lang])}",
            f"first_{lang}": year_text(min(stated), lang),
            f"last_{lang}": year_text(max(stated), lang),
            f"until_{lang}": year_text(case.record.until, lang),
            f"doubt_{lang}": DOUBT[lang].format(count=len(doubtful), event=said) if events else "",
        }
    return out


def _in_doubt(one: Happening) -> bool:
    return one.success != UNDOUBTED or one.launcher == DISPUTED
