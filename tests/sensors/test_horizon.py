"""Least elevation by azimuth: a mountain hides what lies behind it and below its top."""

import jax.numpy as jnp
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.physics.earth import from_geodetic
from twoplustwo.sensors.radar import Radar, Refraction, margin

STRAIGHT = Refraction(0.0, 0.0, 0.0, 8_000.0)
PLAIN = Radar(0.6, 2.2, 100.0, 5e6, 1.0, 0.1, 0.1, 0.02, 0.0, 2 * np.pi)


def around(count: int, distance_rad: float, altitude_m: float):
    """Points around the radar, about evenly in azimuth, and their azimuths."""
    azimuth = np.linspace(0.0, 2 * np.pi, count, endpoint=False)
    latitude = np.arcsin(
        np.sin(0.6) * np.cos(distance_rad) + np.cos(0.6) * np.sin(distance_rad) * np.cos(azimuth)
    )
    east = np.arctan2(
        np.sin(azimuth) * np.sin(distance_rad) * np.cos(0.6),
        np.cos(distance_rad) - np.sin(0.6) * np.sin(latitude),
    )
    height = jnp.full(count, altitude_m)
    return from_geodetic(jnp.asarray(latitude), jnp.asarray(2.2 + east), height), azimuth


@given(
    middle=st.floats(0.0, 6.28),
    half=st.floats(0.05, 3.0),
    least=st.floats(0.0, 0.6),
    altitude_m=st.floats(1e4, 8e5),
)
def test_behind_it_only_what_is_higher_is_seen(middle, half, least, altitude_m):
    places, azimuth = around(360, 0.05, altitude_m)
    hill = PLAIN._replace(horizon_rad=np.array([[middle, half, least]]))
    seen = np.asarray(margin(hill, STRAIGHT, 1.0, places)) >= 0.0
    usual = np.asarray(margin(PLAIN, STRAIGHT, 1.0, places)) >= 0.0
    higher = PLAIN._replace(min_elevation_rad=max(least, 0.02))
    over = np.asarray(margin(higher, STRAIGHT, 1.0, places)) >= 0.0
    off = np.abs((azimuth - middle + np.pi) % (2 * np.pi) - np.pi)
    inside, outside = off < half - 0.02, off > half + 0.02  # the Earth is no sphere
    assert (seen[inside] == over[inside]).all()
    assert (seen[outside] == usual[outside]).all()


def test_a_whole_turn_is_a_least_elevation():
    places, _ = around(72, 0.05, 1e5)
    for least in (0.0, 0.1, 0.3):
        ring = PLAIN._replace(horizon_rad=np.array([[np.pi, np.pi, least]]))
        plain = PLAIN._replace(min_elevation_rad=max(least, 0.02))
        got, expected = (np.asarray(margin(r, STRAIGHT, 1.0, places)) >= 0 for r in (ring, plain))
        assert np.array_equal(got, expected)


def test_of_overlapping_rows_the_highest_counts():
    places, azimuth = around(360, 0.05, 1.2e5)
    rows = np.array([[1.0, 0.5, 0.1], [1.2, 0.5, 0.5]])
    seen = np.asarray(margin(PLAIN._replace(horizon_rad=rows), STRAIGHT, 1.0, places)) >= 0.0
    low = np.asarray(margin(PLAIN._replace(horizon_rad=rows[:1]), STRAIGHT, 1.0, places)) >= 0.0
    high = np.asarray(margin(PLAIN._replace(horizon_rad=rows[1:]), STRAIGHT, 1.0, places)) >= 0.0
    assert np.array_equal(seen, low & high)
    assert (low != high).any()
    assert azimuth[~high].min() > 0.6
