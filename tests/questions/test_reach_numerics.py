"""Coarse sampling invents physics: the latest launch against halved samplings and rising speed."""

import numpy as np
import pytest

import twoplustwo.stages.reach as defence
from twoplustwo.engagement.flyout import Sampling
from twoplustwo.questions.reach import ask as question
from twoplustwo.runs.ask import ask

SPEEDS_KM_S = (5.0, 6.3, 7.0, 9.0)
CLIFF_STEP_KM_S, CLIFF_S = 0.05, 30.0
HALVED = Sampling(*(n // 2 for n in Sampling()))


def latest(europe, speeds_km_s):
    """Latest launch of every pair, shape (speeds, pairs); NaN where nothing meets."""
    path = "interceptors.gbi-2.burnout_speed"
    answers = ask("icbm-reach", [f"us+set:{path}={v:.4g} km/s" for v in speeds_km_s], europe)
    pairs = [f"{r['base']} to {r['target']}" for r in answers[0].rows.records()]
    return np.array([a.rows.column("latest_launch_s") for a in answers]), pairs


@pytest.fixture(scope="module")
def fine(europe):
    return {v: latest(europe, (v, v + CLIFF_STEP_KM_S)) for v in SPEEDS_KM_S}


def test_halving_every_sampling_moves_it_by_less_than_five_seconds(
    europe, fine, monkeypatch, tmp_path
):
    monkeypatch.setattr(defence, "Sampling", lambda: HALVED)
    monkeypatch.setattr(question, "SAMPLES", question.SAMPLES // 2)
    cliff = []
    for speed in SPEEDS_KM_S:
        (here, faster), pairs = fine[speed]
        (coarse,), _ = latest(europe, (speed,))
        steep = ~(np.abs(faster - here) < CLIFF_S)
        met = np.isfinite(here) | np.isfinite(coarse)
        moved = np.abs(coarse - here)
        calm = met & ~steep
        assert calm.sum() > 0.3 * met.sum()
        print(f"{speed} km/s: {calm.sum()} pairs move by at most {moved[calm].max():.2f} s")
        assert np.all(moved[calm] < 5.0)
        cliff += [
            f"{speed} km/s {pairs[i]}: {here[i]:.1f} s, halved {coarse[i]:.1f} s"
            for i in np.flatnonzero(met & steep)
        ]
    listing = tmp_path / "on-the-cliff.txt"
    listing.write_text("\n".join(cliff), encoding="utf-8")
    print(listing.read_text(encoding="utf-8"))  # the others, both values: pytest -s shows them
    assert 0 < len(cliff) < 4 * len(fine[5.0][1])


def test_it_never_falls_as_speed_rises(europe):
    """From 5 to 10 km/s in steps of 0.1; the union rule, exactly."""
    speeds = np.round(np.arange(5.0, 10.01, 0.1), 3)
    values, pairs = latest(europe, speeds)
    rise = np.diff(np.nan_to_num(values, nan=-1e9), axis=0)  # nothing meets: earlier than any
    worst = np.unravel_index(np.argmin(rise), rise.shape)
    assert rise.min() >= 0.0, f"{pairs[worst[1]]} at {speeds[worst[0]]} km/s: {rise.min():.2f} s"
