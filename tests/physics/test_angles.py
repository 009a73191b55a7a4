"""Angles against NumPy: on the axes, at the origin, near every change of formula, at random."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.physics.angles import arccos, arcsin, arctan2

lengths = st.floats(-1e12, 1e12, allow_subnormal=False)


@given(y=lengths, x=lengths)
def test_arctan2_is_numpys(y, x):
    turned = float(arctan2(np.float64(y), np.float64(x))) - np.arctan2(y, x)
    assert abs((turned + np.pi) % (2 * np.pi) - np.pi) < 1e-15


@pytest.mark.parametrize("tangent", [0.66, 1 / 0.66, 1.0])
def test_formulas_join_without_a_step(tangent):
    x = np.array([1.0, -1.0, 1.0, -1.0])
    y = tangent * np.array([1.0, 1.0, -1.0, -1.0])
    for near in (y, np.nextafter(y, 2 * y), np.nextafter(y, 0 * y)):
        assert np.asarray(arctan2(near, x)) == pytest.approx(np.arctan2(near, x), abs=5e-16)


def test_the_axes_and_the_origin():
    y, x = np.array([0.0, 1.0, 0.0, -1.0, 0.0]), np.array([1.0, 0.0, -1.0, 0.0, 0.0])
    expected = np.pi * np.array([0.0, 0.5, 1.0, -0.5, 0.0])
    assert np.array_equal(np.asarray(arctan2(y, x)), expected)


def test_what_is_not_known_stays_so():
    nan = np.array([np.nan, 1.0])
    assert np.isnan(np.asarray(arctan2(nan, nan[::-1]))).all()


@given(angle=st.floats(-np.pi / 2, np.pi / 2))
def test_of_sines_and_cosines(angle):
    assert float(arcsin(np.sin(angle))) == pytest.approx(np.arcsin(np.sin(angle)), abs=1e-15)
    cosine = np.cos(angle + np.pi / 2)
    assert float(arccos(cosine)) == pytest.approx(np.arccos(cosine), abs=1e-15)


def test_the_ends_of_sines_and_cosines():
    ends = np.array([-1.0, 1.0])
    assert np.array_equal(np.asarray(arcsin(ends)), np.pi / 2 * ends)
    assert np.asarray(arccos(ends)) == pytest.approx([np.pi, 0.0], abs=1e-300)
