"""Drag coefficients are read between the nodes of their table, and held beyond its ends."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.physics.drag import coefficient

MACH = np.array([0.0, 0.8, 1.05, 2.0, 5.0, 8.0])
CD = np.array([0.2, 0.21, 0.45, 0.31, 0.18, 0.16])


@given(st.lists(st.floats(0.0, 12.0), min_size=1, max_size=9))
def test_between_the_nodes_on_straight_lines(mach):
    read = np.asarray(coefficient(np.array(mach), MACH, CD))
    assert read == pytest.approx(np.interp(mach, MACH, CD), rel=1e-12)


def test_at_the_nodes_and_beyond():
    assert np.asarray(coefficient(MACH, MACH, CD)) == pytest.approx(CD, rel=1e-12)
    beyond = np.asarray(coefficient(np.array([8.5, 30.0]), MACH, CD))
    assert beyond == pytest.approx([0.16, 0.16], rel=1e-12)


def test_padding_adds_nothing():
    """Tables of all missiles have one shape: the last node stands there again and again."""
    mach, cd = np.append(MACH, [8.0, 8.0]), np.append(CD, [0.16, 0.16])
    at = np.linspace(0.0, 10.0, 41)
    padded, bare = np.asarray(coefficient(at, mach, cd)), np.asarray(coefficient(at, MACH, CD))
    assert padded == pytest.approx(bare, rel=1e-12)
