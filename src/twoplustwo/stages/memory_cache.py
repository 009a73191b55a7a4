"""Rows by key, bounded by number and by weight; the least used one goes first."""

import threading
from collections import OrderedDict
from typing import Any

import jax


def weight(row: Any) -> int:
    """Bytes of the arrays of a row."""
    return sum(getattr(leaf, "nbytes", 0) for leaf in jax.tree.leaves(row))


class MemoryCache:
    """Rows by key, for any number of threads.

    Parameters
    ----------
    most : int
        How many rows are kept.
    heaviest : float
        Bytes that all of them together may take; one row always stays.
    """

    def __init__(self, most: int, heaviest: float) -> None:
        self._rows: OrderedDict[bytes, Any] = OrderedDict()
        self._most, self._heaviest, self._weight = most, heaviest, 0
        self._lock = threading.Lock()

    def get(self, key: bytes, default: Any = None) -> Any:
        """The row of a key, used now; `default` if it is not there."""
        with self._lock:
            if key not in self._rows:
                return default
            self._rows.move_to_end(key)
            return self._rows[key]

    def put(self, key: bytes, row: Any) -> Any:
        """Keep a row, make room for it, and give it back."""
        with self._lock:
            self._weight += weight(row) - weight(self._rows.pop(key, None))
            self._rows[key] = row
            while len(self._rows) > 1 and (
                len(self._rows) > self._most or self._weight > self._heaviest
            ):
                _, gone = self._rows.popitem(last=False)
                self._weight -= weight(gone)
        return row

    @property
    def weighs(self) -> int:
        """Bytes of all rows together."""
        return self._weight

    def drop_oldest(self) -> None:
        """Drop the row that was used longest ago, if there is one."""
        with self._lock:
            if self._rows:
                _, gone = self._rows.popitem(last=False)
                self._weight -= weight(gone)

    def clear(self) -> None:
        """Drop all rows."""
        with self._lock:
            self._rows.clear()
            self._weight = 0
