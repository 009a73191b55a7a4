"""Wrong regions of a dossier, and what is said of them."""

import hashlib

import pytest

from twoplustwo.dossier import load

COUNTRIES = (
    "iso3,name,population_2007,population_2016,includes\nAAA,Aland,30,60,\nBBB,Bland,7,7,CCC\n"
)
CELLS = "cell,lat_deg,lon_deg,country,area_km2,population\n"
CELLS += "S10E170-AAA,-9.5,170.5,AAA,10,20\nS10W180-AAA,-9.5,-179.5,AAA,10,10\n"
CELLS += "S40E020-BBB,-39.5,20.5,BBB,10,7\nS41E020-BBB,-40.5,20.5,BBB,10,0\n"
CITIES = "city,country,lat_deg,lon_deg,population,cell\nOne,AAA,-9.5,170.5,15,S10E170-AAA\n"


@pytest.fixture
def peopled(zoo):
    """The good dossier with tables of two countries in the south."""
    lines = ["name: population"]
    for name, text in (("cells", CELLS), ("countries", COUNTRIES), ("cities", CITIES)):
        zoo.write(f"tables/{name}.csv", text)
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        lines.append(
            f"{name}:\n  mine: {{by: scribes, "
            f"value: {{file: tables/{name}.csv, sha256: {sha256}}}, "
            "stated: 2030, source: scribes-notes, status: assumed}"
        )
    zoo.write("population.yaml", "\n".join(lines) + "\n")
    zoo.write("regions/south.yaml", "name: South\ncountries: [AAA, BBB]\n")
    return zoo


def test_a_good_region(peopled):
    assert peopled.errors() == []


def test_regions_stand_as_the_dossier_lists_them_others_by_name(peopled):
    for name in ("east", "west"):
        peopled.write(f"regions/{name}.yaml", f"name: {name}\ncountries: [AAA]\n")
    assert [*load(peopled.root).regions] == ["east", "south", "west"]
    peopled.replace("dossier.yaml", "as_of:", "regions: [west]\nas_of:")
    assert [*load(peopled.root).regions] == ["west", "east", "south"]


def test_a_listed_region_that_is_not_there(peopled, said):
    peopled.replace("dossier.yaml", "as_of:", "regions: [sout]\nas_of:")
    said(
        "dossier.yaml",
        "[sout]",
        "lists an unknown region, sout",
        "regions: south",
        "did you mean south?",
    )


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (
            "name: South\ncountries:\n  - AAA\n  - BBC\n",
            4,
            ["region south names an unknown country, BBC", "did you mean BBB?"],
        ),
        (
            "name: South\ncountries: [CCC]\n",
            2,
            ["unknown country, CCC", "counted with BBB", "write BBB, or give a ring or cells"],
        ),
        ("name: South\n", 1, ["region south has no land", "write `countries: [ISO3, …]`", "ring"]),
        (
            "name: South\nwindow: {south: 10, north: -10, west: 0, east: 20}\n",
            2,
            ["window of region south holds nothing", "south must be less than north"],
        ),
        (
            "name: South\nwindow: {south: -100, north: 10, west: 0, east: 20}\n",
            2,
            ["south of window of region south is no angle: -100", "from -90 to 90"],
        ),
        ("name: South\nwindow: {south: -10, north: 10, west: 0}\n", 2, ["has no east"]),
        (
            "name: South\nring: [[1, 2], [3, 4]]\n",
            2,
            ["ring of region south has 2 points", "three or more"],
        ),
        (
            "name: South\nring: [[1, 2], [3, 4], [100, 4]]\n",
            2,
            ["latitude of region south is no angle: 100", "-90 to 90"],
        ),
        ("name: South\nring: [[1, 2], [3, 4], [5]]\n", 2, ["expected [lat, lon]"]),
        ("countries: [AAA]\n", 1, ["region south has no name"]),
        ("name: South\ncountrys: [AAA]\n", 2, ["unknown key, countrys", "did you mean countries?"]),
    ],
)
def test_a_wrong_region(peopled, said, text, line, words):
    peopled.write("regions/south.yaml", text)
    said("regions/south.yaml", line, *words)


def test_a_name_with_an_underscore(peopled):
    peopled.write("regions/far_south.yaml", "name: Far south\ncountries: [AAA]\n")
    (error,) = peopled.errors()
    assert "has an underscore" in error.what and error.fix == "call the file far-south.yaml"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (
            "name: South\nwindow: {south: 10, north: 20, west: 0, east: 20}\n",
            1,
            ["region south has no people", "no cell with people lies in it", "[lat, lon]"],
        ),
        ("name: South\ncells: [S41E020-BBB]\n", 1, ["region south has no people"]),
        (
            "name: South\ncountries: [AAA]\ncells: [S40E020-BB]\n",
            3,
            ["names an unknown cell, S40E020-BB", "did you mean S40E020-BBB?"],
        ),
    ],
)
def test_a_region_of_nobody_is_found_by_check(peopled, text, line, words):
    peopled.write("regions/south.yaml", text)
    (error,) = peopled.errors()
    assert error.where.endswith(f"regions/south.yaml:{line}")
    assert all(word in str(error) for word in words), str(error)


def test_a_region_without_tables_of_people(zoo, said):
    zoo.write("regions/south.yaml", "name: South\ncountries: [AAA]\n")
    said(
        "regions/south.yaml",
        2,
        "names an unknown country, AAA",
        "no claim of population.countries",
        "include ../common",
    )
    zoo.write("regions/south.yaml", "name: South\nring: [[0, 0], [1, 0], [1, 1]]\n")
    (error,) = zoo.errors()
    assert "the dossier has regions, but no claim of population.cells" in error.what


def test_a_cell_in_an_unknown_country_and_a_city_in_an_unknown_cell(peopled):
    for file, old, new, words in (
        ("cells", "-9.5,-179.5,AAA", "-9.5,-179.5,AAB", ["unknown country 'AAB'", "cells.csv:3"]),
        ("cities", "S10E170-AAA", "S10E171-AAA", ["unknown cell 'S10E171-AAA'", "cities.csv:2"]),
    ):
        text = {"cells": CELLS, "cities": CITIES}[file]
        changed = text.replace(old, new)
        peopled.write(f"tables/{file}.csv", changed)
        hashes = [hashlib.sha256(one.encode()).hexdigest() for one in (text, changed)]
        peopled.replace("population.yaml", *hashes)
        (error,) = peopled.errors()
        assert all(word in str(error) for word in words), str(error)
        peopled.replace("population.yaml", *reversed(hashes))
        peopled.write(f"tables/{file}.csv", text)


def test_a_table_of_countries_with_a_row_too_short(peopled, said):
    changed = COUNTRIES.replace("BBB,Bland,7,7,CCC", "BBB,Bland")
    peopled.write("tables/countries.csv", changed)
    hashes = [hashlib.sha256(one.encode()).hexdigest() for one in (COUNTRIES, changed)]
    peopled.replace("population.yaml", *hashes)
    said("tables/countries.csv", 3, "the row has 2 cells", "expected 5")


ASK = """\
who:
  question: footprint
  options: {interceptor: dart}
  headline: {column: coverage_south, show: "%"}
  test: coverage_south >= 50 %
"""


def test_an_ask_on_a_region_that_is_not_there(peopled):
    peopled.write("asks.yaml", ASK)
    assert peopled.errors() == []
    for old, new, line in (
        ("test: coverage_south", "test: coverage_sout", 5),
        ("column: coverage_south", "column: coverage_sooth", 4),
    ):
        peopled.write("asks.yaml", ASK.replace(old, new))
        (error,) = peopled.errors()
        assert f"ask who names an unknown column, {new.split()[1]}" in error.what
        assert error.where.endswith(f"asks.yaml:{line}")
        assert error.fix == "did you mean coverage_south?"


ACCEPTS = """
accepts:
  - question: footprint
    test: coverage >= 90 %
    where: region = europe
    source: scribes-notes
    status: assumed
"""


def test_a_test_names_its_region_by_where(peopled):
    """The same as by the column; a test on rows stays one, and an unknown region is said so."""
    file = "parties/east.yaml"
    plain = (peopled.root / file).read_text()
    peopled.write("regions/europe.yaml", "name: E\ncells: [S40E020-BBB]\n")
    peopled.write(file, plain + ACCEPTS)
    assert peopled.errors() == []
    (one,) = load(peopled.root).parties["east"].accepts
    assert (one.test.column, one.where) == ("coverage_europe", "")
    peopled.write(file, plain + ACCEPTS.replace("coverage", "defended_1"))
    (one,) = load(peopled.root).parties["east"].accepts
    assert (one.test.column, one.where) == ("defended_1", "region = europe")
    peopled.write(file, plain + ACCEPTS.replace("= europe", "= europ"))
    (error,) = peopled.errors()
    assert "east has a test on an unknown region, europ" in error.what
    assert error.fix == "did you mean europe?" and f"{file}:" in error.where
