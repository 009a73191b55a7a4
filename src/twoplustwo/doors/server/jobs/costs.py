"""How long jobs of one kind take, learnt from those that were done."""

from collections.abc import Hashable

from cachetools import LRUCache

KINDS = 512  # most kinds that are remembered
FIRST_S = 1.0  # what a kind is held to take before one of it was done
WEIGHT = 0.3  # of the latest among all before it


class Costs:
    """Expected time of a job by its kind: the latest count most."""

    def __init__(self) -> None:
        self._seconds: LRUCache[Hashable, float] = LRUCache(KINDS)

    def expected(self, kind: Hashable) -> float:
        """Seconds that one of a kind is expected to take."""
        return self._seconds.get(kind, FIRST_S)

    def learn(self, kind: Hashable, seconds: float) -> None:
        """One of a kind took so long."""
        before = self._seconds.get(kind, seconds)
        self._seconds[kind] = before + WEIGHT * (seconds - before)
