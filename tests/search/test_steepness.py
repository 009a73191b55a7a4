"""The recorded steepness of the largest margin holds on a grid, missile by missile."""

import math
from itertools import pairwise

import pytest

from twoplustwo.positions.position import Position, parse_position
from twoplustwo.runs.headline_values import headline_values
from twoplustwo.search.worst import proof
from twoplustwo.search.worst.find import worst
from twoplustwo.search.worst.search import CORNERS
from twoplustwo.search.worst.spans import Number
from twoplustwo.search.worst.steepness import measured, recorded_steepness

from ..europe_cards import card

REACH, MARGIN = "reach", "best_margin_s"
MISSILES = ("ss-18", "ss-19", "ss-25")


@pytest.fixture(autouse=True, scope="module")
def bound():
    """What is measured here is what the record will say: it must not be asked for it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(proof, "holds", lambda *_: True)
        yield


@pytest.fixture(scope="module")
def corner(europe, bound):
    """Everything monotone at its worst, under a cap at which nothing is met."""
    found = worst(REACH, Position("us", measures=("speed-cap-5",)), europe, effort=CORNERS)
    return found.attained


def margins(europe, corner, settings):
    at = []
    for sets in settings:
        others = tuple(pair for pair in corner.sets if pair[0] not in dict(sets))
        at.append(Position(corner.party, measures=corner.measures, sets=(*others, *sets)))
    return headline_values(REACH, at, europe)[MARGIN]


def lofts(deg):
    return tuple((f"missiles.{m}.loft", f"{deg!r} deg") for m in MISSILES)


def test_no_step_is_steeper_than_recorded(europe, corner):
    known = recorded_steepness(REACH, MARGIN).per
    steps = {
        "missiles.*.loft": ([lofts(d) for d in (4.5, 5.0)], math.radians(0.5)),
        "interceptors.*.burn_time": (
            [(("interceptors.gbi-2.burn_time", f"{s} s"),) for s in (120, 160)],
            40.0,
        ),
        "missiles.*.burn_time": (
            [(("missiles.ss-25.burn_time", f"{s} s"),) for s in (170, 175)],
            5.0,
        ),
    }
    for name, (settings, step) in steps.items():
        one, two = margins(europe, corner, settings)
        assert 0.1 * known[name] < abs(two - one) / step <= known[name] / 1.8, name


def test_finer_steps_stay_within_what_sampling_is_allowed(europe, corner):
    """Between close neighbours the sampling of paths counts, not the steepness."""
    record = recorded_steepness(REACH, MARGIN)
    assert record.below == -2.0
    seconds = [170 + 0.25 * step for step in range(21)]
    found = margins(europe, corner, [(("missiles.ss-25.burn_time", f"{s} s"),) for s in seconds])
    steps = [abs(two - one) for one, two in pairwise(found)]
    assert max(steps) <= record.per["missiles.*.burn_time"] / 1.8 * 0.25 - record.below


def test_missiles_may_be_moved_together(europe, corner):
    """The largest margin over pairs is that of the missile whose loft suits best."""
    low, high = lofts(-5.0), lofts(5.0)
    found = margins(
        europe,
        corner,
        [
            low,
            high,
            (*low[:1], *high[1:]),
            (*high[:1], *low[1:]),
        ],
    )
    assert max(found[2:]) == pytest.approx(max(found[:2]), abs=1e-6)
    assert min(found[2:]) >= min(found[:2]) - 1e-6


def test_what_was_not_measured_bounds_nothing():
    known = recorded_steepness(REACH, MARGIN)
    assert known.of([Number("missiles.ss-25.payload", 900.0, 1000.0, 950.0, "kg")]) is None
    assert known.of([Number("missiles.ss-25.burn_time", 170.0, 180.0, 175.0, "s")]) == {
        "missiles.ss-25.burn_time": pytest.approx(8.0, rel=1e-9)
    }
    assert recorded_steepness(REACH, "median_margin_s") is None
    assert recorded_steepness("raid", "p_no_leaker") is None
    assert recorded_steepness(REACH, "share_reachable") is known


def test_the_record_speaks_of_questions_and_columns_that_are_there():
    for one in measured():
        asked = card(one.question)
        assert {one.column, *one.settles} <= set(asked.columns)
        assert all(rate > 0.0 for rate in one.per.values())


def test_a_bounded_margin_holds_at_its_corners(europe):
    """Under the cap of three the record is used; no end of any open number passes the limit."""
    found = worst(REACH, parse_position("us+speed-cap-3", europe), europe, MARGIN, effort=CORNERS)
    assert found.label == "bounded" and found.value < found.limit < 0.0
    for sets in (lofts(-5.0), lofts(5.0), (("interceptors.gbi-2.burn_time", "120 s"),)):
        assert margins(europe, found.attained, [sets])[0] <= found.limit
