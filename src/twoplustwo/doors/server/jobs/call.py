"""A call that can be sent to another process, and what can come of it."""

import importlib
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from twoplustwo.base.errors import TwoPlusTwoError
from twoplustwo.base.giving_up import GivenUpError
from twoplustwo.doors.request import Request


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

    @property
    def key(self) -> Hashable:
        """What tells the call from others."""
        return self.function, _hashable(self.args)

    @property
    def kind(self) -> Hashable:
        """What it shares with calls that take about as long: function, question and options."""
        request = next((one for one in self.args if isinstance(one, Request)), None)
        if request is None:
            return (self.function,)
        options = tuple(sorted(request.options.items()))
        return self.function, request.question, options, request.interval

    def __call__(self) -> Any:
        module, _, name = self.function.partition(":")
        return getattr(importlib.import_module(module), name)(*self.args)


def _hashable(thing: Any) -> Hashable:
    if isinstance(thing, Request):
        return thing.key
    if isinstance(thing, list | tuple):
        return tuple(_hashable(one) for one in thing)
    return thing


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

    what: str


class OutOfMemoryError(Exception):
    """The job asked for more memory than a process may take."""


class AbandonedError(Exception):
    """All who waited for the job have left, and it was given up."""


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
    except GivenUpError:
        return "left", ""
    except Exception as error:
        what = f"{type(error).__name__}: {error}"
        return ("memory", "") if "RESOURCE_EXHAUSTED" in what else ("fault", what)


def value(result: Outcome) -> Any:
    """The value, or the exception raised anew."""
    how, what = result
    if how == "wrong":
        raise what
    if how == "memory":
        raise OutOfMemoryError
    if how == "left":
        raise AbandonedError
    if how == "fault":
        raise FaultError(what)
    return what
