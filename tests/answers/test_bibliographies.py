"""Bibliographies as programs for references read them: by readers that are not ours."""

import json

import pybtex.database
import pytest
import rispy

from twoplustwo.answers.bibliographies.bibtex import bibtex
from twoplustwo.answers.bibliographies.forms import FORMS
from twoplustwo.answers.bibliographies.ris import ris

ITEM = {
    "id": "berg-2007",
    "type": "article-journal",
    "title": "Speed & reach: 100 % of $5 in {braces}, a_b #1 ~ ^ \\ и по-русски",
    "container-title": "Science & Global Security",
    "author": [
        {"family": "Berg", "given": "H.", "non-dropping-particle": "van den", "suffix": "Jr."},
        {"literal": "Institute of Arms and Control"},
    ],
    "editor": "A. Petrov; B. Ivanov",
    "issued": {"date-parts": [[2007, 9, 27]]},
    "accessed": "2026-11",
    "volume": "3",
    "issue": "4",
    "page": "12–19",
    "DOI": "10.1000/a_b%c",
    "URL": "https://example.org/a_b?c=%20d&e#f",
    "seen": "whole",
    "rank": "primary",
    "note": "one\nER  - two",
}
UNDATED = {"id": "x", "type": "speech", "title": "Words", "issued": "before the war"}


@pytest.fixture(scope="module")
def shipped(europe):
    """Every source of the shipped dossier."""
    return [one.csl() for one in europe.sources.values()]


def test_bibtex_is_read_back_by_another_reader(shipped):
    read = pybtex.database.parse_string(bibtex(shipped), "bibtex").entries
    assert set(read) == {one["id"] for one in shipped} and len(shipped) > 100
    for one in shipped:
        assert read[one["id"]].fields["title"].startswith("{")
        if one.get("URL"):
            assert read[one["id"]].fields["url"] == one["URL"]


def test_bibtex_has_people_dates_and_letters_that_latex_would_take():
    entry = pybtex.database.parse_string(bibtex([ITEM]), "bibtex").entries["berg-2007"]
    first, second = entry.persons["author"]
    assert (first.prelast_names, first.last_names) == (["van", "den"], ["Berg"])
    assert (first.first_names, first.lineage_names) == (["H."], ["Jr."])
    assert str(second) == "{Institute of Arms and Control}"  # one name, though it has an "and"
    assert [str(one) for one in entry.persons["editor"]] == ["{A. Petrov}", "{B. Ivanov}"]
    fields = entry.fields
    assert entry.type == "article" and fields["journal"] == r"Science \& Global Security"
    assert (fields["year"], fields["month"], fields["day"]) == ("2007", "September", "27")
    assert (fields["volume"], fields["number"], fields["pages"]) == ("3", "4", "12--19")
    assert fields["url"] == ITEM["URL"] and fields["doi"] == ITEM["DOI"]
    title = fields["title"]
    for written in (r"\&", r"\%", r"\$", r"\{braces\}", r"a\_b", r"\#1", "и по-русски"):
        assert written in title
    assert r"\textasciitilde{}" in title and r"\textbackslash{}" in title
    assert "seen" not in fields and "rank" not in fields


def test_ris_is_read_back_by_another_reader(shipped):
    read = {one["id"]: one for one in rispy.loads(ris(shipped))}
    assert set(read) == {one["id"] for one in shipped}
    for one in shipped:
        assert read[one["id"]]["title"] == " ".join(str(one["title"]).split())
        assert read[one["id"]].get("urls", [""])[0] == (one.get("URL") or "")


def test_ris_has_people_dates_and_pages():
    (read,) = rispy.loads(ris([ITEM]))
    assert read["type_of_reference"] == "JOUR" and read["title"] == ITEM["title"]
    assert read["authors"] == ["van den Berg, Jr., H.", "Institute of Arms and Control"]
    assert read["secondary_authors"] == ["A. Petrov", "B. Ivanov"]
    assert (read["year"], read["date"], read["access_date"]) == ("2007", "2007/09/27/", "2026/11//")
    assert (read["volume"], read["number"]) == ("3", "4")
    assert (read["start_page"], read["end_page"]) == ("12", "19")
    assert read["notes"] == ["one ER - two"]  # no line of its own, that would end the reference
    assert ris([ITEM]).startswith("TY  - JOUR")


def test_what_has_no_date_in_numbers_has_none_in_either():
    assert (
        "year" not in pybtex.database.parse_string(bibtex([UNDATED]), "bibtex").entries["x"].fields
    )
    (read,) = rispy.loads(ris([UNDATED]))
    assert "year" not in read and read["type_of_reference"] == "GEN"


def test_every_form_holds_every_source(shipped):
    assert set(FORMS) == {"text", "bibtex", "ris", "csl"}
    assert [one["id"] for one in json.loads(FORMS["csl"](shipped))] == [
        one["id"] for one in shipped
    ]
    assert FORMS["bibtex"]([]) == "" == FORMS["ris"]([])
    assert FORMS["text"](shipped).count("\n") == len(shipped)
