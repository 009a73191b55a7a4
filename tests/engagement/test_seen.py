"""Points seen from a site: closed forms on a sphere, and motion against small steps."""

import jax.numpy as jnp
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.base import constants as k
from twoplustwo.engagement.seen import seen_from
from twoplustwo.physics.earth import Vector, from_geodetic

R = 6_371_000.0
latitudes, longitudes = st.floats(-1.4, 1.4), st.floats(-3.0, 3.0)
arcs, bearings, heights = st.floats(0.02, 1.3), st.floats(-3.0, 3.0), st.floats(0.0, 2e6)


def ball(lat, lon, radius) -> np.ndarray:
    return radius * np.array([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


def at(lat, lon, bearing, arc) -> tuple[float, float]:
    """Latitude and longitude at a central angle along a bearing (direct problem on a sphere)."""
    there = np.arcsin(np.sin(lat) * np.cos(arc) + np.cos(lat) * np.sin(arc) * np.cos(bearing))
    east = np.sin(bearing) * np.sin(arc) * np.cos(lat)
    return there, lon + np.arctan2(east, np.cos(arc) - np.sin(lat) * np.sin(there))


def seen(site, r, v=(0.0, 0.0, 0.0)):
    site, r, v = (Vector(*(jnp.asarray(float(c)) for c in x)) for x in (site, r, v))
    bearing, arc, elevation, local, height = seen_from(site, r, v)
    return (
        *(float(x) for x in (bearing, arc, elevation)),
        np.array([float(c) for c in local]),
        float(height),
    )


@given(lat=latitudes, lon=longitudes, bearing=bearings, arc=arcs, height=heights)
def test_where_a_point_stands(lat, lon, bearing, arc, height):
    site, point = ball(lat, lon, R), ball(*at(lat, lon, bearing, arc), R + height)
    found_bearing, found_arc, elevation, _, _ = seen(site, point)
    assert np.sin(found_bearing - bearing) * np.sin(arc) == pytest.approx(0.0, abs=1e-9)
    assert np.cos(found_bearing - bearing) > 0.0
    assert found_arc == pytest.approx(arc, abs=1e-9)
    # the triangle site, point, centre: sine of the elevation by the height over the site's plane
    line = point - site
    assert np.sin(elevation) == pytest.approx(line @ site / R / np.linalg.norm(line), abs=1e-9)


@given(
    lat=latitudes,
    lon=longitudes,
    bearing=bearings,
    arc=arcs,
    height=heights,
    up=st.floats(-3e3, 3e3),
    onward=st.floats(-7e3, 7e3),
    right=st.floats(-7e3, 7e3),
)
def test_motion_is_told_in_the_axes_of_the_point(lat, lon, bearing, arc, height, up, onward, right):
    """A known motion, laid together from steps to neighbouring points."""
    site, step = ball(lat, lon, R), 1e-6
    here = ball(*at(lat, lon, bearing, arc), R + height)
    outward = here / np.linalg.norm(here)
    farther = ball(*at(lat, lon, bearing, arc + step), R + height) - here
    along = farther / np.linalg.norm(farther)
    clockwise = ball(*at(lat, lon, bearing + step, arc), R + height) - here
    aside = clockwise / np.linalg.norm(clockwise)
    local = seen(site, here, up * outward + onward * along + right * aside)[3]
    assert local == pytest.approx([up, onward, right], abs=0.02)


def test_straight_above():
    """The bearing of the zenith is nobody's; what is up stays up."""
    _, arc, elevation, local, height = seen(
        (k.EARTH_EQUATORIAL_RADIUS_M, 0.0, 0.0),
        (k.EARTH_EQUATORIAL_RADIUS_M + 400e3, 0.0, 0.0),
        (1_000.0, 0.0, 0.0),
    )
    assert (arc, height) == pytest.approx((0.0, 400e3), abs=1e-3)
    assert np.degrees(elevation) == pytest.approx(90.0, abs=1e-6)
    assert local == pytest.approx([1_000.0, 0.0, 0.0], abs=1e-6)


@given(lat=latitudes, lon=longitudes, height=heights)
def test_altitude_is_that_over_the_ellipsoid(lat, lon, height):
    r = from_geodetic(*(jnp.asarray(x, dtype=float) for x in (lat, lon, height)))
    assert seen((R, 0.0, 1.0), r)[4] == pytest.approx(height, abs=0.1)
