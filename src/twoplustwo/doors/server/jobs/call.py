"""A call that can be sent to another process, and what can come of it."""

import importlib
from dataclasses import dataclass
from typing import Any

from twoplustwo.base.errors import TwoPlusTwoError


@dataclass(frozen=True)
class Call:
    """A function by name, with what it is given.

    Parameters
    ----------
    function : str
        ``module:name``.
    args : tuple
        Plain data.
    """

    function: str
    args: tuple[Any, ...] = ()

    def __call__(self) -> Any:
        module, _, name = self.function.partition(":")
        return getattr(importlib.import_module(module), name)(*self.args)


class TooLongError(Exception):
    """The deadline passed; the process was ended."""


class DiedError(Exception):
    """The process ended by itself, for want of memory or by a fault."""


class FullError(Exception):
    """Too many jobs wait already."""


class ClosedError(Exception):
    """The server is stopping."""


@dataclass
class FaultError(Exception):
    """An exception in the process that is none of ours."""

    said: str


class OutOfMemoryError(Exception):
    """The job asked for more memory than a process may take."""


Outcome = tuple[str, Any]
"""What a process sends home: ``done`` and a value, ``wrong`` and an error of ours, ``fault``."""


def outcome(call: Call) -> Outcome:
    """Do the call and say how it went."""
    try:
        return "done", call()
    except TwoPlusTwoError as error:
        return "wrong", error
    except MemoryError:
        return "memory", ""
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
        return ("memory", "") if "RESOURCE_EXHAUSTED" in said else ("fault", said)


def value(found: Outcome) -> Any:
    """The value, or the exception raised anew."""
    how, what = found
    if how == "wrong":
        raise what
    if how == "memory":
        raise OutOfMemoryError
    if how == "fault":
        raise FaultError(what)
    return what
