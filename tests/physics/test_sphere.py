"""Distances and bearings on the sphere against PROJ's, and flights round the far side."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from twoplustwo.physics.sphere import angle_and_bearing, geocentric, unfold, wrap

R = 6_371_000.0
BALL = Geod(a=R, b=R)
latitudes, longitudes = st.floats(-1.5, 1.5), st.floats(-3.1, 3.1)


@given(lat1=latitudes, lon1=longitudes, lat2=latitudes, lon2=longitudes)
def test_distance_and_bearing(lat1, lon1, lat2, lon2):
    azimuth, _, far = BALL.inv(*np.degrees([lon1, lat1, lon2, lat2]))
    angle, bearing = angle_and_bearing(lat1, lon1, lat2, lon2)
    assert R * angle == pytest.approx(far, abs=1e-2)
    if 1e3 < far < 20_000e3:
        turned = wrap(bearing - np.radians(azimuth))
        assert turned * np.sin(angle) == pytest.approx(0.0, abs=1e-8)


def test_geocentric_latitude_is_that_of_the_place():
    """On the ellipsoid of WGS84, at 45 degrees, the two differ by 11.55 minutes of arc.

    (Snyder, Map Projections, USGS 1395, 1987, p. 17: 11'32.7" for Clarke's; ours by its own e2.)
    """
    f = 1.0 / 298.257223563
    lat = np.radians([-80.0, 0.0, 45.0, 54.0])
    prime = 1.0 / np.sqrt(1.0 - f * (2.0 - f) * np.sin(lat) ** 2)
    z, ring = (1.0 - f) ** 2 * prime * np.sin(lat), prime * np.cos(lat)
    assert geocentric(lat) == pytest.approx(np.arctan2(z, ring), rel=1e-12, abs=1e-15)
    assert 60.0 * np.degrees(lat[2] - geocentric(lat[2])) == pytest.approx(11.545, abs=0.001)


@given(st.floats(-20.0, 20.0))
def test_wrapped_angles_are_the_same_direction(angle):
    once = float(wrap(angle))
    assert -np.pi - 1e-12 <= once <= np.pi + 1e-12
    assert np.cos(once) == pytest.approx(np.cos(angle), abs=1e-9)
    assert np.sin(once) == pytest.approx(np.sin(angle), abs=1e-9)


@pytest.mark.parametrize(
    ("seen_deg", "offset_deg", "flown_deg", "turned_deg"),
    [
        (50.0, 10.0, 50.0, 10.0),  # ahead
        (120.0, -89.0, 120.0, -89.0),
        (100.0, 179.0, 260.0, -1.0),  # past the far side: it went the long way round
        (170.0, -178.0, 190.0, 2.0),
        (30.0, 175.0, -30.0, -5.0),  # near and behind: it flew backwards
        (89.0, 175.0, -89.0, -5.0),
        (91.0, 175.0, 269.0, -5.0),
    ],
)
def test_a_landing_behind_was_reached_the_long_way(seen_deg, offset_deg, flown_deg, turned_deg):
    flown = unfold(np.radians(seen_deg), np.radians(offset_deg))
    assert np.degrees(flown) == pytest.approx([flown_deg, turned_deg], abs=1e-9)
