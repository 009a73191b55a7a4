"""How far an answer can move within what is held, whose intervals those are, what moves it most."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from twoplustwo.analysis.ranges.interval import open_parameters, with_intervals
from twoplustwo.analysis.ranges.movers import Moved, movers
from twoplustwo.answers.answer import Answer, Headline, Words
from twoplustwo.dossier.display_names import in_sentence
from twoplustwo.dossier.fields import LANGUAGES
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import parse_position
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.search.draws import open_claims

SPANS = {
    "en": "over the ends of the {n} intervals held; {whose}",
    "ru": "по концам принятых интервалов, их {n}; {whose}",
}
ONE = {
    "en": "over the ends of the one interval held, which is by {whose}",
    "ru": "по концам единственного принятого интервала: {whose}",
}
HOW = {
    "together": {"en": "all at once", "ru": "всех сразу"},
    "both": {
        "en": "{k} at once, the others one at a time",
        "ru": "{k} сразу, остальные поодиночке",
    },
    "apart": {"en": "one at a time", "ru": "поодиночке"},
}
MOSTLY = {
    "en": "{k} of {n} of these intervals are by {whose}",
    "ru": "{k} из {n} этих интервалов: {whose}",
}
NONE = {"en": "no interval is held", "ru": "интервалов не принято"}


def with_ranges(answers: Sequence[Answer], dossier: Dossier, **options: str) -> list[Answer]:
    """The same answers with the intervals of their headlines and the numbers that move them most.

    The interval spans the worst and best corner of what is known to move the headline one way, and
    either end of every other interval by itself.

    Parameters
    ----------
    answers : sequence of Answer
        Of one question, one a position.
    dossier : Dossier
    **options : str
        Those with which it was asked.
    """
    filled = with_intervals(answers, dossier, **options)
    moved = movers(answers, dossier, **options)
    return [_with_range(one, also, dossier) for one, also in zip(filled, moved, strict=True)]


def _with_range(answer: Answer, moved: Moved, dossier: Dossier) -> Answer:
    spans = _spans(answer, dossier)
    return replace(
        answer,
        headline=_widened(answer.headline, moved, spans),
        headlines=tuple(_widened(headline, moved, spans) for headline in answer.headlines),
        rests=moved.rests,
    )


def _widened(headline: Headline, moved: Moved, spans: Words) -> Headline:
    if headline.value is None:
        return headline
    ends = [
        v
        for v in (headline.value, headline.low, headline.high, *moved.ends.get(headline.column, ()))
        if v is not None
    ]
    return replace(headline, low=min(ends), high=max(ends), spans=spans)


def _spans(answer: Answer, dossier: Dossier) -> Words:
    """Which intervals a range spans, and whose they are."""
    every = open_claims(answer)
    if not every:
        return NONE
    position = parse_position(str(answer.position), dossier)
    one_way = {*open_parameters(card_of(dossier, answer.question), position, dossier)}
    together = sum(one.parameter in one_way for one in every)
    how = "apart" if not together else "together" if together == len(every) else "both"
    by, most = Counter(one.ends_by or one.by for one in every).most_common(1)[0]
    who = in_sentence(dossier, by)
    if len(every) == 1:
        return {lang: ONE[lang].format(whose=who[lang]) for lang in LANGUAGES}
    return {
        lang: SPANS[lang].format(
            n=len(every),
            whose=f"{HOW[how][lang].format(k=together)}; "
            + MOSTLY[lang].format(k=most, n=len(every), whose=who[lang]),
        )
        for lang in LANGUAGES
    }
