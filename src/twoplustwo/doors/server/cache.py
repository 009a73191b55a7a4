"""Bodies by key, bounded in bytes; the least used goes first."""

from collections import OrderedDict
from collections.abc import Hashable, Sized
from typing import Generic, TypeVar

T = TypeVar("T", bound=Sized)
EACH = 4096
"""Bytes that an entry may take beside its value: a key with one position is as long as a query."""


class Cache(Generic[T]):
    """A bounded dictionary for one thread.

    Parameters
    ----------
    most_bytes : int
        What all entries together may weigh; a value that alone is heavier is not kept.
    each : int
        Bytes of an entry beside its value.
    """

    def __init__(self, most_bytes: int, each: int = EACH) -> None:
        self._kept: OrderedDict[Hashable, tuple[T, int]] = OrderedDict()
        self._most, self._each, self.weight = most_bytes, each, 0

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Hashable) -> T | None:
        """The value of a key, used now; None if it is not there."""
        if key not in self._kept:
            return None
        self._kept.move_to_end(key)
        return self._kept[key][0]

    def keep(self, key: Hashable, value: T) -> T:
        """Keep a value, make room for it, and give it back."""
        _, before = self._kept.pop(key, (None, 0))
        self.weight -= before
        weight = len(value) + self._each
        if weight <= self._most:
            self._kept[key] = (value, weight)
            self.weight += weight
        while self.weight > self._most:
            _, (_, gone) = self._kept.popitem(last=False)
            self.weight -= gone
        return value
