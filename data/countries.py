"""The countries of the tables: their land as the map has it, and how odd cases are counted."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from shapely import box, union_all
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

COUNTING = yaml.safe_load(Path(__file__).with_name("counting.yaml").read_text(encoding="utf-8"))
COUNTED_WITH: dict[str, str] = COUNTING["counted_with"]
SMALLEST_DEG = 0.02  # radius of the land about each place of a country too small for the map


@dataclass(frozen=True)
class Country:
    """One country of the tables: ISO 3166 alpha-3 code, English name, polygon (degrees)."""

    iso3: str
    name: str
    polygon: BaseGeometry


def owner(iso3: str) -> str:
    """Tell with which country a place of this code is counted."""
    return COUNTED_WITH.get(iso3, iso3)


def included(iso3: str) -> list[str]:
    """The codes that are counted with a country."""
    return sorted(code for code, whole in COUNTED_WITH.items() if whole == iso3)


def russian_names(localenames: Path, iso2: Mapping[str, str]) -> dict[str, str]:
    """The countries in Russian, by ISO alpha-3 code, from CLDR's names of territories."""
    path = localenames / "main" / "ru" / "territories.json"
    told = json.loads(path.read_text(encoding="utf-8"))["main"]["ru"]["localeDisplayNames"]
    found = {iso3: told["territories"].get(two, "") for iso3, two in iso2.items()}
    return {**found, **COUNTING["names_ru"]}


def lands(
    polygons: list[tuple[str, str, BaseGeometry]], codes: dict[str, str]
) -> dict[str, BaseGeometry]:
    """Put the polygons of a map file together by country.

    Parameters
    ----------
    polygons : list of tuple
        ISO numeric code, name and polygon of every country of the map file.
    codes : dict
        ISO numeric code -> ISO alpha-3 code.
    """
    parts: dict[str, list[BaseGeometry]] = {}
    for numeric, name, polygon in polygons:
        iso3 = codes.get(numeric, "") if numeric else COUNTING["polygon_without_code"].get(name)
        parts.setdefault(owner(iso3 or name), []).append(polygon)
    for move in COUNTING["moved"]:
        piece = box(*move["box"])
        parts.setdefault(move["to"], []).append(union_all(parts[move["from"]]).intersection(piece))
        parts[move["from"]] = [part.difference(piece) for part in parts[move["from"]]]
    return {iso3: union_all(pieces) for iso3, pieces in parts.items()}


def around(places: Iterable[tuple[float, float]]) -> BaseGeometry:
    """Land for a country that the map does not show: a little about each place (lat, lon)."""
    return union_all([Point(lon, lat).buffer(SMALLEST_DEG) for lat, lon in places])
