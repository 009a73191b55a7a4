"""Tables turned so that the parties stand side by side."""

from collections.abc import Mapping, Sequence
from typing import Any

from twoplustwo.answers.answer import Answer, Assumption
from twoplustwo.base.table import Table
from twoplustwo.reports import labels
from twoplustwo.wording.phrases import phrases

STATUS = {"read": "●", "secondary": "◍", "derived": "△", "recalled": "◐", "assumed": "○"}
"""Status of a claim to its mark."""

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
    text = phrases()["held"][known]["alone"]["en"] if known in STATUS else known
    weak = "weak" if known in WEAK else ""
    return {"mark": STATUS.get(known, ""), "word": text, "weak": weak, "is": known}


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
    """One row a parameter, one cell a position; those that differ first.

    A row has `differs`, and `same` where every position holds the very same claim.
    """
    rows = []
    for parameter, by_position in held(answers).items():
        cells = [by_position.get(position) for position in positions]
        known = [one for one in cells if one is not None]
        made = [None if one is None else _assumption(one) for one in cells]
        rows.append(
            {
                "parameter": parameter,
                "means": labels.words(known[0].means),
                "differs": len({one and (one.shown, str(one.value)) for one in cells}) > 1,
                "same": made[0] is not None and all(one == made[0] for one in made),
                "cells": made,
            }
        )
    return sorted(rows, key=lambda row: not row["differs"])


def claims(table: Table, positions: Sequence[str]) -> dict[str, Any]:
    """A table of claims, one row a parameter, one cell a position.

    Parameters
    ----------
    table : Table
        Columns ``parameter``, ``position``, ``shown``, and where there are: ``means``, ``by``,
        ``how``, ``reading``, ``status``, ``source``, ``note``, ``computed``.
    positions : sequence of str
        Whose cells; they stand alphabetically.
    """
    order = sorted(positions)
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for record in table.records():
        found.setdefault(str(record["parameter"]), {})[str(record["position"])] = record
    rows = []
    for parameter, by_position in found.items():
        any_one = next(iter(by_position.values()))
        rows.append(
            {
                "parameter": parameter,
                "means": any_one.get("means") or "",
                "computed": any_one.get("computed") is not False,
                "cells": [
                    _claim(by_position[one]) if one in by_position else None for one in order
                ],
            }
        )
    return {"positions": order, "rows": rows}


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


def _assumption(one: Assumption) -> dict[str, Any]:
    return {
        "shown": one.shown or labels.number(one.value),
        "by": one.by,
        "ascribed_to": one.ascribed_to,
        "best_by": one.best_by,
        "ends_by": one.ends_by,
        "how": HOW.get(one.how, one.how),
        "why": labels.words(one.why),
        "point": one.point,
        "reading": one.reading,
        "source": one.source,
        "claim": one.claim or "",
        "status": status(one.status),
    }


def _claim(record: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "shown": record.get("shown") or labels.number(record.get("value")),
        "by": record.get("by") or "",
        "how": HOW.get(str(record.get("how") or ""), str(record.get("how") or "")),
        "reading": record.get("reading") or "",
        "source": record.get("source") or "",
        "note": record.get("note") or "",
        "status": status(record.get("status")),
    }
