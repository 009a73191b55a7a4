"""The fall in closed form against Kepler's problem, turned by hand with the Earth."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import brentq

from twoplustwo.base import constants as k
from twoplustwo.physics import ballistic
from twoplustwo.physics.earth import Vector

from .orbit import position

OMEGA, MU = k.EARTH_ROTATION_RAD_S, k.EARTH_MU_M3_S2
azimuths = st.floats(-3.1, 3.1)


def turn(angle: float) -> np.ndarray:
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, -s, 0.0], [s, c, 0.0], [0.0, 0.0, 1.0]])


def axes(azimuth: float, latitude: float) -> np.ndarray:
    """Rows along, left and up at a place of longitude 0, Earth-fixed."""
    up = np.array([np.cos(latitude), 0.0, np.sin(latitude)])
    east = np.array([0.0, 1.0, 0.0])
    north = np.cross(up, east)
    along = np.sin(azimuth) * east + np.cos(azimuth) * north
    return np.stack([along, np.cross(up, along), up])


def burnout(azimuth, latitude, speed, climb, lean):
    """Earth-fixed place and velocity 200 km up and 3 degrees down-range, a little to the side."""
    along, left, up = axes(azimuth, latitude)
    there = np.cos(0.05) * up + np.sin(0.05) * along
    level = np.cos(0.05) * along - np.sin(0.05) * up
    way = np.sin(climb) * there + np.cos(climb) * (np.cos(lean) * level + np.sin(lean) * left)
    return (k.EARTH_MEAN_RADIUS_M + 200e3) * there, speed * way


def states(azimuth, latitude, r, v) -> np.ndarray:
    columns = (Vector(*(np.array([c]) for c in part)) for part in (r, v))
    return ballistic.local(np.array([azimuth]), latitude, *columns, np.array([150.0]))


@given(
    azimuth=azimuths,
    latitude=st.floats(-1.3, 1.3),
    speed=st.floats(1_500.0, 6_800.0),
    climb=st.floats(-1.4, 1.4),
    lean=st.floats(-0.1, 0.1),
)
def test_it_comes_down_where_kepler_says(azimuth, latitude, speed, climb, lean):
    r, v = burnout(azimuth, latitude, speed, climb, lean)
    moving = v + np.cross([0.0, 0.0, OMEGA], r)  # inertial, the axes of the moment of burnout
    s = np.sin(latitude)  # geocentric: radius of the ellipsoid below the launch
    f = k.EARTH_FLATTENING
    ground = k.EARTH_EQUATORIAL_RADIUS_M / np.sqrt(1.0 + s * s * (1.0 / (1.0 - f) ** 2 - 1.0))

    def height(t):
        return np.linalg.norm(position(r, moving, t)) - ground

    late = 0.0
    while height(late) > 0.0:
        late += 30.0
    flown = brentq(height, late - 30.0, late, xtol=1e-9)
    place = turn(-OMEGA * flown) @ position(r, moving, flown)
    expected = axes(azimuth, latitude) @ place / ground
    fallen = ballistic.fall(np.array([azimuth]), latitude, states(azimuth, latitude, r, v))[:, 0]
    assert fallen == pytest.approx(expected, abs=1e-9)


@given(azimuth=azimuths, latitude=st.floats(-1.3, 1.3), climb=st.floats(-1.2, 1.5))
def test_local_axes_energy_and_path_angle(azimuth, latitude, climb):
    r, v = burnout(azimuth, latitude, 5_000.0, climb, 0.05)
    state = states(azimuth, latitude, r, v)
    frame = axes(azimuth, latitude)
    assert state[:3, 0] == pytest.approx(frame @ r, abs=1e-6)
    assert state[3:6, 0] == pytest.approx(frame @ v, abs=1e-9)
    assert state[6, 0] == pytest.approx(150.0, abs=1e-12)
    assert ballistic.path_angle(state)[0] == pytest.approx(climb, abs=1e-7)
    energy = 5_000.0**2 / 2 - MU / (k.EARTH_MEAN_RADIUS_M + 200e3)
    assert ballistic.energy(state)[0] == pytest.approx(energy, rel=1e-12)


def test_faster_than_escape_never_comes_down():
    r, v = burnout(0.3, 0.5, 12_000.0, 0.7, 0.0)
    assert np.isnan(ballistic.fall(np.array([0.3]), 0.5, states(0.3, 0.5, r, v))).all()


@given(
    angle=st.floats(0.02, 4.6).filter(lambda a: abs(a - np.pi) > 0.02),
    offset=st.floats(-1.5, 1.5),
)
def test_a_direction_is_read_back(angle, offset):
    """Angle and offset of places ahead, past the far side of the Earth too."""
    place = ballistic.direction(np.array([angle]), np.array([offset]))
    assert (place**2).sum() == pytest.approx(1.0, rel=1e-12)
    read = [float(x[0]) for x in ballistic.distance(place)]
    assert read == pytest.approx([angle, offset], abs=1e-9)


def test_a_positive_offset_lies_to_the_right():
    """Offsets are bearings minus azimuths, clockwise; the second axis points to the left."""
    place = ballistic.direction(np.array([0.3]), np.array([0.1]))
    assert place[0, 0] > 0.0
    assert place[1, 0] == pytest.approx(-np.sin(0.3) * np.sin(0.1), rel=1e-12)
    assert place[2, 0] == pytest.approx(np.cos(0.3), rel=1e-12)
