"""What the answer says, in sentences that can be quoted; both languages from the card."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from twoplustwo.analysis.sensitivity.rows import DECISIVE
from twoplustwo.answers.answer import Headline
from twoplustwo.base.criterion import Criterion
from twoplustwo.dossier.attribution import attribution
from twoplustwo.dossier.display_names import parameter_name
from twoplustwo.dossier.fields import LANGUAGES
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.claimed import has_spoken
from twoplustwo.positions.display_names import dispute_name, position_name
from twoplustwo.question_cards.card import Card
from twoplustwo.wording.criteria import card_tests, column_name
from twoplustwo.wording.figures import percent_text, quantity_text
from twoplustwo.wording.figures import range_text as between
from twoplustwo.wording.headlines import headline_text
from twoplustwo.wording.vocabulary import vocabulary

MOVERS = 3  # parameters that a sentence names
RANGE = "nine of ten draws from the held claims' own intervals"

Row = Mapping[str, Any]


def span_headline(
    card: Card, asked: Card, headline: Headline, span: Row, rows: Sequence[Row], dossier: Dossier
) -> Headline:
    """The headline of the question with its interval, in words."""
    weighty = [r for r in rows[:MOVERS] if r["total_order"]]

    def words(lang: str) -> dict[str, str]:
        each = [
            f"{parameter_name(dossier, r['parameter'])[lang]} {_part(r, lang)}" for r in weighty
        ]
        return {
            **_numbers(span, headline.show, lang, _beside(headline)),
            "movers": ", ".join(each) or "–",
            "position": position_name(str(span["position"]), dossier, lang),
            "column": column_name(asked, headline.column)[lang],
        }

    return replace(
        headline,
        low=span.get("low"),
        high=span.get("high"),
        interval=RANGE,
        test="",
        holds=None,
        sentence=card.sentence("span", words),
    )


def answer_sentence(
    card: Card, asked: Card, spans: Sequence[Row], dossier: Dossier
) -> dict[str, str]:
    """The sentence of the whole answer: how far each position's headline may lie."""

    column, show = asked.headline["column"], asked.headline["show"]
    tests = card_tests(asked, column)

    def short(span: Row) -> dict[str, str]:
        def words(lang: str) -> dict[str, str]:
            position = position_name(str(span["position"]), dossier, lang)
            return {"position": position, **_numbers(span, show, lang, tests)}

        return card.sentence("short" if span["draws"] else "short nothing", words)

    each = [short(span) for span in spans]
    slots = {
        "title": asked.title,
        "column": column_name(asked, column),
        "spans": {lang: "; ".join(text[lang] for text in each) for lang in LANGUAGES},
    }
    return card.sentence("headline", slots)


def decisive_headlines(
    card: Card, headline: Headline, span: Row, rows: Sequence[Row], dossier: Dossier
) -> list[Headline]:
    """Who decides at one position, and who decides though no dispute lists it."""
    mine = [row for row in rows if row["decisive"]]
    found = [("decisive", mine), ("undisputed", [row for row in mine if not row["dispute"]])]
    told = [_naming(card, when, headline, span, some, dossier) for when, some in found if some]
    if not mine and span["draws"]:
        told.append(_naming(card, "nothing decides", headline, span, [], dossier))
    return told


def _naming(
    card: Card, when: str, headline: Headline, span: Row, rows: Sequence[Row], dossier: Dossier
) -> Headline:
    def words(lang: str) -> dict[str, str]:
        return {
            **_numbers(span, headline.show, lang, _beside(headline)),
            "position": position_name(str(span["position"]), dossier, lang),
            "claims": "; ".join(_claim_text(card, row, dossier, lang) for row in rows),
        }

    column = "decisive" if when == "nothing decides" else when
    return Headline(column, float(len(rows)), show="1", sentence=card.sentence(when, words))


def _claim_text(card: Card, row: Row, dossier: Dossier, lang: str) -> str:
    """One claim: what of, its part, the interval, whose it is, how well known, in which dispute."""
    status = vocabulary().get(row["status"], {}).get(lang, row["status"])
    words = {
        "parameter": parameter_name(dossier, row["parameter"])[lang],
        "part": _part(row, lang),
        "sampled": _sampled(card, row, lang),
        "interval": _interval(row["interval"], lang),
        "by": attribution(dossier, lang, row["by"], ends_by=row["ends_by"]),
        "status": status,
        "dispute": dispute_name(row["dispute"], dossier, lang),
    }
    spoken = has_spoken(dossier, row["parameter"])
    listed = "claim in dispute" if spoken else "claim of no side"
    template = card.template(listed if row["dispute"] else "claim")
    return template[lang].format(**words)


def _numbers(span: Row, show: str, lang: str, tests: Sequence[Criterion]) -> dict[str, str]:
    """What a headline is as held, in nine of ten draws, and in all."""
    ends = {
        name: _headline_text(span.get(name), show, lang, tests)
        for name in ("as_held", "low", "high", "least", "greatest")
    }
    return {
        "as_held": ends["as_held"],
        "most_draws": between(ends["low"], ends["high"], lang),
        "all_draws": between(ends["least"], ends["greatest"], lang),
    }


def _beside(headline: Headline) -> tuple[Criterion, ...]:
    return (Criterion.parse(headline.test),) if headline.test else ()


def _part(row: Row, lang: str) -> str:
    """A part in the variance; one that decides reads as more than the bound for that."""
    bound = Criterion("total_order", ">", 100.0 * DECISIVE, "%")
    value = row["total_order"]
    return percent_text(None if value is None or np.isnan(value) else value, lang, (bound,))


def _sampled(card: Card, row: Row, lang: str) -> str:
    """How far the estimate of a part may be off; beyond all or nothing there is no part."""
    low, high = row["total_low"], row["total_high"]
    if low is None or high is None or np.isnan(low) or np.isnan(high):
        return "–"
    beyond = "" if low >= 0.0 and high <= 1.0 else ", " + card.template("beyond")[lang]
    return between(percent_text(low, lang), percent_text(high, lang), lang) + beyond


def _interval(text: str, lang: str) -> str:
    """An interval as it is written in a language: ``7.7..8.3 km/s`` is "7.7 to 8.3 km/s"."""
    number, _, unit = text.partition(" ")
    first, dots, last = number.partition("..")
    if not dots:
        return quantity_text(text, lang)
    low, high = (quantity_text(f"{end} {unit}".strip(), lang) for end in (first, last))
    return between(low, high, lang)


def _headline_text(
    value: float | None, show: str, lang: str, tests: Sequence[Criterion] = ()
) -> str:
    known = None if value is None or np.isnan(value) else value
    return headline_text(known, show, lang, tests)
