"""Land, coast and borders out of a TopoJSON file."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from jaxtyping import Float

from twoplustwo.base.errors import OutputError

Line = Float[np.ndarray, "n 2"]
"""Longitude and latitude, degrees."""


@dataclass(frozen=True, eq=False)
class Shapes:
    """What a map is drawn from; every line is an array of (longitude, latitude) in degrees.

    Parameters
    ----------
    land : tuple of polygons
        Each polygon a tuple of rings, the outer one first.
    countries : tuple of tuples of polygons
        The same land, country by country.
    coast, borders, disputed : tuple of lines
        `disputed` are borders of areas that the file gives no country code.
    """

    land: tuple[tuple[Line, ...], ...]
    countries: tuple[tuple[tuple[Line, ...], ...], ...]
    coast: tuple[Line, ...]
    borders: tuple[Line, ...]
    disputed: tuple[Line, ...]


@cache
def read_shapes(path: Path) -> Shapes:
    """Read a TopoJSON file with an object ``countries`` and, if there is one, ``land``.

    Parameters
    ----------
    path : Path
        The file.

    Raises
    ------
    OutputError
        The file is not there or is no TopoJSON of countries.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        arcs = _arcs(data)
        countries = data["objects"]["countries"]["geometries"]
        land = data["objects"].get("land", {"geometries": countries})
        used, disputed = _owners(countries)
        return Shapes(
            land=tuple(_polygons(land.get("geometries", [land]), arcs)),
            countries=tuple(tuple(_polygons([one], arcs)) for one in countries),
            coast=tuple(_pieces(arcs[i] for i, n in used.items() if n == 1)),
            borders=tuple(_pieces(arcs[i] for i, n in used.items() if n > 1 and i not in disputed)),
            disputed=tuple(_pieces(arcs[i] for i, n in used.items() if n > 1 and i in disputed)),
        )
    except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
        raise OutputError(
            f"cannot read the borders for the maps: {error}",
            where=str(path),
            fix="the file must be TopoJSON with an object named countries",
        ) from error


def _arcs(data: Mapping[str, Any]) -> list[Line]:
    if "transform" not in data:
        return [np.array(arc, dtype=float) for arc in data["arcs"]]
    scale = np.array(data["transform"]["scale"], dtype=float)
    shift = np.array(data["transform"]["translate"], dtype=float)
    return [np.cumsum(np.array(arc, dtype=float), axis=0) * scale + shift for arc in data["arcs"]]


def _owners(countries: Sequence[Mapping[str, Any]]) -> tuple[dict[int, int], set[int]]:
    """How many countries use each arc, and the arcs of those that have no code."""
    users: dict[int, set[int]] = defaultdict(set)
    disputed: set[int] = set()
    for number, country in enumerate(countries):
        for polygon in _parts(country):
            for index in (i for ring in polygon for i in ring):
                arc = index if index >= 0 else ~index
                users[arc].add(number)
                if "id" not in country:
                    disputed.add(arc)
    return {arc: len(owners) for arc, owners in users.items()}, disputed


def _parts(shape: Mapping[str, Any]) -> list[Any]:
    if shape["type"] == "Polygon":
        return [shape["arcs"]]
    if shape["type"] == "MultiPolygon":
        return list(shape["arcs"])
    if shape["type"] == "GeometryCollection":
        return [part for inner in shape["geometries"] for part in _parts(inner)]
    return []


def _polygons(shapes: Sequence[Mapping[str, Any]], arcs: list[Line]) -> Iterator[tuple[Line, ...]]:
    for shape in shapes:
        for polygon in _parts(shape):
            yield tuple(_ring(ring, arcs) for ring in polygon)


def _ring(indices: Sequence[int], arcs: list[Line]) -> Line:
    pieces = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in indices]
    return np.vstack([pieces[0], *(piece[1:] for piece in pieces[1:])])


def _pieces(lines: Iterator[Line]) -> Iterator[Line]:
    """Lines without their stretches along the antimeridian, where the file cut the land."""
    for line in lines:
        edge = np.abs(line[:, 0]) >= 179.99
        cuts = np.flatnonzero(edge[1:] & edge[:-1]) + 1
        yield from (piece for piece in np.split(line, cuts) if len(piece) > 1)
