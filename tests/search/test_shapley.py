"""Shapley shares and interactions: known games, exact zeros, the sign from the other end."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twoplustwo.analysis.divergence.orders import coalitions_passed, drawn_orders, estimate
from twoplustwo.search.shapley import interaction, orders, shapley_shares

games = st.integers(1, 6).flatmap(
    lambda n: st.lists(st.floats(-1e3, 1e3), min_size=2**n, max_size=2**n).map(np.array)
)


def game(value, players):
    """Value of every coalition, from a function of the players' membership."""
    return np.array(
        [float(value(*(m >> i & 1 for i in range(players)))) for m in range(2**players)]
    )


def test_an_additive_game_gives_each_its_own():
    own = [3.0, -2.0, 0.5, 0.0, 7.25]
    found = shapley_shares(game(lambda *x: sum(a * b for a, b in zip(own, x, strict=True)), 5))
    assert found.share == pytest.approx(own, abs=1e-12)
    assert list(found.least) == list(found.most) == own
    assert not found.error.any()


def test_the_glove_game():
    """One left glove, two right ones, a pair is worth 1: 2/3, 1/6, 1/6 (Shapley 1953)."""
    found = shapley_shares(game(lambda left, a, b: min(left, a + b), 3))
    assert found.share == pytest.approx([2 / 3, 1 / 6, 1 / 6], rel=1e-12)


def test_a_product_of_two_is_shared_by_its_closed_form():
    """v = x y from (1, 2) to (4, 8): 3 (2 + 8) / 2 and 6 (1 + 4) / 2; together 3 times 6."""
    values = game(lambda x, y: (1 + 3 * x) * (2 + 6 * y), 2)
    assert shapley_shares(values).share == pytest.approx([15.0, 15.0], rel=1e-12)
    assert interaction(values, 0, 1) == pytest.approx(18.0, rel=1e-12)


def test_interactions_of_an_additive_and_of_a_unanimity_game():
    """Three who must agree: each pair's index is 1/2 (Grabisch and Roubens 1999)."""
    assert interaction(game(lambda a, b, c: a + 2 * b - c, 3), 0, 1) == 0.0
    unanimous = game(lambda a, b, c, d: a * b * c, 4)
    assert interaction(unanimous, 0, 1) == pytest.approx(0.5, rel=1e-12)
    assert interaction(unanimous, 0, 3) == 0.0


@settings(max_examples=60, deadline=None)
@given(games)
def test_shares_sum_to_the_difference_and_change_sign_from_the_other_end(values):
    there, back = shapley_shares(values), shapley_shares(values[::-1])
    assert math.fsum(there.share) == pytest.approx(values[-1] - values[0], abs=1e-9)
    assert (there.share == -back.share).all()
    assert (there.least == -back.most).all()
    count = len(values).bit_length() - 1
    if count > 1:
        assert interaction(values, 0, 1) == interaction(values[::-1], 0, 1)


@settings(max_examples=30, deadline=None)
@given(games)
def test_a_player_that_never_matters_has_exactly_nothing(values):
    found = shapley_shares(np.concatenate([values, values]))  # the last player changes nothing
    assert found.share[-1] == found.least[-1] == found.most[-1] == 0.0
    assert found.share[:-1] == pytest.approx(shapley_shares(values).share, abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(games, st.sets(st.integers(1, 62), max_size=8))
def test_orders_go_round_coalitions_without_a_value(values, holes):
    holes = [m for m in holes if m < len(values) - 1]
    values[holes] = np.nan
    found = shapley_shares(values)
    if found is None:
        assert orders(np.isfinite(values)) is None
        return
    assert np.isfinite(found.share).all()
    assert math.fsum(found.share) == pytest.approx(values[-1] - values[0], abs=1e-9)
    assert (found.share == -shapley_shares(values[::-1]).share).all()


def test_where_every_order_is_blocked_there_are_no_shares():
    values = game(lambda a, b, c: a + b + c, 3)
    values[[1, 2, 4]] = np.nan
    assert shapley_shares(values) is None
    only = game(lambda a, b: a + 5 * a * b, 2)
    only[2] = np.nan  # the second never before the first
    assert list(shapley_shares(only).share) == [1.0, 5.0]


def test_drawn_orders_come_near_the_exact_shares_within_their_error():
    random = np.random.default_rng(11)
    values = random.normal(size=2**7).cumsum()
    exact = shapley_shares(values).share
    some = drawn_orders(7, 300, seed=3)
    found = estimate(dict(enumerate(values)), some)
    assert (found.error > 0.0).all()
    assert (np.abs(found.share - exact) < 4.0 * found.error).all()
    assert found.error.max() < 0.2 * np.abs(exact).max()
    assert math.fsum(found.share) == pytest.approx(values[-1] - values[0], abs=1e-9)
    back = estimate(dict(enumerate(values[::-1])), some)
    assert (back.share == -found.share).all()
    assert set(coalitions_passed(some)) <= set(range(2**7)) and {0, 127} <= set(
        coalitions_passed(some)
    )


def test_drawn_orders_depend_on_the_seed_alone():
    assert drawn_orders(20, 4, seed=1) == drawn_orders(20, 4, seed=1) != drawn_orders(20, 4, seed=2)
    one = drawn_orders(20, 1, seed=1)
    assert one[1] == one[0][::-1] and sorted(one[0]) == list(range(20))
    values = dict.fromkeys(coalitions_passed(one), np.nan)
    assert estimate(values, one) is None
