"""People and land: the tables add up to the totals that they are scaled to."""

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
    people = by_country(tables["cells"], "population")
    totals = tables["countries"]
    for iso3, total in zip(totals.column("iso3"), totals.column("population_2007"), strict=True):
        assert people[iso3] == pytest.approx(float(total), rel=1e-4)
    for iso3, million in PEOPLE_2007.items():
        assert people[iso3] / 1e6 == pytest.approx(million, abs=0.01)


def test_land_is_as_large_as_in_the_almanac(tables):
    area = by_country(tables["cells"], "area_km2")
    for iso3, thousands in AREA.items():
        assert area[iso3] / 1000 == pytest.approx(thousands, rel=0.02)


def test_regions(tables):
    countries = tables["countries"]
    region = dict(zip(countries.column("iso3"), countries.column("region"), strict=True))
    assert {i for i, r in region.items() if r == "us"} == {"USA"}
    assert region["TUR"] == "europe"
    assert not {"RUS", "CAN", "GRL", "IRN"} & set(region)
    assert set(tables["cells"].column("region")) == {"europe", "us"}


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
