"""Aimed flights, flown again, come down at the place: a few for every day, thousands elsewhere."""

import numpy as np
import pytest
from pyproj import Geod

from twoplustwo.physics.aim import OUT_OF_RANGE, REACHED, TOO_NEAR, Aimer
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.fan import EARLIEST_LAST, SLACK
from twoplustwo.physics.fly import IMPACT, fly

GEOD = Geod(ellps="WGS84")
LAUNCH_DEG = (17.0, 54.5)
BEARINGS_DEG = np.arange(-170.0, 180.0, 20.0)
MISS_M = 100.0
FLIGHTS = 4.2  # for each place, the guess included; the tables are good for that


@pytest.fixture(scope="module")
def aimer(rockets):
    return Aimer(rockets["irbm"])


def places(far_km: float):
    """Longitudes and latitudes [deg] all round at a distance."""
    n = len(BEARINGS_DEG)
    lon, lat, _ = GEOD.fwd(
        *(np.full(n, x) for x in LAUNCH_DEG), BEARINGS_DEG, np.full(n, far_km * 1e3)
    )
    return np.asarray(lon), np.asarray(lat)


def aimed(aimer, lon, lat, loft_deg=0.0):
    start = [np.full(len(lon), np.radians(x)) for x in LAUNCH_DEG]
    return aimer.solve(start[1], start[0], np.radians(lat), np.radians(lon), np.radians(loft_deg))


def landed(aimer, solved, lon, lat):
    """How far from the places the launches come down, m."""
    flight = in_chunks(lambda piece: fly(aimer.rocket, piece)[0], solved.launch)
    assert (flight.outcome == IMPACT).all()
    here = np.degrees([flight.longitude_rad, flight.latitude_rad])
    return np.asarray(GEOD.inv(*here, lon, lat)[2])


@pytest.mark.parametrize(("far_km", "loft_deg"), [(150, 0), (700, 0), (2_500, 0), (2_500, 5)])
def test_they_land_there(aimer, far_km, loft_deg):
    lon, lat = places(far_km)
    solved = aimed(aimer, lon, lat, loft_deg)
    assert (solved.outcome == REACHED).all()
    miss = landed(aimer, solved, lon, lat)
    assert miss.max() < MISS_M
    assert solved.miss_m == pytest.approx(miss, abs=1.0)  # what it says of itself
    assert solved.flights <= FLIGHTS * len(lon)


def test_so_near_that_only_a_steep_kick_helps(aimer):
    """Even the earliest cut-off flies too far on any arc of the table: searched for by the kick."""
    lon, lat = places(15)
    solved = aimed(aimer, lon, lat)
    assert (solved.outcome == REACHED).all()
    assert landed(aimer, solved, lon, lat).max() < MISS_M
    assert solved.launch.cutoff == pytest.approx(EARLIEST_LAST, abs=0.01)
    assert solved.flights <= 14 * len(lon)


def test_too_far_and_too_near_are_told_apart(aimer):
    far, near = aimed(aimer, *places(6_000)), aimed(aimer, *places(1))
    assert (far.outcome == OUT_OF_RANGE).all()
    bound = near.launch.cutoff <= EARLIEST_LAST + 2 * SLACK
    assert set(near.outcome) <= {REACHED, TOO_NEAR}
    assert bound.all()
    assert np.isinf(far.miss_m).all()
