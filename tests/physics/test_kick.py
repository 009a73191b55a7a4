"""The map from path angle to kick is flown again."""

from types import SimpleNamespace

import numpy as np
import pytest

from twoplustwo.physics import kick as module
from twoplustwo.physics.boost import Environment, Launch
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.fly import CRASHED, fly
from twoplustwo.physics.kick import KICK_RANGE_RAD, SAMPLES, kick_map

NAMES = ("shahab-3", "ss-25")


@pytest.fixture(scope="module", params=NAMES)
def mapped(request, rockets):
    return rockets[request.param], kick_map(rockets[request.param])


def test_each_kick_gives_its_nominal_angle(mapped):
    """From the equator to the east, full burn, on a still Earth."""
    rocket, kicks = mapped
    angle = np.radians(np.linspace(np.degrees(kicks.lowest_rad) + 0.3, 87.0, 101))
    zero = np.zeros_like(angle)
    launch = Launch(zero, zero, zero + np.pi / 2, kicks(angle), zero + 1.0)
    still = Environment(turning=0.0)
    flight = in_chunks(lambda piece: fly(rocket, piece, still)[0], launch)
    assert np.degrees(flight.burnout_angle_rad) == pytest.approx(np.degrees(angle), abs=0.05)


def test_it_falls_from_steep_to_flat_and_is_clamped_at_the_ends(mapped):
    _, kicks = mapped
    assert (np.diff(kicks.angle_rad) > 0.0).all()
    assert (np.diff(kicks.kick_rad) < 0.0).all()
    # a degree was asked for; kicks are sampled, half a degree of margin is kept
    assert 0.5 <= np.degrees(kicks.lowest_rad) < 2.0
    assert np.degrees(kicks.highest_rad) > 88.0
    beyond = kicks(np.array([-1.0, kicks.lowest_rad, kicks.highest_rad, 2.0]))
    assert beyond[0] == pytest.approx(beyond[1], rel=1e-12)
    assert beyond[2] == pytest.approx(beyond[3], rel=1e-12)


def test_an_angle_that_rises_again_is_left_out(monkeypatch):
    """Two kicks of one angle would make no map; made-up flights, one of them out of order."""
    angle = np.linspace(1.5, 0.2, SAMPLES)
    angle[70:73] = angle[65]
    flight = SimpleNamespace(burnout_angle_rad=angle, outcome=np.zeros(SAMPLES))
    monkeypatch.setattr(module, "in_chunks", lambda *_: flight)
    kicks = kick_map(None)
    kick = np.geomspace(*KICK_RANGE_RAD, SAMPLES)
    plain = np.delete(np.arange(SAMPLES), [70, 71, 72])
    assert kicks.angle_rad == pytest.approx(angle[plain][::-1], rel=1e-12)
    assert kicks.kick_rad == pytest.approx(kick[plain][::-1], rel=1e-12)


def test_the_flattest_asked_for(rockets):
    flat = kick_map(rockets["ss-25"], np.radians(-4.0))
    assert -4.5 <= np.degrees(flat.lowest_rad) < -1.0


def test_it_ends_where_the_rocket_would_touch_the_ground(rockets):
    """So heavy that steep kicks bring it down under power: the last one sampled does not."""
    heavy = rockets["shahab-3"]._replace(payload_kg=np.float64(6_000.0))
    kicks = kick_map(heavy, np.radians(-60.0))
    one_more = kicks.kick_rad[0] * kicks.kick_rad[0] / kicks.kick_rad[1]
    kick = np.append(kicks.kick_rad, one_more)
    zero = np.zeros_like(kick)
    launch = Launch(zero, zero, zero + np.pi / 2, kick, zero + 1.0)
    flight = in_chunks(lambda piece: fly(heavy, piece, Environment(turning=0.0))[0], launch)
    assert (flight.outcome[:-1] != CRASHED).all()
    assert flight.outcome[-1] == CRASHED
