"""The closed list of units against pint: each factor, and that each measures what we say."""

import pint
import pytest

from twoplustwo.base.units import UNITS, to_si

PINT = pint.UnitRegistry()
COUNTED = ("people", "year", "years")  # no physical units: persons, years of the calendar
NAMES = {
    "1": "dimensionless",
    "%": "percent",
    "t": "metric_ton",
    "m2": "m**2",
    "km2": "km**2",
    "kg/m2": "kg/m**2",
    "kg/m3": "kg/m**3",
    "m/s2": "m/s**2",
}


def theirs(unit: str) -> pint.Quantity:
    return PINT.Quantity(1.0, NAMES.get(unit, unit))


@pytest.mark.parametrize("unit", [u for u in UNITS if u not in COUNTED])
def test_factor(unit):
    assert to_si(1.0, unit) == pytest.approx(theirs(unit).to(theirs(UNITS[unit].si)).m, rel=1e-15)


@pytest.mark.parametrize("unit", [u for u in UNITS if u not in COUNTED])
def test_it_is_kept_in_si(unit):
    """What it is kept in is the base unit of the SI, or made of base units with factor 1."""
    kept = theirs(UNITS[unit].si)
    assert kept.to_base_units().magnitude == pytest.approx(1.0, rel=1e-15)
    assert kept.dimensionality == theirs(unit).dimensionality


@pytest.mark.parametrize("unit", COUNTED)
def test_what_is_counted_is_counted_in_itself(unit):
    assert UNITS[unit].si == unit
    assert to_si(2009.0, unit) == pytest.approx(2009.0, rel=1e-15)


def test_same_measure_same_dimension():
    """Units that we let stand for each other do so in pint, and no others."""
    physical = {u: theirs(u) for u in UNITS if u not in COUNTED}
    # an angle and a share are both plain numbers to pint
    plain = ("angle", "share or count")
    for a, x in physical.items():
        for b, y in physical.items():
            same = UNITS[a].measures == UNITS[b].measures
            both_plain = UNITS[a].measures in plain and UNITS[b].measures in plain
            assert (x.dimensionality == y.dimensionality) == (same or both_plain), (a, b)
