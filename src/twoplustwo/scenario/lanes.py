"""A stage runs once per distinct row of what it reads; positions are lanes to those rows."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import Any

import numpy as np

REMEMBERED = 160  # rows a stage keeps; the least used one goes first


class Lanes:
    """Rows of one stage over P positions: `lanes[p]` is the row of position p.

    Attributes
    ----------
    keys : list of bytes
        One a position; equal keys share a row.
    """

    def __init__(self, keys: list[bytes], rows: dict[bytes, Any]) -> None:
        self.keys, self._rows = keys, rows

    def __getitem__(self, position: int) -> Any:
        return self._rows[self.keys[position]]

    def __len__(self) -> int:
        return len(self.keys)

    @property
    def distinct(self) -> int:
        """How many rows were needed."""
        return len(self._rows)


class Stage:
    """One engine step, remembered by the value of what it reads.

    Parameters
    ----------
    name : str
        Of the step, for keys and progress.
    remembered : int
        How many rows stay in memory after a call.
    """

    def __init__(self, name: str, remembered: int = REMEMBERED) -> None:
        self.name, self.remembered = name, remembered
        self._memory: OrderedDict[bytes, Any] = OrderedDict()
        self._lock = threading.RLock()
        self.runs = 0

    def __call__(self, reads: Sequence[Sequence[bytes]], compute: Callable[[int], Any]) -> Lanes:
        """Run for every distinct row.

        Parameters
        ----------
        reads : sequence of key columns
            Each of length P: keys of records, or of stages before this one.
        compute : callable
            From the index of a position to its row; sees nothing but what `reads` covers.
        """
        keys = [self.digest(row) for row in zip(*reads, strict=True)]
        rows: dict[bytes, Any] = {}
        with self._lock:
            for position, key in enumerate(keys):
                if key in rows:
                    continue
                if key not in self._memory:
                    self.runs += 1
                    self._memory[key] = compute(position)
                self._memory.move_to_end(key)
                rows[key] = self._memory[key]
            while len(self._memory) > self.remembered:
                self._memory.popitem(last=False)
        return Lanes(keys, rows)

    def recall(self, row: Sequence[bytes]) -> Any | None:
        """The row of these keys if it is remembered, else None."""
        return self._memory.get(self.digest(row))

    def forget(self) -> None:
        """Drop every remembered row (tests and benchmarks)."""
        with self._lock:
            self._memory.clear()

    def digest(self, row: Sequence[bytes]) -> bytes:
        """Key of a row of this stage."""
        whole = blake2b(self.name.encode(), digest_size=16)
        for part in row:
            whole.update(len(part).to_bytes(8, "little"))
            whole.update(part)
        return whole.digest()


def same(value: bytes | np.ndarray, positions: int) -> list[bytes]:
    """Key column of something that no position changes."""
    raw = value if isinstance(value, bytes) else np.ascontiguousarray(value).tobytes()
    return [raw] * positions
