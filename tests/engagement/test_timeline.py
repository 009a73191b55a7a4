"""More sensors never delay commit; meetings are read between the samples of a path."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.engagement.shots import MOST, first_meeting, opportunities
from twoplustwo.engagement.timeline import Doctrine, commit

times = st.floats(0.0, 1_000.0)


@given(burnout=times, seen=times, own=times, other=times, track=times, decide=times)
def test_more_sensors_never_delay(burnout, seen, own, other, track, decide):
    rules = Doctrine(True, False, True, True, False, track, decide)
    b, s, o, x = (np.array([t]) for t in (burnout, seen, own, other))
    few = commit(rules, b, s, [o], []).delay_s
    assert commit(rules, b, s, [o, x], []).delay_s <= few
    assert commit(rules, b, s, [o], [x]).delay_s <= few
    assert commit(rules._replace(boost_cue=False), b, s, [o], []).delay_s >= few
    assert commit(rules._replace(launch_on_boost=True), b, s, [o], []).delay_s <= few
    slower = commit(rules._replace(decision_time_s=decide + 1.0), b, s, [o], []).delay_s
    assert slower >= few


def test_never_seen_is_never_not_nan():
    never = np.array([np.inf])
    rules = Doctrine(True, True, True, True, False, 30.0, 40.0)
    found = commit(rules, np.array([170.0]), never, [never], [])
    assert found.delay_s == pytest.approx(np.inf)
    assert list(found.chain) == [""]


def columns(*rows) -> np.ndarray:
    return np.array(rows, dtype=float).T


def test_first_meeting_between_samples():
    time = columns([300.0, 400.0, 500.0])
    launch = columns([100.0, 200.0, 150.0])
    met = [float(first_meeting(launch, time, np.array([r]))[0]) for r in (50.0, 150.0, 200.0)]
    assert met == pytest.approx([300.0, 350.0, 400.0], abs=1e-9)
    assert float(first_meeting(launch, time, np.array([201.0]))[0]) == np.inf


def test_a_gap_is_not_bridged():
    time = columns([300.0, 400.0, 500.0])
    launch = columns([-np.inf, 200.0, 250.0])
    assert float(first_meeting(launch, time, np.array([0.0]))[0]) == 400.0


def test_no_more_shots_than_are_counted():
    time = columns(np.arange(300.0, 3_000.0, 10.0))
    shots = opportunities(time - 100.0, time, np.array([0.0]), 0.0)
    assert int(shots.count[0]) == MOST
