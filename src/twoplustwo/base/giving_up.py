"""Points at which long work can be given up, once nobody waits for it any more."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_wanted: ContextVar[Callable[[], bool] | None] = ContextVar("wanted", default=None)


class GivenUpError(Exception):
    """Nobody waits for this work any more."""


def point() -> None:
    """A place where nothing is half done.

    Raises
    ------
    GivenUpError
        Whoever asked has left.
    """
    wanted = _wanted.get()
    if wanted is not None and not wanted():
        raise GivenUpError


@contextmanager
def while_wanted(wanted: Callable[[], bool]) -> Iterator[None]:
    """Do the work inside for as long as `wanted` says so; it is asked at every `point`."""
    token = _wanted.set(wanted)
    try:
        yield
    finally:
        _wanted.reset(token)
