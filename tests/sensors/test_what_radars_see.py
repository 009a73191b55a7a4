"""Radars: horizons in print, the fourth root, sectors; tracks with gaps; satellites."""

import jax.numpy as jnp
import numpy as np
import pytest

from tests.known.horizons import ABOVE_BASE, BASES_DEG, EMR_DEG, RADAR
from twoplustwo.base.constants import EARTH_MEAN_RADIUS_M
from twoplustwo.physics.earth import from_geodetic
from twoplustwo.sensors.detect import satellite_sight, track_start
from twoplustwo.sensors.radar import Radar, Refraction, bending, detection_range, margin

STRAIGHT = Refraction(0.0, 0.0, 0.0, 8_000.0)
BENT = Refraction(np.radians(0.7), np.radians(0.33), np.radians(0.17), 8_000.0)


def radar(latitude=0.0, longitude=0.0, **changes):
    """A radar at sea level that sees very far, all round, down to the horizon."""
    return Radar(
        np.radians(latitude), np.radians(longitude), 0.0, 1e8, 1.0, 0.1, 0.1, 0.0, 0.0, 2 * np.pi
    )._replace(**changes)


def seen(one, latitude, longitude, altitude_m, size_m2=1.0, refraction=STRAIGHT):
    place = from_geodetic(
        jnp.radians(jnp.asarray(latitude)),
        jnp.radians(jnp.asarray(longitude)),
        jnp.asarray(altitude_m),
    )
    return np.asarray(margin(one, refraction, size_m2, place))


def lowest_km(one, latitude, longitude):
    """Lowest altitude in view straight above a place."""
    altitude = np.linspace(1e3, 4e6, 8_000)
    inside = seen(one, np.full(8_000, latitude), np.full(8_000, longitude), altitude) >= 0.0
    return altitude[np.argmax(inside)] / 1e3


@pytest.mark.parametrize("altitude_km", RADAR)
def test_horizon_distance(altitude_km):
    """published-numbers.md section 5i: sphere, no refraction."""
    ground_km, _ = RADAR[altitude_km]
    longitude = np.degrees(np.linspace(0.5, 1.5, 4_000) * ground_km * 1e3 / EARTH_MEAN_RADIUS_M)
    inside = seen(radar(45.0), np.full(4_000, 45.0), longitude * np.sqrt(2.0), altitude_km * 1e3)
    far = longitude[np.flatnonzero(inside >= 0.0)[-1]] * np.sqrt(2.0)
    # along a parallel the great circle is shorter: measure it
    half = np.arcsin(np.cos(np.pi / 4) * np.sin(np.radians(far) / 2))
    assert 2 * half * EARTH_MEAN_RADIUS_M / 1e3 == pytest.approx(ground_km, rel=0.01)


@pytest.mark.parametrize("base", ABOVE_BASE)
def test_lowest_altitude_seen_above_the_bases(base):
    """published-numbers-2.md section 2a, at elevation 0 and 2 degrees."""
    at_0_km, at_2_km, _ = ABOVE_BASE[base]
    for elevation, expected_km in ((0.0, at_0_km), (2.0, at_2_km)):
        one = radar(*EMR_DEG, min_elevation_rad=np.radians(elevation))
        # a sphere there, an ellipsoid here: a few kilometres
        assert lowest_km(one, *BASES_DEG[base]) == pytest.approx(expected_km, rel=0.02, abs=5.0)


def test_a_hundred_times_the_target_is_three_times_the_range():
    one = radar(reach_range_m=770e3, reach_target_size_m2=0.01)
    assert float(detection_range(one, 0.01)) == pytest.approx(770e3, rel=1e-12)
    assert float(detection_range(one, 1.0)) == pytest.approx(770e3 * 10**0.5, rel=1e-12)
    longer = one._replace(dwell_s=1.6)
    assert float(detection_range(longer, 0.01)) == pytest.approx(2 * 770e3, rel=1e-12)


def test_bending_is_as_claimed_and_fades():
    at = jnp.radians(jnp.array([0.0, 2.0, 5.0, 30.0]))
    lifted = np.degrees(np.asarray(bending(BENT, at, jnp.full(4, 500e3))))
    assert lifted[:3] == pytest.approx([0.7, 0.33, 0.17], rel=1e-6)
    assert 0.0 < lifted[3] < 0.05
    inside_air = np.degrees(np.asarray(bending(BENT, at[:1], jnp.array([8_000.0]))))
    assert inside_air[0] == pytest.approx(0.7 * (1.0 - np.exp(-1.0)), rel=1e-6)


def test_bending_only_ever_shows_more():
    altitude = np.linspace(50e3, 1e6, 400)
    bare = seen(radar(50.0), np.full(400, 55.0), np.full(400, 25.0), altitude)
    lifted = seen(radar(50.0), np.full(400, 55.0), np.full(400, 25.0), altitude, 1.0, BENT)
    assert (lifted >= bare).all()
    assert (lifted > bare).any()


def test_sector_is_measured_from_the_boresight():
    east = radar(50.0, 10.0, boresight_rad=np.pi / 2, sector_rad=np.radians(120.0))
    inside = seen(east, [50.0, 50.0, 58.0], [14.0, 6.0, 10.0], np.full(3, 400e3)) >= 0.0
    assert inside.tolist() == [True, False, False]
    all_round = east._replace(sector_rad=2 * np.pi)
    assert (seen(all_round, [50.0, 50.0, 58.0], [14.0, 6.0, 10.0], np.full(3, 400e3)) >= 0).all()


def test_a_track_needs_one_unbroken_view():
    time = np.arange(0.0, 100.0, 10.0)[:, None]
    view = np.array([-1, 1, 1, -1, -1, 1, 1, 1, 1, 1.0])[:, None]
    start, first = (float(x[0]) for x in track_start(jnp.asarray(view), jnp.asarray(time), 15.0))
    assert first == pytest.approx(5.0)  # half-way between the samples
    assert start == pytest.approx(5.0)  # held from 5 to 25
    start, _ = (float(x[0]) for x in track_start(jnp.asarray(view), jnp.asarray(time), 30.0))
    assert start == pytest.approx(45.0)  # the first view breaks off too soon
    start, _ = (float(x[0]) for x in track_start(jnp.asarray(view), jnp.asarray(time), 60.0))
    assert start == np.inf


def test_satellites_wait_for_the_clouds_and_the_scan():
    sight = np.asarray(satellite_sight(jnp.array([4.0, 40.0, jnp.inf]), 10.0))
    assert sight.tolist() == [10.0, 40.0, np.inf]


def masked(*degrees):
    """Masks as the radar reads them: middle and half width, padded with none."""
    blind = np.zeros((4, 2))
    for row, (low, high) in zip(blind, degrees, strict=False):
        row[:] = np.radians([(low + high) / 2, (high - low) / 2])
    return blind


def test_a_mask_forbids_azimuths_and_nothing_else():
    # from the equator: targets 10 degrees away towards north, east, south, west
    latitude, longitude = np.array([10.0, 0.0, -10.0, 0.0]), np.array([0.0, 10.0, 0.0, -10.0])
    altitude = np.full(4, 900e3)
    assert (seen(radar(), latitude, longitude, altitude) > 0).all()
    east = seen(radar(blind_rad=masked((20.0, 110.0))), latitude, longitude, altitude) > 0
    assert east.tolist() == [True, False, True, True]
    north = radar(blind_rad=masked((-20.0, 20.0), (260.0, 280.0)))
    assert (seen(north, latitude, longitude, altitude) > 0).tolist() == [False, True, True, False]
