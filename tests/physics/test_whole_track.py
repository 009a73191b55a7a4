"""The whole flight as a track is the flight: its coast, its impact, and a rest before it starts."""

import numpy as np
import pytest

from twoplustwo.physics.boost import Launch
from twoplustwo.physics.earth import Vector, altitude, norm, to_geodetic
from twoplustwo.physics.fly import fly
from twoplustwo.physics.whole_track import whole_track


@pytest.fixture(scope="module", params=["shahab-3", "ss-25"])
def both(rockets, request):
    """`fly` and `whole_track` of the same launches."""
    rocket, count = rockets[request.param], 120
    kick = np.linspace(0.02, 0.3, count)
    azimuth = np.linspace(0.0, 2 * np.pi, count, endpoint=False)
    launch = Launch(np.full(count, 0.6), np.full(count, 0.9), azimuth, kick, np.ones(count))
    return fly(rocket, launch), whole_track(rocket, launch)


def at(values, node):
    return np.stack([np.asarray(c)[node] for c in values])


def test_it_holds_the_coast_and_ends_where_the_flight_does(both):
    (flight, track), (whole, burnout_s) = both
    assert np.asarray(burnout_s) == pytest.approx(np.asarray(flight.burnout_time_s), abs=1e-9)
    count = len(track.time_s)
    first = next(
        n for n, t in enumerate(np.asarray(whole.time_s)) if np.allclose(t, burnout_s, atol=1e-9)
    )
    last = len(whole.time_s) - 48 - count
    assert first <= last
    for name in ("r", "v"):
        mine = [np.asarray(c)[last : last + count] for c in getattr(whole, name)]
        theirs = [np.asarray(c) for c in getattr(track, name)]
        assert np.stack(mine) == pytest.approx(np.stack(theirs), rel=1e-9, abs=1e-3)
    assert np.asarray(whole.time_s[-1]) == pytest.approx(np.asarray(flight.time_s), abs=1e-6)
    latitude, longitude, height = to_geodetic(Vector(*at(whole.r, -1)))
    landed = np.asarray(flight.outcome) == 0
    assert landed.any()
    assert np.abs(np.asarray(height)[landed]).max() < 1.0
    for mine, theirs in ((latitude, flight.latitude_rad), (longitude, flight.longitude_rad)):
        assert np.asarray(mine)[landed] == pytest.approx(np.asarray(theirs)[landed], abs=1e-9)


def test_it_starts_at_rest_on_the_ground(both):
    _, (whole, _) = both
    assert np.asarray(norm(Vector(*at(whole.v, 0)))) == pytest.approx(0.0, abs=1e-9)
    assert np.asarray(altitude(Vector(*at(whole.r, 0)))) == pytest.approx(0.0, abs=1e-3)
    assert (np.diff(np.asarray(whole.time_s), axis=0) >= 0.0).all()


def test_velocities_are_those_of_the_places(both):
    """Between neighbouring nodes of the fall, the mean velocity is the way over the time."""
    _, (whole, _) = both
    time = np.asarray(whole.time_s)[-40:]
    for r, v in zip(whole.r, whole.v, strict=True):
        r, v = np.asarray(r)[-40:], np.asarray(v)[-40:]
        mean = np.diff(r, axis=0) / np.diff(time, axis=0)
        assert mean == pytest.approx(0.5 * (v[1:] + v[:-1]), rel=0.02, abs=15.0)
