"""Tables turned so that the parties stand side by side."""

from collections.abc import Mapping, Sequence
from typing import Any

from ..answers.answer import Answer, Assumption
from . import labels

STATUS = {
    "read": ("●", "read"),
    "secondary": ("◍", "second-hand"),
    "derived": ("△", "derived"),
    "recalled": ("◐", "recalled"),
    "assumed": ("○", "assumed"),
}
"""Status of a claim to its mark and word."""

HOW = {
    "own": "its own",
    "adopted": "adopted",
    "common": "common ground",
    "set": "set by hand",
    "measure": "by a measure",
}
WEAK = ("recalled", "assumed")
"""Statuses that are marked as weak wherever they stand."""


def status(word: Any) -> dict[str, str]:
    """Mark, word and class of a claim's status."""
    known = str(word or "")
    mark, shown = STATUS.get(known, ("", known))
    return {"mark": mark, "word": shown, "weak": "weak" if known in WEAK else "", "is": known}


def held(answers: Sequence[Answer]) -> dict[str, dict[str, Assumption]]:
    """Parameter to position to what that position holds, over all answers."""
    found: dict[str, dict[str, Assumption]] = {}
    for answer in answers:
        if answer.position is None:
            continue
        for one in answer.assumptions:
            found.setdefault(one.parameter, {}).setdefault(answer.position, one)
    return dict(sorted(found.items()))


def assumptions(answers: Sequence[Answer], positions: Sequence[str]) -> list[dict[str, Any]]:
    """One row a parameter, one cell a position; `differs` where the cells are not alike."""
    rows = []
    for parameter, by_position in held(answers).items():
        cells = [by_position.get(position) for position in positions]
        known = [one for one in cells if one is not None]
        rows.append(
            {
                "parameter": parameter,
                "means": labels.words(known[0].means),
                "differs": len({(one.shown, str(one.value)) for one in known}) > 1,
                "cells": [None if one is None else _assumption(one) for one in cells],
            }
        )
    return rows


def contested(answers: Sequence[Answer], positions: Sequence[str]) -> list[dict[str, Any]]:
    """The table ``contested`` of all answers, one row a parameter, one cell a party."""
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for record in _merged(answers, "contested"):
        found.setdefault(str(record["parameter"]), {}).setdefault(str(record["party"]), record)
    means = {name: next(iter(cells.values())).means for name, cells in held(answers).items()}
    parties = list(positions) + sorted(
        {party for cells in found.values() for party in cells} - {*positions}
    )
    return [
        {
            "parameter": parameter,
            "means": labels.words(means.get(parameter, "")),
            "cells": [
                {"party": party, **_contested(cells[party])} if party in cells else None
                for party in parties
            ],
        }
        for parameter, cells in found.items()
    ]


def merged(answers: Sequence[Answer], table: str) -> list[dict[str, Any]]:
    """The rows of a table over all answers, each once."""
    return list(_merged(answers, table))


def columns_of(answers: Sequence[Answer], table: str):
    """The columns of a table, from the first answer that has it."""
    for answer in answers:
        if table in answer.tables:
            return answer.tables[table].columns
    return ()


def outcomes(group: Sequence[Answer]) -> list[dict[str, Any]]:
    """One row an outcome, one count a position."""
    names = list(dict.fromkeys(name for answer in group for name in answer.outcomes))
    return [
        {"outcome": name, "counts": [answer.outcomes.get(name) for answer in group]}
        for name in names
    ]


def left_out(answers: Sequence[Answer]) -> list[str]:
    """Everything that the answers leave out, each once."""
    return list(dict.fromkeys(one for answer in answers for one in answer.left_out))


def _merged(answers: Sequence[Answer], name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for answer in answers:
        if name not in answer.tables:
            continue
        rows += [row for row in answer.tables[name].records() if row not in rows]
    return rows


def _assumption(one: Assumption) -> dict[str, Any]:
    return {
        "shown": one.shown or labels.number(one.value),
        "by": one.by,
        "how": HOW.get(one.how, one.how),
        "point": one.point,
        "reading": one.reading,
        "source": one.source,
        "claim": one.claim or "",
        "status": status(one.status),
    }


def _contested(record: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "shown": record.get("shown") or labels.number(record.get("value")),
        "by": record.get("by") or "",
        "how": HOW.get(str(record.get("how") or ""), str(record.get("how") or "")),
        "reading": record.get("reading") or "",
        "source": record.get("source") or "",
        "status": status(record.get("status")),
    }
