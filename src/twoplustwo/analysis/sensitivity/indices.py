"""Sobol' indices of one headline, with the scatter that so few draws leave."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.stats import sobol_indices

from twoplustwo.base.seeds import generator

F = NDArray[np.float64]

RESAMPLED = 200
NINE_IN_TEN = (0.05, 0.95)


class Indices(NamedTuple):
    """Shares of a headline's variance, shape (parameters,) each.

    `first` is what a parameter does alone, `total` what it does alone and with others; `low` and
    `high` enclose nine in ten resamplings of the draws.
    """

    first: F
    first_low: F
    first_high: F
    total: F
    total_low: F
    total_high: F


def indices(a: F, b: F, exchanged: F, seed: int) -> Indices | None:
    """Sobol' indices of first and total order, by ``scipy.stats.sobol_indices``.

    Parameters
    ----------
    a, b : ndarray, shape (draws,)
        The headline at two independent samples; a power of two draws each.
    exchanged : ndarray, shape (parameters, draws)
        The headline at `a` with one parameter taken from `b`.
    seed : int
        Of the resampling.

    Returns
    -------
    Indices or None
        None where the headline has no value at some draw, or the same at all of them.
    """
    everything = np.concatenate([a, b, exchanged.ravel()])
    if not np.isfinite(everything).all() or np.ptp(everything) == 0.0:
        return None
    first, total = _orders(a, b, exchanged)
    random = generator(seed, 1)
    again = []
    for _ in range(RESAMPLED):
        rows = random.integers(len(a), size=len(a))
        again.append(_orders(a[rows], b[rows], exchanged[:, rows]))
    low, high = np.quantile(again, NINE_IN_TEN, axis=0)
    return Indices(first, low[0], high[0], total, low[1], high[1])


def _orders(a: F, b: F, exchanged: F) -> tuple[F, F]:
    # Two equal headlines: of a single one SciPy cannot take a single parameter.
    values = {
        "f_A": np.stack([a, a]),
        "f_B": np.stack([b, b]),
        "f_AB": np.stack([exchanged, exchanged], axis=1),
    }
    found = sobol_indices(func=values, n=len(a))
    shape = (2, len(exchanged))
    return found.first_order.reshape(shape)[0], found.total_order.reshape(shape)[0]
