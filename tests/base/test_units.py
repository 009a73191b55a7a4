"""Quantities: what is read, what is refused, and in which words."""

import math

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.base.errors import UnitError
from twoplustwo.base.units import (
    UNITS,
    from_si,
    parse_quantity,
    show,
    show_interval,
    si_unit,
    to_si,
)

PINT = pint.UnitRegistry()


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("10", "1", (10.0, 10.0, 10.0)),
        ("57 %", "1", (0.57, 0.57, 0.57)),
        ("6.3 km/s", "km/s", (6300.0, 6300.0, 6300.0)),
        ("7km/s", "m/s", (7000.0, 7000.0, 7000.0)),
        ("7.7..8.3 km/s", "km/s", (7700.0, None, 8300.0)),
        ("7.7 .. 8.3 km/s", "km/s", (7700.0, None, 8300.0)),
        ("2015..2020", "year", (2015.0, None, 2020.0)),
        ("-5..5 deg", "deg", (-math.radians(5), None, math.radians(5))),
        ("−5 deg", "deg", (-math.radians(5),) * 3),
        ("+5°", "deg", (math.radians(5),) * 3),
        ("0.01 m²", "m2", (0.01, 0.01, 0.01)),
        ("1.5 min", "s", (90.0, 90.0, 90.0)),
        ("2.5 t", "kg", (2500.0, 2500.0, 2500.0)),
        (">= 5 km", "km", (5000.0, None, math.inf)),
        ("<5 km", "km", (-math.inf, None, 5000.0)),
    ],
)
def test_reads(text, unit, expected):
    assert parse_quantity(text, unit) == expected


@pytest.mark.parametrize(
    ("text", "unit", "words"),
    [
        ("fast", "km/s", ["'fast' is not a quantity", "such as 2 km/s or 2..3.5 km/s"]),
        ("", "s", ["'' is not a quantity"]),
        ("nan", "s", ["'nan' is not a quantity"]),
        ("inf s", "s", ["'inf s' is not a quantity"]),
        ("1e999 s", "s", ["'1e999 s' is too large a number"]),
        ("6,3 km/s", "km/s", ["is not a quantity", "write numbers without commas"]),
        ("5", "km", ["'5' has no unit"]),
        (
            "5 knots",
            "km/s",
            ["an unknown unit, 'knots'", "in m/s, km/s", "1 knots is 0.514444 m/s"],
        ),
        ("5 kms", "km/s", ["did you mean km/s?"]),
        ("5 s", "km/s", ["'5 s' measures time, not speed"]),
        ("5 rad", "1", ["'5 rad' measures angle, not share or count"]),
        ("9..8 s", "s", ["its ends the wrong way round"]),
        (">= 8..9 s", "s", ["both a bound and an interval"]),
        ("5 x**9**9**9", "s", ["an unknown unit"]),
    ],
)
def test_refuses(text, unit, words):
    with pytest.raises(UnitError) as caught:
        parse_quantity(text, unit)
    for word in words:
        assert word in str(caught.value)


@pytest.mark.parametrize(
    "name", [name for name in UNITS if name not in ("people", "year", "years")]
)
def test_the_list_agrees_with_pint(name):
    unit = UNITS[name]
    written = {"1": "dimensionless", "%": "percent"}.get(name, name).replace("2", "**2")
    kept = {"1": "dimensionless"}.get(unit.si, unit.si).replace("2", "**2")
    if name == "kg/m3":
        written = kept = "kg/m**3"
    found = PINT.Quantity(1.0, written).to(kept).magnitude
    assert to_si(1.0, name) == pytest.approx(found, rel=1e-15)


@given(st.sampled_from(sorted(UNITS)), st.floats(-1e6, 1e6))
def test_there_and_back(unit, value):
    assert from_si(to_si(value, unit), unit) == pytest.approx(value, rel=1e-15, abs=1e-300)
    assert UNITS[si_unit(unit)].factor == UNITS[si_unit(unit)].per == 1.0


@given(st.sampled_from(sorted(UNITS)), st.decimals(-9999, 9999, places=3).map(float))
def test_what_is_shown_can_be_read(unit, value):
    low, best, high = parse_quantity(show(to_si(value, unit), unit), unit)
    assert best == low == high == pytest.approx(to_si(value, unit), rel=1e-9, abs=1e-12)


def test_show():
    assert show(6300.0, "km/s") == "6.3 km/s"
    assert show(10.0, "1") == "10"
    assert show(0.083, "%") == "8.3 %"
    assert show(2015.0, "year") == "2015"
    assert show_interval(7700.0, 8300.0, "km/s") == "7.7..8.3 km/s"
    assert show_interval(7700.0, 7700.0, "km/s") == "7.7 km/s"
    assert show_interval(5000.0, math.inf, "km") == ">= 5 km"
    assert show_interval(-math.inf, 5000.0, "km") == "<= 5 km"
