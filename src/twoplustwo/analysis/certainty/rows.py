"""Rows of the analysis."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from twoplustwo.analysis.certainty.targets import Target
from twoplustwo.analysis.certainty.words import test_of
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.compared import better
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.search.worst.record import BOUNDED, EXACT, Worst
from twoplustwo.wording.criteria import column_name

COLUMNS = (
    "measures question column sought worst label bound position held holds attained open "
    "missing looks"
)
NONE = "no measures"

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


def set_columns(sought: Sequence[Target]) -> list[str]:
    """Columns of the table of sets: each worst case, how sure it is, and how much further."""
    columns = [name for target in sought for name in _columns_of(target)]
    return ["measures", *dict.fromkeys(columns), "guarantee"]


def _columns_of(target: Target) -> tuple[str, ...]:
    value, label = target.name, f"{target.label}_label"
    return (value, label) if target.name == target.label else (value, label, _bound(target))


def _bound(target: Target) -> str:
    """How much further a number that is no share could go; its unit ends its name."""
    return f"{target.label}_bound_{target.name.rpartition('_')[2]}"


def set_views(
    views: Sequence[Mapping[str, Any]], sought: Sequence[Target], dossier: Dossier
) -> tuple[dict[str, Any], ...]:
    """Views of the table of sets: its columns, and the first share against what stands beside.

    Without anything beside there is nothing to set it against.
    """
    first, names = sought[0], set_columns(sought)
    other = next((one for one in sought if one.question != first.question), None)
    made = []
    for view in views:
        if view["kind"] == "table":
            columns = [n for n in names if n != "guarantee" and "_bound_" not in n]
            made.append({**view, "columns": columns})
        elif other is not None:
            ways = {"x": better(first.most), "y": better(other.most)}
            title = {
                lang: text.format(
                    x=_capital(column_name(card_of(dossier, first.question), first.column)[lang]),
                    y=column_name(card_of(dossier, other.question), other.column)[lang],
                )
                for lang, text in view["title"].items()
            }
            places = {"x": first.name, "y": other.name, "mark": f"{first.label}_label"}
            made.append({**view, **places, "better": ways, "title": title})
    return tuple(made)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def measure_set_row(
    position: Position, found: Sequence[Worst], sought: Sequence[Target], asked: Card
) -> Row:
    """One set of measures with its worst cases side by side."""
    row: Row = {"measures": measure_set_name(position), "guarantee": False}
    for one, target in zip(found, sought, strict=True):
        value, label, *bound = _columns_of(target)
        row |= {value: _number(one.value), label: one.label}
        row |= dict.fromkeys(bound, one.bound)
    first = found[0]
    test = test_of(asked, first.column)
    sure = first.label in (EXACT, BOUNDED) and first.value is not None
    row["guarantee"] = bool(sure and test is not None and test.holds(first.value))
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
