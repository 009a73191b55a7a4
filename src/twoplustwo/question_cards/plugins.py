"""Questions of other packages: one that is broken is named and left out, and the rest goes on."""

import logging
from collections.abc import Callable, Iterator
from importlib import resources
from importlib.metadata import EntryPoint, entry_points
from typing import TypeVar

GROUP = "twoplustwo.questions"
"""The group of entry points: a name of one's own, and the package with a card and ``ask``."""
NEEDED = ("column", "show")
"""What the headline of a card says."""

log = logging.getLogger("twoplustwo")
T = TypeVar("T")


def plugin_cards(read: Callable[[str, str], T], taken: Callable[[T], str]) -> Iterator[T]:
    """The cards of the questions that other packages bring.

    Parameters
    ----------
    read : callable
        From a package and the text of its card to the card.
    taken : callable
        Why a card cannot be taken; an empty text where it can.
    """
    for point in sorted(entry_points(group=GROUP), key=lambda one: (one.name, one.value)):
        try:
            text = (resources.files(point.value) / "card.yaml").read_text(encoding="utf-8")
            card = read(point.value, text)
            wrong = taken(card)
        except (Exception, SystemExit) as error:  # whatever another package does wrong
            wrong = _said(error)
        else:
            if not wrong:
                yield card
                continue
        _tell(point, wrong)


def _said(error: BaseException) -> str:
    return f"its card lacks {error}" if isinstance(error, KeyError) else in_one_line(error)


def in_one_line(error: BaseException) -> str:
    """An exception of another package, however long its message is."""
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]


def _tell(point: EntryPoint, wrong: str) -> None:
    log.warning(
        "note: the question %s of the package %s is left out: %s", point.name, point.value, wrong
    )
