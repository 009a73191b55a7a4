"""Gravity against printed values of the ellipsoid, and against the slope of its potential."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.base import constants as k
from twoplustwo.physics.earth import Vector
from twoplustwo.physics.gravity import acceleration

# normal gravity at the equator and at the poles, m/s2 (NIMA TR8350.2, 2000, table 3.4); it has the
# centrifugal part in it, and J4 = -2.37e-6, which pulls by 5 J4 P4(sin latitude) g: 0.00004 and
# 0.00012 m/s2
EQUATOR, POLE = 9.7803253359, 9.8321849378
BEYOND_J2 = 1.5e-4


def at(x: float, y: float, z: float, j2: float = k.EARTH_J2) -> np.ndarray:
    return np.array([float(c) for c in acceleration(Vector(*map(np.float64, (x, y, z))), j2)])


def potential(r, j2: float):
    """mu / r (1 - J2 (Re / r)^2 P2(sin latitude)) (Vallado, Fundamentals, eq. 8-25)."""
    size = jnp.sqrt(r @ r)
    legendre = 1.5 * (r[2] / size) ** 2 - 0.5
    far = (k.EARTH_EQUATORIAL_RADIUS_M / size) ** 2
    return k.EARTH_MU_M3_S2 / size * (1.0 - j2 * far * legendre)


slope = jax.jit(jax.grad(potential))


def test_on_the_equator():
    here = k.EARTH_EQUATORIAL_RADIUS_M
    for place in ((here, 0.0, 0.0), (0.0, -here, 0.0)):
        pull = at(*place)
        outward = pull @ np.array(place) / here
        turning = k.EARTH_ROTATION_RAD_S**2 * here
        assert -outward - turning == pytest.approx(EQUATOR, abs=BEYOND_J2)
        assert pull[2] == pytest.approx(0.0, abs=1e-15)


@pytest.mark.parametrize("side", [1.0, -1.0])
def test_at_the_poles(side):
    pull = at(0.0, 0.0, side * k.EARTH_POLAR_RADIUS_M)
    assert pull == pytest.approx([0.0, 0.0, -side * POLE], abs=BEYOND_J2)


@given(
    lat=st.floats(-1.5, 1.5),
    lon=st.floats(-3.0, 3.0),
    radius=st.floats(6.3e6, 2e7),
    j2=st.sampled_from([0.0, k.EARTH_J2, 0.1]),
)
def test_it_is_the_slope_of_its_potential(lat, lon, radius, j2):
    ring = radius * np.cos(lat)
    r = np.array([ring * np.cos(lon), ring * np.sin(lon), radius * np.sin(lat)])
    assert at(*r, j2) == pytest.approx(np.asarray(slope(r, j2)), rel=1e-9, abs=1e-12)
