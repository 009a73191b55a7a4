"""A map to draw on: projection, land, coast, borders, graticule."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import shapely
from jaxtyping import Float
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline
from pyproj import Geod, Proj

from twoplustwo.reports.geo import Line, Shapes

LAND, SEA, COAST, BORDER, GRID = "#f1eee6", "#eef4f8", "#8b8f94", "#b3aea2", "#d8e1e8"
_FAR = 12_500_000.0  # m on the map; beyond it lies the antipode, which is all smear

Coordinates = Float[np.ndarray, "n"]


@dataclass(frozen=True)
class Frame:
    """Lambert's azimuthal equal-area projection around a point, and the window drawn of it.

    Distances in metres on the map, `window` as (left, right, bottom, top).
    """

    latitude_deg: float
    longitude_deg: float
    window: tuple[float, float, float, float]

    @cached_property
    def projection(self) -> Proj:
        return Proj(proj="laea", lat_0=self.latitude_deg, lon_0=self.longitude_deg, ellps="WGS84")

    @property
    def shape(self) -> float:
        """Width over height of the window."""
        left, right, bottom, top = self.window
        return (right - left) / (top - bottom)

    def xy(self, lat_deg: Coordinates, lon_deg: Coordinates) -> Float[np.ndarray, "n 2"]:
        """Places on the map, m; places on the far side of the Earth become NaN."""
        x, y = self.projection(np.asarray(lon_deg, float), np.asarray(lat_deg, float))
        points = np.column_stack([np.atleast_1d(x), np.atleast_1d(y)])
        points[~(np.hypot(points[:, 0], points[:, 1]) < _FAR)] = np.nan
        return points

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The window as (left, bottom, right, top), a little wider than what is seen."""
        left, right, bottom, top = self.window
        room = 0.01 * (right - left)
        return left - room, bottom - room, right + room, top + room

    @property
    def tolerance(self) -> float:
        """Detail that cannot be seen, m."""
        return (self.window[1] - self.window[0]) / 1600.0


def frame_around(
    lat_deg: Coordinates, lon_deg: Coordinates, pad: float = 0.05, shape: float | None = None
) -> Frame:
    """The frame that shows all the places given, turned so that north is up in its middle.

    Parameters
    ----------
    lat_deg, lon_deg : arrays
        Places; NaN is passed over.
    pad : float
        Room left on each side, as a share of the larger side.
    shape : float, optional
        Width over height; the window grows to it.
    """
    fine = np.isfinite(lat_deg) & np.isfinite(lon_deg)
    phi, lam = np.radians(np.asarray(lat_deg)[fine]), np.radians(np.asarray(lon_deg)[fine])
    if not len(phi):
        phi, lam = np.array([0.0]), np.array([0.0])
    x, y, z = (np.cos(phi) * np.cos(lam)).mean(), (np.cos(phi) * np.sin(lam)).mean(), np.sin(phi)
    middle = float(np.degrees(np.arctan2(z.mean(), np.hypot(x, y))))
    frame = Frame(middle, float(np.degrees(np.arctan2(y, x))), (0, 0, 0, 0))
    points = frame.xy(np.degrees(phi), np.degrees(lam))
    (left, bottom), (right, top) = np.nanmin(points, axis=0), np.nanmax(points, axis=0)
    room = pad * max(right - left, top - bottom, 500_000.0)
    left, right, bottom, top = left - room, right + room, bottom - room, top + room
    if shape is not None:
        wider = max(0.0, (top - bottom) * shape - (right - left)) / 2
        higher = max(0.0, (right - left) / shape - (top - bottom)) / 2
        left, right, bottom, top = left - wider, right + wider, bottom - higher, top + higher
    return Frame(frame.latitude_deg, frame.longitude_deg, (left, right, bottom, top))


def draw(ax: Axes, frame: Frame, shapes: Shapes | None) -> PathPatch | None:
    """Draw sea, land, coast, borders and a graticule; give back the land, to clip by."""
    left, right, bottom, top = frame.window
    ax.set_xlim(left, right)
    ax.set_ylim(bottom, top)
    ax.set_aspect("equal")
    ax.set_facecolor(SEA)
    ax.set_xticks([])
    ax.set_yticks([])
    for spine in ax.spines.values():
        spine.set_visible(True)
        spine.set_color(COAST)
        spine.set_linewidth(0.6)
    _lines(ax, _flat_graticule(frame), GRID, 0.5, 0.5)
    if shapes is None:
        return None
    land = PathPatch(flatten(frame, shapes).land, facecolor=LAND, edgecolor="none", zorder=0.6)
    ax.add_artist(land)
    overlay(ax, frame, shapes)
    return land


def overlay(ax: Axes, frame: Frame, shapes: Shapes | None, zorder: float = 2.0) -> None:
    """Draw coast and borders; a disputed border is dashed."""
    if shapes is None:
        return
    flat = flatten(frame, shapes)
    _lines(ax, flat.borders, BORDER, 0.5, zorder)
    _lines(ax, flat.disputed, BORDER, 0.6, zorder, dashes=(2, 2))
    _lines(ax, flat.coast, COAST, 0.5, zorder + 0.1)


@dataclass(frozen=True, eq=False)
class Flat:
    """Shapes on one frame, cut to its window and no finer than can be seen; m."""

    land: Outline
    coast: list[np.ndarray]
    borders: list[np.ndarray]
    disputed: list[np.ndarray]


@lru_cache(maxsize=16)
def flatten(frame: Frame, shapes: Shapes) -> Flat:
    """Shapes on a frame; kept, since every party's map has the same one."""
    return Flat(
        outline(frame, shapes.land),
        _flat_lines(frame, shapes.coast),
        _flat_lines(frame, shapes.borders),
        _flat_lines(frame, shapes.disputed),
    )


def great_circle(
    start: tuple[float, float], end: tuple[float, float], steps: int = 48
) -> tuple[Coordinates, Coordinates]:
    """Latitudes and longitudes, degrees, along the shortest way between two places."""
    (lat_1, lon_1), (lat_2, lon_2) = start, end
    between = Geod(ellps="WGS84").npts(lon_1, lat_1, lon_2, lat_2, steps)
    lon, lat = np.array([(lon_1, lat_1), *between, (lon_2, lat_2)]).T
    return lat, lon


def _lines(ax: Axes, lines, color: str, width: float, zorder: float, dashes=None) -> None:
    style = (0, dashes) if dashes else "solid"
    ax.add_collection(
        LineCollection(lines, colors=color, linewidths=width, linestyles=[style], zorder=zorder)
    )


def _flat_lines(frame: Frame, lines: Sequence[Line]) -> list[np.ndarray]:
    flat = [frame.xy(line[:, 1], line[:, 0]) for line in lines]
    kept = [
        shapely.LineString(piece)
        for points in flat
        for piece in _whole(points)
        if len(piece) > 1 and _near(frame, piece)
    ]
    cut = shapely.clip_by_rect(kept, *frame.box)
    fine = shapely.get_parts(shapely.simplify(cut, frame.tolerance, preserve_topology=False))
    return [shapely.get_coordinates(one) for one in fine if not one.is_empty]


@lru_cache(maxsize=16)
def _flat_graticule(frame: Frame) -> list[np.ndarray]:
    return _flat_lines(frame, _graticule())


def _graticule(step: int = 10) -> list[Line]:
    fine = np.arange(-180.0, 180.1, 2.0)
    up = np.arange(-20.0, 80.1, 2.0)
    parallels = [np.column_stack([fine, np.full_like(fine, lat)]) for lat in range(-20, 81, step)]
    meridians = [np.column_stack([np.full_like(up, lon), up]) for lon in range(-180, 180, 2 * step)]
    return [*parallels, *meridians]


def outline(frame: Frame, polygons: Sequence[Sequence[Line]]) -> Outline:
    """Polygons (rings of longitude and latitude, degrees) as one path on the frame."""
    kept = []
    for polygon in polygons:
        rings = [frame.xy(ring[:, 1], ring[:, 0]) for ring in polygon]
        # a ring that reaches the antipode would turn inside out; none such lies in a window
        rings = [ring for ring in rings if len(ring) > 3 and np.isfinite(ring).all()]
        if rings and _near(frame, rings[0]):
            kept.append(shapely.Polygon(rings[0], rings[1:]))
    cut = shapely.get_parts(shapely.clip_by_rect(kept, *frame.box))
    cut = shapely.simplify(cut, frame.tolerance, preserve_topology=True)
    rings = shapely.get_rings([one for one in cut if one.area > frame.tolerance**2])
    vertices, codes = [np.zeros((0, 2))], [np.zeros(0, dtype=np.uint8)]
    for ring in rings:
        vertices.append(shapely.get_coordinates(ring))
        step = np.full(len(vertices[-1]), Outline.LINETO, dtype=np.uint8)
        step[0], step[-1] = Outline.MOVETO, Outline.CLOSEPOLY
        codes.append(step)
    return Outline(np.vstack(vertices), np.concatenate(codes))


def _whole(points: Float[np.ndarray, "n 2"]) -> list[np.ndarray]:
    """A line without its far points, cut where they were."""
    fine = np.isfinite(points[:, 0])
    pieces = np.split(np.arange(len(points)), np.flatnonzero(np.diff(fine)) + 1)
    return [points[piece] for piece in pieces if fine[piece[0]]]


def _near(frame: Frame, points: Float[np.ndarray, "n 2"]) -> bool:
    """Whether the box around some points touches the window."""
    left, bottom, right, top = frame.box
    low, high = np.nanmin(points, axis=0), np.nanmax(points, axis=0)
    return bool(low[0] <= right and high[0] >= left and low[1] <= top and high[1] >= bottom)
