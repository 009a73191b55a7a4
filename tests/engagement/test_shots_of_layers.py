"""Shots counted over layers, greedily in time, each layer with a stock of its own."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.engagement.shots import MOST, first_meeting, opportunities, opportunities_of_layers

COUNT, SAMPLES = 6, 20


def path(draw: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Launches and times of some threats, some of which nothing meets."""
    start = draw.uniform(0.0, 400.0, COUNT)
    time = start + np.sort(draw.uniform(0.0, 600.0, (SAMPLES, COUNT)), axis=0)
    launch = time - draw.uniform(30.0, 400.0, (SAMPLES, COUNT))
    launch[draw.uniform(size=launch.shape) < 0.2] = -np.inf
    return launch, time


@given(seed=st.integers(0, 10_000), stock=st.sampled_from([0.0, 1.0, 2.0, np.inf]))
def test_one_layer_is_the_usual_count_up_to_its_stock(seed, stock):
    draw = np.random.default_rng(seed)
    launch, time = path(draw)
    commit = draw.uniform(0.0, 300.0, COUNT)
    usual = opportunities(launch, time, commit, 45.0)
    layered = opportunities_of_layers([(launch, time)], commit, np.array([45.0]), np.array([stock]))
    assert np.array_equal(layered.count, np.minimum(usual.count, stock))
    if stock == np.inf:
        assert np.array_equal(layered.meeting_s, usual.meeting_s)


@given(seed=st.integers(0, 10_000))
def test_whoever_meets_first_fires_next(seed):
    """Against the same told step by step."""
    draw = np.random.default_rng(seed)
    ways = [path(draw) for _ in range(3)]
    commit = draw.uniform(0.0, 300.0, COUNT)
    assess = np.array([20.0, 60.0, 0.0])
    stock = np.array([1.0, np.inf, 2.0])
    got = opportunities_of_layers(ways, commit, assess, stock)
    for b in range(COUNT):
        ready, left, meetings = commit[b], stock.copy(), []
        for _ in range(MOST):
            soonest = [
                float(first_meeting(w[:, b : b + 1], t[:, b : b + 1], np.array([ready]))[0])
                if left[k] >= 1
                else np.inf
                for k, (w, t) in enumerate(ways)
            ]
            k = int(np.argmin(soonest))
            if np.isinf(soonest[k]):
                break
            meetings.append(soonest[k])
            ready, left[k] = soonest[k] + assess[k], left[k] - 1
        assert int(np.asarray(got.count)[b]) == len(meetings)
        assert np.asarray(got.meeting_s)[: len(meetings), b] == pytest.approx(meetings, abs=1e-9)


@given(seed=st.integers(0, 10_000))
def test_a_further_layer_never_takes_a_first_shot_away(seed):
    draw = np.random.default_rng(seed)
    ways = [path(draw) for _ in range(2)]
    commit = draw.uniform(0.0, 300.0, COUNT)
    ends = np.array([30.0, 30.0]), np.array([np.inf, np.inf])
    one = opportunities_of_layers(ways[:1], commit, ends[0][:1], ends[1][:1])
    two = opportunities_of_layers(ways, commit, *ends)
    assert ((np.asarray(two.count) >= 1) | (np.asarray(one.count) == 0)).all()
    assert (np.asarray(two.meeting_s)[0] <= np.asarray(one.meeting_s)[0]).all()
