"""Rows as a table for people and as a small CSV file."""

import csv
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from row import Figure, Row


def columns(rows: Sequence[Row]) -> list[str]:
    """Columns of figures, in the order in which they first come."""
    return list(dict.fromkeys(name for row in rows for name in row.figures))


def show(title: str, rows: Sequence[Row]) -> str:
    """Plain text: a table for each run of rows with the same columns, notes below."""
    parts = [title]
    for _, alike in groupby(rows, key=lambda row: list(row.figures)):
        parts += _lines(list(alike))
    parts += [f"  {row.what}: {row.note}" for row in rows if row.note]
    return "\n".join(parts)


def _lines(rows: Sequence[Row]) -> list[str]:
    names = columns(rows)
    asked = any(row.target for row in rows)
    lines = [["", *(n.replace("_", " ") for n in names), "target" if asked else "", ""]]
    lines += [
        [row.what, *(figure(row.figures.get(n)) for n in names), row.target, verdict(row)]
        for row in rows
    ]
    widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]))]
    text = []
    for line in lines:
        cells = [_padded(c, w, i) for i, (c, w) in enumerate(zip(line, widths, strict=True))]
        text.append(("  " + "  ".join(cells)).rstrip())
    return text


def _padded(cell: str, width: int, column: int) -> str:
    return cell.ljust(width) if column == 0 else cell.rjust(width)


def figure(value: Figure) -> str:
    """Three or four digits, never an exponent."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    size = abs(value)
    if size >= 1000 or float(value).is_integer():
        return f"{value:,.0f}"
    return f"{value:.1f}" if size >= 100 else f"{value:.3g}"


def verdict(row: Row) -> str:
    """Met or missed."""
    return "" if row.met is None else "met" if row.met else "MISSED"


def write(path: Path, rows: Sequence[Row], stamp: dict[str, str]) -> None:
    """The same rows as CSV, with date, machine and versions in each line."""
    names = columns(rows)
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["what", *names, "target", "met", "note", *stamp])
        for row in rows:
            figures = [figure(row.figures.get(n)).replace(",", "") for n in names]
            out.writerow([row.what, *figures, row.target, verdict(row), row.note, *stamp.values()])
