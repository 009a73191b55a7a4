"""How many warheads get through: whole shots, a finite stock, failures that all shots share.

P(no leaker) = R · (T · [1 − (1 − p)^n])^W with W warheads, n shots at each, p the chance of one
shot at a warhead that is tracked, T the chance that a warhead is tracked at all, R the chance that
nothing fails for the whole raid at once (D. Wilkening, Science and Global Security 8, 1999, for
R = 1; his k is p · T with the track lost shot by shot). Products are sums of logarithms, so
thousands of warheads keep their digits.
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

F = NDArray[np.float64]

_HAIR = 1e-9  # of a shot: 10 interceptors that arrive as 9.999… are ten
_EXACT = 2.0**53  # counts above this have no neighbours to compare


class Shield(NamedTuple):
    """What a defence can do to one raid.

    Parameters
    ----------
    single_shot : float
        Chance that one interceptor destroys the tracked warhead it was fired at.
    track : float
        Chance that a warhead is tracked, for all shots at it.
    common : float
        Chance that nothing fails for the whole raid at once.
    most_shots : float
        Most interceptors that are fired at one warhead; inf without a limit.
    """

    single_shot: float
    track: float = 1.0
    common: float = 1.0
    most_shots: float = np.inf


class Shots(NamedTuple):
    """Whole shots: `more` warheads get ``least + 1``, the others `least`; shapes as broadcast."""

    least: F
    more: F


def whole(value: float) -> float:
    """A stock or a limit as a whole number, rounded down."""
    return float(np.floor(value + _HAIR))


def whole_raid(value: float) -> float:
    """A number of warheads as a whole number, rounded up."""
    return float(np.ceil(value - _HAIR))


def shared_out(stock: F | float, warheads: F | float, most_shots: float = np.inf) -> Shots:
    """As even as whole shots can be, which is best for every aim here: the chance that a warhead
    is stopped, and its logarithm, rise ever more slowly with the shots at it.

    Parameters
    ----------
    stock : array or float
        Interceptors, whole.
    warheads : array or float
        Warheads, whole; broadcast against `stock`.
    most_shots : float
        Most shots at one warhead; what is left of the stock then stays unused.
    """
    stock, warheads = np.broadcast_arrays(np.asarray(stock, float), np.asarray(warheads, float))
    used = np.minimum(stock, warheads * whole(most_shots) if np.isfinite(most_shots) else np.inf)
    least = np.floor(np.divide(used, warheads, out=np.zeros_like(used), where=warheads > 0))
    return Shots(least, used - least * warheads)


def log_stopped(single_shot: float, shots: F | float) -> F:
    """Natural logarithm of 1 − (1 − p)^n; −inf for no shot."""
    n = np.asarray(shots, float)
    with np.errstate(divide="ignore", invalid="ignore"):
        missed = np.where(n > 0, n * np.log1p(-single_shot), 0.0)  # log of (1 − p)^n
        return np.log(-np.expm1(missed))


def log_no_leaker(shield: Shield, shots: Shots, warheads: F | float) -> F:
    """Natural logarithm of P(no leaker); −inf where it is nil, 0 where nothing comes."""
    warheads = np.asarray(warheads, float)
    few, many = (
        _times(count, log_stopped(shield.single_shot, n))
        for count, n in ((warheads - shots.more, shots.least), (shots.more, shots.least + 1.0))
    )
    with np.errstate(divide="ignore"):
        once = np.log(shield.common) + _times(warheads, np.log(np.asarray(shield.track, float)))
    return np.where(warheads > 0, once + few + many, 0.0)


def expected_stopped(shield: Shield, shots: Shots, warheads: F | float) -> F:
    """Expected number of warheads stopped: R · T · Σ [1 − (1 − p)^n]."""
    few, many = (
        np.exp(log_stopped(shield.single_shot, n)) for n in (shots.least, shots.least + 1.0)
    )
    each = (np.asarray(warheads, float) - shots.more) * few + shots.more * many
    return shield.common * shield.track * each


class Need(NamedTuple):
    """What a goal takes."""

    interceptors: float  # nan where no number of them attains it
    most_at_one: float  # shots at the warhead that gets most of them; nan likewise
    limit: float  # R · T^W: what no number of interceptors exceeds


@lru_cache(maxsize=4096)
def needed(shield: Shield, warheads: float, goal: float) -> Need:
    """Fewest interceptors for ``P(no leaker) >= goal``, whatever is fired at one warhead.

    Exact: the shots n that all warheads together would need follow from the formula, then as many
    warheads as may be are left with n − 1.
    """
    with np.errstate(divide="ignore"):
        log_limit = float(np.log(shield.common) + _times(warheads, np.log(shield.track)))
        gap = float(np.log(goal)) - log_limit
    limit = float(np.exp(log_limit)) if warheads > 0 else 1.0
    if warheads <= 0 or goal <= 0.0:
        return Need(0.0, 0.0, limit)
    nothing = Need(np.nan, np.nan, limit)
    if gap > 0.0 or shield.single_shot <= 0.0 or (gap == 0.0 and shield.single_shot < 1.0):
        return nothing
    if shield.single_shot >= 1.0:
        return Need(float(warheads), 1.0, limit)
    # 1 − (1 − p)^n = e^(gap / W)
    n = np.log(-np.expm1(gap / warheads)) / np.log1p(-shield.single_shot)
    if not np.isfinite(n) or n * warheads > _EXACT:
        return nothing

    def enough(stock: float) -> bool:
        shots = shared_out(stock, warheads)
        return bool(log_no_leaker(shield, shots, warheads) >= np.log(goal))

    most = max(1.0, float(np.ceil(n - _HAIR)))
    low, high = (most - 1.0) * warheads - 1.0, most * warheads
    while not enough(high):  # the last digit of n
        low, high = high, high + warheads
    while high - low > 1.0:
        middle = float(np.floor((low + high) / 2.0))
        low, high = (low, middle) if enough(middle) else (middle, high)
    return Need(high, float(np.ceil(high / warheads)), limit)


@lru_cache(maxsize=4096)
def largest_raid(shield: Shield, stock: float, goal: float) -> float:
    """Most warheads for which the stock gives ``P(no leaker) >= goal``; 0 if not even one."""
    low, high = 0.0, stock + 1.0  # one warhead too many for one shot each

    def enough(warheads: float) -> bool:
        shots = shared_out(stock, warheads, shield.most_shots)
        return bool(np.exp(log_no_leaker(shield, shots, warheads)) >= goal)

    while high - low > 1.0:
        middle = float(np.floor((low + high) / 2.0))
        low, high = (middle, high) if enough(middle) else (low, middle)
    return low


def _times(count: F | float, log: F | float) -> F:
    """count · log, where none of something that cannot be is nothing."""
    count, log = np.broadcast_arrays(np.asarray(count, float), np.asarray(log, float))
    return np.multiply(count, log, out=np.zeros_like(log), where=count > 0)
