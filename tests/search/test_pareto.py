"""The exact Pareto front: what nothing beats, whatever the order."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from twoplustwo.search.pareto import front


def by_hand(costs):
    """Every row against every other, as the words say it."""

    def beats(a, b):
        return all(x <= y for x, y in zip(a, b, strict=True)) and any(
            x < y for x, y in zip(a, b, strict=True)
        )

    rows = costs.tolist()
    known = [not any(x != x for x in row) for row in rows]
    return [
        k and not any(beats(o, row) for o, seen in zip(rows, known, strict=True) if seen)
        for row, k in zip(rows, known, strict=True)
    ]


few = st.sampled_from([0.0, 0.5, 1.0, 2.0, float("nan")])
many = st.integers(0, 12).flatmap(lambda n: arrays(float, (n, 3), elements=few))


@given(many)
def test_the_front_is_what_nothing_beats(costs):
    assert front(costs).tolist() == by_hand(costs)


@given(many, st.randoms())
def test_the_order_of_the_rows_does_not_matter_and_ties_stay(costs, random):
    turn = list(range(len(costs)))
    random.shuffle(turn)
    assert front(costs[turn]).tolist() == front(costs)[turn].tolist()
    twice = front(np.concatenate([costs, costs]))
    assert twice.tolist() == [*front(costs), *front(costs)]


@given(many)
def test_every_known_row_off_the_front_is_beaten_by_one_on_it(costs):
    best = front(costs)
    for row in costs[~best & ~np.isnan(costs).any(axis=1)]:
        assert ((costs[best] <= row).all(axis=1) & (costs[best] < row).any(axis=1)).any()
