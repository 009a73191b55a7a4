"""Read countries out of a TopoJSON file such as world-atlas ships."""

import json
from pathlib import Path

from shapely import make_valid
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry


def _arcs(topology: dict) -> list[list[tuple[float, float]]]:
    """Undo quantisation and differences: lists of (longitude, latitude) in degrees."""
    transform = topology.get("transform")
    arcs = []
    for arc in topology["arcs"]:
        if transform is None:
            arcs.append([(p[0], p[1]) for p in arc])
            continue
        (scale_x, scale_y), (shift_x, shift_y) = transform["scale"], transform["translate"]
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + shift_x, y * scale_y + shift_y))
        arcs.append(points)
    return arcs


def _ring(indices: list[int], arcs: list) -> list[tuple[float, float]]:
    """Join arcs into a ring; a negative index i is arc ~i walked backwards."""
    points: list[tuple[float, float]] = []
    for index in indices:
        piece = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(piece[1:] if points else piece)
    return points


def _polygon(rings: list[list[int]], arcs: list) -> Polygon:
    outer, *holes = [_ring(r, arcs) for r in rings]
    return Polygon(outer, [h for h in holes if len(h) > 3])


def read_countries(path: Path) -> list[tuple[str, str, BaseGeometry]]:
    """Read (ISO numeric code, name, polygon in degrees) of every country.

    The code is "" where the file has none (territories without an ISO code).
    """
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = _arcs(topology)
    countries = []
    for entry in topology["objects"]["countries"]["geometries"]:
        if entry["type"] == "Polygon":
            polygons = [_polygon(entry["arcs"], arcs)]
        elif entry["type"] == "MultiPolygon":
            polygons = [_polygon(rings, arcs) for rings in entry["arcs"]]
        else:
            continue
        whole = make_valid(MultiPolygon([p for p in polygons if len(p.exterior.coords) > 3]))
        countries.append((str(entry.get("id", "")), entry["properties"]["name"], whole))
    return countries
