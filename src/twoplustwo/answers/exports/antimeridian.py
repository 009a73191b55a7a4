"""Lines and rings cut where the map ends, at the meridian of 180 degrees."""

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from twoplustwo.answers.exports.chords import HALF, TURN, filled, in_space, on_map
from twoplustwo.base.errors import OutputError

F = NDArray[np.float64]
POLE = 90.0
PLACES = 6
"""Decimals of a degree in files: a tenth of a metre."""


def cut_line(
    lon_deg: F, lat_deg: F, altitude_m: F | float = 0.0, *others: F
) -> list[tuple[F, ...]]:
    """The parts of a line on either side of the meridian, so dense that it can be drawn straight.

    Parameters
    ----------
    lon_deg, lat_deg : ndarray
        The points, shape (n,).
    altitude_m : ndarray or float
        Their altitudes: a line is straight in space, and is cut where it crosses there.
    *others : ndarray
        What else is known along it (time), shape (n,) each; in between in proportion.

    Returns
    -------
    list of tuple of ndarray
        One a part: longitudes from -180 to 180, latitude, altitude, then the others.
    """
    lon, *rest = filled((np.asarray(lon_deg) + HALF) % TURN - HALF, lat_deg, altitude_m, *others)
    # a point on the meridian itself, or on a pole, belongs to the side that the line comes from
    sides = np.where((np.abs(lon) == HALF) | (np.abs(rest[0]) == POLE), 0.0, np.sign(lon))
    known = np.flatnonzero(sides)
    if not len(known):
        return [(np.full_like(lon, lon[0]), *rest)]
    before = np.searchsorted(known, np.arange(len(lon)), side="right") - 1
    lon = np.where(np.abs(lon) == HALF, HALF * sides[known[np.maximum(before, 0)]], lon)
    columns = np.column_stack([lon, *rest])
    places = in_space(*columns[:, :3].T)
    parts, start, lead = [], 0, np.empty((0, columns.shape[1]))
    for at in [*(np.flatnonzero(np.abs(np.diff(lon)) > HALF) + 1).tolist(), len(lon)]:
        whole = np.vstack([lead, columns[start:at]])
        if at < len(lon):
            edge = _crossing(columns[at - 1 : at + 1], places[at - 1 : at + 1])
            lead = edge * np.array([-1.0, *np.ones(len(edge) - 1)])
            lead = lead[None] if abs(columns[at, 0]) < HALF else lead[None][:0]
            whole = np.vstack([whole, edge]) if abs(whole[-1, 0]) < HALF else whole
        parts.append(tuple(whole.T))
        start = at
    return parts


def _crossing(ends: F, places: F) -> F:
    """The point between two where the straight line in space crosses the meridian, on the side of
    the first; columns as those of `ends`.
    """
    gap = places[0, 1] - places[1, 1]
    share = np.clip(places[0, 1] / gap, 0.0, 1.0) if gap else 0.5
    _, lat, high = on_map((places[0] + share * (places[1] - places[0]))[None])
    rest = ends[0, 3:] + share * (ends[1, 3:] - ends[0, 3:])
    return np.array([np.copysign(HALF, ends[0, 0]), lat[0], high[0], *rest])


def cut_ring(lon_deg: F, lat_deg: F) -> list[shapely.Polygon]:
    """The polygons that a closed line encloses on Earth, cut at the meridian.

    The line goes clockwise, as azimuths do, round what it holds: so a ring may hold a pole, both,
    or more than half of the Earth, and what it leaves out may be a hole. Between its points it
    goes by great circles.

    Raises
    ------
    OutputError
        It goes round a pole more than once.
    """
    lon, lat, _ = filled(np.append(lon_deg, lon_deg[0]), np.append(lat_deg, lat_deg[0]))
    lon = np.unwrap((lon + HALF) % TURN - HALF, period=TURN)
    turns = round((lon[-1] - lon[0]) / TURN)
    if abs(turns) > 1:
        raise OutputError(
            "a ring that goes round a pole more than once encloses nothing",
            why=f"it turns {abs(turns)} times",
            fix="take --to csv or --to json, which keep its points",
        )
    if turns:
        # Westwards it holds the north pole, eastwards the south pole. Once round the world
        # before and once after, closed over the pole: one world in the middle of that is it.
        pole = -turns * POLE
        lon = np.concatenate([lon, lon[1:] + turns * TURN, lon[1:] + 2 * turns * TURN])
        lat = np.concatenate([lat, lat[1:], lat[1:]])
        west = np.floor((lon[len(lon) // 2] + HALF) / TURN) * TURN - HALF
        lon, lat = np.append(lon, [lon[-1], lon[0]]), np.append(lat, [pole, pole])
        return _polygons([_world(_enclosed(lon, lat), west)])
    whole = _enclosed(lon, lat)
    first, last = (int((edge + HALF) // TURN) for edge in (lon.min(), lon.max()))
    inside = [_world(whole, TURN * world - HALF) for world in range(first, last + 1)]
    if np.sum(lon[:-1] * lat[1:] - lon[1:] * lat[:-1]) <= 0.0:
        return _polygons(inside)
    earth = shapely.box(-HALF, -POLE, HALF, POLE)
    return _polygons([shapely.difference(earth, shapely.union_all(inside))])


def lunes(polygons: Sequence[shapely.Polygon], wide_deg: float) -> list[shapely.Polygon]:
    """The same area in pieces no wider than so many degrees of longitude, without holes.

    A globe takes a polygon wider than half of the Earth for what it leaves out.
    """
    edges = np.arange(-HALF, HALF, wide_deg)
    cut = [
        shapely.intersection(one, shapely.box(west, -POLE, west + wide_deg, POLE))
        for one in polygons
        for west in edges
    ]
    return [part for one in _polygons(cut) for part in _split(one)]


def _split(one: shapely.Polygon) -> list[shapely.Polygon]:
    """A polygon cut through the middle of its holes until none is left."""
    if not len(one.interiors):
        return [one]
    west, south, east, north = one.bounds
    middle = 0.5 * (one.interiors[0].bounds[0] + one.interiors[0].bounds[2])
    halves = [
        shapely.intersection(one, shapely.box(a, south, b, north))
        for a, b in ((west, middle), (middle, east))
    ]
    return [part for half in _polygons(halves) for part in _split(half)]


def _enclosed(lon: F, lat: F) -> shapely.Geometry:
    return shapely.make_valid(shapely.Polygon(np.column_stack([lon, lat])))


def _world(whole: shapely.Geometry, west: float) -> shapely.Geometry:
    """What lies in the world that begins in the west, moved to the one that begins at -180."""
    part = shapely.intersection(whole, shapely.box(west, -POLE, west + TURN, POLE))
    return shapely.transform(part, lambda points: points - np.array([west + HALF, 0.0]))


def _polygons(shapes: Sequence[shapely.Geometry]) -> list[shapely.Polygon]:
    """The polygons of some shapes as they can be written: valid on a grid of so many decimals,
    outer edges against the clock, holes with it.
    """
    fine = shapely.set_precision(list(shapes), 10.0**-PLACES)
    parts = shapely.get_parts(shapely.get_parts(fine))
    return [
        shapely.orient_polygons(one)
        for one in parts.tolist()
        if isinstance(one, shapely.Polygon) and one.area > 0.0
    ]
