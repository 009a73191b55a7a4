"""What the maps share: places by name, tracks by pair, sites, legends."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from twoplustwo.answers.answer import Answer
from twoplustwo.base.table import Column, Table
from twoplustwo.reports import labels
from twoplustwo.reports.basemap import Frame
from twoplustwo.reports.palette import BLACK, INK

SITE = {"marker": "*", "color": BLACK, "markersize": 11, "markeredgecolor": "white"}
RADAR = {**SITE, "marker": "D", "markersize": 6}
LAUNCH = {"marker": "p", "markersize": 7, "color": BLACK, "markeredgecolor": "white"}


def coordinates(table: Table, key: str) -> dict[str, tuple[float, float]]:
    """Name to (latitude, longitude), degrees, of a table with columns lat_deg and lon_deg."""
    return {
        str(name): (float(lat), float(lon))
        for name, lat, lon in zip(
            table.column(key), table.column("lat_deg"), table.column("lon_deg"), strict=True
        )
    }


def find_places(answer: Answer, key: str) -> dict[str, tuple[float, float]]:
    """The places that a column's names stand for: from the table that has them, or none."""
    for table in answer.tables.values():
        names = {column.name for column in table.columns}
        if {key, "lat_deg", "lon_deg"} <= names and "time_s" not in names and len(table):
            keys = table.column(key)
            if len(set(keys)) == len(keys):
                return coordinates(table, key)
    return {}


def tracks(answer: Answer, *keys: str) -> dict[tuple[str, ...], np.ndarray]:
    """Ground tracks by the names in `keys`: arrays of (latitude, longitude), degrees."""
    table = answer.tables.get("tracks")
    if table is None or not {*keys} <= {column.name for column in table.columns}:
        return {}
    found: dict[tuple[str, ...], list[tuple[float, float]]] = {}
    columns = [table.column(key) for key in keys]
    for at, (lat, lon) in enumerate(
        zip(table.column("lat_deg"), table.column("lon_deg"), strict=True)
    ):
        found.setdefault(tuple(str(column[at]) for column in columns), []).append((lat, lon))
    return {key: np.array(points, dtype=float) for key, points in found.items()}


KINDS = {"radar": "radars", "interceptors": "sites"}
"""What stands at a place of the table ``sites``, and the kind of thing whose name it has."""


def sites(answer: Answer) -> list[tuple[str, str, float, float]]:
    """(name, what, latitude, longitude) of the table ``sites``."""
    table = answer.tables.get("sites")
    if table is None:
        return []
    return [
        (
            str(record["site"]),
            str(record.get("what") or "interceptors"),
            float(record["lat_deg"]),
            float(record["lon_deg"]),
        )
        for record in table.records()
    ]


def draw_sites(ax: Axes, frame: Frame, places: Iterable[tuple[str, str, float, float]]) -> None:
    """Mark interceptor sites and radars."""
    for _, what, lat, lon in places:
        x, y = frame.xy(np.array([lat]), np.array([lon]))[0]
        ax.plot(x, y, linestyle="none", zorder=8, **(RADAR if "radar" in what.lower() else SITE))


def abreast(texts: Sequence[str], width: float, most: int) -> int:
    """How many entries of a legend stand side by side in `width` inches: at most `most`."""
    each = max((labels.wide(text, 8.0) for text in texts), default=0.0) + 0.52
    return max(1, min(most, len(texts), int(width / each)))


def legend(
    ax: Axes,
    entries: Sequence[tuple[Mapping, str]],
    columns: int,
    below: float,
    at: float = 0.0,
) -> None:
    """A legend under the axes, from `at` on; both in parts of the axes."""
    handles = [Line2D([], [], label=text, **style) for style, text in entries]
    ax.legend(
        handles=handles,
        loc="upper left",
        bbox_to_anchor=(at, below),
        ncols=columns,
        handlelength=2.2,
        columnspacing=1.2,
        borderaxespad=0.0,
        labelcolor=INK,
    )


def where(table: Table, conditions: Mapping[str, str]) -> np.ndarray:
    """Which rows have the values in `conditions`; without conditions, all."""
    kept = np.ones(len(table), dtype=bool)
    for column, value in conditions.items():
        kept &= np.array([str(one) == str(value) for one in table.column(column)], dtype=bool)
    return kept


def emphasis(answer: Answer, view: Mapping, key: str) -> Mapping[str, str]:
    """Which rows stand out: what the view says, else the name that an option of the question
    picks, else the first name that `key` has.
    """
    chosen = view.get("emphasis")
    if chosen is not None:
        return chosen
    names = [str(one) for one in answer.table(view.get("table")).column(key)]
    picked = [str(one) for one in answer.options.values() if str(one) in names]
    return {key: (picked or names)[0]} if names else {}


def tick(value: float, of: Column) -> str:
    """A number on the axis of a column."""
    if labels.is_year(of):
        return labels.number(value, of)
    return labels.digits(value) if abs(value) < 10 else labels.grouped(value)
