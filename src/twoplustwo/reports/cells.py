"""Tables of the page: heads, cells, and the dots drawn in them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from twoplustwo.answers.answer import Answer
from twoplustwo.base.table import Column, Table
from twoplustwo.reports import labels, palette
from twoplustwo.reports.view import drawable

_MOST = 60
SOURCE = "source"
"""The column in which rows name a source by its identifier; people read its title."""
UNIT = "unit"
"""The column in which each row of a table names the unit of its amounts."""


def shown(answer: Answer, view: Mapping[str, Any], names: Mapping[str, Any]) -> dict[str, Any]:
    """A table for the page.

    Parameters
    ----------
    answer : Answer
        Whose table.
    view : mapping
        ``table``; may name ``columns`` (which, in order).
    names : mapping
        Identifier to name.

    Returns
    -------
    dict
        ``heads``, ``rows`` of cells, ``more`` (rows left out here).
    """
    table = answer.table(view.get("table"))
    columns = chosen(table, view.get("columns"))
    return of_records(columns, _titled(table.records(), answer), names)


def _titled(records: Sequence[Mapping[str, Any]], answer: Answer) -> list[Mapping[str, Any]]:
    """Records with the title of each source in place of its identifier."""
    titles = {one["id"]: one.get("title") or one["id"] for one in answer.citations}
    return [
        {**record, SOURCE: titles.get(record[SOURCE], record[SOURCE])}
        if record.get(SOURCE)
        else record
        for record in records
    ]


def of_records(
    columns: Sequence[Column], records: Sequence[Mapping[str, Any]], names: Mapping[str, Any]
) -> dict[str, Any]:
    """Records as ``heads``, ``rows`` of cells and ``more`` (rows left out here).

    Where records name a ``unit`` of their own, that of a column gives way to it, and stands in
    each cell.
    """
    mixed = any(record.get(UNIT) is not None for record in records)
    heads = [head(replace(one, unit="") if mixed else one) for one in columns]
    rows = [[_in_row(record, one, names) for one in columns] for record in records[:_MOST]]
    for at, one in enumerate(columns):
        if not heads[at]["number"] and _counts([record[one.name] for record in records]):
            for made in (heads[at], *(row[at] for row in rows)):
                made["number"] = True
    return {"heads": heads, "rows": rows, "more": max(0, len(records) - _MOST)}


def _in_row(record: Mapping[str, Any], column: Column, names: Mapping[str, Any]) -> dict[str, Any]:
    value, unit = record[column.name], record.get(UNIT)
    if not column.unit or unit is None or isinstance(value, str):
        return cell(value, column, names)
    of_row = replace(column, unit=unit)
    made = cell(value, of_row, names)
    shown_in = labels.shown_unit(of_row)[0] if value is not None else ""
    return {**made, "number": True, "text": f"{made['text']} {shown_in}".rstrip()}


def _counts(values: Sequence[Any]) -> bool:
    """Whether a column without a unit holds numbers."""
    known = [one for one in values if one is not None]
    return bool(known) and all(
        isinstance(one, int | float) and not isinstance(one, bool) for one in known
    )


def head(column: Column) -> dict[str, Any]:
    """The head of a column: text, meaning, whether numbers stand under it."""
    return {
        "text": labels.head(column),
        "means": labels.words(column.means),
        "number": bool(column.unit),
    }


def side_by_side(
    group: Sequence[Answer], view: Mapping[str, Any], names: Mapping[str, Any]
) -> dict[str, Any]:
    """One table for all positions: a row a name, for each position the same columns.

    The first column names the rows; the column ``dot`` of the view is drawn as a dot too, on a
    line from the least to the greatest of the whole group, with zero marked. An answer without
    rows gets empty cells; one of the group must have some.

    Returns
    -------
    dict
        ``key`` (head of the first column), ``heads`` (of one position), ``positions``, ``rows``
        of ``{"name", "groups"}``, a group being the cells of one position.
    """
    filled = [answer for answer in group if drawable(answer, view)]
    key, *columns = chosen(filled[0].table(view.get("table")), view.get("columns"))
    dot = str(view["dot"])
    scale = _scale(filled, view, dot)
    found = [
        {str(record[key.name]): record for record in answer.table(view.get("table")).records()}
        if drawable(answer, view)
        else {}
        for answer in group
    ]
    order = list(dict.fromkeys(name for records in found for name in records))
    blank: dict[str, Any] = {column.name: None for column in columns}
    rows = []
    for name in order:
        groups = []
        for records in found:
            record = {**blank, **records.get(name, {})}
            cells = [cell(record[one.name], one, names) for one in columns]
            for one, made in zip(columns, cells, strict=True):
                if one.name == dot:
                    made["dot"] = dot_svg(record[dot], scale, record.get("outcome"), one)
            groups.append(cells)
        rows.append({"name": labels.name(name, names, key.kind), "groups": groups})
    return {
        "key": labels.head(key),
        "heads": [head(one) for one in columns],
        "positions": [answer.label for answer in group],
        "rows": rows,
    }


def chosen(table: Table, names: Sequence[str] | None) -> list[Column]:
    """The columns named, or all; a name that the table lacks is passed over."""
    if names is None:
        return list(table.columns)
    have = {column.name: column for column in table.columns}
    return [have[name] for name in names if name in have]


def cell(value: Any, column: Column, names: Mapping[str, Any]) -> dict[str, Any]:
    """One cell: text, whether it is a number, hint, dot, swatch."""
    made: dict[str, Any] = {
        "text": "",
        "number": bool(column.unit),
        "hint": "",
        "dot": "",
        "swatch": "",
    }
    if column.name == "outcome" and value is not None:
        style = palette.outcome(value)
        text = str(value).replace("_", " ")
        return {**made, "text": text, "hint": style.meaning, "swatch": style.color}
    if isinstance(value, str) and not column.unit:
        text = labels.cell_text(value, names, column.kind)
        joined = value not in names and "+" in value and text != value
        return {**made, "text": text, "hint": value if joined else ""}  # to paste after a party
    return {**made, "text": labels.number(value, column)}


def dot_svg(
    value: float | None, scale: tuple[float, float], outcome: str | None, column: Column
) -> str:
    """A dot on a line, as inline SVG; zero is a tick; null is an empty line."""
    low, high = scale
    wide = 96.0

    def at(number: float) -> float:
        return 6 + (wide - 12) * (number - low) / (high - low)

    parts = [f'<line x1="4" y1="8" x2="{wide - 4:.0f}" y2="8" stroke="#d5d8db"/>']
    if low <= 0 <= high:
        parts.append(f'<line x1="{at(0):.1f}" y1="1" x2="{at(0):.1f}" y2="15" stroke="#1b1f23"/>')
    if value is not None:
        style = palette.outcome(outcome)
        fill = style.color if style.filled else "#ffffff"
        x = at(float(value))
        shape = (
            f'<path d="M{x - 4:.1f} 4 L{x + 4:.1f} 12 M{x - 4:.1f} 12 L{x + 4:.1f} 4" '
            f'stroke="{style.color}" stroke-width="2.6"/>'
            if style.marker == "X"
            else f'<circle cx="{x:.1f}" cy="8" r="4.5" fill="{fill}" stroke="{style.color}"/>'
        )
        parts.append(shape)
    told = f"{labels.number(value, column)} {labels.shown_unit(column)[0]}"
    return (
        f'<svg class="dot" width="{wide:.0f}" height="16" viewBox="0 0 {wide:.0f} 16" role="img" '
        f'aria-label="{told}">{"".join(parts)}</svg>'
    )


def _scale(group: Sequence[Answer], view: Mapping[str, Any], name: str) -> tuple[float, float]:
    values = [0.0]
    for answer in group:
        values += [
            float(record[name])
            for record in answer.table(view.get("table")).records()
            if record.get(name) is not None
        ]
    low, high = min(values), max(values)
    return (low, high) if high > low else (low - 1.0, high + 1.0)
