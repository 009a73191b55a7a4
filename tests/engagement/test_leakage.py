"""Leakage: published values, the best shares of whole shots, and what each number does."""

import math
from itertools import combinations_with_replacement

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.engagement.leakage import (
    Shield,
    expected_stopped,
    largest_raid,
    log_no_leaker,
    needed,
    shared_out,
    whole,
    whole_raid,
)

chances = st.floats(0.02, 0.98)
counts = st.integers(1, 60)


def no_leaker(shield, stock, warheads):
    shots = shared_out(stock, warheads, shield.most_shots)
    return float(np.exp(log_no_leaker(shield, shots, warheads)))


def stopped(shield, stock, warheads):
    shots = shared_out(stock, warheads, shield.most_shots)
    return float(expected_stopped(shield, shots, warheads))


@pytest.mark.parametrize(
    ("p", "shots", "chance"),
    [(0.58, 4, 0.97), (0.5, 4, 0.9375)],
    # 97 % with four, Missile Defense Agency 2017; 94 % with four at one half, L. Grego 2017
)
def test_published_chances_against_one(p, shots, chance):
    assert no_leaker(Shield(p), shots, 1) == pytest.approx(chance, abs=0.0, rel=2e-3)


@pytest.mark.parametrize(
    ("p", "warheads", "goal", "each"),
    # n = ln(1 − P^(1/W)) / ln(1 − k): Wilkening 1999, the formula worked
    [(0.5, 10, 0.8, 5.50), (0.7, 5, 0.8, 2.60), (0.8, 5, 0.95, 2.85), (0.9, 20, 0.95, 2.59)],
)
def test_shots_needed_lie_between_the_whole_numbers_around_the_formula(p, warheads, goal, each):
    found = needed(Shield(p), warheads, goal)
    assert found.most_at_one == math.ceil(each)
    assert math.floor(each) * warheads < found.interceptors <= math.ceil(each) * warheads


def test_ten_on_seven_is_not_one_and_a_half_each():
    shots = shared_out(10, 7)
    assert (shots.least, shots.more) == (1, 3)
    chance = no_leaker(Shield(0.8), 10, 7)
    assert chance == pytest.approx(0.96**3 * 0.8**4, rel=1e-12)
    assert chance < (1 - 0.2 ** (10 / 7)) ** 7


@given(counts, counts, chances)
def test_every_interceptor_is_used_once_and_none_twice(stock, warheads, p):
    shots = shared_out(stock, warheads)
    total = shots.least * (warheads - shots.more) + shots.more * (shots.least + 1)
    assert total == stock and 0 <= shots.more < warheads


@given(st.integers(0, 7), st.integers(1, 4), chances, st.integers(1, 4))
def test_even_shares_are_the_best_of_all_shares(stock, warheads, p, most):
    """Against every way to hand out the shots, for both aims."""
    ways = [
        way
        for way in combinations_with_replacement(range(min(stock, most) + 1), warheads)
        if sum(way) <= stock
    ]
    each = [[1 - (1 - p) ** n for n in way] for way in ways]
    shield = Shield(p, most_shots=most)
    assert no_leaker(shield, stock, warheads) == pytest.approx(
        max(math.prod(one) for one in each), rel=1e-9
    )
    assert stopped(shield, stock, warheads) == pytest.approx(
        max(sum(one) for one in each), rel=1e-9
    )


@given(chances, chances, chances, counts, counts, st.integers(1, 6))
def test_more_of_anything_never_lets_more_through(p, track, common, stock, warheads, most):
    here = Shield(p, track, common, most)
    better = [
        (Shield(p + 0.02, track, common, most), stock, warheads),
        (Shield(p, track + 0.02, common, most), stock, warheads),
        (Shield(p, track, common + 0.02, most), stock, warheads),
        (Shield(p, track, common, most + 1), stock, warheads),
        (here, stock + 1, warheads),
        (here, stock, warheads - 1),
    ]
    now, got = no_leaker(here, stock, warheads), stopped(here, stock, warheads) / warheads
    for shield, more, fewer in better:
        assert no_leaker(shield, more, fewer) >= now * (1 - 1e-12)
        if fewer:
            assert stopped(shield, more, fewer) / fewer >= got * (1 - 1e-12)


@given(chances, chances, chances, counts, counts)
def test_what_fails_for_all_bounds_the_chance(p, track, common, stock, warheads):
    shared = no_leaker(Shield(p, track, common), stock, warheads)
    alone = no_leaker(Shield(p, track), stock, warheads)
    assert shared <= common * track**warheads * (1 + 1e-12)
    assert shared == pytest.approx(common * alone, rel=1e-12)
    assert shared < alone or alone == 0.0


@given(chances, st.floats(0.9, 1.0), st.floats(0.9, 1.0), counts, st.floats(0.05, 0.99))
def test_the_number_needed_is_the_least_that_does_it(p, track, common, warheads, goal):
    shield = Shield(p, track, common)
    found = needed(shield, warheads, goal)
    if common * track**warheads <= goal * (1 - 1e-12):
        assert math.isnan(found.interceptors)
        assert no_leaker(shield, 10**6, warheads) < goal
        return
    if math.isnan(found.interceptors):  # the goal lies at the limit itself
        assert found.limit == pytest.approx(goal, rel=1e-9)
        return
    assert no_leaker(shield, found.interceptors, warheads) >= goal * (1 - 1e-9)
    assert no_leaker(shield, found.interceptors - 1, warheads) < goal
    assert found.most_at_one == math.ceil(found.interceptors / warheads)


@given(chances, st.integers(0, 80), st.floats(0.05, 0.99), st.integers(1, 5))
def test_the_largest_raid_is_the_largest(p, stock, goal, most):
    shield = Shield(p, most_shots=most)
    most_met = largest_raid(shield, stock, goal)
    assert most_met <= stock
    assert most_met == 0 or no_leaker(shield, stock, most_met) >= goal
    assert no_leaker(shield, stock, most_met + 1) < goal


def test_thousands_of_warheads_keep_their_digits():
    """Two shots of 0.9999 at each of 2,000: worked with whole fractions."""
    from fractions import Fraction

    exact = (1 - Fraction(1, 10000) ** 2) ** 2000
    assert no_leaker(Shield(0.9999), 4000, 2000) == pytest.approx(float(exact), rel=1e-12)
    shots = shared_out(2000, 2000)
    tiny = float(log_no_leaker(Shield(0.1), shots, 2000))
    assert tiny == pytest.approx(2000 * math.log(0.1), rel=1e-12)  # e^−4605 is no float


def test_ends():
    assert no_leaker(Shield(0.9), 0, 5) == 0.0
    assert no_leaker(Shield(0.9), 4, 5) == 0.0
    assert no_leaker(Shield(0.0), 50, 5) == 0.0
    assert no_leaker(Shield(1.0), 5, 5) == 1.0
    assert no_leaker(Shield(0.9, 0.5, 0.5), 0, 0) == 1.0
    assert stopped(Shield(0.5, 0.5, 0.5), 5, 5) == pytest.approx(5 / 8, rel=1e-12)
    assert needed(Shield(1.0), 7, 1.0) == (7.0, 1.0, 1.0)
    assert math.isnan(needed(Shield(0.0), 7, 0.5).interceptors)
    assert math.isnan(needed(Shield(0.9), 7, 1.0).interceptors)
    assert needed(Shield(0.9), 0, 0.95).interceptors == 0.0


def test_parts_of_a_missile_are_none():
    assert (whole(9.999999999999), whole(9.5)) == (10.0, 9.0)
    assert (whole_raid(3.000000000001), whole_raid(3.2)) == (3.0, 4.0)


def test_what_the_doctrine_leaves_over_is_not_fired():
    shots = shared_out(10, 2, 4)
    assert (shots.least, shots.more) == (4, 0)
    assert no_leaker(Shield(0.5, most_shots=4), 10, 2) == no_leaker(Shield(0.5), 8, 2)
