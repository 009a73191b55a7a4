"""Questions that other packages bring: whatever goes wrong in one is said with its name."""

import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NoReturn

from twoplustwo.base.errors import QuestionError
from twoplustwo.base.giving_up import GivenUpError
from twoplustwo.base.table import Table
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.plugins import in_one_line
from twoplustwo.question_cards.result import HeadlineValue, Result

NO_ROOM = "RESOURCE_EXHAUSTED"
"""What the numerical library says where it finds no memory: no fault of whoever asked it."""


@dataclass(eq=False)
class BroughtQuestionError(QuestionError):
    """A question of another package that fails while it answers.

    Parameters
    ----------
    question : str
        Its name, as the dossier asks it.
    """

    question: str = ""


def is_brought(card: Card) -> bool:
    """Whether a question comes from another package."""
    return card.package.partition(".")[0] != __name__.partition(".")[0]


@contextmanager
def blamed(card: Card, *outcomes: type[Exception]) -> Iterator[None]:
    """Say of whatever goes wrong inside that it is the question's, if another package brings it.

    Parameters
    ----------
    card : Card
    *outcomes : type
        Exceptions that say how an answer ended, and are no fault.

    Raises
    ------
    BroughtQuestionError
        In place of any exception that is not ours.
    """
    try:
        yield
    except (GivenUpError, MemoryError, *outcomes):
        raise
    except Exception as error:
        ours = type(error).__module__.startswith("twoplustwo.")
        if ours or not is_brought(card) or NO_ROOM in str(error):
            raise
        raise BroughtQuestionError(
            f"the question {card.id} of the package {card.package} fails: {in_one_line(error)}",
            _place(card, error),
            "the fault is in that package, not in this program and not in the dossier",
            "tell whoever maintains it, or uninstall it; everything else can be asked",
            card.id,
        ) from error


def checked(card: Card, found: Any, count: int) -> list[Result]:
    """What a question returned, if it is what it should be; tables are looked at when made.

    Parameters
    ----------
    card : Card
    found : object
        What it returned.
    count : int
        For how many positions it was asked.
    """
    if not is_brought(card):
        return found
    with blamed(card):
        if not isinstance(found, Sequence) or len(found) != count:
            many = f" of {len(found)}" if isinstance(found, Sequence) else ""
            _refuse(f"it returned a {type(found).__name__}{many}, not a list of {count} Result")
        return [_result(card, one) for one in found]


def _result(card: Card, one: Any) -> Result:
    if not isinstance(one, Result):
        _refuse(f"it returned a {type(one).__name__} among its results, not a Result")
    if not one.headlines or one.headlines[0].column != card.headline["column"]:
        _refuse(f"its first headline is not {card.headline['column']}, as its card says")
    for headline in one.headlines:
        _check(card, headline)
    return replace(one, make=partial(_made, card, one))


def _check(card: Card, headline: HeadlineValue) -> None:
    if headline.column not in card.columns:
        _refuse(f"its headline {headline.column} is no column of its card")
    if not any(one["when"] == headline.case for one in card.says):
        _refuse(f"its card says nothing for the case {headline.case}")
    if headline.value is not None and not abs(float(headline.value)) < float("inf"):
        _refuse(f"its headline {headline.column} is {headline.value}; None stands for no number")


def _made(card: Card, result: Result) -> tuple[Table, Mapping[str, Table]]:
    """Rows and tables, all of them made now, while it is known whose they are."""
    with blamed(card):
        rows, tables = result.make()
        every = {name: tables[name] for name in tables}
        for name, one in {"rows": rows, **every}.items():
            if not isinstance(one, Table):
                _refuse(f"its {name} is a {type(one).__name__}, not a Table")
        return rows, every


def _refuse(why: str) -> NoReturn:
    raise TypeError(why)


def _place(card: Card, error: Exception) -> str:
    """File and line of the package where it failed; the package, if nowhere in it."""
    try:
        spec = find_spec(card.package)
    except (ImportError, ValueError):  # made by hand, or gone since
        spec = None
    homes = [Path(one) for one in (spec.submodule_search_locations or ())] if spec else []
    frames = traceback.extract_tb(error.__traceback__)
    inside = [
        f"{one.filename}:{one.lineno}"
        for one in frames
        if any(Path(one.filename).is_relative_to(home) for home in homes)
    ]
    return inside[-1] if inside else card.package
