"""Every open claim of a position drawn at once: what a headline does, and by whose hand."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twoplustwo.analysis.batches import batches
from twoplustwo.analysis.sensitivity.draws import (
    drawn,
    exchanged,
    open_claims,
    stepped,
    two_samples,
)
from twoplustwo.analysis.sensitivity.indices import NINE_IN_TEN, Indices, indices
from twoplustwo.analysis.sensitivity.options import Chosen, chosen
from twoplustwo.analysis.short import short
from twoplustwo.analysis.together import table, together
from twoplustwo.answers.answer import Answer, Assumption, Headline
from twoplustwo.base.predicate import Test
from twoplustwo.base.units import show_interval
from twoplustwo.dossier.models import Dossier
from twoplustwo.questions.cards import Card
from twoplustwo.questions.cards import card as card_of
from twoplustwo.runs.ask import ask as run
from twoplustwo.runs.values import values
from twoplustwo.scenario.position import Position

F = NDArray[np.float64]

COLUMNS = ("position", "headline", "parameter", "interval", "total_order", "total_low",
           "total_high", "first_order", "first_low", "first_high", "held", "how", "status",
           "claim")  # fmt: skip
SPANS = ("position", "headline", "as_held", "low", "median", "high", "least", "greatest", "holds",
         "draws", "unanswered")  # fmt: skip
MOVERS = 3  # parameters that a sentence names


class Drawn(NamedTuple):
    """One position: its answer, its open claims, and its headlines at all draws."""

    answer: Answer
    claims: list[Assumption]
    values: dict[str, tuple[F, F, F]]  # headline to (a, b, exchanged)


def ask(card: Card, positions: Sequence[Position], dossier: Dossier, **options: Any) -> Answer:
    """One answer for all positions; `table headlines` has what each headline does.

    Parameters
    ----------
    card, positions, dossier
        As for every analysis.
    **options
        As the card lists them; see `options.chosen`.

    Raises
    ------
    OptionError, QuestionError
        If an option cannot be read, or `of` is no question.
    """
    want = chosen(options)
    answers = run(want.of, positions, dossier, **want.where)
    found = _evaluate(want, positions, answers, dossier)
    made = {(one.answer.position, h): indices(*f, want.seed)
            for one in found for h, f in one.values.items()}  # fmt: skip
    rows, spans, said = [], [], []
    for one in found:
        for headline in (one.answer.headline, *one.answer.headlines):
            known = made.get((one.answer.position, headline.column))
            mine = _rows(one, headline, known, dossier)
            span = _span(one, headline)
            rows += mine
            spans.append(span)
            said.append(_said(card, headline, span, mine))
    first = card_of(want.of).headline
    leading = [row["total_order"] for row in rows if row["headline"] == first["column"]]
    words = {
        "question": want.of,
        "column": first["column"],
        "spans": "; ".join(_between(s, first["show"]) for s in spans
                           if s["headline"] == first["column"]),
    }  # fmt: skip
    answer = together(
        card, positions, dossier, want.record(), table(rows, COLUMNS), words,
        value=max((x for x in leading if x is not None), default=None),
        tables={"headlines": table(spans, SPANS)}, parts=answers,
    )  # fmt: skip
    return replace(answer, headlines=tuple(said), made={**answer.made, "seed": str(want.seed)})


def _evaluate(
    want: Chosen, positions: Sequence[Position], answers: Sequence[Answer], dossier: Dossier
) -> list[Drawn]:
    """All positions' draws as one batch, neighbours sharing most of what they read."""
    claims = [open_claims(a) if a.headline.value is not None else [] for a in answers]
    asked: list[list[Position]] = []
    for position, mine in zip(positions, claims, strict=True):
        if not mine:
            asked.append([])
            continue
        a, b = two_samples(want.samples, len(mine), want.seed)
        cube = np.concatenate([a[None], b[None], exchanged(a, b)])
        whole = stepped(np.moveaxis(cube, 1, 0).reshape(len(mine), -1), want.steps)
        asked.append(drawn(position, mine, whole))
    known = _values(want, [p for some in asked for p in some], dossier)
    return [
        Drawn(answer, mine, {
            name: _split(np.array([known[p][name] for p in some]), len(mine))
            for name in (h.column for h in (answer.headline, *answer.headlines)) if some
        })
        for answer, mine, some in zip(answers, claims, asked, strict=True)
    ]  # fmt: skip


def _split(flat: F, parameters: int) -> tuple[F, F, F]:
    by_sample = flat.reshape(parameters + 2, -1)
    return by_sample[0], by_sample[1], by_sample[2:]


def _values(
    want: Chosen, positions: list[Position], dossier: Dossier
) -> dict[Position, Mapping[str, float]]:
    """Headlines at each distinct position."""
    found: dict[Position, Mapping[str, float]] = {}
    for some in batches(positions, "draws"):
        columns = values(want.of, some, dossier, **want.where)
        for i, position in enumerate(some):
            found[position] = {name: float(column[i]) for name, column in columns.items()}
    return found


def _rows(
    one: Drawn, headline: Headline, found: Indices | None, dossier: Dossier
) -> list[dict[str, Any]]:
    """One row a parameter, the weightiest first."""
    rows = []
    for i, claim in enumerate(one.claims):
        shares = [float(column[i]) for column in found] if found else [None] * 6
        rows.append({
            "position": one.answer.position, "headline": headline.column,
            "parameter": claim.parameter, "interval": _interval(claim, dossier),
            "held": claim.shown, "how": claim.how, "status": claim.status,
            "claim": claim.claim or "",
        } | dict(zip(("first_order", "first_low", "first_high", "total_order", "total_low",
                      "total_high"), shares, strict=True)))  # fmt: skip
    return sorted(rows, key=lambda row: -(row["total_order"] or 0.0))


def _interval(claim: Assumption, dossier: Dossier) -> str:
    low, high = float(claim.low or 0.0), float(claim.high or 0.0)
    return show_interval(low, high, dossier.kind_of(claim.parameter).unit)


def _span(one: Drawn, headline: Headline) -> dict[str, Any]:
    """What one headline does: over the two independent samples, and over all draws."""
    row: dict[str, Any] = {"position": one.answer.position, "headline": headline.column,
                           "as_held": headline.value}  # fmt: skip
    if headline.column not in one.values:
        return row | {"draws": 0.0, "unanswered": 0.0}
    a, b, mixed = one.values[headline.column]
    free = np.concatenate([a, b])
    every = np.concatenate([free, mixed.ravel()])
    row |= {"draws": float(len(every)), "unanswered": float(np.isnan(every).sum())}
    if np.isnan(every).all():
        return row
    free = free[np.isfinite(free)]
    low, high = np.quantile(free, NINE_IN_TEN) if len(free) else (np.nan, np.nan)
    row |= {"low": float(low), "median": float(np.median(free)), "high": float(high),
            "least": float(np.nanmin(every)), "greatest": float(np.nanmax(every))}  # fmt: skip
    if headline.test:
        test = Test.parse(headline.test)
        row["holds"] = float(np.mean([test.holds(float(v)) is True for v in free]))
    return row


def _said(
    card: Card, headline: Headline, span: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]
) -> Headline:
    """The headline of the question with its interval, in words."""
    says = next(s for s in card.says if s["when"] == "span")
    weighty = [r for r in rows[:MOVERS] if r["total_order"]]
    words = {name: _shown(span.get(name), headline.show)
             for name in ("as_held", "low", "high", "least", "greatest")}  # fmt: skip
    words |= {
        "position": str(span["position"]), "column": headline.column,
        "movers": ", ".join(f"{r['parameter']} {100 * r['total_order']:.0f} %" for r in weighty)
                  or "–",
    }  # fmt: skip
    return replace(
        headline, low=span.get("low"), high=span.get("high"),
        interval="nine of ten draws from the held claims' own intervals", test="", holds=None,
        sentence={lang: text.format(**words) for lang, text in says.items() if lang != "when"},
    )  # fmt: skip


def _between(span: Mapping[str, Any], show: str) -> str:
    return f"{span['position']} {_shown(span.get('low'), show)} – {_shown(span.get('high'), show)}"


def _shown(value: float | None, show: str) -> str:
    if value is None or np.isnan(value):
        return "–"
    if show in ("%", "year"):
        return f"{100 * value:.0f} %" if show == "%" else f"{np.floor(value):.0f}"
    return f"{short(value)} {show}".strip()
