"""The page on accuracy is made of the recorded studies, every row of them."""

import runpy
from pathlib import Path

import pytest

from twoplustwo.validation.studies.inputs import reasons
from twoplustwo.validation.studies.recorded import read

ROOT = Path(__file__).parents[3]
HERE = ROOT / "docs/generate/accuracy.py"


@pytest.fixture(scope="module")
def page():
    return runpy.run_path(str(HERE))["page"]()


def test_every_effect_and_its_size_is_told(page):
    for row in read("neglected"):
        assert f"| {row['effect']} |" in page
        assert row["how"] in page
    for why in reasons().values():
        assert why.strip() in page


def test_every_flight_and_sampling_is_told(page):
    for row in read("steps"):
        assert f"| {row['flight']} | {row['air']} | {row['phase']} |" in page
    for row in read("samplings"):
        assert f"| {row['what']} | {row['in_use']} | × {row['finer']} |" in page


def test_it_names_its_day_and_how_to_do_it_again(page):
    assert max(row["date"] for row in read("steps")) in page
    assert "python -m twoplustwo.validation.studies" in page


def test_every_table_is_even(page):
    """As many cells in every row of a table as in its head, so that it is drawn as one."""
    width = 0
    for line in page.splitlines():
        cells = line.count("|") if line.startswith("|") else 0
        assert not (cells and width) or cells == width, line
        width = cells


def test_its_pictures_are_there(page):
    for name in ("step-sizes.png", "effects.png"):
        assert f"../pictures/{name}" in page
        assert (ROOT / "docs/pictures" / name).stat().st_size > 10_000
