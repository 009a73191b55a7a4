"""``map.links``: flights between two kinds of places, and where they are met."""

from collections import Counter

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from twoplustwo.answers.answer import Answer
from twoplustwo.base.table import Table
from twoplustwo.reports import labels, palette, place
from twoplustwo.reports.basemap import Frame, frame_around, great_circle
from twoplustwo.reports.basemap import draw as draw_map
from twoplustwo.reports.picture import Picture, blank
from twoplustwo.reports.view import marks
from twoplustwo.reports.view.drawing import Drawing


def draw(drawing: Drawing) -> Picture:
    """Draw every track, thick for the rows that stand out, with its meeting point.

    The view names ``from`` and ``to`` (columns of names), ``mark`` (the outcome column) and
    may name ``emphasis`` (column to value). Places come from the tables, tracks from
    ``tracks``, meeting points from ``intercept_lat_deg`` and ``intercept_lon_deg``.
    """
    answer, view = drawing.answer, drawing.view
    start, end = str(view.get("from", "base")), str(view.get("to", "target"))
    mark = str(view.get("mark", "outcome"))
    table = drawing.table
    if not {start, end, mark} <= set(table.names):
        table = answer.rows
    frame = _frame(drawing.group, start, end)
    width = 5.6
    figure = blank(width, width / frame.shape + 0.78)
    foot = 0.78 / (width / frame.shape + 0.78)
    ax = figure.add_axes((0.005, foot, 0.99, 0.99 - foot))
    draw_map(ax, frame, drawing.shapes)
    chosen = marks.where(table, marks.emphasis(answer, {**view, "table": None}, end))
    _draw_flights(ax, frame, answer, table, (start, end), mark, chosen)
    _draw_places(ax, frame, drawing, (start, end), table, chosen)
    counted = Counter(str(one) for one in table.column(mark))
    _draw_legend(ax, counted, any("radar" in what for _, what, *_ in marks.sites(answer)))
    endings = ", ".join(f"{labels.name(what)}: {count}" for what, count in counted.items())
    return Picture(
        figure,
        f"Map of the flights from each {start} to each {end} under {answer.label}. {endings}.",
        raster=True,
    )


def _frame(group, start: str, end: str) -> Frame:
    lat: list[float] = []
    lon: list[float] = []
    for answer in group:
        for key in (start, end):
            for one in marks.find_places(answer, key).values():
                lat.append(one[0])
                lon.append(one[1])
        for points in marks.tracks(answer, start, end).values():
            lat.extend(points[:, 0])
            lon.extend(points[:, 1])
        for _, _, one_lat, one_lon in marks.sites(answer):
            lat.append(one_lat)
            lon.append(one_lon)
    return frame_around(np.array(lat), np.array(lon), pad=0.04)


def _draw_flights(ax: Axes, frame: Frame, answer: Answer, table: Table, keys, mark, chosen):
    flights = marks.tracks(answer, *keys)
    places = [marks.find_places(answer, key) for key in keys]
    quiet: dict[str, list[np.ndarray]] = {}
    for at, record in enumerate(table.records()):
        pair = tuple(str(record[key]) for key in keys)
        track = _track(
            flights.get(pair), [place.get(name) for place, name in zip(places, pair, strict=True)]
        )
        if track is None:
            continue
        line = frame.xy(track[:, 0], track[:, 1])
        if not chosen[at]:
            quiet.setdefault(str(record[mark]), []).append(line)
            continue
        style = palette.outcome(record[mark])
        ax.plot(*line.T, color=style.color, linestyle=style.line, linewidth=1.7, zorder=5)
    for name, lines in quiet.items():
        style = palette.outcome(name)
        ax.add_collection(
            LineCollection(
                lines,
                colors=style.color,
                linestyles=[style.line],
                linewidths=0.5,
                alpha=0.22,
                zorder=3,
            )
        )
    _draw_meetings(ax, frame, answer, table, mark, chosen)


def _track(stored: np.ndarray | None, ends: list[tuple[float, float] | None]) -> np.ndarray | None:
    """Where a flight passes, latitude and longitude in degrees: as stored, from place to place;
    the shortest way for a flight that was never flown.
    """
    start, end = ends
    if start is None or end is None:
        return stored
    if stored is None:
        return np.column_stack(great_circle(start, end))
    return np.vstack([start, stored, end])  # a stored track may begin only at burnout


def _draw_meetings(ax: Axes, frame: Frame, answer: Answer, table: Table, mark, chosen) -> None:
    shooters = [(lat, lon) for _, what, lat, lon in marks.sites(answer) if "radar" not in what]
    meetings = _meetings(table)
    for at in np.flatnonzero(chosen & np.isfinite(meetings).all(axis=1)):
        lat, lon = meetings[at]
        style = palette.outcome(table.column(mark)[at])
        if shooters:
            way = frame.xy(*great_circle(shooters[0], (lat, lon)))
            ax.plot(*way.T, color=palette.INK, linewidth=0.7, linestyle=(0, (2, 2)), zorder=4)
        x, y = frame.xy(np.array([lat]), np.array([lon]))[0]
        ax.plot(
            x,
            y,
            **style.point(6.5),
            zorder=7,
            markeredgecolor="white" if style.filled else style.color,
            markeredgewidth=0.7,
        )


def _meetings(table: Table) -> np.ndarray:
    names = {column.name for column in table.columns}
    if not {"intercept_lat_deg", "intercept_lon_deg"} <= names:
        return np.full((len(table), 2), np.nan)
    return np.column_stack(
        [table.column("intercept_lat_deg"), table.column("intercept_lon_deg")]
    ).astype(float)


def _draw_places(ax, frame, drawing: Drawing, keys, table, chosen) -> None:
    points, texts = [], []
    sites = marks.sites(drawing.answer)
    for site, what, lat, lon in sites:
        points.append(tuple(frame.xy(np.array([lat]), np.array([lon]))[0]))
        texts.append(drawing.name(site, marks.KINDS.get(what, "")))
    for key, shape, size in zip(keys, ("^", "s"), (5.0, 3.6), strict=True):
        loud = {str(one) for one in table.column(key)[chosen]}
        places = marks.find_places(drawing.answer, key)
        for name, (lat, lon) in sorted(places.items(), key=lambda item: item[0] not in loud):
            x, y = frame.xy(np.array([lat]), np.array([lon]))[0]
            ax.plot(
                x,
                y,
                marker=shape,
                color=palette.INK,
                markersize=size,
                linestyle="none",
                markerfacecolor=palette.INK if name in loud else "white",
                zorder=6,
                markeredgewidth=0.7,
            )
            points.append((x, y))
            texts.append(drawing.name(name))
    marks.draw_sites(ax, frame, sites)
    place.labels(ax, points, texts, size=6.8)


def _draw_legend(ax: Axes, counted: Counter[str], radar: bool) -> None:
    entries = []
    for name, style in palette.OUTCOMES.items():
        if counted.get(name):
            entries.append(
                (
                    {
                        **style.point(6),
                        "linestyle": style.line,
                        "linewidth": 1.5,
                    },
                    f"{style.meaning} ({counted[name]})",
                )
            )
    entries.append(
        (
            {"color": palette.INK, "linestyle": (0, (2, 2)), "linewidth": 0.8},
            "interceptor to the meeting of the latest launch",
        )
    )
    entries.append(({**marks.SITE, "linestyle": "none"}, "interceptor site"))
    if radar:
        entries.append(({**marks.RADAR, "linestyle": "none"}, "radar"))
    marks.legend(ax, entries, 2, -0.015)
