"""Tables of people that do not fit together: file and line, what is wrong, the nearest name."""

import numpy as np
import pytest

from twoplustwo.base.errors import DossierError
from twoplustwo.base.table import Column, Table
from twoplustwo.questions.defended_footprint.people import People

FILES = ("tables/cells.csv", "tables/cities.csv")


def table(**columns):
    data = {n: np.array(v, dtype=object if isinstance(v[0], str) else float)
            for n, v in columns.items()}  # fmt: skip
    return Table(tuple(Column(n) for n in data), data)


def people(country=("AAA", "BBB"), region=("europe", "us"), cell=("one", "two")):
    cells = table(cell=["one", "two"], lat_deg=[50.0, 40.0], lon_deg=[10.0, -80.0],
                  country=list(country), region=list(region), area_km2=[1.0, 1.0],
                  population=[5.0, 6.0])  # fmt: skip
    countries = table(iso3=["AAA", "BBB"], name=["Aland", "Bland"])
    return People(cells, countries, table(cell=list(cell), city=["x", "y"]), FILES)


def test_tables_that_fit():
    assert people().city_cell.tolist() == [0, 1]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"country": ("AAA", "BBC")}, ["unknown country 'BBC'", "tables/cells.csv:3", "BBB"]),
        ({"region": ("europa", "us")}, ["unknown region 'europa'", "tables/cells.csv:2", "europe"]),
        ({"cell": ("one", "tow")}, ["unknown cell 'tow'", "tables/cities.csv:3", "two"]),
    ],
)
def test_tables_that_do_not_fit(change, words):
    with pytest.raises(DossierError) as caught:
        people(**change)
    for word in words:
        assert word in str(caught.value)
