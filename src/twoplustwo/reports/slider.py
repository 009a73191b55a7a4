"""What the page's slider reads: every text for every value of x, made beforehand."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from twoplustwo.answers.answer import Answer
from twoplustwo.reports import labels
from twoplustwo.reports.picture import Picture
from twoplustwo.reports.view.curve import panels_of


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
    x = next(one for one in table.columns if one.name == view["x"])
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
                _with_unit((rows.get(round(float(value), 6)) or {}).get(column.name), column)
                for value in grid
            ]
            for column in columns
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


def _lines(view: Mapping[str, Any], table) -> tuple[list[str], list]:
    have = {column.name: column for column in table.columns}
    lines, columns = [], []
    for panel in panels_of(view, table):
        for name in [*panel["lines"], *([panel["value"]] if panel["value"] else [])]:
            single = len(panel["lines"]) == 1
            lines.append(panel["title"] if single else labels.title(name))
            columns.append(have[name])
    return lines, columns


def _with_unit(value: Any, column) -> str:
    text = labels.number(value, column)
    unit, _ = labels.shown_unit(column)
    return text if value is None or not unit else f"{text} {unit}"
