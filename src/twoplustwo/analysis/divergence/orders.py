"""Too many players for every coalition: orders drawn at random, and how far off that may be."""

import math
from collections.abc import Mapping, Sequence

import numpy as np

from twoplustwo.base.seeds import generator
from twoplustwo.search.shapley import Shares


def drawn_orders(players: int, samples: int, seed: int) -> list[list[int]]:
    """Orders of joining, each followed by its reverse.

    They depend on the seed and the number of players alone. With its reverse an order passes
    through the same coalitions from either end, so a game seen from its other end has the same
    shares with the other sign; and much of what the place in the order does cancels.

    Parameters
    ----------
    players : int
    samples : int
        How many pairs of orders.
    seed : int
        Root seed.
    """
    random = generator(seed, players)
    found = []
    for _ in range(samples):
        order = [int(i) for i in random.permutation(players)]
        found += [order, order[::-1]]
    return found


def coalitions_passed(orders: Sequence[Sequence[int]]) -> list[int]:
    """Every coalition that the orders pass through, once each."""
    found: dict[int, None] = {0: None}
    for order in orders:
        number = 0
        for i in order:
            number |= 1 << i
            found[number] = None
    return list(found)


def estimate(values: Mapping[int, float], orders: Sequence[Sequence[int]]) -> Shares | None:
    """Shapley values as means over drawn orders, with their standard errors.

    J. Castro and others, "Polynomial calculation of the Shapley value based on sampling" (2009);
    here with orders in pairs, an order and its reverse, whose means are independent of each other.
    A pair that passes through a coalition without a value does not count.

    Parameters
    ----------
    values : mapping
        Coalition, as a number, to value; NaN where it has none.
    orders : sequence
        From `drawn`.

    Returns
    -------
    Shares or None
        None if fewer than two pairs are left. The shares sum to the value of all players less that
        of none.
    """
    pairs = [
        _changes(values, one) + _changes(values, two)
        for one, two in zip(orders[::2], orders[1::2], strict=True)
    ]
    steps = [_changes(values, order) for order in orders]
    kept = [i for i, pair in enumerate(pairs) if np.isfinite(pair).all()]
    if len(kept) < 2:
        return None
    means = np.array([pairs[i] for i in kept]) / 2.0
    every = np.array([steps[2 * i + half] for i in kept for half in (0, 1)])
    share = np.array([math.fsum(column) / len(kept) for column in means.T])
    error = means.std(axis=0, ddof=1) / math.sqrt(len(kept))
    return Shares(share, every.min(axis=0), every.max(axis=0), error)


def _changes(values: Mapping[int, float], order: Sequence[int]) -> np.ndarray:
    """What each player changes as it joins, shape (players,)."""
    changes, number = np.empty(len(order)), 0
    for i in order:
        after = number | 1 << i
        changes[i] = values[after] - values[number]
        number = after
    return changes
