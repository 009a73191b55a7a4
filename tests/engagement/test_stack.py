"""What must be true: speeds of a stack over its payload, read backwards."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.base import constants as k
from twoplustwo.engagement import stack as module
from twoplustwo.engagement.equivalent import BURNOUT, ENERGY, energy_speed
from twoplustwo.engagement.stack import PAYLOADS_KG, Stack
from twoplustwo.physics.vehicle import Rocket

STAGES = ((15_000.0, 1_200.0, 2_790.0), (3_900.0, 360.0, 2_845.0), (770.0, 110.0, 2_815.0))
REFERENCE_RAD, RADIUS_M = np.radians(35.0), 6_571_000.0
STACK = Rocket(
    propellant_kg=np.array([s[0] for s in STAGES]),
    structure_kg=np.array([s[1] for s in STAGES]),
    exhaust_vacuum_m_s=np.array([s[2] for s in STAGES]),
    exhaust_sea_level_m_s=np.array([s[2] for s in STAGES]),
    burn_time_s=np.array([70.0, 70.0, 65.0]),
    payload_kg=1.0,
    drag_area_m2=1.3,
    vertical_time_s=3.0,
    kick_time_s=10.0,
    ballistic_coefficient_kg_m2=1e9,
    drag_mach=np.array([0.0, 8.0]),
    drag_cd=np.array([0.3, 0.3]),
)


def ideal(payload_kg) -> float:
    """Tsiolkovsky by hand, stage after stage from the top."""
    mass, total = np.asarray(payload_kg, dtype=float), 0.0
    for propellant, structure, exhaust in reversed(STAGES):
        full, empty = mass + structure + propellant, mass + structure
        total, mass = total + exhaust * np.log(full / empty), full
    return total


@pytest.fixture(scope="module")
def whole():
    """The stack with flights of which all is known: 1,500 m/s are lost, flat shots lose least."""

    def flown(many, launch):
        # from the equator to the east, all the propellant
        assert not np.any(launch.latitude_rad)
        assert not np.any(launch.longitude_rad)
        assert launch.azimuth_rad == pytest.approx(np.pi / 2, rel=1e-12)
        assert launch.cutoff == pytest.approx(1.0, rel=1e-12)
        assert list(many.payload_kg) == list(PAYLOADS_KG)
        kick = launch.kick_rad[None, :]
        climb = np.pi / 2 - 12.0 * kick / np.radians(150.0) + 0.0 * many.payload_kg[:, None]
        speed = ideal(many.payload_kg)[:, None] - 1_500.0 - 500.0 * climb
        return speed, climb, RADIUS_M + 0.0 * climb, 1.0 + 0.0 * climb

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "still", flown)
        return Stack(STACK, REFERENCE_RAD)


def burnout_speed(payload_kg):
    return ideal(payload_kg) - 1_500.0 - 500.0 * REFERENCE_RAD


@given(st.floats(30.0, 6_000.0))
def test_ideal_speed_by_hand(payload_kg):
    assert Stack.ideal_m_s(_bare(), payload_kg) == pytest.approx(ideal(payload_kg), rel=1e-12)


def test_a_stage_that_is_not_there_adds_nothing():
    two = STACK._replace(propellant_kg=np.array([15_000.0, 3_900.0, 0.0]))
    full, empty = 500.0 + 360.0 + 3_900.0, 500.0 + 360.0
    by_hand = 2_845.0 * np.log(full / empty) + 2_790.0 * np.log(
        (full + 16_200.0) / (full + 1_200.0)
    )
    assert Stack.ideal_m_s(_bare(two), 500.0) == pytest.approx(by_hand, rel=1e-12)


def _bare(rocket: Rocket = STACK) -> Stack:
    """A stack that has not been flown."""
    bare = object.__new__(Stack)
    bare._rocket = rocket
    return bare


@given(payload=st.floats(40.0, 5_000.0))
def test_the_payload_of_a_speed(whole, payload):
    speed = burnout_speed(payload)
    assert whole.payload_kg(speed, BURNOUT) == pytest.approx(payload, rel=2e-3)
    higher = energy_speed(speed, RADIUS_M)
    assert whole.payload_kg(higher, ENERGY) == pytest.approx(payload, rel=2e-3)
    assert higher == pytest.approx(
        np.sqrt(speed**2 + 2 * k.EARTH_MU_M3_S2 * (1 / 6_378_137.0 - 1 / RADIUS_M)), rel=1e-12
    )


def test_no_payload_is_light_or_heavy_enough(whole):
    fast, slow = burnout_speed(PAYLOADS_KG[0]), burnout_speed(PAYLOADS_KG[-1])
    assert np.isnan(whole.payload_kg(fast + 1.0, BURNOUT))
    assert np.isnan(whole.payload_kg(slow - 1.0, BURNOUT))
    assert np.isfinite(whole.payload_kg(fast - 1.0, BURNOUT))
