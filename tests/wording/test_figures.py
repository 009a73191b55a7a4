"""Figures in sentences: plurals of both languages, dates, shares, people."""

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from twoplustwo.answers.answer import Headline
from twoplustwo.base.criterion import Criterion
from twoplustwo.base.units import to_si
from twoplustwo.reports import labels
from twoplustwo.wording.figures import (
    duration_in_years,
    enough_digits_for_tests,
    people_text,
    percent_text,
    quantity_text,
    range_text,
    year_text,
)
from twoplustwo.wording.locale import locale, plural


@pytest.fixture(autouse=True, scope="module")
def languages():
    """Loaded before hypothesis looks at the clock."""
    return [locale(lang).number_symbols for lang in ("en", "ru")]


RUSSIAN = {"one": "год", "few": "года", "many": "лет", "other": "года"}


@pytest.mark.parametrize(
    ("count", "form"),
    [
        (0, "лет"),
        (1, "год"),
        (2, "года"),
        (4, "года"),
        (5, "лет"),
        (11, "лет"),
        (12, "лет"),
        (14, "лет"),
        (21, "год"),
        (22, "года"),
        (25, "лет"),
        (101, "год"),
        (111, "лет"),
        (112, "лет"),
        (121, "год"),
        (2.5, "года"),
        (-1, "год"),
    ],
)
def test_russian_plurals(count, form):
    """The cardinal rules of the Unicode CLDR for ru; its "other" is the form of parts."""
    assert plural(count, "ru", RUSSIAN) == form


def test_years_with_their_noun():
    assert [duration_in_years(n, "en") for n in (1, 2, 0.5, 1.04)] == [
        "1 year",
        "2 years",
        "0.5 years",
        "1 year",
    ]
    assert [duration_in_years(n, "ru") for n in (1, 2, 5, 8.5)] == [
        "1 год",
        "2 года",
        "5 лет",
        "8,5 года",
    ]


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
    assert (year_text(value, "en"), year_text(value, "ru")) == (en, ru)


@given(st.integers(min_value=1900, max_value=2100), st.integers(min_value=0, max_value=11))
def test_every_month_has_its_name_and_no_date_moves(whole, month):
    told = year_text(whole + (month + 0.51) / 12)
    assert told.endswith(str(whole)) and told[:3].isalpha()


@pytest.mark.parametrize(
    ("share", "en"),
    [
        (None, "–"),
        (0.0, "0 %"),
        (1.0, "100 %"),
        (0.191667, "19 %"),
        (0.05, "5.0 %"),
        (0.009, "0.9 %"),
        (0.00021, "0.02 %"),
        (0.9987, "99.8 %"),
        (0.99999, "99.9 %"),
        (0.995, "99.5 %"),
        (-0.56, "−56 %"),
    ],
)
def test_shares(share, en):
    """What is not all never reads 100 %, what is not nothing never 0 %."""
    assert percent_text(share) == en
    assert percent_text(share, "ru") == en.replace(".", ",")


@given(st.floats(min_value=1e-7, max_value=1.0 - 1e-7))
def test_a_share_between_is_told_from_both_ends(share):
    assert percent_text(share) not in ("0 %", "100 %", "0.0 %")


def test_no_space_before_the_sign_of_a_degree():
    assert [quantity_text("-5 deg", lang) for lang in ("en", "ru")] == ["-5°", "-5°"]
    assert [quantity_text("57.3 °", lang) for lang in ("en", "ru")] == ["57.3°", "57,3°"]
    assert [quantity_text("6.3 km/s", lang) for lang in ("en", "ru")] == ["6.3 km/s", "6,3 км/с"]


def test_people():
    assert [people_text(n, "en") for n in (654e6, 40.2e6, 9.96e6, 0.9e6, 12345.0, 340.0, 0.0)] == [
        "654 million",
        "40 million",
        "10 million",
        "0.9 million",
        "12 thousand",
        "340",
        "0",
    ]
    assert people_text(0.9e6, "ru") == "0,9 млн"


SIGNS = st.sampled_from(["<", "<=", ">", ">=", "="])
BOUNDS = st.integers(0, 1000).map(lambda n: n / 10.0)
NEAR = st.one_of(
    st.floats(0.0, 1.0).map(lambda share: ("at", share)),
    st.floats(-0.006, 0.006).map(lambda off: ("off", off)),
    st.sampled_from([("step", -1.0), ("step", 1.0), ("off", 0.0)]),
)


def placed(bound, near):
    """A share anywhere, or close beside a bound in per cent, or the next number to it."""
    how, by = near
    at = to_si(bound, "%")
    shares = {"step": math.nextafter(at, by * math.inf), "at": by, "off": at + by}
    share = shares[how]
    return share if share > 1e-18 else 0.0  # none is below nought, nor printed to over 17 places


@given(SIGNS, BOUNDS, NEAR)
@example(">=", 90.0, ("at", 0.8996))
@example(">", 90.0, ("at", 0.9000001))
@example("<", 100.0, ("at", 0.9999))
def test_a_share_passes_as_printed_the_test_beside_it(sign, bound, near):
    """Who compares the two printed numbers comes to the verdict, in either language."""
    share, test = placed(bound, near), Criterion("share", sign, bound, "%")
    for lang in ("en", "ru"):
        text = percent_text(share, lang, (test,)).removesuffix(" %").replace("−", "-")
        assert ("." if lang == "ru" else ",") not in text
        printed = float(text.replace(",", "."))
        as_printed = Criterion("share", sign, bound).holds(printed)
        assert as_printed is test.holds(share), (text, str(test))


@given(SIGNS, st.integers(1, 900).map(lambda n: n / 100.0), st.floats(-0.01, 0.01))
def test_a_headline_of_another_unit_passes_as_printed_too(sign, bound, off):
    test = Criterion("speed_m_s", sign, bound, "km/s")
    value = test.value * (1.0 + off)
    text = labels.headline(value, Headline("speed_m_s", value, "m/s", "km/s", test=str(test)))
    assert Criterion("speed", sign, bound).holds(float(text.removesuffix(" km/s"))) is test.holds(
        value
    )


def test_what_stands_beside_no_such_test_keeps_its_digits():
    beside = (Criterion.parse("coverage >= 90 %"),)
    assert percent_text(0.8996) == "90 %"
    assert percent_text(0.8996, "en", beside) == "89.96 %"
    assert percent_text(0.8996, "ru", beside) == "89,96 %"
    assert percent_text(0.894, "en", beside) == "89 %"
    assert percent_text(0.9, "en", beside) == "90 %"
    assert (
        enough_digits_for_tests("90", 90.0, (Criterion.parse("margin_s > 90 km/s"),), "s") == "90"
    )


@pytest.mark.parametrize(
    ("low", "high", "en", "ru"),
    [
        ("39 %", "133 %", "39 to 133 %", "от 39 до 133 %"),
        ("4.4 km/s", "4.4 km/s", "about 4.4 km/s", "около 4.4 km/s"),
        ("1 year", "5 years", "1 year to 5 years", "от 1 year до 5 years"),
        ("2021", "mid-2022", "2021 to mid-2022", "от 2021 до mid-2022"),
    ],
)
def test_a_range_says_one_number_where_its_ends_read_the_same(low, high, en, ru):
    assert (range_text(low, high, "en"), range_text(low, high, "ru")) == (en, ru)
