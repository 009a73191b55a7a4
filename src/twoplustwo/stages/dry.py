"""Playing a question dry: everything that it reads is read, and nothing is flown."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NoReturn

_DRY: ContextVar[bool] = ContextVar("dry", default=False)


class NotMadeDry(Exception):  # noqa: N818 - the end of a dry play, not an error
    """A number is needed that only a flight would give."""


class Unmade:
    """Stands for a row that is not made: it can be handed on and looked into, not counted with."""

    def __getattr__(self, name: str) -> "Unmade":
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __getitem__(self, at: Any) -> "Unmade":
        return self

    def __float__(self) -> float:
        return float("nan")

    def _ends(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise NotMadeDry

    __iter__ = __len__ = __bool__ = __call__ = __array__ = _ends
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = _ends
    __lt__ = __le__ = __gt__ = __ge__ = _ends


UNMADE = Unmade()


@contextmanager
def dry() -> Iterator[None]:
    """Within it no stage makes a row but those of tables alone."""
    token = _DRY.set(True)
    try:
        yield
    finally:
        _DRY.reset(token)


def playing_dry() -> bool:
    """Whether rows are left unmade."""
    return _DRY.get()
