"""The closed form that flights are checked with: place and velocity, there and back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.base import constants as k
from twoplustwo.physics.kepler import propagate

from .orbit import position

MU, R = k.EARTH_MU_M3_S2, k.EARTH_MEAN_RADIUS_M
TIMES = st.floats(0.0, 2_500.0)


def state(speed, climb, height):
    """In a plane that leans; moving up at an angle."""
    plane = np.array([[0.8, 0.0, 0.6], [0.36, 0.8, -0.48]])
    r = np.array([R + height, 0.0]) @ plane
    return r, speed * np.array([np.sin(climb), np.cos(climb)]) @ plane


orbits = {
    "speed": st.floats(4_500.0, 7_700.0),
    "climb": st.floats(-0.7, 0.9),
    "height": st.floats(0.0, 1e6),
}


@given(**orbits, time=TIMES)
def test_place_by_a_bracketed_root(speed, climb, height, time):
    r, v = state(speed, climb, height)
    assert propagate(r, v, time)[0] == pytest.approx(position(r, v, time), abs=0.01)


@given(**orbits, time=TIMES)
def test_velocity_keeps_energy_and_momentum(speed, climb, height, time):
    r, v = state(speed, climb, height)
    place, moving = propagate(r, v, time)
    energy = [x @ x / 2 - MU / np.linalg.norm(y) for x, y in ((v, r), (moving, place))]
    assert energy[1] == pytest.approx(energy[0], rel=1e-9)
    assert np.cross(place, moving) == pytest.approx(np.cross(r, v), rel=1e-9, abs=100.0)


@given(**orbits, time=TIMES)
def test_there_and_back(speed, climb, height, time):
    r, v = state(speed, climb, height)
    place, moving = propagate(r, v, time)
    back, backwards = propagate(place, -moving, time)
    assert back == pytest.approx(r, abs=0.05)
    assert -backwards == pytest.approx(v, abs=1e-4)
