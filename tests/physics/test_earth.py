"""Local axes and the turning frame: printed figures of WGS84, and what must hold everywhere."""

import jax.numpy as jnp
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.base import constants as k
from twoplustwo.physics.earth import (
    OMEGA,
    Vector,
    altitude,
    altitude_and_up,
    combine,
    dot,
    east_north,
    from_geodetic,
    ground_velocity,
    norm,
    to_earth_fixed,
)
from twoplustwo.physics.steering import tilted

latitudes, longitudes = st.floats(-1.5, 1.5), st.floats(-3.1, 3.1)
# NIMA TR8350.2 (2000), tables 3.1 and 3.3
SEMI_MINOR_M, FIRST_ECCENTRICITY_SQUARED = 6_356_752.3142, 6.69437999014e-3
TURN_RAD_S, GM_M3_S2 = 7.292115e-5, 3.986004418e14
# C20 = -0.484166774985e-3 in the same table, fully normalised; J2 = -sqrt(5) C20
C20 = -0.484166774985e-3
STAR_DAY_S = 86_164.0989  # one turn against the stars: 2 pi over that rate


def place(lat, lon, height=0.0) -> Vector:
    return from_geodetic(*(jnp.asarray(x, dtype=float) for x in (lat, lon, height)))


def numbers(vector: Vector) -> np.ndarray:
    return np.array([float(c) for c in vector])


def test_the_printed_ellipsoid():
    ours = [k.EARTH_POLAR_RADIUS_M, k.EARTH_ECCENTRICITY_SQUARED, OMEGA, k.EARTH_MU_M3_S2]
    printed = [SEMI_MINOR_M, FIRST_ECCENTRICITY_SQUARED, TURN_RAD_S, GM_M3_S2]
    assert ours == pytest.approx(printed, rel=2e-11)
    j2 = k.EARTH_J2
    assert j2 == pytest.approx(-(5.0**0.5) * C20, rel=1e-8)


@given(lat=latitudes, lon=longitudes, height=st.floats(0.0, 5e5))
def test_axes_are_square_and_point_where_they_say(lat, lon, height):
    r = place(lat, lon, height)
    _, up = altitude_and_up(r)
    east, north = (numbers(x) for x in east_north(r, up))
    step = 1e-6
    further = numbers(place(lat, lon + step, height)) - numbers(r)
    higher = numbers(place(lat + step, lon, height)) - numbers(r)
    assert east == pytest.approx(further / np.linalg.norm(further), abs=1e-5)
    assert north == pytest.approx(higher / np.linalg.norm(higher), abs=1e-5)
    assert np.cross(east, north) == pytest.approx(numbers(up), abs=1e-7)


@given(lat=latitudes, lon=longitudes, height=st.floats(-1e3, 2.5e6))
def test_the_short_way_to_the_altitude(lat, lon, height):
    """Without the normal: within 2 cm below 500 km, within 5 cm below 2,500 km."""
    found = float(altitude(place(lat, lon, height)))
    assert found == pytest.approx(height, abs=0.02 if height < 5e5 else 0.05)


@given(lat=latitudes, lon=longitudes, azimuth=longitudes, tilt=st.floats(0.0, 1.5))
def test_a_tilted_direction(lat, lon, azimuth, tilt):
    r = place(lat, lon)
    _, up = altitude_and_up(r)
    way = tilted(r, up, (np.sin(azimuth), np.cos(azimuth)), tilt)
    east, north = east_north(r, up)
    assert float(norm(way)) == pytest.approx(1.0, rel=1e-9)
    assert float(dot(way, up)) == pytest.approx(np.cos(tilt), abs=1e-9)
    assert float(dot(way, east)) == pytest.approx(np.sin(tilt) * np.sin(azimuth), abs=1e-9)
    assert float(dot(way, north)) == pytest.approx(np.sin(tilt) * np.cos(azimuth), abs=1e-9)


def test_weighted_sums():
    a, b = Vector(1.0, 2.0, 3.0), Vector(0.5, -1.0, 4.0)
    assert combine((2.0, a), (-1.0, b)) == Vector(1.5, 5.0, 2.0)
    assert dot(a, b) == pytest.approx(10.5, rel=1e-15)


@given(lat=latitudes, lon=longitudes, time=st.floats(0.0, 4_000.0))
def test_what_stands_on_the_ground_stays_there(lat, lon, time):
    """A place turned with the Earth to a later time: its Earth-fixed components are the same."""
    angle = TURN_RAD_S * time
    x, y, z = numbers(place(lat, lon))
    turned = Vector(
        *(
            jnp.asarray(c)
            for c in (
                x * np.cos(angle) - y * np.sin(angle),
                x * np.sin(angle) + y * np.cos(angle),
                z,
            )
        )
    )
    assert numbers(to_earth_fixed(turned, time)) == pytest.approx([x, y, z], abs=1e-6)
    assert numbers(to_earth_fixed(turned, time, 0.0)) == pytest.approx(numbers(turned), abs=1e-6)
    moving = Vector(-TURN_RAD_S * turned.y, TURN_RAD_S * turned.x, 0.0 * turned.z)
    assert numbers(ground_velocity(turned, moving)) == pytest.approx([0.0] * 3, abs=1e-9)


def test_one_turn():
    v = Vector(*(jnp.asarray(c) for c in (3.0, -4.0, 5.0)))
    assert numbers(to_earth_fixed(v, STAR_DAY_S)) == pytest.approx([3.0, -4.0, 5.0], abs=1e-6)
    quarter = numbers(to_earth_fixed(v, STAR_DAY_S / 4))
    assert quarter == pytest.approx([-4.0, -3.0, 5.0], abs=1e-6)  # the axes turned to the east
