"""``map.rings``: closed lines on a map, such as how far a missile flies from a place."""

import numpy as np
from matplotlib.axes import Axes

from twoplustwo.base.table import Table
from twoplustwo.reports import palette, place
from twoplustwo.reports.basemap import Frame, frame_around
from twoplustwo.reports.basemap import draw as draw_map
from twoplustwo.reports.picture import Picture, blank
from twoplustwo.reports.view import marks
from twoplustwo.reports.view.drawing import Drawing

_WIDEST_M = 9_000_000.0  # from the middle of the map; what lies farther is cut off


def draw(drawing: Drawing) -> Picture:
    """Draw one closed line for each value of column ``ring``, through its rows in their order.

    The table has the columns ``lat_deg`` and ``lon_deg``, degrees. The view may name ``table``
    (default ``rings``), ``ring`` (default ``ring``), ``label`` (a column: written once at each
    ring), ``mark`` (a column: its values differ by colour and kind of line). Places come from the
    tables ``sites`` and ``launch_areas`` where the answer has them.
    """
    table = drawing.table
    frame = _frame(drawing)
    sites = marks.sites(drawing.answer)
    areas = marks.find_places(drawing.answer, "launch_area")
    entries = [
        (
            {"color": style.color, "linestyle": style.line, "linewidth": 1.8},
            drawing.name(name).replace("_", " "),
        )
        for name, style in drawing.styles.items()
    ]
    if areas:
        entries.append(({**marks.LAUNCH, "linestyle": "none"}, "launch area of the threat"))
    for style, text, wanted in (
        (marks.SITE, "interceptor site", any("radar" not in what for _, what, *_ in sites)),
        (marks.RADAR, "radar", any("radar" in what for _, what, *_ in sites)),
    ):
        if wanted:
            entries.append(({**style, "linestyle": "none"}, text))
    foot = 0.12 + 0.24 * -(-len(entries) // 2)
    wide = drawing.width(5.2, 6.6)
    height = wide / frame.shape + foot
    figure = blank(wide, height)
    ax = figure.add_axes((0.005, foot / height, 0.99, 1 - foot / height - 0.01))
    draw_map(ax, frame, drawing.shapes)
    points, texts = _draw_places(ax, frame, drawing, sites, areas)
    mark, label = drawing.texts("mark"), str(drawing.view.get("label", ""))
    rings = _rings(table, str(drawing.view.get("ring", "ring")))
    for name, rows in rings.items():
        where = frame.xy(
            *(table.column(one)[[*rows, rows[0]]].astype(float) for one in ("lat_deg", "lon_deg"))
        )
        style = drawing.styles.get(mark[rows[0]]) or palette.quantity(0)
        ax.plot(*where.T, color=style.color, linestyle=style.line, linewidth=1.8, zorder=4)
        text = table.column(label)[rows[0]] if label else name
        points.append(_spot(frame, where))
        texts.append(drawing.name(text))
    place.labels(ax, points, texts, size=7.2)
    marks.legend(ax, entries, 2, -0.02)
    return Picture(
        figure,
        f"Map of rings under {drawing.answer.label}: {', '.join(rings)}.",
        raster=True,
    )


def _rings(table: Table, key: str) -> dict[str, list[int]]:
    rings: dict[str, list[int]] = {}
    for at, name in enumerate(table.column(key)):
        rings.setdefault(str(name), []).append(at)
    return rings


def _frame(drawing: Drawing) -> Frame:
    lat, lon = (
        np.concatenate([table.column(name).astype(float) for table in drawing.tables])
        for name in ("lat_deg", "lon_deg")
    )
    frame = frame_around(lat, lon, pad=0.03)
    window = tuple(float(np.clip(one, -_WIDEST_M, _WIDEST_M)) for one in frame.window)
    return Frame(frame.latitude_deg, frame.longitude_deg, window)  # pyright: ignore[reportArgumentType]


def _spot(frame: Frame, where: np.ndarray) -> tuple[float, float]:
    """Where a ring is labelled: its northernmost point in the window."""
    left, right, bottom, top = frame.window
    inside = np.isfinite(where).all(axis=1)
    inside &= (where[:, 0] > left) & (where[:, 0] < right)
    inside &= (where[:, 1] > bottom) & (where[:, 1] < top)
    seen = where[inside]
    return tuple(seen[np.argmax(seen[:, 1])]) if len(seen) else (np.inf, np.inf)


def _draw_places(ax: Axes, frame: Frame, drawing: Drawing, sites, areas):
    marks.draw_sites(ax, frame, sites)
    points, texts = [], []
    for name, kind, lat, lon in [
        *((site, marks.KINDS.get(what, ""), lat, lon) for site, what, lat, lon in sites),
        *((area, "launch-areas", lat, lon) for area, (lat, lon) in areas.items()),
    ]:
        x, y = frame.xy(np.array([lat]), np.array([lon]))[0]
        if not np.isfinite([x, y]).all():
            continue
        if kind == "launch-areas":
            ax.plot(x, y, linestyle="none", zorder=8, **marks.LAUNCH)
        points.append((x, y))
        texts.append(drawing.name(name, kind))
    return points, texts
