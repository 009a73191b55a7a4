"""Claimed intervals of a number put together."""

import math
from collections.abc import Iterable

from twoplustwo.dossier.models import Claim


def segments(said: Iterable[Claim]) -> tuple[list[tuple[float, float, float]], bool]:
    """Claimed intervals as (low, high, start), overlapping ones as one; whether all have ends.

    A search sets out from what the widest claim computes with.
    """
    bounded, found = True, []
    for one in sorted(said, key=lambda c: c.key):
        best = float(one.value.si)  # type: ignore[arg-type]
        low, high = (best if x is None else x for x in (one.value.low, one.value.high))
        bounded &= math.isfinite(low) and math.isfinite(high)
        low, high = (x if math.isfinite(x) else best for x in (low, high))
        found.append((low, high, best))
    merged: list[tuple[float, float, float]] = []
    for low, high, best in sorted(found, key=lambda s: (s[0], -s[1])):
        if merged and low <= merged[-1][1]:
            first = merged[-1]
            wider = high - low > first[1] - first[0]
            merged[-1] = (first[0], max(first[1], high), best if wider else first[2])
        else:
            merged.append((low, high, best))
    return merged, bounded
