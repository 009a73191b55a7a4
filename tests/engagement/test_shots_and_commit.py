"""Greedy shots on hand-made paths, commit chains, unions and their maxima."""

import jax.numpy as jnp
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.engagement.arrival import Arrival
from twoplustwo.engagement.reach import Limits, absorb, maxima, nothing
from twoplustwo.engagement.shots import MOST, opportunities
from twoplustwo.engagement.timeline import BOOST_CUE, RADAR_TRACK, Doctrine, commit, override

TIME = np.arange(0.0, 600.0, 10.0)[:, None]
FAST = TIME - 100.0  # every point is 100 s of flight away


def count(launch, ready, assess):
    shots = opportunities(jnp.asarray(launch), jnp.asarray(TIME), jnp.array([ready]), assess)
    return int(shots.count[0]), np.asarray(shots.meeting_s)[:, 0]


def test_greedy_shots_by_hand():
    number, meetings = count(FAST, 50.0, 60.0)
    # leave at 50, meet at 150; look until 210, meet at 310; 370, 470; 530 would meet at 630
    assert number == 3
    assert meetings[:3] == pytest.approx([150.0, 310.0, 470.0])
    assert np.isinf(meetings[3:]).all()


def test_too_late_and_never_are_no_shots():
    assert count(FAST, 495.0, 60.0)[0] == 0
    assert count(FAST, np.inf, 60.0)[0] == 0
    assert count(np.full_like(TIME, -np.inf), 0.0, 60.0)[0] == 0


@given(st.floats(0.0, 400.0), st.floats(1.0, 200.0), st.floats(0.0, 100.0))
def test_later_commit_and_longer_looks_never_add_shots(ready, assess, later):
    first = count(FAST, ready, assess)[0]
    assert count(FAST, ready + later, assess)[0] <= first <= MOST
    assert count(FAST, ready, assess + later)[0] <= first


RULES = Doctrine(True, False, True, True, False, 20.0, 30.0)


def two(value):
    return np.array(value, dtype=float)


def test_the_earliest_enabled_chain_binds():
    found = commit(RULES, two([170, 170]), two([40, 160]), [two([220, 220])], [two([np.inf, 180])])
    # cue: 40 + 20 + 30 = 90, but not before burnout; 160 + 20 is past burnout, so no track
    assert found.delay_s == pytest.approx([170.0, 230.0])
    assert found.chain.tolist() == [BOOST_CUE, "remote"]
    off = commit(
        RULES._replace(boost_cue=False, remote=False),
        two([170, 170]),
        two([40, 160]),
        [two([220, np.inf])],
        [two([0, 0])],
    )
    assert off.chain.tolist() == [RADAR_TRACK, ""]
    assert off.delay_s[0] == pytest.approx(270.0)
    assert np.isinf(off.delay_s[1])


def test_launch_on_boost_lifts_the_wait_for_burnout():
    early = commit(RULES._replace(launch_on_boost=True), two([170]), two([40]), [], [])
    assert early.delay_s == pytest.approx([90.0])


def test_a_claimed_delay_stands_in_for_everything_and_says_so():
    found = commit(RULES, two([170]), two([40]), [], [])
    claimed = override(found, 250.0)
    assert claimed.delay_s.tolist() == [250.0]
    assert claimed.chain.tolist() == ["claimed_delay"]
    assert override(found, None) is found


def flyouts(flight, closing, angle=0.5):
    both = [
        jnp.asarray(np.stack([a, a])) for a in (flight, closing, 0 * flight, 0 * flight + angle)
    ]
    return Arrival(*both)


def test_the_union_takes_the_later_launch_and_only_what_counts():
    time = jnp.asarray(TIME[:3])
    limits = Limits(100.0, 400.0, 1_000.0)
    slow = flyouts(np.array([[300.0], [300.0], [90.0]]), np.full((3, 1), 2_000.0))
    fast = flyouts(np.array([[200.0], [500.0], [200.0]]), np.array([[2e3], [2e3], [500.0]]))
    best = absorb(nothing(time), slow, time, limits)
    both = absorb(best, fast, time, limits)
    assert np.asarray(best.launch_s).ravel().tolist() == [-300.0, -290.0, -np.inf]
    # the second of the faster flies too long, the third closes too slowly, the slow one too soon
    assert np.asarray(both.launch_s).ravel().tolist() == [-200.0, -290.0, -np.inf]
    flat = flyouts(np.full((3, 1), 150.0), np.full((3, 1), 2e3), angle=np.radians(0.5))
    assert np.array_equal(absorb(both, flat, time, limits).launch_s, both.launch_s)


def test_local_maxima():
    path = np.array([0.0, 1.0, 3.0, 2.0, 2.0, 5.0, 5.0, -np.inf])[:, None]
    assert np.flatnonzero(maxima(path)[:, 0]).tolist() == [2, 5]
    assert np.flatnonzero(maxima(path, apart=3)[:, 0]).tolist() == [5]
    assert not maxima(np.full((4, 1), -np.inf)).any()
