"""Errors in a notebook: in its own words, under the reader's line, without the way through ours."""

import re
import traceback
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from twoplustwo.base.errors import TwoPlusTwoError

P = ParamSpec("P")
R = TypeVar("R")
_OPTION = re.compile(r"--([a-z][a-z-]*)(?: ([^\s,;:]+))?")
_WHERE = re.compile(r"--([a-z][a-z-]*)(?: (.*))?", re.DOTALL)
_OURS = str(Path(__file__).parents[1])
NAMES = {"set": "sets"}
"""Option of the command line to what it is called here, where that is not the same."""


class UnknownNameError(TwoPlusTwoError, KeyError):
    """A headline, column, table or position that is not there."""


class NotInstalledError(TwoPlusTwoError, ImportError):
    """A package that is needed for this and is not installed."""


def told_shortly(function: Callable[P, R]) -> Callable[P, R]:
    """The function, whose errors for people end in a traceback of one place of ours.

    What is a fault of ours keeps its whole traceback.
    """

    @wraps(function)
    def call(*args: P.args, **named: P.kwargs) -> R:
        try:
            return function(*args, **named)
        except TwoPlusTwoError as error:
            told = in_our_words(error)
        raise told.with_traceback(None) from None

    return call


def in_our_words(error: TwoPlusTwoError) -> TwoPlusTwoError:
    """The error with arguments in place of the command line's options: ``measures='x'``."""
    error.where = _WHERE.sub(_as_argument, error.where) if error.where[:2] == "--" else error.where
    error.why = _OPTION.sub(_as_argument, error.why)
    error.fix = _OPTION.sub(_as_argument, error.fix)
    return error


def _as_argument(found: re.Match[str]) -> str:
    name = found[1].replace("-", "_")
    if name == "option":  # an option of the question is an argument by itself
        key, _, value = (found[2] or "").partition("=")
        return f"{key}={value!r}" if key else "an argument of its name"
    return f"{NAMES.get(name, name)}{'' if found[2] is None else f'={found[2]!r}'}"


def _as_ipython_shows_it(error: TwoPlusTwoError) -> list[str]:
    """What IPython shows in place of its traceback: the reader's own line, then the message."""
    places = traceback.extract_tb(error.__traceback__)
    theirs = [one for one in places if not one.filename.startswith(_OURS)]
    return [*traceback.format_list(theirs[-1:]), f"{type(error).__name__}: {error}"]


# IPython asks an error for this; it is an affair of this door, of which `base` knows nothing
setattr(TwoPlusTwoError, "_render_traceback_", _as_ipython_shows_it)  # noqa: B010
