"""Greatest ranges: published ones, the turning Earth, mirrored azimuths, thrown bodies."""

import numpy as np
import pytest

from tests.known.missiles import RANGES
from twoplustwo.physics.aim import Aimer
from twoplustwo.physics.arcs import FARTHEST_RAD
from twoplustwo.physics.boost import Environment
from twoplustwo.physics.farthest import STILL, farthest, least_energy_range

EAST = np.array([np.pi / 2])
COMPASS = np.radians([0.0, 45.0, 90.0, 135.0, 180.0, 225.0, 270.0, 315.0])
# range km: speed km/s, ground to ground, no air, no rotation (published-numbers.md section 5i)
THROWN = {
    1_000: 3.016,
    2_000: 4.113,
    3_000: 4.865,
    4_000: 5.433,
    5_500: 6.075,
    8_000: 6.805,
    10_000: 7.198,
    12_000: 7.480,
}


@pytest.fixture(scope="module")
def aimers(rockets):
    return {name: Aimer(rockets[name]) for name in ("shahab-3", "irbm", "ss-25")}


@pytest.mark.parametrize("name", RANGES)
def test_published_ranges(rockets, name):
    """As fitted: equivalents of the notes, 1 to 5 per cent."""
    one = Aimer(rockets[name])
    far = farthest(one.rocket, one.kicks, 0.0, EAST, STILL).range_m[0]
    assert far / 1e3 == pytest.approx(RANGES[name][0], rel=0.05)


@pytest.mark.parametrize("name", ["shahab-3", "irbm", "ss-25"])
def test_eastwards_the_turning_earth_helps_and_westwards_it_hinders(aimers, name):
    one = aimers[name]
    still = farthest(one.rocket, one.kicks, 0.0, EAST, STILL).range_m[0]
    turning = farthest(one.rocket, one.kicks, 0.0, COMPASS)
    by = dict(zip(np.degrees(COMPASS).round().astype(int), turning.range_m, strict=True))
    assert by[90] > still > by[270]
    assert by[90] == max(by.values()) and by[270] == min(by.values())


@pytest.mark.parametrize("name", ["shahab-3", "irbm"])
def test_at_the_equator_north_and_south_are_alike(aimers, name):
    """Mirrored across the equator: same range, mirrored landing."""
    one = aimers[name]
    north = farthest(one.rocket, one.kicks, 0.0, np.radians([0.0, 45.0, 315.0]))
    south = farthest(one.rocket, one.kicks, 0.0, np.radians([180.0, 135.0, 225.0]))
    assert north.range_m == pytest.approx(south.range_m, rel=1e-6)
    assert north.latitude_rad == pytest.approx(-south.latitude_rad, rel=1e-5)
    assert north.longitude_rad == pytest.approx(south.longitude_rad, rel=1e-5, abs=1e-9)


def test_where_nothing_turns_every_azimuth_goes_as_far(aimers):
    one = aimers["irbm"]
    ring = farthest(one.rocket, one.kicks, 0.0, COMPASS, Environment(turning=0.0, j2=0.0))
    # the ground is an ellipsoid, so not quite
    assert ring.range_m == pytest.approx(ring.range_m[0], rel=0.006)


def test_the_tables_of_the_aim_solver_go_as_far(aimers):
    """Two ways to the same number: flown here, interpolated from a fan there."""
    one = aimers["irbm"]
    arcs = one.arcs(np.radians(38.0))
    ring = farthest(one.rocket, one.kicks, np.radians(38.0), arcs.azimuth_rad[::6])
    assert ring.range_m / 6_371e3 == pytest.approx(arcs.greatest_rad[::6], rel=0.005)


def test_half_way_round_is_the_end_and_has_no_place(rockets):
    """A light load on an ICBM passes the far side of the Earth; that is no ring."""
    light = rockets["ss-25"]._replace(payload_kg=np.float64(200.0))
    one = Aimer(light)
    ring = farthest(one.rocket, one.kicks, np.radians(55.0), EAST)
    assert ring.range_m[0] == pytest.approx(FARTHEST_RAD * 6_371_000.0, rel=1e-4)
    assert np.isnan(ring.latitude_rad[0]) and np.isnan(ring.longitude_rad[0])


def test_more_pitch_programmes_find_nothing_farther(aimers, monkeypatch):
    from twoplustwo.physics import farthest as module

    one = aimers["ss-25"]
    few = farthest(one.rocket, one.kicks, np.radians(55.0), COMPASS).range_m
    monkeypatch.setattr(module, "ANGLES", 100)
    many = farthest(one.rocket, one.kicks, np.radians(55.0), COMPASS).range_m
    assert few == pytest.approx(many, rel=1e-5)


@pytest.mark.parametrize("range_km", THROWN)
def test_thrown_bodies(range_km):
    assert least_energy_range(THROWN[range_km] * 1e3) / 1e3 == pytest.approx(range_km, rel=2e-3)


def test_a_faster_body_goes_farther_and_never_beyond_half_way():
    far = [least_energy_range(v) for v in np.linspace(100.0, 12_000.0, 60)]
    assert (np.diff(far) >= 0.0).all()
    assert far[-1] == pytest.approx(np.pi * 6_371_000.0, rel=1e-6)
