"""Whole flights without air along the equator: closed forms; and what a flight says of itself."""

import numpy as np
import pytest

from twoplustwo.base import constants as k
from twoplustwo.physics.ballistic import energy as energy_of
from twoplustwo.physics.boost import Environment, Launch
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.fly import CRASHED, ESCAPED, IMPACT, fly
from twoplustwo.physics.kick import kick_map

A, MU, OMEGA = k.EARTH_EQUATORIAL_RADIUS_M, k.EARTH_MU_M3_S2, k.EARTH_ROTATION_RAD_S
ROUND = Environment(turning=0.0, j2=0.0, air=0.0)
ANGLES_DEG = np.array([12.0, 25.0, 38.0, 55.0, 75.0])


def launched(rocket, azimuth=np.pi / 2, cutoff=1.0, latitude=0.0) -> Launch:
    zero = np.zeros(len(ANGLES_DEG))
    kick = kick_map(rocket)(np.radians(ANGLES_DEG))
    return Launch(zero + latitude, zero, zero + azimuth, kick, zero + cutoff)


@pytest.fixture(scope="module")
def flown(rockets):
    """An IRBM to the east, and the elements of its orbits from the states at burnout."""
    flight, track = in_chunks(lambda p: fly(rockets["irbm"], p, ROUND), launched(rockets["irbm"]))
    r, v = A + flight.burnout_altitude_m, flight.burnout_speed_m_s
    a = 1.0 / (2.0 / r - v**2 / MU)
    p = (r * v * np.cos(flight.burnout_angle_rad)) ** 2 / MU
    return flight, track, r, a, np.sqrt(1.0 - p / a), p


def test_the_apogee_is_that_of_the_orbit(flown):
    flight, _, _, a, e, _ = flown
    assert flight.apogee_m == pytest.approx(a * (1.0 + e) - A, abs=20.0)
    assert (flight.outcome == IMPACT).all()


def test_it_lands_where_and_when_the_orbit_does(flown):
    """From burnout to the ground: true and eccentric anomalies (BMW, ch. 4)."""
    flight, track, r, a, e, p = flown
    here = np.arctan2(track.r.y[0], track.r.x[0])
    up, down = np.arccos((p / r - 1.0) / e), 2 * np.pi - np.arccos((p / A - 1.0) / e)
    assert flight.longitude_rad == pytest.approx(here + down - up, abs=100.0 / A)
    assert flight.latitude_rad == pytest.approx(0.0, abs=1e-9)
    at = [2 * np.arctan(np.sqrt((1 - e) / (1 + e)) * np.tan(x / 2)) for x in (up, down - 2 * np.pi)]
    mean = [x - e * np.sin(x) for x in at]
    took = np.sqrt(a**3 / MU) * (mean[1] + 2 * np.pi - mean[0])
    assert flight.time_s - flight.burnout_time_s == pytest.approx(took, abs=0.05)


def test_the_energy_at_burnout(flown):
    flight, track, r, *_ = flown
    by_hand = flight.burnout_speed_m_s**2 / 2 - MU / r
    assert flight.burnout_energy_j_kg == pytest.approx(by_hand, rel=1e-8)
    state = np.stack([c[0] for c in (*track.r, *track.v)])
    assert flight.burnout_energy_j_kg == pytest.approx(energy_of(state), rel=1e-9)


def test_a_track_moves_as_it_says(rockets):
    """Earth-fixed, on the turning Earth: places of neighbouring points by the mean velocity."""
    launch = launched(rockets["irbm"], azimuth=-0.5, latitude=0.9)
    flight, track = in_chunks(lambda p: fly(rockets["irbm"], p), launch)
    r, v = (np.stack(part) for part in (track.r, track.v))
    time = track.time_s
    assert time[0] == pytest.approx(flight.burnout_time_s, abs=1e-9)
    step = np.diff(time, axis=0)
    # trapezium and the end correction by the change of acceleration are good to the fourth power
    force = np.gradient(v, axis=1) / np.gradient(time, axis=0)
    moved = step * (v[:, 1:] + v[:, :-1]) / 2 - step**2 * np.diff(force, axis=1) / 12
    assert np.abs(np.diff(r, axis=1) - moved)[:, 2:-2].max() < 30.0
    speed = np.sqrt((v[:, 0] ** 2).sum(axis=0))
    assert speed == pytest.approx(flight.burnout_speed_m_s, rel=1e-9)


def test_a_track_that_nobody_reads_is_nil(rockets):
    launch = launched(rockets["irbm"])
    bare, nil = in_chunks(lambda p: fly(rockets["irbm"], p, track=False), launch)
    flight, _ = in_chunks(lambda p: fly(rockets["irbm"], p), launch)
    for one, other in zip(bare, flight, strict=True):
        assert np.array_equal(one, other)
    assert not any(np.any(c) for c in (nil.time_s, *nil.r, *nil.v))


def ended(rocket, launch: Launch, env: Environment | None = None, cloud_break_m: float = 0.0):
    return in_chunks(lambda p: fly(rocket, p, env, cloud_break_m)[0], launch)


def test_outcomes(rockets):
    """Into the ground under power; round and round; down."""
    zero, one = np.zeros(2), np.ones(2)
    flat = Launch(zero, zero, one, np.array([1.4, 0.3]), one)
    heavy = rockets["shahab-3"]._replace(payload_kg=np.float64(6_000.0))
    assert ended(heavy, flat).outcome[0] == CRASHED
    assert ended(rockets["irbm"], flat).outcome[1] == IMPACT
    light = rockets["ss-25"]._replace(payload_kg=np.float64(60.0))
    kick = kick_map(light)(np.radians([5.0, 80.0]))
    orbit = Launch(zero, zero, one * np.pi / 2, kick, one)
    assert ended(light, orbit).outcome[0] == ESCAPED


def test_clouds_are_broken_on_the_way_up(rockets):
    launch = launched(rockets["irbm"])
    low, high, never = (
        ended(rockets["irbm"], launch, None, h).cloud_break_s for h in (5e3, 1e4, 1e8)
    )
    assert (low > 10.0).all()
    assert (high > low).all()
    assert np.isinf(never).all()


def test_the_pad_moves_with_the_ground(rockets):
    """Rotation hardly changes what is gained over the ground, eastward or westward."""
    for azimuth in (np.pi / 2, -np.pi / 2):
        launch = launched(rockets["irbm"], azimuth)
        turning, still = (
            ended(rockets["irbm"], launch, Environment(turning=x)).burnout_speed_m_s
            for x in (1.0, 0.0)
        )
        assert turning == pytest.approx(still, abs=40.0)
    moved = launched(rockets["irbm"])._replace(longitude_rad=np.full(len(ANGLES_DEG), 2.0))
    there, here = (
        ended(rockets["irbm"], x).burnout_speed_m_s for x in (moved, launched(rockets["irbm"]))
    )
    assert there == pytest.approx(here, rel=1e-9)
