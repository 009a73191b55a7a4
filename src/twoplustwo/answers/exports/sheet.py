"""Tables of several answers as one sheet: every row says what was asked of whom, under what."""

from collections.abc import Mapping, Sequence
from typing import Any

from twoplustwo.answers.answer import Answer
from twoplustwo.answers.exports import csv as export
from twoplustwo.answers.exports.origin import by_language, laid_over
from twoplustwo.base.table import Column, Table
from twoplustwo.question_cards.card import LANGUAGES

UNITS = {
    "m/s": "_m_s",
    "km2": "_km2",
    "km": "_km",
    "deg": "_deg",
    "rad": "_rad",
    "kg": "_kg",
    "s": "_s",
    "m": "_m",
    "year": "year",
}
"""Unit to the end of a column's name that says it already."""


def to_sheet(answers: Sequence[Answer], tables: Sequence[Table], names: Mapping[str, Any]) -> str:
    """Tables of the same name, one below another, as CSV.

    Parameters
    ----------
    answers : sequence of Answer
    tables : sequence of Table
        One of each answer.
    names : mapping
        Identifier to name, as text or by language; names stand beside their identifiers.

    Returns
    -------
    str
        Each row begins with the question, the position, its label over a verdict (whose numbers
        it stands on), what is laid over it, the dossier and its hash. Where the table itself has
        a column ``position``, the label is that of the row's.
    """
    columns: dict[str, Column] = {}
    for table in tables:
        for one in table.columns:
            columns.setdefault(one.name, one)
    rows = [
        {**record, **_asked(answer, str(record.get("position") or answer.label))}
        for answer, table in zip(answers, tables, strict=True)
        for record in table.records()
    ]
    named = [name for name in columns if _is_named(name, rows, names)]
    for row in rows:
        for name in named:
            row |= {f"{name}_{lang}": _name(row.get(name), names, lang) for lang in LANGUAGES}
    lead = [*_asked(answers[0], "")] if answers else []
    heads = {name: name for name in lead}
    for name, column in columns.items():
        heads.setdefault(name, head(column))
        if name in named:
            heads |= {f"{name}_{lang}": f"{name}_{lang}" for lang in LANGUAGES}
    return export.written([*heads.values()], ([row.get(name) for name in heads] for row in rows))


def head(column: Column) -> str:
    """The name of a column, with its unit where the name does not end in it: ``share [1]``."""
    said = not column.unit or column.name.endswith(UNITS.get(column.unit, "\0"))
    return column.name if said else f"{column.name} [{column.unit}]"


def _asked(answer: Answer, position: str) -> dict[str, Any]:
    """What a row is of: enough to ask it again, and whose numbers it stands on."""
    rests = answer.rests or answer.rests_of.get(position)
    return {
        "question": answer.question,
        "position": position,
        **by_language("label", rests.label if rests else {}),
        **{f"laid_over_{lang}": laid_over(answer, lang) for lang in LANGUAGES},
        "as_of": answer.as_of,
        "dossier": answer.dossier.get("id", ""),
        "dossier_hash": answer.dossier.get("hash", "")[:12],
    }


def _is_named(name: str, rows: Sequence[Mapping[str, Any]], names: Mapping[str, Any]) -> bool:
    """Whether the column holds identifiers that have names."""
    return name != "position" and any(
        isinstance(row.get(name), str) and row[name] in names for row in rows
    )


def _name(identifier: Any, names: Mapping[str, Any], language: str) -> str:
    known = names.get(identifier, "") if isinstance(identifier, str) else ""
    return known if isinstance(known, str) else str(known.get(language) or known.get("en", ""))
