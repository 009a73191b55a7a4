"""Tables of people that do not fit together: file and line, what is wrong, the nearest name."""

import numpy as np
import pytest

from twoplustwo.base.errors import DossierError
from twoplustwo.base.table import Column, Table
from twoplustwo.questions.defended_footprint.people import People
from twoplustwo.questions.defended_footprint.words import covered

FILES = ("tables/cells.csv", "tables/cities.csv")


def table(**columns):
    data = {
        n: np.array(v, dtype=object if isinstance(v[0], str) else float) for n, v in columns.items()
    }
    return Table(tuple(Column(n) for n in data), data)


def people(country=("AAA", "BBB"), region=("europe", "us"), cell=("one", "two")):
    cells = table(
        cell=["one", "two"],
        lat_deg=[50.0, 40.0],
        lon_deg=[10.0, -80.0],
        country=list(country),
        region=list(region),
        area_km2=[1.0, 1.0],
        population=[5.0, 6.0],
    )
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


def many(names, people):
    """One region of several countries with a cell of people each, and a second one of one."""
    codes = [name[:3].upper() for name in names]
    cells = [f"c{i}" for i in range(len(names) + 1)]
    return People(
        table(
            cell=cells,
            lat_deg=[10.0] * len(cells),
            lon_deg=[20.0] * len(cells),
            country=[*codes, "ZZZ"],
            region=["europe"] * len(names) + ["us"],
            area_km2=[1.0] * len(cells),
            population=[*people, 7e6],
        ),
        table(iso3=[*codes, "ZZZ"], name=[*names, "Zland"]),
        table(cell=[cells[0]], city=["x"]),
        FILES,
    )


def test_countries_that_are_left_out_are_named_most_people_first():
    some = many(["Aland", "Bland", "Cland", "Dland", "Eland"], [1e6, 20e6, 3e6, 0.4e6, 50e6])
    said = covered(some, np.array([0, 0, 2, 0, 1, np.inf]), 0)
    assert said["countries_en"] == "5 countries" and said["countries_ru"] == "5 стран"
    assert said["threatened_en"] == "74 million" and said["threatened_ru"] == "74 млн"
    assert (said["one_en"], said["two_en"], said["two_ru"]) == ("71 %", "4.0 %", "4,0 %")
    names = "Bland (all 20 million), Aland (all 1.0 million), Dland (all 0.4 million)"
    assert said["without_en"] == f" Not covered: {names}."
    assert "Aland (все 1,0 млн)" in said["without_ru"]
    everybody = covered(some, np.array([1, 1, 2, 1, 1, np.inf]), 0)
    assert everybody["without_en"] == "" and everybody["one_en"] == "100 %"
    most = covered(some, np.array([0, 0, 0, 0, 0, np.inf]), 0)
    assert most["without_en"].endswith("2 other countries (1.4 million).")
    alone = covered(some, np.array([0, 0, 0, 0, 0, 0]), 1)
    assert alone["without_en"] == ""  # a region of one country is its own sentence


def test_a_country_that_is_left_out_in_part_says_how_much_of_it():
    """Two cells of one country, one of them covered; numbers of people are those left out."""
    cells = table(
        cell=["one", "two", "six"],
        lat_deg=[1.0] * 3,
        lon_deg=[2.0] * 3,
        country=["AAA", "AAA", "BBB"],
        region=["europe"] * 3,
        area_km2=[1.0] * 3,
        population=[40e6, 31e6, 5e6],
    )
    countries = table(iso3=["AAA", "BBB"], name=["Turkey", "Bland"])
    both = People(cells, countries, table(cell=["one"], city=["x"]), FILES)
    said = covered(both, np.array([0.0, 1.0, 1.0]), 0)
    assert said["without_en"] == " Not covered: Turkey (40 of 71 million)."
    assert said["without_ru"] == " Не прикрыты: Турция (40 из 71 млн)."
