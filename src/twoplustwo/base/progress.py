"""Progress that deep code can report without knowing who shows it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol

from twoplustwo.base import giving_up


class Progress(Protocol):
    """Whoever shows progress: a bar, a log line, nobody."""

    def step(self, what: str, done: int, total: int) -> None:
        """Note that `done` of `total` parts of `what` are finished."""
        ...


class Silent:
    """Shows nothing; what everybody gets who asked for nothing."""

    def step(self, what: str, done: int, total: int) -> None:
        """Take note of nothing."""


silent = Silent()
_shown_by: ContextVar[Progress] = ContextVar("progress", default=silent)


def step(what: str, done: int = 0, total: int = 0) -> None:
    """Tell whoever listens that `done` of `total` parts of `what` are finished (0: unknown)."""
    giving_up.point()
    _shown_by.get().step(what, done, total)


@contextmanager
def shown_by(progress: Progress) -> Iterator[None]:
    """Let `progress` hear the steps taken inside the ``with`` block."""
    token = _shown_by.set(progress)
    try:
        yield
    finally:
        _shown_by.reset(token)
