"""Who lives in the regions of a dossier, reckoned by hand for small tables."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.base.errors import DossierError
from twoplustwo.base.table import Table
from twoplustwo.dossier import load
from twoplustwo.dossier.models import Region
from twoplustwo.dossier.population import (
    YEAR,
    check_tables,
    rows_in_regions,
    sources_of_year,
    year_of,
)
from twoplustwo.dossier.regions import CELLS as REFS
from twoplustwo.dossier.regions import COUNTRIES as TOTALS
from twoplustwo.dossier.regions import inside

CELLS = Table.of_rows(
    "cell country lat_deg lon_deg population_2007 population_2016",
    [
        dict(zip(("cell", "country", "lat_deg", "lon_deg"), row[:4], strict=True))
        | {"population_2007": row[4], "population_2016": row[5]}
        for row in (
            ("S10E179-AAA", "AAA", -9.5, 179.5, 20.0, 40.0),
            ("S10W180-AAA", "AAA", -9.5, -179.5, 10.0, 20.0),
            ("S40E020-BBB", "BBB", -39.5, 20.5, 8.0, 6.0),
            ("N50E014-CCC", "CCC", 50.5, 14.5, 5.0, 5.0),
        )
    ],
)


def people(day=date(2007, 6, 1), **regions):
    some = {name: Region(name, {"en": name}, **keys) for name, keys in regions.items()}
    return rows_in_regions(CELLS, some, day)


def totals(found):
    counts = found.inside @ found.table.column("population")
    return dict(zip(found.regions, counts.tolist(), strict=True))


def test_three_regions_of_which_two_overlap():
    found = people(
        south={"countries": ("AAA", "BBB")},
        islands={"countries": ("AAA",)},
        east={"window": (-20.0, 0.0, 179.0, 180.0)},
    )
    assert totals(found) == {"south": 38.0, "islands": 30.0, "east": 20.0}
    assert list(found.table.column("cell")) == ["S10E179-AAA", "S10W180-AAA", "S40E020-BBB"]
    assert found.table.names == ("cell", "country", "lat_deg", "lon_deg", "population")


def test_the_people_are_those_of_the_last_year_at_or_before_the_day():
    regions = {"all": {"countries": ("AAA", "BBB", "CCC")}}
    assert totals(people(date(2016, 1, 1), **regions)) == {"all": 71.0}
    assert totals(people(date(2015, 12, 31), **regions)) == {"all": 43.0}
    years = {2006: 2007, 2007: 2007, 2015: 2007, 2016: 2016, 2026: 2016}
    assert {y: year_of(CELLS, date(y, 1, 1)) for y in years} == years


def test_a_table_of_no_year_is_taken_as_it_stands():
    plain = Table.of_columns(
        {"cell": ["x"], "country": ["A"], "lat_deg": [1.0], "lon_deg": [2.0], "population": [7.0]}
    )
    assert year_of(plain, date.max) is None
    found = rows_in_regions(plain, {"r": Region("r", {"en": "r"}, countries=("A",))}, date.max)
    assert totals(found) == {"r": 7.0}


def test_what_is_equal_is_marked_equal():
    here, there = {"r": {"countries": ("AAA",)}}, {"r": {"countries": ("BBB",)}}
    assert people(**here).mark == people(**here).mark != people(**there).mark
    assert people(date(2016, 1, 1), **here).mark != people(**here).mark


def test_tables_that_do_not_fit_together():
    countries = Table.of_columns({"iso3": ["AAA", "BBB", "CCC"]})
    cities = Table.of_columns({"cell": ["S10E179-AAA", "S40E021-BBB"]})
    files = ("cells.csv", "cities.csv")
    with pytest.raises(DossierError, match="unknown cell 'S40E021-BBB'") as caught:
        check_tables(CELLS, countries, cities, files)
    assert caught.value.where == "cities.csv:3" and "S40E020-BBB" in caught.value.fix
    with pytest.raises(DossierError, match="unknown country 'CCC'") as caught:
        check_tables(CELLS, Table.of_columns({"iso3": ["AAA", "BBB"]}), cities, files)
    assert caught.value.where == "cells.csv:5"


@pytest.mark.parametrize(
    ("keys", "held"),
    [
        ({"window": (-20.0, 0.0, 179.0, -179.0)}, [0, 1]),  # over the date line
        ({"ring": ((-20.0, 178.0), (-20.0, -178.0), (0.0, -178.0), (0.0, 178.0))}, [0, 1]),
        ({"ring": ((-20.0, -178.0), (-20.0, 178.0), (0.0, 178.0), (0.0, -178.0))}, [0, 1]),
        ({"ring": ((-45.0, 10.0), (-45.0, 30.0), (-30.0, 20.0))}, [2]),
        ({"countries": ("AAA",), "window": (-20.0, 0.0, 0.0, 180.0)}, [0]),
        ({"cells": ("N50E014-CCC",)}, [3]),
        ({"countries": ("BBB",), "cells": ("N50E014-CCC",)}, [2, 3]),
        ({"countries": ("CCC",), "ring": ((-45.0, 10.0), (-45.0, 30.0), (-30.0, 20.0))}, []),
    ],
)
def test_countries_are_cut_by_window_and_ring_and_cells_stand_beside(keys, held):
    assert np.flatnonzero(inside(Region("r", {"en": "r"}, **keys), CELLS)).tolist() == held


@given(
    st.floats(-180, 180),
    st.lists(st.tuples(st.floats(-89, 89), st.floats(-180, 180)), min_size=1, max_size=30),
)
def test_a_ring_of_four_corners_is_the_window(west, points):
    east = (west + 40.0 + 180.0) % 360.0 - 180.0
    lat, lon = np.array(points).T
    cells = Table.of_columns(
        {"cell": ["x"] * len(lat), "country": ["A"] * len(lat), "lat_deg": lat, "lon_deg": lon}
    )
    ring = ((-30.0, west), (-30.0, east), (30.0, east), (30.0, west))
    by_ring = inside(Region("r", {"en": "r"}, ring=ring), cells)
    by_window = inside(Region("r", {"en": "r"}, window=(-30.0, 30.0, west, east)), cells)
    on_edge = (np.abs(np.abs(lat) - 30.0) < 1e-6) | np.any(
        [np.abs(np.mod(lon - edge + 180.0, 360.0) - 180.0) < 1e-6 for edge in (west, east)], axis=0
    )
    assert (by_ring == by_window)[~on_edge].all()


def test_a_year_far_from_the_one_asked_for_is_told():
    regions = {"all": {"countries": ("AAA",)}}
    told = {y: people(date(y, 1, 1), **regions).other_year for y in (2005, 2007, 2009, 2010, 2020)}
    assert told == {2005: None, 2007: None, 2009: None, 2010: 2007, 2020: 2016}


@pytest.mark.parametrize(("year", "sources"), [(None, set()), (2016.0, {"cldr"})])
def test_the_totals_of_a_year_have_sources_of_their_own(year, sources):
    dossier = load("europe-2007")
    values = {path: dossier.parameters[path][0].value.si for path in (REFS, TOTALS)}
    assert sources_of_year(dossier, {**values, YEAR: year}) == sources
