"""Memoised stages: each distinct input row is computed once and shared by all positions with it."""

import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from hashlib import blake2b
from typing import Any
from weakref import WeakSet

from twoplustwo.base import giving_up
from twoplustwo.base.threads import thread_count
from twoplustwo.stages import disk_cache
from twoplustwo.stages.dry import UNMADE, playing_dry
from twoplustwo.stages.memory_cache import MemoryCache

REMEMBERED = 160  # rows a stage keeps
HEAVIEST = 100e6  # bytes
UNKNOWN = object()  # None is a row: nothing can be made there
_STAGES: WeakSet["Stage"] = WeakSet()


def forget() -> None:
    """Drop the remembered rows of every stage (tests and benchmarks)."""
    for stage in list(_STAGES):
        stage.forget()


def trim(most_bytes: float) -> None:
    """Drop remembered rows, the oldest of the heaviest stage first, until all weigh no more."""
    stages = list(_STAGES)
    while sum(stage.weighs for stage in stages) > most_bytes:
        max(stages, key=lambda stage: stage.weighs).drop_oldest()


class StageRows:
    """Rows of one stage over P positions: `lanes[p]` is the row of position p.

    A row is computed when it is first asked for, so that a stage whose result is known already
    does not make those before it run.

    Attributes
    ----------
    keys : list of bytes
        One a position; equal keys share a row.
    """

    def __init__(self, stage: "Stage", keys: list[bytes], compute: Callable[[int], Any]) -> None:
        self.keys, self._stage, self._compute = keys, stage, compute
        self._rows = MemoryCache(sys.maxsize, HEAVIEST)

    def __getitem__(self, position: int) -> Any:
        key = self.keys[position]
        row = self._rows.get(key, UNKNOWN)
        if row is UNKNOWN:
            if playing_dry() and not self._stage.of_tables:
                return UNMADE
            row = self._stage.row(key, lambda: self._compute(position))
            if not self._stage.fleeting:
                self._rows.put(key, row)
        return row

    def __len__(self) -> int:
        return len(self.keys)

    def all_rows(self, order: Sequence[int] | None = None) -> list[Any]:
        """The row of each position; rows not yet known are computed on all cores.

        Parameters
        ----------
        order : sequence of int, optional
            The positions in the order in which they are begun, where neighbours share work.
        """
        begun = range(len(self)) if order is None else order
        first = list({self.keys[p]: p for p in begun}.values())
        if len(first) > 1:
            with ThreadPoolExecutor(thread_count(), thread_name_prefix="rows") as pool:
                # each with the context of who asks, so that progress is shown
                tasks = [pool.submit(copy_context().run, self.__getitem__, p) for p in first]
                for task in tasks:
                    task.result()
        return [self[p] for p in range(len(self))]

    @property
    def distinct(self) -> int:
        """How many rows there are."""
        return len(set(self.keys))


class Stage:
    """One engine step, remembered by the value of what it reads.

    Parameters
    ----------
    name : str
        Of the step, for keys.
    remembered : int
        How many rows stay in memory.
    like : pytree, optional
        Structure of a row whose arrays are worth keeping on disk between runs (`disk_cache`).
    fleeting : bool
        Whether lanes let go of a heavy row that only the next stage reads; the stage remembers it
        for a while all the same.
    heaviest : float
        Bytes that all remembered rows together may take.
    of_tables : bool
        Whether a row is made of tables alone, so that it is made in a dry play too (`stages.dry`).

    Attributes
    ----------
    runs : int
        How many rows were computed.
    """

    def __init__(
        self,
        name: str,
        remembered: int = REMEMBERED,
        like: Any = None,
        fleeting: bool = False,
        heaviest: float = HEAVIEST,
        of_tables: bool = False,
    ) -> None:
        self.name, self.remembered, self._like = name, remembered, like
        self.fleeting, self.of_tables = fleeting, of_tables
        self._memory = MemoryCache(remembered, heaviest)
        self._lock = threading.RLock()
        self._busy: dict[bytes, threading.RLock] = {}
        self.runs = 0
        _STAGES.add(self)

    def __call__(
        self, reads: Sequence[Sequence[bytes]], compute: Callable[[int], Any]
    ) -> StageRows:
        """StageRows to the rows of P positions.

        Parameters
        ----------
        reads : sequence of key columns
            Each of length P: keys of records, or of stages before this one.
        compute : callable
            From the index of a position to its row; sees nothing but what `reads` covers.
        """
        known: dict[tuple[bytes, ...], bytes] = {}  # many positions share all that a stage reads
        keys = []
        for row in zip(*reads, strict=True):
            if (digest := known.get(row)) is None:
                digest = known[row] = self.digest(row)
            keys.append(digest)
        return StageRows(self, keys, compute)

    def row(self, key: bytes, compute: Callable[[], Any]) -> Any:
        """The row of a key: remembered, from disk, or computed now."""
        with self._lock:
            row = self._memory.get(key, UNKNOWN)
            if row is not UNKNOWN:
                return row
            busy = self._busy.setdefault(key, threading.RLock())
        with busy:  # other rows may be computed meanwhile, this one once
            row = self._memory.get(key, UNKNOWN)
            if row is UNKNOWN:
                try:
                    row = self._memory.put(key, self._made(key, compute))
                finally:
                    with self._lock:
                        self._busy.pop(key, None)
            return row

    def _made(self, key: bytes, compute: Callable[[], Any]) -> Any:
        if self._like is not None and (kept := disk_cache.get(key, self._like)) is not None:
            return kept
        giving_up.point()
        self.runs += 1
        row = compute()
        if self._like is not None and row is not None:
            disk_cache.put(key, row)
        return row

    def recall(self, row: Sequence[bytes]) -> Any | None:
        """The row of these keys if it is remembered, else None."""
        return self._memory.get(self.digest(row))

    @property
    def weighs(self) -> int:
        """Bytes of the remembered rows."""
        return self._memory.weighs

    def drop_oldest(self) -> None:
        """Drop the remembered row that was used longest ago."""
        self._memory.drop_oldest()

    def forget(self) -> None:
        """Drop every remembered row (tests and benchmarks)."""
        self._memory.clear()

    def digest(self, row: Sequence[bytes]) -> bytes:
        """Key of a row of this stage."""
        parts = [x for part in row for x in (len(part).to_bytes(8, "little"), part)]
        return blake2b(b"".join((self.name.encode(), *parts)), digest_size=16).digest()
