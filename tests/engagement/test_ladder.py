"""Any burn and speed that a rocket can have: the rocket made has it, or it is said which it has."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twoplustwo.engagement.equivalent import BURNOUT, DELTA_V_M_S, ENERGY, longest_stretch, still
from twoplustwo.engagement.ladder import Equivalents, Rung
from twoplustwo.physics.boost import Launch

BURNS_S = (4.0, 10.0, 16.0, 22.0, 30.0, 45.0, 60.0, 138.0, 250.0, 400.0, 600.0)


@pytest.fixture(scope="module")
def made(recipe):
    """All rockets of one burn."""
    assert (recipe.rise_share, recipe.kick_share) == (0.02, 0.2)
    return cache(lambda burn_s: Equivalents(replace(recipe, burn_time_s=burn_s)))


def flown(made: Equivalents, rung: Rung) -> tuple[float, float]:
    """Speed [m/s] and path angle [rad] of the flight with the kick of the reference angle."""
    kick = np.atleast_1d(made.kicks(rung, np.array(made.recipe.reference_angle_rad)))
    one = made.rocket(rung)
    stack = type(one)(
        *(np.broadcast_to(np.asarray(f), (len(DELTA_V_M_S), *np.shape(f))) for f in one)
    )
    zero = np.zeros(160)  # the shape that is compiled already
    launch = Launch(zero, zero, zero + np.pi / 2, zero + kick, zero + 1.0)
    speed, angle, *_ = still(stack, launch)
    return float(np.asarray(speed)[0, 0]), float(np.asarray(angle)[0, 0])


@settings(max_examples=30)
@given(
    burn_s=st.sampled_from(BURNS_S),
    speed_m_s=st.floats(1_000.0, 12_000.0),
    reading=st.sampled_from([BURNOUT, ENERGY]),
)
def test_it_flies_as_fast_as_claimed_or_says_how_fast_it_flies(made, burn_s, speed_m_s, reading):
    all_of_it = made(burn_s)
    rung = all_of_it.rung(speed_m_s, reading)
    inside = any(low <= speed_m_s <= high for low, high in all_of_it.ranges_m_s(reading))
    assert (rung is not None) == inside
    if rung is None:
        return
    assert all_of_it.speed(rung, reading) == pytest.approx(speed_m_s, abs=1.0)
    speed, angle = flown(all_of_it, rung)
    assert angle == pytest.approx(all_of_it.recipe.reference_angle_rad, abs=np.radians(0.3))
    assert speed == pytest.approx(all_of_it.speed(rung, BURNOUT), rel=2e-3)
    below = [all_of_it.speed(r, BURNOUT) for r in all_of_it.below(rung)]
    assert below == sorted(below)
    assert all(b < all_of_it.speed(rung, BURNOUT) for b in below)


@pytest.mark.parametrize("speed_m_s", [1_500.0, 2_000.0, 2_500.0, 2_800.0, 5_000.0, 8_000.0])
def test_sixteen_seconds_make_what_is_printed(made, speed_m_s):
    """An interceptor as printed: 2.5 to 2.8 km/s after 16 s; its flattest path is far below 35°."""
    rung = made(16.0).rung(speed_m_s, BURNOUT)
    assert rung is not None
    flattest = np.radians(25.0)
    if rung.short:
        assert np.isfinite(made(16.0).kicks(rung, flattest))
    assert made(16.0).below(rung)[0].short  # down to 0.5 km/s
    assert len(made(16.0).below(rung)) == int(np.ceil(speed_m_s / 500.0)) - 1


def test_a_long_burn_keeps_its_steering(recipe):
    """Where the held times reach the reference angle nothing is cut, and no other family flies."""
    long = Equivalents(replace(recipe, burn_time_s=140.0))
    for speed_m_s in (2_500.0, 6_300.0, 11_900.0):
        rung = long.rung(speed_m_s, BURNOUT)
        assert rung is not None
        assert not rung.short
        assert not any(r.short for r in long.below(rung))
    assert "short" not in vars(long)
    speeds = [long.speed(r, BURNOUT) for r in long.below(None)]
    assert speeds == pytest.approx(np.arange(2_000.0, 12_500.0, 500.0), abs=0.5)


@pytest.mark.parametrize("ends", [(1_000.0, 2_000.0), (2_050.0, 12_000.0)])
def test_more_speed_keeps_every_rung(made, ends):
    for burn_s in BURNS_S[1::2]:
        before: set[Rung] = set()
        for speed_m_s in np.arange(*ends, 250.0):
            rung = made(burn_s).rung(float(speed_m_s), BURNOUT)
            if rung is None:
                continue
            below = set(made(burn_s).below(rung))
            assert before <= below
            before = below


def test_no_speed_at_all(made, recipe):
    """A burn so long that the thrust lifts nothing, for any ideal speed of the ladder."""
    weak = Equivalents(replace(recipe, burn_time_s=3_000.0))
    assert weak.ranges_m_s(BURNOUT) == []
    assert weak.rung(6_300.0, BURNOUT) is None
    assert weak.below(None) == []
    assert np.isnan(weak.held.speed(8_000.0, BURNOUT))
    assert np.isnan(weak.held.kicks(8_000.0, np.radians([10.0, 60.0]))).all()


def test_without_shares_nothing_is_cut(recipe):
    whole = replace(recipe, burn_time_s=10.0, rise_share=1.0, kick_share=1.0)
    assert whole.shortened() == whole
    assert Equivalents(whole).rung(2_000.0, BURNOUT) is None


def test_the_longest_stretch():
    def of(text: str) -> tuple[int, int]:
        return longest_stretch(np.array([c == "x" for c in text]))

    assert of("..xx.xxx.x") == (5, 8)
    assert of("xx..xx") == (0, 2)
    assert of("....") == (0, 0)
    assert of("xxxx") == (0, 4)
