"""The rows that pages and the command line draw, and the pages themselves."""

import csv
import runpy
from io import StringIO
from pathlib import Path

import pytest

from twoplustwo.reports import validation as page
from twoplustwo.validation import drawn, table
from twoplustwo.validation.cases import AGREES, DIFFERS, load
from twoplustwo.validation.room import Result

from .conftest import CASE, KNOWN


@pytest.fixture(scope="module")
def body():
    return drawn.body()


def test_a_row_has_texts_and_numbers(room):
    one = load(room(), KNOWN)
    result = Result(one.cases["half-of-four"], 2004.5678, AGREES)
    row = table.row(result, one.authorities["book"])
    assert (row["expected"], row["ours"], row["difference"]) == (
        "2 km",
        "2.00457 km",
        "+0.00457 km",
    )
    assert row["inputs"] == "length_m 4 km" and row["cited"] == "A. Author: A Book, 1999"
    assert row["numbers"]["difference"] == pytest.approx(0.0045678, rel=1e-9)
    assert row["numbers"]["tolerance"] == pytest.approx(0.01, rel=1e-12)
    assert row["numbers"]["unit"] == "km"


def test_csv_holds_numbers_in_the_unit_named(room):
    one = load(room(), KNOWN)
    text = table.to_csv([Result(one.cases["half-of-four"], 2500.0, "open")], one)
    (line,) = csv.DictReader(StringIO(text))
    assert (line["expected_low"], line["ours"], line["unit"]) == ("2", "2.5", "km")
    assert (line["status"], line["deserves"]) == ("agrees", "open")


def test_repetitions_and_our_own_are_no_sources(room):
    books = "".join(
        f"{name}:\n  author: A\n  title: T\n  read: it\n{more}"
        for name, more in (("book", ""), ("copy", "  same_as: book\n"), ("ours", "  own: yes\n"))
    )
    text = "".join(
        CASE.replace("half-of-four", f"case-{name}").replace("source: book", f"source: {name}")
        for name in ("book", "copy", "ours")
    )
    one = load(room(text, books), KNOWN)
    ran = [Result(case, 2000.0, AGREES) for case in one.cases.values()]
    assert table.independent(ran, one) == 1


def test_counts_are_of_what_was_judged(room):
    one = load(room(), KNOWN)
    found = table.counts([Result(one.cases["half-of-four"], 2500.0, DIFFERS)])
    assert found == {"agrees": 0, "differs": 1, "open": 0, "not-run": 0}


def test_the_page_shows_every_case_with_its_reason(body):
    text = page.render(body)
    assert text.lstrip().startswith("<!DOCTYPE html>")
    for one in body["cases"]:
        assert f'id="{one["case"]}"' in text
        assert f'id="source-{one["source"]}"' in text
    assert text.count('class="chip not-run"') == body["counts"]["not-run"] > 0
    assert text.count('class="chip differs"') == body["counts"]["differs"] > 0
    assert "http-equiv" in text and "<script" not in text


def test_what_a_case_says_cannot_break_the_page(body):
    first = {**body["cases"][0], "title": "<script>x</script>", "explanation": "a & b"}
    text = page.render({**body, "cases": [first]})
    assert "<script" not in text and "a &amp; b" in text


def test_the_counts_as_a_sentence():
    told = page.counted({"agrees": 12, "differs": 3, "open": 0, "not-run": 1})
    assert told == "12 agree; 3 differ, and it is said why; 0 are open; 1 were not run"


def test_the_documents_show_every_case(body, root: Path):
    made = runpy.run_path(str(root / "docs/generate/validation.py"))["page"]()
    assert made.startswith("# Published results against ours\n")
    for one in body["cases"]:
        assert f"(`{one['case']}`)" in made
    assert f"| not-run | {body['counts']['not-run']} |" in made


@pytest.fixture
def root() -> Path:
    return Path(__file__).parents[2]
