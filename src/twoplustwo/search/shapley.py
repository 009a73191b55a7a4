"""Shares of the players of a game of which every coalition, or nearly every one, has a value.

A coalition is a whole number: bit i says whether player i is in it. Where some coalitions have no
value, only orders that never pass through one of these count. Sums are exactly rounded
(`math.fsum`), so that a game seen from its other end has the same shares with the other sign, bit
for bit.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

F = NDArray[np.float64]


class Shares(NamedTuple):
    """One number a player, shape (players,).

    `share` is the Shapley value; `least` and `most` are the smallest and the largest change that
    the player makes when it joins any coalition; `error` is the standard error of a sampled share,
    zero of an exact one.
    """

    share: F
    least: F
    most: F
    error: F


def shapley_shares(values: F) -> Shares | None:
    """Shapley value of every player, exact.

    L. S. Shapley, "A value for n-person games" (1953): the mean change that a player makes when it
    joins, over all orders of joining.

    Parameters
    ----------
    values : ndarray, shape (2**players,)
        Value of every coalition; NaN where it has none.

    Returns
    -------
    Shares or None
        None if every order passes through a coalition without a value. The shares sum to the value
        of all players less that of none.
    """
    count = len(values).bit_length() - 1
    weights = orders(np.isfinite(values))
    if weights is None:
        return None
    found = []
    for i in range(count):
        without, joined = _pairs(count, i)
        weight = weights[i]
        steps = (values[joined] - values[without])[weight > 0.0]
        share = math.fsum(weight[weight > 0.0] * steps)
        found.append((share, steps.min(), steps.max(), 0.0))
    return Shares(*np.array(found, dtype=float).reshape(-1, 4).T)


def orders(known: NDArray[np.bool_]) -> F | None:
    """How many of all orders let a player join each coalition, as a share of the orders.

    Parameters
    ----------
    known : ndarray of bool, shape (2**players,)
        Which coalitions may be passed.

    Returns
    -------
    ndarray, shape (players, 2**(players - 1)), or None
        For each player the coalitions without it, in the order of their numbers; where all are
        known s! (n - s - 1)! / n! for one of s. None if no order gets through.
    """
    count = len(known).bit_length() - 1
    numbers = np.arange(len(known))
    size = np.bitwise_count(numbers)
    up, down = np.zeros(len(known)), np.zeros(len(known))
    up[0], down[-1] = known[0], known[-1]
    for level in range(1, count + 1):
        here = numbers[(size == level) & known]
        for bit in 1 << np.arange(count):
            last = here[here & bit > 0]
            up[last] += up[last ^ bit]
        here = numbers[(size == count - level) & known]
        for bit in 1 << np.arange(count):
            first = here[here & bit == 0]
            down[first] += down[first | bit]
    if up[-1] == 0.0:
        return None
    pairs = [_pairs(count, i) for i in range(count)]
    made = [up[without] * down[joined] / up[-1] for without, joined in pairs]
    return np.array(made).reshape(count, len(known) // 2)


def interaction(values: F, i: int, j: int) -> float | None:
    """Shapley interaction index of two players; positive where each makes the other matter more.

    M. Grabisch and M. Roubens, "An axiomatic approach to the concept of interaction among players
    in cooperative games" (1999), after G. Owen (1972): the mean over coalitions S without both of
    v(S + i + j) - v(S + i) - v(S + j) + v(S), weighted by s! (n - s - 2)! / (n - 1)!.

    Parameters
    ----------
    values : ndarray, shape (2**players,)
        As in `shares`; coalitions S of which one of the four has no value are left out.
    i, j : int
        Players.

    Returns
    -------
    float or None
        None where no S is left.
    """
    count = len(values).bit_length() - 1
    numbers = np.arange(len(values))
    a, b = 1 << i, 1 << j
    alone = numbers[(numbers & (a | b)) == 0]
    size = np.bitwise_count(alone)
    ways = [math.factorial(s) * math.factorial(count - s - 2) for s in range(count - 1)]
    weight = np.array(ways, dtype=float)[size] / math.factorial(count - 1)
    second = (values[alone | a | b] + values[alone]) - (values[alone | a] + values[alone | b])
    known = np.isfinite(second)
    if not known.any():
        return None
    return math.fsum(weight[known] * second[known]) / math.fsum(weight[known])


def _pairs(count: int, player: int) -> tuple[NDArray[np.int_], NDArray[np.int_]]:
    """Coalitions without a player, and the same with it."""
    numbers = np.arange(1 << count)
    without = numbers[(numbers >> player & 1) == 0]
    return without, without | (1 << player)
