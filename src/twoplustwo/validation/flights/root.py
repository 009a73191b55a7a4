"""The zero of a function between two ends, as a plain number."""

from collections.abc import Callable
from typing import Any

from scipy.optimize import brentq


def root(
    function: Callable[[float], float], low: float, high: float, tolerance: float = 1e-6
) -> float:
    """Where `function` is zero between `low` and `high` (Brent); its ends must differ in sign."""
    found: Any = brentq(function, low, high, xtol=tolerance)
    return float(found)
