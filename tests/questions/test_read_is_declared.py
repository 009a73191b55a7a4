"""What an answer says it read moves it: each number, pushed off its value, changes a column."""

import numpy as np
import pytest

from twoplustwo.base.units import si_unit
from twoplustwo.runs.ask import ask

# one position for each chain of commit that can bind
POSITIONS = (
    "us",
    "us+set:commit.radar_track=no+set:commit.remote=yes",
    "us+set:commit.radar_track=no+set:commit.boost_cue=yes+set:commit.launch_on_boost=yes",
)
# read, and rightly without effect on any column here
IDLE = {
    "engagement.assessment_time": "icbm-reach counts no second shot",
    "engagement.kv_min": "no latest launch meets its missile so soon after burnout",
    "radars.globus.dwell": "these flights pass below its horizon, not beyond its range",
    "satellites.early-warning.scan_period": "clouds break later than the first scan",
    "radars.emr.sector": "without a boresight a radar looks all round",
    "radars.globus.sector": "without a boresight a radar looks all round",
    "radars.forward.sector": "none of these flights crosses the edge of its sector",
    "radars.forward.boresight": "none of these flights crosses the edge of its sector",
    "radars.forward.dwell": "these flights pass below its horizon, not beyond its range",
    "radars.forward.min_elevation": "another radar tracks these flights first",
    "interceptors.gbi-2.number": "of their number icbm-reach asks only whether it is nought",
} | {
    f"radars.{name}.{number}": "a joint centre, whose radars they are, is a measure"
    for name in ("gabala", "armavir")
    for number in ("boresight", "dwell", "min_elevation", "sector")
}


def columns(answer):
    return {n: answer.rows.column(n) for n in answer.rows.names}


def differs(one, two):
    return any(not np.array_equal(one[n], two[n], equal_nan=one[n].dtype.kind == "f") for n in one)


@pytest.fixture(scope="module")
def before(europe):
    return ask("icbm-reach", POSITIONS, europe)


def pushed(assumption):
    """The farther end of the claimed interval, or the value moved by a tenth."""
    value, low, high = assumption.value, assumption.low, assumption.high
    if low is not None and high is not None and low < high:
        return high if abs(high - value) >= abs(value - low) else low
    return value * 0.9 if value else value


def test_every_number_read_moves_some_column_or_is_listed(europe, before):
    numbers = [a for a in before[0].assumptions if isinstance(a.value, float | int)]
    assert len(numbers) > 30
    idle = set()
    for one in numbers:
        end = pushed(one)
        if end == one.value:
            idle.add(one.parameter)
            continue
        unit = si_unit(one.unit) if one.unit else "1"
        moved = [f"{p}+set:{one.parameter}={end!r} {unit}" for p in POSITIONS]
        after = ask("icbm-reach", moved, europe)
        changed = any(differs(columns(a), columns(b)) for a, b in zip(before, after, strict=True))
        if not changed:
            idle.add(one.parameter)
    assert idle == set(IDLE), idle ^ set(IDLE)
