"""Rows of the answer: whose hand each open claim has in a headline, and what that does."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from twoplustwo.analysis.sensitivity.drawing import Drawn
from twoplustwo.analysis.sensitivity.indices import NINE_IN_TEN, Indices
from twoplustwo.answers.answer import Assumption, Headline
from twoplustwo.base.criterion import Criterion
from twoplustwo.base.units import show_interval
from twoplustwo.dossier.models import Dossier

F = NDArray[np.float64]
Row = dict[str, Any]

COLUMNS = (
    "position headline parameter interval total_order total_low total_high first_order "
    "first_low first_high moved_alone drawn dispute decisive held how by by_party ends_by "
    "status claim"
)
SPANS = (
    "position headline as_held low median high least greatest holds draws asked unanswered "
    "left_out left_out_draws"
)

DECISIVE = 0.05
"""Who has a part in more than this share of the variance decides: a definition, of ours."""


def rows_of(drawn: Drawn, headline: Headline, found: Indices | None, dossier: Dossier) -> list[Row]:
    """One row a claim, the weightiest first."""
    listed = {p: d.id for d in dossier.disputes.values() for p in d.parameters}
    rows: list[Row] = []
    for i, claim in enumerate(drawn.claims):
        shares = [float(column[i]) for column in found] if found else [None] * 6
        moved = None if drawn.screened is None else float(drawn.screened.moved[headline.column][i])
        row: Row = {
            "position": drawn.answer.position,
            "headline": headline.column,
            "parameter": claim.parameter,
            "interval": _interval(claim, dossier),
            "held": claim.shown,
            "how": claim.how,
            "status": claim.status,
            "by": claim.by,
            "by_party": claim.by_party,
            "ends_by": claim.ends_by,
            "claim": claim.claim or "",
            "moved_alone": moved,
            "drawn": drawn.is_drawn(i),
            "dispute": listed.get(claim.parameter, ""),
        }
        row |= dict(
            zip(
                (
                    "first_order",
                    "first_low",
                    "first_high",
                    "total_order",
                    "total_low",
                    "total_high",
                ),
                shares,
                strict=True,
            )
        )
        row["decisive"] = (row["total_order"] or 0.0) > DECISIVE
        rows.append(row)
    return sorted(rows, key=lambda row: -(row["total_order"] or 0.0))


def _interval(claim: Assumption, dossier: Dossier) -> str:
    low, high = float(claim.low or 0.0), float(claim.high or 0.0)
    return show_interval(low, high, dossier.kind_of(claim.parameter).unit)


def span(drawn: Drawn, headline: Headline) -> Row:
    """What one headline does: over the two independent samples, and over all draws."""
    row: Row = {
        "position": drawn.answer.position,
        "headline": headline.column,
        "as_held": headline.value,
        "asked": float(drawn.asked),
    }
    if headline.column not in drawn.values:
        return row | {"draws": 0.0, "unanswered": 0.0}
    a, b, mixed = drawn.values[headline.column]
    free = np.concatenate([a, b])
    every = np.concatenate([free, mixed.ravel()])
    row |= {"draws": float(len(every)), "unanswered": float(np.isnan(every).sum())}
    if np.isnan(every).all():
        return row
    row |= _left_out(drawn.rest[headline.column], free)
    every = np.concatenate([every, drawn.rest[headline.column][1]])
    free = free[np.isfinite(free)]
    low, high = np.quantile(free, NINE_IN_TEN) if len(free) else (np.nan, np.nan)
    row |= {
        "low": float(low),
        "median": float(np.median(free)),
        "high": float(high),
        "least": float(np.nanmin(every)),
        "greatest": float(np.nanmax(every)),
    }
    if headline.test:
        test = Criterion.parse(headline.test)
        row["holds"] = float(np.mean([test.holds(float(v)) is True for v in free]))
    return row


def _left_out(pairs: F, free: F) -> Row:
    """The part in the variance of all that was not drawn, together: Jansen's estimator."""
    count = pairs.shape[1]
    found: Row = {"left_out_draws": float(count), "left_out": None if count else 0.0}
    if count and np.isfinite(pairs).all() and np.isfinite(free).all():
        half = 0.5 * np.mean((pairs[1] - pairs[0]) ** 2)
        spread = float(np.var(free))
        found["left_out"] = float(half / spread) if spread > 0.0 else (0.0 if half == 0.0 else None)
    return found
