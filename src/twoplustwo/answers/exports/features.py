"""What in an answer lies somewhere on Earth: points, tracks, rings and cells of its tables.

Nothing here knows a question. Columns ``lat_deg`` and ``lon_deg`` make points, with ``time_s``
tracks; the views say which tables are rings or cells; ``intercept_lat_deg`` and the like make
points too, named by what stands before. The points of a ring go clockwise round what it holds, as
azimuths do, so that it may hold a pole or more than half of the Earth.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twoplustwo.answers.answer import Answer
from twoplustwo.answers.columns import ALL, drawn, listed
from twoplustwo.base.errors import OptionError, nearest
from twoplustwo.base.table import Column, Table

F = NDArray[np.float64]
POINT, TRACK, RING, CELL = "point", "track", "ring", "cell"
LAT, LON, ALTITUDE, TIME = "lat_deg", "lon_deg", "altitude_km", "time_s"
_ROWS = "rows"
OUTCOME = "outcome"
MOST_NAMES = 2
"""Of what begins a row of a table, so many columns name it: base and target, not every text."""


@dataclass(frozen=True)
class Feature:
    """One thing on the map.

    Parameters
    ----------
    id : str
        Different from that of every other feature of the same answers.
    sort : str
        ``point``, ``track``, ``ring`` or ``cell``.
    table, position : str
        Where it comes from.
    names : tuple of str
        Identifiers that name it, e.g. base and target of a flight.
    prefix : str
        For a point that a row has besides its place: ``intercept`` of ``intercept_lat_deg``.
    about : mapping
        Column to value, for every column that is the same all along it.
    lat_deg, lon_deg, altitude_m, time_s : ndarray
        Its points, shape (n,); the last two are empty where the table has none.
    drawn : bool
        False for a cell that the view leaves out, e.g. one that nothing threatens.
    columns : mapping
        What `about` tells, column by column.
    """

    id: str
    sort: str
    table: str
    position: str
    names: tuple[str, ...]
    about: Mapping[str, Any]
    lat_deg: F
    lon_deg: F
    altitude_m: F = field(default_factory=lambda: np.array([]))
    time_s: F = field(default_factory=lambda: np.array([]))
    drawn: bool = True
    prefix: str = ""
    columns: Mapping[str, Column] = field(default_factory=dict)


def check_placed(answers: Sequence[Answer], table: str, form: str) -> None:
    """Refuse a map with nothing on it.

    Raises
    ------
    OptionError
        Nothing in the answers that a map draws has a place.
    """
    if any(one.drawn for one in features(answers, table)):
        return
    what = answers[0].question if answers else "this"
    raise OptionError(
        f"{what} has nothing with a place on Earth" + (f" in its table {table}" if table else ""),
        f"--to {form}",
        "its numbers belong in a table, not on a map",
        "take --to csv or --to json" + ("" if table else ", or name another table with --table"),
    )


def features(answers: Sequence[Answer], table: str = "") -> list[Feature]:
    """Every feature of some answers, in the order of answers, tables and rows.

    Parameters
    ----------
    answers : sequence of Answer
    table : str
        Only this table; without, the rows and what the views draw; ``all`` for every table.

    Raises
    ------
    OptionError
        No answer has a table of that name.
    """
    found: list[Feature] = []
    for at, answer in enumerate(answers):
        seen: set[tuple[Any, ...]] = set()
        for name in tables_of(answers, answer, table):
            for one in _of_table(answer, name, f"{at}" if len(answers) > 1 else ""):
                # a table of bases repeats the meetings of some of the rows
                key = (one.prefix, *one.lat_deg.tolist(), *one.lon_deg.tolist())
                if not one.prefix or key not in seen:
                    found.append(one)
                seen.add(key)
    return found


def tables_of(answers: Sequence[Answer], answer: Answer, table: str) -> list[str]:
    """Names of the tables of `answer` that `table` means, among `answers` asked together."""
    if table == ALL:
        return [_ROWS, *answer.tables]
    if not table:
        return list(dict.fromkeys([_ROWS, *drawn(answer)]))
    known = list(dict.fromkeys([_ROWS, *(name for one in answers for name in one.tables)]))
    # Positions without an answer have no tables, which is no fault of who asks for them.
    if table not in known and len(known) > 1:
        raise OptionError(
            f"{answer.question} has no table {table!r}",
            f"--table {table}",
            f"it has {', '.join(known)}; {ALL} for every one",
            nearest(table, [*known, ALL]),
        )
    return [table] if table == _ROWS or table in answer.tables else []


def _of_table(answer: Answer, name: str, mark: str) -> Iterator[Feature]:
    table = answer.table(name)
    lead = "/".join(part for part in (answer.question, mark, name) if part)
    for one in _bare(answer, table, name, lead):
        yield replace(one, columns={column.name: column for column in table.columns})


def _bare(answer: Answer, table: Table, name: str, lead: str) -> Iterator[Feature]:
    if LAT in table.names and LON in table.names:
        view = _view(answer, name)
        kind = str(view.get("kind", ""))
        if TIME in table.names:
            keys = _texts(table)
            ends = _ends(answer, keys)
            for one in _lines(table, keys, TRACK, answer.label, name, lead):
                end = ends.get(tuple(one.about.get(key) for key in keys))
                yield replace(one, about={**one.about, OUTCOME: end}) if end else one
        elif kind == "map.rings":
            ring = str(view.get("ring", "ring"))
            names = [one for one in _texts(table) if one != ring][:MOST_NAMES]
            label = str(view.get("label", ""))
            if label in table.names and label not in names:
                names[1:] = [label]
            yield from _lines(table, (ring,), RING, answer.label, name, lead, names)
        else:
            yield from _points(table, "", answer.label, name, lead, view)
    for column in table.names:
        before = column.removesuffix(LAT)
        if column.endswith(f"_{LAT}") and f"{before}{LON}" in table.names:
            yield from _points(table, before, answer.label, name, lead, {})


def _ends(answer: Answer, keys: Sequence[str]) -> dict[tuple[Any, ...], str]:
    """How the flights that the rows name end, by those names."""
    if not keys or not {*keys, OUTCOME} <= set(answer.rows.names):
        return {}
    columns = [answer.rows.column(name).tolist() for name in (*keys, OUTCOME)]
    return {
        names: str(end)
        for *names_, end in zip(*columns, strict=True)
        if (names := tuple(names_)) and end is not None
    }


def _view(answer: Answer, name: str) -> Mapping[str, Any]:
    """The view that draws a table on a map; that of a table with the same columns, else none."""
    for view in answer.views:
        kind = str(view.get("kind", ""))
        shown = str(view.get("table") or {"map.rings": "rings", "map.cells": "cells"}.get(kind, ""))
        if kind in ("map.rings", "map.cells") and shown in answer.tables:
            same = answer.tables[shown].names == answer.table(name).names
            if name == shown or (kind == "map.rings" and same):
                return view
    return {}


def _points(
    table: Table, before: str, position: str, name: str, lead: str, view: Mapping[str, Any]
) -> Iterator[Feature]:
    """One point a row, or one square a row where the table is drawn as cells."""
    lat, lon = table.column(before + LAT), table.column(before + LON)
    high = before + ALTITUDE
    altitude = table.column(high) * 1e3 if high in table.names else None
    cells = view.get("kind") == "map.cells"
    size = float(view.get("size", 1.0))
    mask = str(view.get("mask", "threatened"))
    seen = table.column(mask).astype(bool) if cells and mask in table.names else None
    about = _about(table, np.arange(len(table)))
    keys = _names(table)
    prefix = before.rstrip("_")
    for row in np.flatnonzero(np.isfinite(lat) & np.isfinite(lon)).tolist():
        spot_lat, spot_lon = lat[row : row + 1], lon[row : row + 1]
        if cells:
            spot_lat, spot_lon = _square(float(lat[row]), float(lon[row]), size)
        known = {key: values[row] for key, values in about.items() if values[row] is not None}
        yield Feature(
            id="/".join(part for part in (lead, prefix, str(row)) if part),
            sort=CELL if cells else POINT,
            table=name,
            position=position,
            names=tuple(str(known[key]) for key in keys if key in known),
            prefix=prefix,
            about=known,
            lat_deg=spot_lat,
            lon_deg=spot_lon,
            altitude_m=np.array([]) if altitude is None else altitude[row : row + 1],
            drawn=seen is None or bool(seen[row]),
        )


def _lines(
    table: Table,
    keys: Sequence[str],
    sort: str,
    position: str,
    name: str,
    lead: str,
    named: Sequence[str] = (),
) -> Iterator[Feature]:
    """One line a group of rows that share the values of `keys`; rows without a place drop out."""
    lat, lon = table.column(LAT), table.column(LON)
    groups: dict[tuple[Any, ...], list[int]] = {}
    place = np.isfinite(lat) & np.isfinite(lon)
    if TIME in table.names:
        place &= np.isfinite(table.column(TIME))
    marks = [table.column(key).tolist() for key in keys]
    for row in np.flatnonzero(place).tolist():
        groups.setdefault(tuple(mark[row] for mark in marks), []).append(row)
    for at, rows in enumerate(groups.values()):
        chosen = np.array(rows)
        if sort == TRACK:
            chosen = chosen[np.argsort(table.column(TIME)[chosen], kind="stable")]
        about = {
            key: values[0]
            for key, values in _about(table, chosen).items()
            if key not in (LAT, LON)
            and all(one == values[0] for one in values)
            and values[0] is not None
        }
        yield Feature(
            id=f"{lead}/{at}",
            sort=sort,
            table=name,
            position=position,
            names=tuple(str(about[key]) for key in named or keys if key in about),
            about=about,
            lat_deg=lat[chosen],
            lon_deg=lon[chosen],
            altitude_m=table.column(ALTITUDE)[chosen] * 1e3
            if ALTITUDE in table.names
            else np.array([]),
            time_s=table.column(TIME)[chosen] if sort == TRACK else np.array([]),
        )


def _about(table: Table, rows: NDArray[np.int_]) -> dict[str, list[Any]]:
    return {name: listed(table.column(name)[rows]) for name in table.names}


def _names(table: Table) -> list[str]:
    """The columns that name a row: the text columns that the table begins with."""
    return _texts(table)[:MOST_NAMES]


def _texts(table: Table) -> list[str]:
    texts = [table.column(name).dtype == object for name in table.names]
    return [
        name for name, _ in takewhile(lambda pair: pair[1], zip(table.names, texts, strict=True))
    ]


def _square(lat_deg: float, lon_deg: float, size: float) -> tuple[F, F]:
    """Corners, against the clock, of the square of a grid that a point lies in."""
    south = min(np.floor(lat_deg / size) * size, 90.0 - size)
    west = min(np.floor(lon_deg / size) * size, 180.0 - size)
    return (
        south + size * np.array([0.0, 0.0, 1.0, 1.0]),
        west + size * np.array([0.0, 1.0, 1.0, 0.0]),
    )
