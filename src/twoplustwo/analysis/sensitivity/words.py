"""What the answer says, in sentences that can be quoted; both languages from the card."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from twoplustwo.analysis.named import called, dispute
from twoplustwo.analysis.short import short
from twoplustwo.answers.answer import Headline
from twoplustwo.answers.figures import year
from twoplustwo.dossier.fields import LANGUAGES
from twoplustwo.dossier.models import Dossier
from twoplustwo.dossier.named import name_of, parameter_name
from twoplustwo.questions import spoken
from twoplustwo.questions.cards import Card
from twoplustwo.questions.vocabulary import vocabulary

MOVERS = 3  # parameters that a sentence names
RANGE = "nine of ten draws from the held claims' own intervals"

Row = Mapping[str, Any]


def spanned(
    card: Card, asked: Card, headline: Headline, span: Row, rows: Sequence[Row], dossier: Dossier
) -> Headline:
    """The headline of the question with its interval, in words."""
    weighty = [r for r in rows[:MOVERS] if r["total_order"]]

    def sentence(lang: str) -> str:
        each = [f"{parameter_name(dossier, r['parameter'])[lang]} {_percent(r['total_order'])}"
                for r in weighty]  # fmt: skip
        return _say(card, "span", lang).format(
            **_numbers(headline, span, lang), movers=", ".join(each) or "–",
            position=called(str(span["position"]), dossier, lang),
            column=spoken.column(asked, headline.column)[lang],
        )  # fmt: skip

    return replace(
        headline, low=span.get("low"), high=span.get("high"), interval=RANGE, test="", holds=None,
        sentence={lang: sentence(lang) for lang in LANGUAGES},
    )  # fmt: skip


def first(card: Card, asked: Card, spans: Sequence[Row], dossier: Dossier) -> dict[str, str]:
    """The sentence of the whole answer: how far each position's headline may lie."""

    def one(lang: str, span: Row) -> str:
        show = asked.headline["show"]
        words = {name: _shown(span.get(name), show, lang)
                 for name in ("as_held", "low", "high", "least", "greatest")}  # fmt: skip
        when = "short" if span["draws"] else "short nothing"
        return _say(card, when, lang).format(
            position=called(str(span["position"]), dossier, lang), **words
        )

    return {
        lang: _say(card, "headline", lang).format(
            title=asked.title[lang], column=spoken.column(asked, asked.headline["column"])[lang],
            spans="; ".join(one(lang, span) for span in spans),
        ) for lang in LANGUAGES
    }  # fmt: skip


def decisive(
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
    def sentence(lang: str) -> str:
        each = "; ".join(_named(card, row, dossier, lang) for row in rows)
        position = called(str(span["position"]), dossier, lang)
        words = _numbers(headline, span, lang) | {"position": position, "claims": each}
        return _say(card, when, lang).format(**words)

    column = "decisive" if when == "nothing decides" else when
    return Headline(column, float(len(rows)), show="1",
                    sentence={lang: sentence(lang) for lang in LANGUAGES})  # fmt: skip


def _named(card: Card, row: Row, dossier: Dossier, lang: str) -> str:
    """One claim: what of, its part, the interval, whose it is, how well known, in which dispute."""
    status = vocabulary().get(row["status"], {}).get(lang, row["status"])
    words = {
        "parameter": parameter_name(dossier, row["parameter"])[lang],
        "part": _percent(row["total_order"]),
        "low": _percent(row["total_low"]), "high": _percent(row["total_high"]),
        "interval": row["interval"], "by": name_of(dossier, row["by"])[lang],
        "status": status, "dispute": dispute(row["dispute"], dossier, lang),
    }  # fmt: skip
    return _say(card, "claim in dispute" if row["dispute"] else "claim", lang).format(**words)


def _say(card: Card, when: str, lang: str) -> str:
    return str(next(s for s in card.says if s["when"] == when)[lang])


def _numbers(headline: Headline, span: Row, lang: str) -> dict[str, str]:
    return {name: _shown(span.get(name), headline.show, lang)
            for name in ("as_held", "low", "high", "least", "greatest")}  # fmt: skip


def _percent(value: float | None) -> str:
    return "–" if value is None or np.isnan(value) else f"{100 * value:.0f} %".replace("-", "−")


def _shown(value: float | None, show: str, lang: str) -> str:
    if value is None or np.isnan(value):
        return "–"
    if show == "%":
        return f"{100 * value:.0f} %"
    if show == "year":
        return year(value, lang)
    return f"{short(value)} {show}".strip()
