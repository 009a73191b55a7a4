"""Answers column by column, and back: the schema ``twoplustwo.columns/1``, small and quick to draw.

A table is ``{"length": n, "columns": [...], "data": {name: [...]}}``: what a column is stands
once, and its values in one list. Numbers are rounded to six significant digits; null stands for
what is not there. A table that was not asked for has no ``data``.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np

from twoplustwo.answers.answer import Answer
from twoplustwo.answers.schema import array, column_to_json, from_json, plain, written
from twoplustwo.base.errors import OptionError, nearest
from twoplustwo.base.table import Column, Table
from twoplustwo.question_cards.card import LANGUAGES

SCHEMA = "twoplustwo.columns/1"
DIGITS = 6
"""Significant digits of a number: a thousandth of what a map or a chart can show."""

VIEWS, NONE, ALL = "views", "none", "all"
_PLAIN = {str, bool, type(None)}  # JSON's own; an outcome is an enum, which is a str and more
_DRAWN = {"map.cells": "cells", "map.rings": "rings"}  # what a kind draws, unless the view says
_MAPPED = ("bases", "targets", "sites", "launch_areas", "tracks")  # what maps draw besides


def answer_to_columns(answer: Answer, tables: str | Collection[str] = VIEWS) -> dict[str, Any]:
    """The answer object with its tables column by column.

    Parameters
    ----------
    answer : Answer
        What to write.
    tables : str or collection of str
        Which tables come with their data: ``views`` (those that the answer's views draw,
        in every language), ``none``, ``all``, or names. The rows always do; others come without.

    Raises
    ------
    OptionError
        The answer has no table of that name.
    """
    wanted = chosen(answer, tables)
    forms = {name: table_to_columns(table, name in wanted) for name, table in answer.tables.items()}
    return {
        **written(answer, SCHEMA, {"rows": table_to_columns(answer.rows)}, forms),
        "label": answer.label,
    }


def chosen(answer: Answer, tables: str | Collection[str] = VIEWS) -> frozenset[str]:
    """The names of the tables that `tables` means; OptionError if one is not there."""
    if tables == NONE:
        return frozenset()
    if tables == ALL:
        return frozenset(answer.tables)
    if tables == VIEWS or tables == "":
        return frozenset(drawn(answer))
    names = [one.strip() for one in tables.split(",")] if isinstance(tables, str) else [*tables]
    if VIEWS in names:
        names = [*(one for one in names if one != VIEWS), *drawn(answer)]
    known = ["rows", *answer.tables]
    for name in names:
        # A position without an answer has no tables, which is no fault of who asks for them.
        if name not in known and answer.tables:
            raise OptionError(
                f"{answer.question} has no table {name!r}",
                where="tables",
                why=f"it has {', '.join(known)}; or write {VIEWS}, {NONE} or {ALL}",
                fix=nearest(name, [*known, VIEWS, NONE, ALL]),
            )
    return frozenset(names)


def drawn(answer: Answer) -> list[str]:
    """The named tables that the views of an answer draw, in the order of the views."""
    found: dict[str, None] = {}
    for view in answer.views:
        kind = str(view.get("kind", ""))
        found[view_table(view)] = None
        if kind == "curve":
            found[str(view.get("marks", "marks"))] = None
        if kind.startswith("map."):
            found |= dict.fromkeys(_MAPPED)
    return [
        one
        for name in found
        for one in (name, *(f"{name}_{lang}" for lang in LANGUAGES))
        if one in answer.tables
    ]


def view_table(view: Mapping[str, Any]) -> str:
    """The table that a view draws; its kind says, where it does not name one."""
    return str(view.get("table") or _DRAWN.get(str(view.get("kind")), "rows"))


def table_to_columns(table: Table, data: bool = True) -> dict[str, Any]:
    """A table column by column; without `data`, only what it would hold."""
    form: dict[str, Any] = {
        "length": len(table),
        "columns": [column_to_json(column) for column in table.columns],
    }
    if data:
        form["data"] = {name: listed(table.column(name)) for name in table.names}
    return form


def listed(values: np.ndarray) -> list[Any]:
    """The values of a column in JSON's own types, numbers rounded, NaN as None."""
    if values.dtype.kind != "f":
        found = values.tolist()
        return found if {*map(type, found)} <= _PLAIN else plain(found)
    short = significant(values)
    blank = ~np.isfinite(short)
    if not blank.any():
        return short.tolist()
    kept = short.astype(object)
    kept[blank] = None
    return kept.tolist()


def significant(values: np.ndarray, digits: int = DIGITS) -> np.ndarray:
    """Numbers rounded to so many significant digits, shape as given; NaN stays NaN."""
    size = np.abs(values)
    with np.errstate(divide="ignore", invalid="ignore"):
        power = digits - 1 - np.floor(np.log10(size))
    power = np.where(np.isfinite(power), np.clip(power, -300, 300), 0.0)
    # A power of ten above one is exact, one below is not: divide by the one above instead.
    up, down = 10.0 ** np.maximum(power, 0.0), 10.0 ** np.maximum(-power, 0.0)
    with np.errstate(over="ignore", invalid="ignore"):
        rounded = np.round(values * up / down) * down / up
    return np.where(np.isfinite(rounded), rounded, values)


def columns_to_table(form: Mapping[str, Any]) -> Table:
    """The table behind what `table_to_columns` gave; one without data is empty.

    A meaning in several languages, as the interface sends it, is taken in English.
    """
    columns = tuple(
        Column(
            name=one["name"],
            unit=one.get("unit", ""),
            means=_english(one.get("means", "")),
            measured_from=_english(one.get("from", "")),
            kind=one.get("kind", ""),
        )
        for one in form["columns"]
    )
    data = form.get("data") or {column.name: [] for column in columns}
    return Table(
        columns,
        {one.name: array(data[one.name], numeric=bool(one.unit)) for one in columns},
    )


def _english(text: str | Mapping[str, str]) -> str:
    return text if isinstance(text, str) else text["en"]


def columns_to_answer(form: Mapping[str, Any]) -> Answer:
    """The answer behind what `answer_to_columns` gave, with the tables that came with data."""
    tables = {
        name: columns_to_table(table) for name, table in form["tables"].items() if "data" in table
    }
    return from_json(form, tables, columns_to_table(form["rows"]))


def body(answers: Sequence[Answer], tables: str | Collection[str] = VIEWS) -> dict[str, Any]:
    """Several answers, column by column, as one object."""
    return {"schema": SCHEMA, "answers": [answer_to_columns(one, tables) for one in answers]}
