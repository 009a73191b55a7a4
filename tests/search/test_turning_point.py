"""Where a verdict turns: two neighbouring values that can be printed and asked, found once."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.base.units import from_si, parse_quantity, show, to_si
from twoplustwo.search.turning_point import Bracket, bisect, printable_decimal

UNITS = st.sampled_from(["km/s", "m2", "s", "%", "1", "km", "deg", "people"])
VALUES = st.floats(1e-3, 1e6) | st.floats(-1e4, -1e-2)


def turn_at(place, low, high, unit, whole=False, rising=True):
    """The bracket found for a verdict that turns at `place` (in `unit`)."""
    asked = []

    def verdicts(values):
        asked.extend(value for _, value in values)
        return [(from_si(value, unit) >= place) == rising for _, value in values]

    ends = to_si(low, unit), to_si(high, unit)
    (found,) = bisect(verdicts, [Bracket(*ends, not rising, rising, unit, whole)])
    return found, asked


@given(VALUES, UNITS, st.floats(0.01, 3.0), st.floats(0.01, 3.0), st.booleans())
def test_what_is_printed_has_the_verdict_that_is_said_of_it(place, unit, below, above, rising):
    low, high = place - below * abs(place), place + above * abs(place)
    found, _ = turn_at(place, low, high, unit, rising=rising)
    for end, verdict in ((found.low, not rising), (found.high, rising)):
        text = show(end, unit)
        (value, *_) = parse_quantity(text, unit)
        assert ((from_si(value, unit) >= place) == rising) is verdict, text
    assert found.low < found.high


@given(VALUES, UNITS, st.floats(0.2, 0.9), st.floats(0.2, 0.9))
def test_it_is_the_same_from_wherever_the_search_begins(place, unit, below, above):
    one, _ = turn_at(place, place - 2.0 * abs(place), place + 2.0 * abs(place), unit)
    two, _ = turn_at(place, place - below * abs(place), place + above * abs(place), unit)
    assert (one.low, one.high) == (two.low, two.high)


@given(st.floats(0.01, 9e5), UNITS)
def test_it_has_three_digits_and_its_neighbour_the_next(place, unit):
    found, asked = turn_at(place, place * 0.3, place * 3.0, unit)
    digits = show(found.high, unit).split()[0].replace(".", "").strip("0")
    assert len(digits) <= 3
    step = 10.0 ** (math.floor(math.log10(from_si(found.high, unit) * (1 - 1e-9))) - 2)
    assert from_si(found.high - found.low, unit) == pytest.approx(step, rel=1e-6)
    assert len(asked) < 20


@given(st.integers(1, 999), st.integers(1, 2_000))
def test_of_a_count_every_whole_number_is_told_apart(place, further):
    found, asked = turn_at(float(place), 0.0, float(place + further), "1", whole=True)
    assert (found.low, found.high) == (place - 1.0, float(place))
    assert all(value == round(value) for value in asked)


def test_a_year_is_told_to_a_tenth():
    found, _ = turn_at(2021.57, 2005.0, 2031.0, "year")
    assert (found.low, found.high) == (2021.5, 2021.6)
    assert show(found.high, "year") == "2021.6"


def test_many_brackets_take_each_step_together():
    calls = []

    def verdicts(values):
        calls.append(len(values))
        return [value >= (5_225.0, 0.01824)[i] for i, value in values]

    found = bisect(
        verdicts,
        [Bracket(5_000.0, 10_000.0, False, True, "km/s"), Bracket(0.01, 1.0, False, True, "m2")],
    )
    assert [(one.low, one.high) for one in found] == [(5_220.0, 5_230.0), (0.0182, 0.0183)]
    assert len(calls) < 12 and calls[0] == 2


def test_where_there_is_no_verdict_the_bracket_stays_wide():
    def verdicts(values):
        return [None if 5_200.0 < value < 6_900.0 else value >= 6_000.0 for _, value in values]

    (found,) = bisect(verdicts, [Bracket(5_000.0, 8_000.0, False, True, "km/s")])
    assert (found.low, found.high) == (5_000.0, 8_000.0)
    assert bisect(verdicts, []) == []


def test_ends_that_nothing_printable_parts_stay_as_they_are():
    found, asked = turn_at(5.224, 5.223, 5.225, "km/s")
    assert (found.low, found.high) == (5_223.0, 5_225.0) and asked == []


def test_from_nought_steps_do_not_shrink_for_ever():
    found, asked = turn_at(4e-9, 0.0, 10.0, "km/s")
    assert found.low == 0.0 and len(asked) < 40
    assert np.sign(found.high) == 1.0


def test_the_nearest_decimal():
    assert printable_decimal(to_si(5.2249, "km/s"), "km/s") == 5_220.0
    assert printable_decimal(to_si(0.0182436, "m2"), "m2") == 0.0182
    assert printable_decimal(12.4, "1", whole=True) == 12.0
    assert printable_decimal(0.0, "km/s") == 0.0
