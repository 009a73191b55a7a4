"""Broyden's search on targets of which the answer is known."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.physics.search import ITERATIONS, Bounds, search

WIDE = np.array([[10.0], [10.0]])


def bounds(count: int, reach: float = 10.0, step: tuple[float, float] = (0.5, 0.5)) -> Bounds:
    edge = np.full((2, count), reach)
    return Bounds(-edge, edge, np.array(step))


def bent(goal: np.ndarray, calls: list[int] | None = None):
    """Misses [m] of a bent map with its only root at `goal`, shape (2, B)."""

    def miss(cases, x):
        if calls is not None:
            calls.append(len(cases))
        u, v = x - goal[:, cases]
        return 1e5 * np.stack([2 * u + 0.3 * v + 0.2 * u * u, 0.4 * u + v + 0.1 * np.sin(v) * u])

    return miss


def slopes(count: int, *rows: tuple[float, float]) -> np.ndarray:
    return 1e5 * np.repeat(np.array(rows)[:, :, None], count, axis=2)


TRUE, ROUGH = ((2.0, 0.3), (0.4, 1.0)), ((1.4, 0.0), (0.0, 1.3))


@given(st.lists(st.tuples(st.floats(-0.8, 0.8), st.floats(-0.8, 0.8)), min_size=1, max_size=6))
def test_every_root_is_found_even_with_rough_slopes(goals):
    goal = np.array(goals).T
    x, left = search(
        bent(goal), np.zeros_like(goal), slopes(len(goals), *ROUGH), bounds(len(goals)), 1.0
    )
    assert np.hypot(*left).max() <= 1.0
    assert x == pytest.approx(goal, abs=1e-4)
    assert bent(goal)(np.arange(len(goals)), x) == pytest.approx(left, abs=1e-9)


def test_updated_slopes_save_flights():
    """Broyden's updates: superlinear, where fixed slopes that rough gain a factor a step."""
    goal, calls = np.array([[0.3], [-0.4]]), []
    _, left = search(bent(goal, calls), np.zeros((2, 1)), slopes(1, *ROUGH), bounds(1), 1e-3)
    assert np.hypot(*left)[0] <= 1e-3
    assert len(calls) <= 8
    calls.clear()
    search(bent(goal, calls), np.zeros((2, 1)), slopes(1, *TRUE), bounds(1), 1e-3)
    assert len(calls) <= 6


def test_a_linear_map_takes_one_step():
    goal = np.array([[0.3, -0.2], [-0.4, 0.1]])
    calls = []

    def miss(cases, x):
        calls.append(len(cases))
        return np.einsum("ijb,jb->ib", slopes(2, *TRUE)[:, :, cases], x - goal[:, cases])

    x, _ = search(miss, np.zeros((2, 2)), slopes(2, *TRUE), bounds(2), 1e-6)
    assert x == pytest.approx(goal, abs=1e-12)
    assert calls == [2, 2]


def test_the_longest_step_and_the_bounds_are_kept():
    seen = []
    goal = np.array([[3.0], [0.0]])

    def miss(cases, x):
        seen.append(x[:, 0].copy())
        return np.einsum("ijb,jb->ib", slopes(1, *TRUE)[:, :, cases], x - goal[:, cases])

    search(miss, np.zeros((2, 1)), slopes(1, *TRUE), bounds(1, step=(0.5, 0.1)), 1.0)
    first, second = seen[:2]
    assert second - first == pytest.approx([0.5, 0.0], abs=1e-12)
    seen.clear()
    x, left = search(miss, np.zeros((2, 1)), slopes(1, *TRUE), bounds(1, reach=1.0), 1.0)
    assert np.abs(np.array(seen)).max() <= 1.0
    assert x[0, 0] == pytest.approx(1.0, abs=1e-9)  # as near as it may come
    assert np.hypot(*left)[0] > 1e5


def test_a_start_outside_the_bounds_is_drawn_in():
    x, left = search(bent(np.zeros((2, 1))), 20.0 * WIDE, slopes(1, *TRUE), bounds(1, 1.0), 1.0)
    assert np.abs(x).max() <= 1.0
    assert np.hypot(*left)[0] <= 1.0


def test_it_never_leaves_a_better_place_for_a_worse_one():
    """Slopes of the wrong sign: each step makes it worse, the leash shortens, it gives up."""
    sizes = []
    goal = np.array([[0.5], [0.5]])

    def miss(cases, x):
        m = bent(goal)(cases, x)
        sizes.append(float(np.hypot(*m)[0]))
        return m

    _, left = search(miss, np.zeros((2, 1)), -slopes(1, *TRUE), bounds(1), 1.0)
    assert np.hypot(*left)[0] == pytest.approx(min(sizes), rel=1e-12)
    assert len(sizes) <= ITERATIONS + 1


def test_where_nothing_comes_down_the_step_is_shortened():
    """NaN beyond a line: the search comes back from there and still finds the root before it."""
    goal = np.array([[0.9], [0.0]])

    def miss(cases, x):
        return np.where(x[0] > 1.0, np.nan, bent(goal)(cases, x))

    flat = slopes(1, (0.8, 0.0), (0.0, 1.0))  # much too flat: the first step overshoots
    x, left = search(miss, np.zeros((2, 1)), flat, bounds(1, step=(2.0, 2.0)), 1.0)
    assert np.hypot(*left)[0] <= 1.0
    assert x[0, 0] == pytest.approx(0.9, abs=1e-4)


def test_nothing_at_all_is_told_by_infinite_misses():
    _, left = search(
        lambda _, x: np.full_like(x, np.nan), np.zeros((2, 3)), slopes(3, *TRUE), bounds(3), 1.0
    )
    assert np.isinf(left).all()


def test_a_case_does_not_feel_its_neighbours():
    goal = np.array([[0.7, -0.3, 0.1], [-0.6, 0.2, 0.5]])
    together, _ = search(bent(goal), np.zeros((2, 3)), slopes(3, *ROUGH), bounds(3), 1.0)
    for i in range(3):
        one = goal[:, i : i + 1]
        alone, _ = search(bent(one), np.zeros((2, 1)), slopes(1, *ROUGH), bounds(1), 1.0)
        assert alone[:, 0].tobytes() == np.ascontiguousarray(together[:, i]).tobytes()
