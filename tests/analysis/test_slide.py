"""Where a verdict turns along one number: every crossing, whole numbers, places that print."""

import math

import numpy as np
import pytest

from twoplustwo.analysis.divergence.sweep import SweepRange, turning_points


def test_every_crossing_is_found():
    """A wave with three of them, one of them shut off by a gap where there is no verdict."""
    along = SweepRange("x", 0.1, 9.6, "s")

    def wave(where):
        return [math.sin(x) >= 0.0 for x in where]

    looks = [0.1 + 0.5 * i for i in range(20)]
    found = turning_points(wave, along, looks)
    assert [one.after for one in found] == [False, True, False]
    for one, known in zip(found, np.pi * np.arange(1, 4), strict=True):
        assert one.low <= known <= one.high
        assert one.high - one.low == pytest.approx(0.01, abs=1e-9)

    def gap(where):
        return [None if 2.8 < x < 3.5 else v for x, v in zip(where, wave(where), strict=True)]

    assert [one.low for one in turning_points(gap, along, looks)] == pytest.approx(
        [6.28, 9.42], abs=1e-9
    )
    assert turning_points(wave, along, [0.5, 1.0, 3.0]) == []


def test_of_a_count_only_whole_numbers_are_looked_at():
    asked = []

    def enough(where):
        asked.extend(where)
        return [x >= 7.0 for x in where]

    line = SweepRange("x", 0.0, 100.0, "1", 20, whole=True)
    (found,) = turning_points(enough, line, line.samples)
    assert (found.low, found.high) == (6.0, 7.0)
    assert all(x == round(x) for x in asked)


def test_looks_are_even_or_even_in_the_logarithm_and_can_be_printed():
    assert SweepRange("x", 1.0, 3.0, "1", 4).samples == [1.0, 1.5, 2.0, 2.5, 3.0]
    wide = SweepRange("x", 0.01, 1.0, "m2", 3).samples
    assert wide == pytest.approx([0.01, 0.0464, 0.215, 1.0], rel=1e-12) and wide[-1] == 1.0
