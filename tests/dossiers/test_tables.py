"""People and land: the tables add up to the totals that they are scaled to."""

import csv
import hashlib
import io
from collections import Counter

import numpy as np
import pytest

# Land area as printed in any almanac, thousand km2, inland water in or out
AREA = {"POL": 312.7, "DEU": 357.0, "CZE": 78.9, "TUR": 783.6, "ITA": 301.3, "UKR": 603.5}
PEOPLE_2007 = {"DEU": 82.40, "TUR": 71.16, "FRA": 61.08, "POL": 38.52, "USA": 301.14}  # million


@pytest.fixture(scope="session")
def tables(europe):
    return {
        name: europe.table(europe.parameters[f"population.{name}"][0].value.si)
        for name in ("cells", "cities", "countries")
    }


def by_country(cells, column):
    totals = Counter()
    for country, amount in zip(cells.column("country"), cells.column(column), strict=True):
        totals[country] += float(amount)
    return totals


def test_cells_add_up_to_the_totals(tables):
    people = by_country(tables["cells"], "population_2007")
    totals = tables["countries"]
    for iso3, total in zip(totals.column("iso3"), totals.column("population_2007"), strict=True):
        assert people[iso3] == pytest.approx(float(total), rel=1e-4, abs=30)  # cells are whole
    for iso3, million in PEOPLE_2007.items():
        assert people[iso3] / 1e6 == pytest.approx(million, abs=0.01)


def test_land_is_as_large_as_in_the_almanac(tables):
    area = by_country(tables["cells"], "area_km2")
    for iso3, thousands in AREA.items():
        assert area[iso3] / 1000 == pytest.approx(thousands, rel=0.02)


def test_regions(europe, tables):
    found = europe.in_regions(europe.parameters["population.cells"][0].value.si)
    held = {
        region: set(found.table.column("country")[inside])
        for region, inside in zip(found.regions, found.inside, strict=True)
    }
    assert held["us"] == {"USA"} and "TUR" in held["europe"]
    assert not {"RUS", "CAN", "GRL", "IRN", "GUF"} & (held["us"] | held["europe"])
    assert {"RUS", "CAN", "GRL", "IRN", "GUF"} <= set(tables["countries"].column("iso3"))
    assert list(held) == ["europe", "us"] and found.inside.sum(axis=0).max() == 1


def test_cells_are_one_degree_and_hold_their_middle(tables):
    cells = tables["cells"]
    assert len(set(cells.column("cell"))) == len(cells)
    for name, lat, lon in zip(
        cells.column("cell"), cells.column("lat_deg"), cells.column("lon_deg"), strict=True
    ):
        south = int(name[1:3]) * (1 if name[0] == "N" else -1)
        west = int(name[4:7]) * (1 if name[3] == "E" else -1)
        assert south <= lat <= south + 1 and west <= lon <= west + 1, name


def test_every_city_lies_in_a_cell_of_its_country(tables):
    cells = tables["cells"]
    country = dict(zip(cells.column("cell"), cells.column("country"), strict=True))
    cities = tables["cities"]
    assert len(cities) > 5000
    for cell, iso3 in zip(cities.column("cell"), cities.column("country"), strict=True):
        assert country[cell] == iso3
    assert np.nanmin(cities.column("population")) >= 15_000


def test_capitals_are_there(tables):
    found = set(
        zip(tables["cities"].column("city"), tables["cities"].column("country"), strict=True)
    )
    assert {("Warsaw", "POL"), ("Prague", "CZE"), ("London", "GBR"), ("Washington", "USA")} <= found


WERE = {
    "cells": "31d0c9b157bc3f677ed1ed0b39a01e3373f7a33f6caa20540730a9c5d17d7d62",
    "cities": "a20665a001097ab29e861465e73994ba0e5c7906c10afd9948d80bb366116299",
    "countries": "e4676024b11b95590ba44c58ec27f9644796380905214d70174d70d2b4943ecb",
}
"""SHA-256 of the tables when they held the two regions of europe-2007 and nothing else."""
NUMBERS = {"lat_deg": 4, "lon_deg": 4, "area_km2": 1, "population": 0, "population_2007": 0}


def as_it_was(table, region_of, header, rename=None):
    """The text of a table of the world as it was written for the two regions alone."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    for row in table.records():
        region = region_of(row)
        if region is None:
            continue
        old = {**row, "region": region, **{new: row[key] for new, key in (rename or {}).items()}}
        writer.writerow(
            f"{old[one]:.{NUMBERS[one]}f}"
            if one in NUMBERS
            else (f"{old[one]:.4f}" if one == "scale" else old[one])
            for one in header
        )
    return out.getvalue()


def test_the_tables_of_the_world_hold_those_of_before_to_the_letter(europe):
    refs = {name: europe.parameters[f"population.{name}"][0].value.si for name in WERE}
    found = europe.in_regions(refs["cells"])
    cities = europe.in_regions(refs["cities"]).table
    held = dict(zip(found.table.column("cell"), found.inside.T.tolist(), strict=True))
    by_cell = {cell: found.regions[row.index(True)] for cell, row in held.items()}
    by_country = {one[-3:]: region for one, region in by_cell.items()}
    headers = {
        "cells": ["cell", "lat_deg", "lon_deg", "country", "region", "area_km2", "population"],
        "cities": ["city", "country", "region", "lat_deg", "lon_deg", "population", "cell"],
        "countries": ["iso3", "name", "region", "population_2007", "source", "scale"],
    }
    texts = {
        "cells": as_it_was(found.table, lambda r: by_cell[r["cell"]], headers["cells"]),
        "cities": as_it_was(cities, lambda r: by_cell[r["cell"]], headers["cities"]),
        "countries": as_it_was(
            europe.table(refs["countries"]),
            lambda r: by_country.get(r["iso3"]),
            headers["countries"],
            {"source": "source_2007"},
        ),
    }
    assert {name: hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()} == WERE


def test_the_tables_of_the_world_leave_no_state_out(tables):
    countries = tables["countries"]
    rows = {row["iso3"]: row for row in countries.records()}
    included = {
        part: iso3 for iso3, row in rows.items() for part in (row["includes"] or "").split()
    }
    assert included["XKX"] == "SRB" and {"TWN", "PSE", "ESH", "PRK", "KOR", "SSD"} <= rows.keys()
    whole = {year: sum(row[f"population_{year}"] for row in rows.values()) for year in (2007, 2016)}
    assert whole[2007] == pytest.approx(6.65e9, rel=0.02)  # WHO's countries, without Taiwan
    assert whole[2016] == pytest.approx(7.4e9, rel=0.02)
