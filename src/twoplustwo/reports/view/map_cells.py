"""``map.cells``: land cells filled by what defends them, one map a region."""

from functools import lru_cache

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, PathPatch
from matplotlib.path import Path as Outline

from twoplustwo.answers.answer import Answer
from twoplustwo.base.table import Table
from twoplustwo.reports import palette, place
from twoplustwo.reports.basemap import LAND, Frame, frame_around, outline, overlay
from twoplustwo.reports.basemap import draw as draw_map
from twoplustwo.reports.geo import Line, Shapes
from twoplustwo.reports.picture import Picture, blank
from twoplustwo.reports.view import marks
from twoplustwo.reports.view.drawing import Drawing, View

_WIDTH, _FOOT, _GAP = 5.2, 0.76, 0.07  # inches
_REACH = 5_000_000.0  # m from the middle of a region; launch areas farther off do not widen it


def draw(drawing: Drawing) -> Picture:
    """Draw the cells of each region in a frame of its own, the same for every party.

    The view may name ``table`` (default ``cells``), ``colour`` (a count of opportunities),
    ``mask`` (which cells are threatened at all), ``by`` (the region column) and ``size``
    (degrees a side).
    """
    answer, view, table = drawing.answer, drawing.view, drawing.table
    by = str(view.get("by", "region"))
    regions = _regions(table, by)
    frames = [_frame(drawing, by, region) for region in regions]
    heights = [_WIDTH / frame.shape for frame in frames]
    total = sum(heights) + _GAP * len(heights) + _FOOT
    figure = blank(_WIDTH, total)
    top = total
    for region, frame, height in zip(regions, frames, heights, strict=True):
        ax = figure.add_axes((0.004, (top - height) / total, 0.992, height / total))
        top -= height + _GAP
        draw_map(ax, frame, drawing.shapes)
        land = _counted(ax, frame, drawing.shapes, table)
        _fill(ax, frame, land, table, view, _within(table, by, region))
        overlay(ax, frame, drawing.shapes, zorder=3)
        _draw_places(ax, frame, drawing)
        if region:
            ax.text(
                0.015,
                0.985,
                drawing.name(region),
                transform=ax.transAxes,
                va="top",
                fontsize=10,
                fontweight="bold",
                zorder=10,
                bbox={"facecolor": "white", "alpha": 0.85, "edgecolor": "none", "pad": 2},
            )
    _draw_legend(figure, answer)
    return Picture(
        figure,
        f"Map of what the shield covers under {answer.label}: land cells threatened and "
        "undefended, defended once, and defended twice or more.",
        raster=True,
    )


def _regions(table: Table, by: str) -> list[str]:
    if by not in {column.name for column in table.columns}:
        return [""]
    return sorted({region for one in table.column(by) for region in str(one).split()})


def _within(table: Table, by: str, region: str) -> np.ndarray:
    """Which rows lie in a region, of the one or several that each names; all of them for none."""
    if not region:
        return np.ones(len(table), dtype=bool)
    return np.array([region in str(one).split() for one in table.column(by)], dtype=bool)


def _frame(drawing: Drawing, by: str, region: str) -> Frame:
    lat, lon = [], []
    for table in drawing.tables:
        kept = _within(table, by, region)
        lat.append(table.column("lat_deg")[kept])
        lon.append(table.column("lon_deg")[kept])
    lat_all, lon_all = np.concatenate(lat), np.concatenate(lon)
    middle = frame_around(lat_all, lon_all)
    for answer in drawing.group:
        for near in _anchors(answer):
            point = middle.xy(np.array([near[0]]), np.array([near[1]]))[0]
            if np.isfinite(point).all() and np.hypot(*point) < _REACH:
                lat_all, lon_all = np.append(lat_all, near[0]), np.append(lon_all, near[1])
    return frame_around(lat_all, lon_all, pad=0.05)


def _anchors(answer: Answer) -> list[tuple[float, float]]:
    return [
        *((lat, lon) for _, _, lat, lon in marks.sites(answer)),
        *_launch_areas(answer).values(),
    ]


def _launch_areas(answer: Answer) -> dict[str, tuple[float, float]]:
    table = answer.tables.get("launch_areas")
    if table is None:
        return {}
    return marks.coordinates(table, table.columns[0].name)


def classes(table: Table, view: View) -> dict[str, np.ndarray]:
    """Which cells are undefended, defended once, defended twice or more."""
    name = str(view.get("colour", "opportunities"))
    count = np.nan_to_num(table.column(name).astype(float))
    threatened = table.column(str(view.get("mask", "threatened"))).astype(bool)
    return {
        "undefended": threatened & (count < 1),
        "once": threatened & (count >= 1) & (count < 2),
        "twice": threatened & (count >= 2),
    }


def _fill(ax: Axes, frame: Frame, land: PathPatch | None, table: Table, view: View, kept) -> None:
    size = float(view.get("size", 1.0))
    # a cell's place is the middle of its land; the square it lies in is drawn, cut by the coast
    south = np.floor(table.column("lat_deg").astype(float) / size) * size
    west = np.floor(table.column("lon_deg").astype(float) / size) * size
    corners = np.array([(0, 0), (0, 0.5), (0, 1), (0.5, 1), (1, 1), (1, 0.5), (1, 0), (0.5, 0)])
    lat = south[:, None] + size * corners[:, 0]
    lon = west[:, None] + size * corners[:, 1]
    flat = frame.xy(lat.ravel(), lon.ravel()).reshape(len(table), len(corners), 2)
    for name, chosen in classes(table, view).items():
        squares = flat[chosen & kept]
        if not len(squares):
            continue
        fill = palette.CELLS[name]
        # one area a class: neighbours show no hairlines, and a hatch runs through
        whole = shapely.coverage_union_all(shapely.polygons(np.unique(squares, axis=0)))
        rings = shapely.get_rings(shapely.get_parts(whole))
        path = Outline.make_compound_path(
            *(Outline(shapely.get_coordinates(ring), closed=True) for ring in rings)
        )
        patches = [PathPatch(path, facecolor=fill.color, edgecolor="none", zorder=1.5)]
        if fill.hatch:
            patches.append(
                PathPatch(
                    path,
                    facecolor="none",
                    edgecolor="#3b3b3b",
                    hatch=fill.hatch,
                    linewidth=0,
                    alpha=0.55,
                    zorder=1.6,
                )
            )
        for patch in patches:
            ax.add_artist(patch)
            if land is not None:
                patch.set_clip_path(land)


def _counted(ax: Axes, frame: Frame, shapes: Shapes | None, table: Table) -> PathPatch | None:
    """The countries that the cells make up, drawn as nothing: only there to clip by."""
    if shapes is None:
        return None
    places = [table.column(name).astype(float) for name in ("lat_deg", "lon_deg")]
    path = _counted_outline(frame, shapes, *(one.tobytes() for one in places))
    patch = PathPatch(path, facecolor="none", edgecolor="none")
    ax.add_artist(patch)
    return patch


@lru_cache(maxsize=16)
def _counted_outline(frame: Frame, shapes: Shapes, lat_deg: bytes, lon_deg: bytes) -> Outline:
    """Kept, since every party's map is cut by the same countries."""
    return outline(frame, counted(shapes, np.frombuffer(lat_deg), np.frombuffer(lon_deg)))


def counted(shapes: Shapes, lat_deg: np.ndarray, lon_deg: np.ndarray) -> list[tuple[Line, ...]]:
    """Polygons of the countries that are filled by cells.

    A country is, when there is at least one cell for every two square degrees of it; the odd
    cell whose middle falls just across a border does not count its neighbour in.
    """
    homes = [
        shapely.MultiPolygon([(rings[0], list(rings[1:])) for rings in country])
        for country in shapes.countries
    ]
    _, hit = shapely.STRtree(homes).query(shapely.points(lon_deg, lat_deg), predicate="within")
    cells = np.bincount(hit, minlength=len(homes))
    filled = np.flatnonzero((cells > 0) & (2 * cells >= shapely.area(homes)))
    return [polygon for one in filled for polygon in shapes.countries[one]]


def _draw_places(ax: Axes, frame: Frame, drawing: Drawing) -> None:
    sites = marks.sites(drawing.answer)
    points = [tuple(frame.xy(np.array([lat]), np.array([lon]))[0]) for _, _, lat, lon in sites]
    texts = [drawing.name(site, marks.KINDS.get(what, "")) for site, what, *_ in sites]
    marks.draw_sites(ax, frame, sites)
    for area, (lat, lon) in _launch_areas(drawing.answer).items():
        x, y = frame.xy(np.array([lat]), np.array([lon]))[0]
        ax.plot(x, y, linestyle="none", zorder=8, **marks.LAUNCH)
        points.append((x, y))
        texts.append(drawing.name(area, "launch-areas"))
    fine = [
        (point, text) for point, text in zip(points, texts, strict=True) if np.isfinite(point).all()
    ]
    if fine:
        place.labels(ax, [one[0] for one in fine], [one[1] for one in fine], size=7)


def _draw_legend(figure, answer: Answer) -> None:
    handles: list = [
        Patch(
            facecolor=fill.color,
            hatch=fill.hatch,
            edgecolor="#3b3b3b",
            linewidth=0.3,
            label=fill.meaning,
        )
        for fill in palette.CELLS.values()
    ]
    handles.append(
        Patch(
            facecolor=LAND,
            edgecolor=palette.GREY,
            linewidth=0.3,
            label="not threatened, or not counted",
        )
    )
    handles.append(Line2D([], [], linestyle="none", label="interceptor site", **marks.SITE))
    if any("radar" in what for _, what, _, _ in marks.sites(answer)):
        handles.append(Line2D([], [], linestyle="none", label="radar", **marks.RADAR))
    if _launch_areas(answer):
        handles.append(
            Line2D(
                [],
                [],
                linestyle="none",
                label="launch area of the threat",
                **marks.LAUNCH,
            )
        )
    figure.legend(
        handles=handles,
        loc="lower left",
        bbox_to_anchor=(0.0, 0.0),
        ncols=2,
        fontsize=8,
        handlelength=1.8,
        columnspacing=1.4,
        borderaxespad=0.2,
    )
