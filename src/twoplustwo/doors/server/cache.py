"""Bodies by key, bounded in bytes; the least used goes first."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Cache(Generic[T]):
    """A bounded dictionary for one thread.

    Parameters
    ----------
    most_bytes : int
        What all values together may weigh; a value that alone is heavier is not kept.
    weigh : callable
        Bytes of a value.
    """

    def __init__(self, most_bytes: int, weigh: Callable[[T], int] = len) -> None:  # pyright: ignore[reportArgumentType]
        self._kept: OrderedDict[Hashable, T] = OrderedDict()
        self._most, self._weigh, self.weight = most_bytes, weigh, 0

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Hashable) -> T | None:
        """The value of a key, used now; None if it is not there."""
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def keep(self, key: Hashable, value: T) -> T:
        """Keep a value, make room for it, and give it back."""
        if key in self._kept:
            self.weight -= self._weigh(self._kept.pop(key))
        if self._weigh(value) <= self._most:
            self._kept[key] = value
            self.weight += self._weigh(value)
        while self.weight > self._most:
            _, gone = self._kept.popitem(last=False)
            self.weight -= self._weigh(gone)
        return value
