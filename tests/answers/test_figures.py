"""Figures in sentences: plurals of both languages, dates, shares, people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.answers.figures import people, percent, plural, year, years

RUSSIAN = {"one": "год", "few": "года", "many": "лет"}


@pytest.mark.parametrize(
    ("count", "form"),
    [(0, "лет"), (1, "год"), (2, "года"), (4, "года"), (5, "лет"), (11, "лет"), (12, "лет"),
     (14, "лет"), (21, "год"), (22, "года"), (25, "лет"), (101, "год"), (111, "лет"),
     (112, "лет"), (121, "год"), (2.5, "года"), (-1, "год")],
)  # fmt: skip
def test_russian_plurals(count, form):
    """The cardinal rules of the Unicode CLDR for ru; its "other" is the form of parts."""
    assert plural(count, "ru", RUSSIAN) == form


def test_years_with_their_noun():
    assert [years(n, "en") for n in (1, 2, 0.5, 1.04)] == ["1 year", "2 years", "0.5 years",
                                                           "1 year"]  # fmt: skip
    assert [years(n, "ru") for n in (1, 2, 5, 8.5)] == ["1 год", "2 года", "5 лет", "8,5 года"]


@pytest.mark.parametrize(
    ("value", "en", "ru"),
    [
        (2022.0, "2022", "2022"),
        (2021.5, "mid-2021", "середина 2021"),
        (2010.5, "mid-2010", "середина 2010"),
        (2007 + 285 / 365, "Oct 2007", "октябрь 2007"),
        (2013.999999999, "2014", "2014"),
        (2006.99, "Dec 2006", "декабрь 2006"),
    ],
)
def test_a_part_of_a_year_is_never_dropped(value, en, ru):
    assert (year(value, "en"), year(value, "ru")) == (en, ru)


@given(st.integers(min_value=1900, max_value=2100), st.integers(min_value=0, max_value=11))
def test_every_month_has_its_name_and_no_date_moves(whole, month):
    told = year(whole + (month + 0.51) / 12)
    assert told.endswith(str(whole)) and told[:3].isalpha()


@pytest.mark.parametrize(
    ("share", "en"),
    [(None, "–"), (0.0, "0 %"), (1.0, "100 %"), (0.191667, "19 %"), (0.05, "5.0 %"),
     (0.009, "0.9 %"), (0.00021, "0.02 %"), (0.9987, "99.8 %"), (0.99999, "99.9 %"),
     (0.995, "99.5 %"), (-0.56, "−56 %")],
)  # fmt: skip
def test_shares(share, en):
    """What is not all never reads 100 %, what is not nothing never 0 %."""
    assert percent(share) == en
    assert percent(share, "ru") == en.replace(".", ",")


@given(st.floats(min_value=1e-7, max_value=1.0 - 1e-7))
def test_a_share_between_is_told_from_both_ends(share):
    assert percent(share) not in ("0 %", "100 %", "0.0 %")


def test_people():
    assert [people(n, "en") for n in (654e6, 40.2e6, 9.96e6, 0.9e6, 12345.0, 340.0, 0.0)] == [
        "654 million", "40 million", "10 million", "0.9 million", "12 thousand", "340",
        "0",
    ]  # fmt: skip
    assert people(0.9e6, "ru") == "0,9 млн"
