"""What the page's slider reads: every text for every value of x, made beforehand."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from twoplustwo.answers.answer import Answer
from twoplustwo.base.table import Column, Table
from twoplustwo.reports import labels
from twoplustwo.reports.picture import Picture
from twoplustwo.reports.view.curve import panels_of
from twoplustwo.reports.view.drawing import column


def texts(answer: Answer, view: Mapping[str, Any], picture: Picture) -> dict[str, Any]:
    """The slider's data for a ``curve`` view.

    Returns
    -------
    dict
        ``x`` (values as shown), ``share`` (how far along the axis each is), ``unit``,
        ``lines`` (what is printed), ``positions`` and
        ``said[position][line][at]`` (texts), ``spots`` (where the columns of the picture are),
        ``start`` (index to begin at).
    """
    table = answer.table(view.get("table"))
    x = column(table, view["x"])
    unit, factor = labels.shown_unit(x)
    by = str(view.get("by", "position"))
    places = np.array([str(one) for one in table.column(by)])
    grid = np.unique(np.round(table.column(x.name).astype(float), 6))
    lines, columns = _lines(view, table)
    positions = list(dict.fromkeys(places.tolist()))
    said = {}
    for position in positions:
        rows = {
            round(float(record[x.name]), 6): record
            for record, place in zip(table.records(), places, strict=True)
            if place == position
        }
        said[position] = [
            [
                _with_unit((rows.get(round(float(value), 6)) or {}).get(of.name), of)
                for value in grid
            ]
            for of in columns
        ]
    return {
        "x": [labels.digits(float(value) * factor) for value in grid],
        "share": ((grid - grid[0]) / max(float(np.ptp(grid)), 1e-12)).round(5).tolist(),
        "unit": unit,
        "name": labels.axis(x),
        "lines": lines,
        "positions": positions,
        "said": said,
        "spots": picture.spots,
        "start": len(grid) // 2,
    }


def _lines(view: Mapping[str, Any], table: Table) -> tuple[list[str], list[Column]]:
    lines, columns = [], []
    for panel in panels_of(view, table):
        for name in [*panel.lines, *([panel.value] if panel.value else [])]:
            lines.append(panel.title if len(panel.lines) == 1 else labels.title(name))
            columns.append(column(table, name))
    return lines, columns


def _with_unit(value: Any, of: Column) -> str:
    text = labels.number(value, of)
    unit, _ = labels.shown_unit(of)
    return text if value is None or not unit else f"{text} {unit}"
