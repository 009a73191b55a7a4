"""Rows of the analysis."""

import math
from collections.abc import Sequence
from typing import Any

from twoplustwo.analysis.certainty.words import test_of
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.card import Card
from twoplustwo.search.worst.record import BOUNDED, EXACT, Worst

COLUMNS = (
    "measures question column sought worst label bound position held holds attained open "
    "missing looks"
)
SETS = (
    "measures reach reach_label best_margin_s margin_label margin_bound_s europe europe_label "
    "us us_label guarantee"
)
NONE = "no measures"
_SETS = {
    "share_reachable": ("reach", "reach_label"),
    "best_margin_s": ("best_margin_s", "margin_label"),
    "coverage_europe": ("europe", "europe_label"),
    "coverage_us": ("us", "us_label"),
}

Row = dict[str, Any]


def measure_set_name(position: Position) -> str:
    """What a set is called: its measures, then what is set by hand, then its date."""
    parts = [*position.measures, *(f"{path}={value}" for path, value in position.sets)]
    text = " + ".join(parts) or NONE
    return f"{text} @{position.as_of}" if position.as_of else text


def worst_case_rows(
    position: Position,
    worst: Worst,
    asked: Card,
    held: Sequence[Position],
    values: Sequence[float | None],
) -> list[Row]:
    """One worst case beside what each position with the same measures holds; null if none does."""
    test = test_of(asked, worst.column)
    row: Row = {
        "measures": measure_set_name(position),
        "question": worst.question,
        "column": worst.column,
        "sought": "most" if worst.most else "least",
        "worst": _number(worst.value),
        "label": worst.label,
        "bound": worst.bound,
        "holds": "" if test is None or worst.value is None else _yes(test.holds(worst.value)),
        "attained": "" if worst.attained is None else worst.attained.text,
        "open": ", ".join(worst.open),
        "missing": worst.missing,
        "looks": float(worst.evaluations),
    }
    pairs = zip(held, values, strict=True)
    beside = [{"position": p.text, "held": _number(v)} for p, v in pairs]
    return [row | one for one in beside or [{"position": "", "held": None}]]


def measure_set_row(position: Position, found: Sequence[Worst]) -> Row:
    """One set of measures with its worst cases side by side."""
    row: Row = {"measures": measure_set_name(position), "guarantee": False}
    row |= {name: None if i == 0 else "" for pair in _SETS.values() for i, name in enumerate(pair)}
    row["margin_bound_s"] = None
    for one in found:
        if one.column in _SETS:
            value, label = _SETS[one.column]
            row[value], row[label] = _number(one.value), one.label
        if one.column == "best_margin_s":
            row["margin_bound_s"] = one.bound
        if one.column == "share_reachable":
            row["guarantee"] = one.value == 0.0 and one.label in (EXACT, BOUNDED)
    return row


def count_guarantees(found: Sequence[tuple[Position, Worst]], asked: Card) -> float:
    """How many sets of measures keep the card's test whatever is assumed, and surely so."""
    test = test_of(asked, found[0][1].column)
    return float(
        sum(
            one.label in (EXACT, BOUNDED) and test is not None and bool(test.holds(one.limit))
            for _, one in found
        )
    )


def _number(value: float | None) -> float | None:
    return None if value is None or math.isnan(value) else value


def _yes(holds: bool | None) -> str:
    return "yes" if holds else "no"
