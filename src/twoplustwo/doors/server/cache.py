"""Bodies by key, bounded in bytes; the least used goes first."""

import contextlib
from collections.abc import Hashable, Sized
from typing import TypeVar

from cachetools import LRUCache

T = TypeVar("T", bound=Sized)
EACH = 4096
"""Bytes that an entry may take beside its value: a key with one position is as long as a query."""


class Cache(LRUCache[Hashable, T]):
    """A bounded dictionary for one thread.

    Parameters
    ----------
    most_bytes : int
        What all entries together may weigh; a value that alone is heavier is not kept.
    each : int
        Bytes of an entry beside its value.
    """

    def __init__(self, most_bytes: int, each: int = EACH) -> None:
        super().__init__(most_bytes, lambda value: len(value) + each)

    def keep(self, key: Hashable, value: T) -> T:
        """Keep a value, make room for it, and give it back."""
        self.pop(key, None)  # else it would count twice while room is made
        with contextlib.suppress(ValueError):  # heavier than all may be
            self[key] = value
        return value
