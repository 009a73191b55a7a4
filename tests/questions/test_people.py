"""Whom a shield covers, in words: who is left out, most people first."""

from dataclasses import replace
from datetime import date

import numpy as np

from twoplustwo.base.table import Column, Table
from twoplustwo.dossier.models import Region
from twoplustwo.dossier.population import rows_in_regions
from twoplustwo.question_cards.card import card
from twoplustwo.questions.footprint.ask import Threat
from twoplustwo.questions.footprint.people import People
from twoplustwo.questions.footprint.rows import result
from twoplustwo.questions.footprint.words import Meant, covered
from twoplustwo.runs.ask import ask


def table(**columns):
    data = {
        n: np.array(v, dtype=object if isinstance(v[0], str) else float) for n, v in columns.items()
    }
    return Table(tuple(Column(n) for n in data), data)


def people_of(cells, countries, cities, **regions):
    """The people of regions, each a list of countries."""
    named = {r: Region(r, {"en": r}, countries=tuple(some)) for r, some in regions.items()}
    return People(rows_in_regions(cells, named, date.max), countries, cities)


def many(names, people):
    """One region of several countries with a cell of people each, and a second one of one."""
    codes = [name[:3].upper() for name in names]
    cells = [f"c{i}" for i in range(len(names) + 1)]
    return people_of(
        table(
            cell=cells,
            lat_deg=[10.0] * len(cells),
            lon_deg=[20.0] * len(cells),
            country=[*codes, "ZZZ"],
            area_km2=[1.0] * len(cells),
            population=[*people, 7e6],
        ),
        table(iso3=[*codes, "ZZZ"], name=[*names, "Zland"]),
        table(cell=[cells[0]], city=["x"]),
        many=codes,
        one=["ZZZ"],
    )


def flown(people):
    """Every missile has flown, and a launch waits for a radar's track."""
    return Meant(np.ones(len(people.cell), bool), np.zeros(len(people.cell), bool), False)


def test_countries_that_are_left_out_are_named_most_people_first():
    some = many(["Aland", "Bland", "Cland", "Dland", "Eland"], [1e6, 20e6, 3e6, 0.4e6, 50e6])
    said = covered(some, np.array([0, 0, 2, 0, 1, np.inf]), 0, flown(some))
    assert said["among_en"] == " (5 countries)" and said["among_ru"] == " (5 стран)"
    assert said["threatened_en"] == "74 million" and said["threatened_ru"] == "74 млн"
    assert (said["one_en"], said["two_en"], said["two_ru"]) == ("71 %", "4.0 %", "4,0 %")
    names = "Bland (all 20 million), Aland (all 1.0 million), Dland (all 0.4 million)"
    assert said["without_en"] == f" Not covered: {names}."
    assert "Aland (все 1,0 млн)" in said["without_ru"]
    everybody = covered(some, np.array([1, 1, 2, 1, 1, np.inf]), 0, flown(some))
    assert everybody["without_en"] == "" and everybody["one_en"] == "100 %"
    most = covered(some, np.array([0, 0, 0, 0, 0, np.inf]), 0, flown(some))
    assert most["without_en"].endswith("2 other countries (1.4 million).")
    alone = covered(some, np.array([0, 0, 0, 0, 0, 0]), 1, flown(some))
    assert alone["without_en"] == ""  # a region of one country is its own sentence


def test_a_country_that_is_left_out_in_part_says_how_much_of_it():
    """Two cells of one country, one of them covered; numbers of people are those left out."""
    cells = table(
        cell=["one", "two", "six"],
        lat_deg=[1.0] * 3,
        lon_deg=[2.0] * 3,
        country=["AAA", "AAA", "BBB"],
        area_km2=[1.0] * 3,
        population=[40e6, 31e6, 5e6],
    )
    countries = table(iso3=["AAA", "BBB"], name=["Turkey", "Bland"], name_ru=["Турция", ""])
    cities = table(cell=["one"], city=["x"])
    both = people_of(cells, countries, cities, both=["AAA", "BBB"])
    said = covered(both, np.array([0.0, 1.0, 1.0]), 0, flown(both))
    assert said["without_en"] == " Not covered: Turkey (40 of 71 million)."
    assert said["without_ru"] == " Не прикрыты: Турция (40 из 71 млн)."


def test_a_cell_of_two_regions_counts_in_both_and_once_in_its_country():
    """Three regions by hand: all, the south, and one cell; the cell in the north is left out."""
    cells = table(
        cell=["one", "two", "six"],
        lat_deg=[-1.0, -2.0, -3.0],
        lon_deg=[2.0] * 3,
        country=["AAA", "AAA", "BBB"],
        area_km2=[1.0, 2.0, 4.0],
        population=[40.0, 30.0, 5.0],
    )
    countries = table(iso3=["AAA", "BBB"], name=["Aland", "Bland"])
    cities = table(
        cell=["two", "nil"],
        city=["x", "y"],
        country=["AAA", "CCC"],
        lat_deg=[0.0, 0.0],
        lon_deg=[0.0, 0.0],
        population=[9.0, 8.0],
    )
    found = people_of(cells, countries, cities, all=["AAA", "BBB"], a=["AAA"], b=["BBB"])
    least = np.array([1.0, 0.0, np.inf])
    answer = result(
        found,
        [Threat("dart", "pad")],
        least[None],
        {},
        lambda: Table(()),
        lambda chosen: None,
        replace(card("footprint"), headline={"column": "coverage_all"}, test=""),
        flown(found),
    )
    rows, tables = answer.make()
    by_region = {row["region"]: row for row in tables["regions"].records()}
    assert {r: row["population"] for r, row in by_region.items()} == {"all": 75, "a": 70, "b": 5}
    assert {r: row["threatened"] for r, row in by_region.items()} == {"all": 70, "a": 70, "b": 0}
    assert by_region["all"]["defended_1"] == by_region["a"]["defended_1"] == 40.0 / 70.0
    assert by_region["b"]["defended_1"] is None and by_region["all"]["area_threatened_km2"] == 3.0
    assert [row["population"] for row in rows.records()] == [70.0, 5.0]
    assert list(tables["cells"].column("region")) == ["all a", "all a", "all b"]
    assert [row["city"] for row in tables["cities"].records()] == ["x"]
    threats = tables["threats"].records()
    assert [(row["region"], row["threatened"]) for row in threats] == [
        ("all", 70.0),
        ("a", 70.0),
        ("b", 0.0),
    ]


def test_a_dossier_without_regions_says_so_and_answers_what_needs_none(europe):
    """Whom the shield covers cannot be told; classes and views can, of targets and bases."""
    nowhere = replace(europe, regions={})
    (cover,) = ask("defended-footprint", ["us"], nowhere)
    assert "no region: the dossier has no regions/NAME.yaml" in cover.headline.sentence["en"]
    (classes,) = ask("range-classes", ["us"], nowhere)
    assert "people_left" not in {one.column for one in classes.headlines}
    assert "population.cells" not in {one.parameter for one in classes.assumptions}
    (view,) = ask("radar-view", ["us"], nowhere)
    launched = [row for row in view.rows.records() if row["from"] == "launch_area"]
    # the greatest range of a missile is not to be had for a target across the ocean
    assert launched and max(row["flights"] for row in launched) <= len(europe.things["targets"])
