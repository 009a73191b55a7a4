"""One-degree cells of land, country by country, with the people who live in them."""

import math
from dataclasses import dataclass

from pyproj import Geod
from shapely import STRtree, box, prepare
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from countries import Country

WGS84 = Geod(ellps="WGS84")
SMALLEST_KM2 = 1.0


@dataclass
class Cell:
    """A country's land inside one degree by one degree; position is the middle of that land."""

    id: str
    lat_deg: float
    lon_deg: float
    country: str
    area_km2: float
    land: BaseGeometry
    population: float = 0.0


def _area_km2(land: BaseGeometry) -> float:
    return abs(WGS84.geometry_area_perimeter(land)[0]) / 1e6


def _name(lat: int, lon: int, iso3: str) -> str:
    north, east = "N" if lat >= 0 else "S", "E" if lon >= 0 else "W"
    return f"{north}{abs(lat):02d}{east}{abs(lon):03d}-{iso3}"


def cut(country: Country) -> list[Cell]:
    """Cut a country's land into cells; the name gives the south-west corner in degrees."""
    west, south, east, north = country.polygon.bounds
    prepare(country.polygon)
    found = []
    for lat in range(math.floor(south), math.ceil(north)):
        for lon in range(math.floor(west), math.ceil(east)):
            land = country.polygon.intersection(box(lon, lat, lon + 1, lat + 1))
            area = 0.0 if land.is_empty else _area_km2(land)
            if area < SMALLEST_KM2:
                continue
            middle = land.centroid
            found.append(
                Cell(
                    _name(lat, lon, country.iso3),
                    middle.y,
                    middle.x,
                    country.iso3,
                    area,
                    land,
                )
            )
    if not found:  # a country smaller than the map shows
        middle = country.polygon.centroid
        found.append(
            Cell(
                _name(math.floor(middle.y), math.floor(middle.x), country.iso3),
                middle.y,
                middle.x,
                country.iso3,
                _area_km2(country.polygon),
                country.polygon,
            )
        )
    return found


def place(cells: list[Cell], places: list[tuple[float, float, float]]) -> list[str]:
    """Add each place's people to the cell it lies in, or else to the nearest one.

    Parameters
    ----------
    cells : list of Cell
        The cells of one country; their population is changed.
    places : list of tuple
        Latitude and longitude in degrees, and people.

    Returns
    -------
    list of str
        The id of the cell of each place.
    """
    by_corner = {c.id[:7]: c for c in cells}
    tree = STRtree([c.land for c in cells])
    chosen = []
    for lat, lon, people in places:
        cell = by_corner.get(_name(math.floor(lat), math.floor(lon), "")[:7])
        if cell is None:
            cell = cells[int(tree.nearest(Point(lon, lat)))]
        cell.population += people
        chosen.append(cell.id)
    return chosen
