"""Names, heads and numbers as people read them."""

import math

import pytest

from twoplustwo.answers.answer import Headline
from twoplustwo.base.table import Column
from twoplustwo.reports import labels


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (None, "s", "–"),
        (math.nan, "s", "–"),
        (-67.6, "s", "−68"),
        (-0.2, "s", "0"),
        (6300.0, "m/s", "6.3"),
        (0.083, "1", "8.3"),
        (0.91, "1", "91"),
        (0.0, "1", "0"),
        (1e8, "people", "100\u2009000\u2009000"),
        (True, "", "yes"),
        ("kozelsk", "", "kozelsk"),
    ],
)
def test_numbers(value, unit, shown):
    assert labels.number(value, Column("x", unit=unit)) == shown


def test_names():
    assert labels.name("nizhny-tagil") == "Nizhny Tagil"
    assert labels.name("us", {"us": {"en": "United States", "ru": "США"}}) == "United States"
    assert labels.name("us+set:a.b=1") == "us+set:a.b=1"
    assert labels.name("DEU") == "DEU"


def test_heads_name_the_unit_that_is_shown():
    assert labels.head(Column("closing_speed_m_s", unit="m/s")) == "closing speed, km/s"
    assert labels.head(Column("share_reachable", unit="1")) == "share reachable, %"
    assert labels.head(Column("population", unit="people")) == "population"


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(0.0, 0.0, "0 %"), (0.191, 0.192, "about 19 %"), (0.19, 0.29, "19 to 29 %")],
)
def test_a_range_of_one_number_is_about_it_only_where_it_is_rounded(low, high, said):
    assert labels.ends(Headline("x", low, show="%", low=low, high=high)) == said


def test_people_are_told_in_millions():
    assert labels.headline(654_025_174.0, Headline("x", 0.0, show="people")) == "654 million"
