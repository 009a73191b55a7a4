"""Straight shots inside an envelope: range over the ground, floor, ceiling, distance over speed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.base.constants import EARTH_MEAN_RADIUS_M
from twoplustwo.engagement.volume import LOOKS, Volume, is_inside, straight_shots, window_inside
from twoplustwo.engagement.window import at_times
from twoplustwo.physics.boost import Launch
from twoplustwo.physics.earth import Vector, from_geodetic
from twoplustwo.physics.whole_track import whole_track

SITE = (0.62, 0.93, 500.0)
COUNT = 120


@pytest.fixture(scope="module")
def track(rockets):
    """Flights of a few hundred kilometres from beside the site in all directions."""
    azimuth = np.linspace(0.0, 2 * np.pi, COUNT, endpoint=False)
    kick = np.linspace(0.05, 0.35, COUNT)
    launch = Launch(np.full(COUNT, 0.66), np.full(COUNT, 0.9), azimuth, kick, np.ones(COUNT))
    return whole_track(rockets["shahab-3"], launch)


VOLUMES = st.builds(
    lambda reach, low, high: Volume(reach * 1e3, low * 1e3, (low + high) * 1e3),
    st.floats(50.0, 900.0),
    st.floats(5.0, 120.0),
    st.floats(1.0, 300.0),
)


@given(volume=VOLUMES, burning=st.booleans())
def test_the_window_is_what_a_close_look_finds(track, volume, burning):
    flights, burnout_s = track
    start = np.asarray(burnout_s) * (0.0 if burning else 1.0)
    points = window_inside(flights, start, volume, SITE, 40)
    time = np.asarray(points.seen.time_s)
    share = np.linspace(0.0, 1.0, 3_000)[:, None]
    grid = start * (1 - share) + np.asarray(flights.time_s[-1]) * share
    inside = np.asarray(is_inside(at_times(flights, grid, SITE), volume))
    step = grid[1] - grid[0]
    known = np.isfinite(time[0])
    left_out = inside & ((grid < time[0] - step) | (grid > time[-1] + step) | ~known)
    # a passage may fall between two looks
    assert (left_out.sum(axis=0) * step <= 2 * (3_000 / LOOKS) * step).all()
    near = inside | np.roll(inside, 1, axis=0) | np.roll(inside, -1, axis=0)
    for edge in time[[0, -1]][:, known]:  # and none that is found is not there
        at = np.abs(grid[:, known] - edge).argmin(axis=0)
        assert near[at, np.flatnonzero(known)].all()
    ends = np.asarray(is_inside(points, volume))[[0, -1]]
    assert ends[:, known].all()


@given(volume=VOLUMES, speed=st.floats(800.0, 6_000.0))
def test_a_shot_takes_distance_over_speed(track, volume, speed):
    flights, burnout_s = track
    points = window_inside(flights, burnout_s, volume, SITE, 40)
    shots = straight_shots(points, volume, speed, SITE, 0.0, np.inf)
    launch, flight = np.asarray(shots.launch_s), np.asarray(shots.flight_time_s)
    met = np.isfinite(launch)
    here = np.stack([np.asarray(c) for c in from_geodetic(*(np.float64(x) for x in SITE))])
    where = from_geodetic(points.latitude_rad, points.longitude_rad, points.altitude_m)
    line = np.stack([np.asarray(c) for c in Vector(*where)]) - here[:, None, None]
    distance = np.linalg.norm(line, axis=0)
    assert flight[met] == pytest.approx((distance / speed)[met], rel=1e-6)
    assert launch[met] == pytest.approx(
        (np.asarray(points.seen.time_s) - distance / speed)[met], abs=1e-3
    )
    height = np.asarray(points.altitude_m)[met]
    assert (height >= volume.floor_m - 0.1).all()
    assert (height <= volume.ceiling_m + 0.1).all()
    ground = EARTH_MEAN_RADIUS_M * np.asarray(points.seen.arc_rad)[met]
    assert (ground <= volume.range_m + 0.1).all()
    # the velocities themselves: threat's by differences of its path, the shot's along the line
    theirs = np.stack([np.asarray(points.seen[i]) for i in (3, 4, 5)])
    mine = speed
    low = np.abs(np.linalg.norm(theirs, axis=0) - mine)
    high = np.linalg.norm(theirs, axis=0) + mine
    closing = np.asarray(shots.closing_m_s)
    assert (closing >= low - 1e-3)[met].all()
    assert (closing <= high + 1e-3)[met].all()


def test_limits_that_the_interceptor_claims(track):
    flights, burnout_s = track
    volume = Volume(600e3, 20e3, 200e3)
    points = window_inside(flights, burnout_s, volume, SITE, 40)
    free = straight_shots(points, volume, 2_000.0, SITE, 0.0, np.inf)
    closing, flight = np.asarray(free.closing_m_s), np.asarray(free.flight_time_s)
    met = np.isfinite(np.asarray(free.launch_s))
    assert met.any()
    middle = float(np.median(closing[met])), float(np.median(flight[met]))
    least = straight_shots(points, volume, 2_000.0, SITE, middle[0], np.inf)
    soon = straight_shots(points, volume, 2_000.0, SITE, 0.0, middle[1])
    assert (np.isfinite(least.launch_s) == (met & (closing >= middle[0]))).all()
    assert (np.isfinite(soon.launch_s) == (met & (flight <= middle[1]))).all()
