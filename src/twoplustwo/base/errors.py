"""Errors that a person reads: what, where, why, what to do."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Self


@dataclass(eq=False)
class TwoPlusTwoError(Exception):
    """An error with a message for people; doors print it and end with exit status 2.

    Parameters
    ----------
    what : str
        What is wrong, in one line.
    where : str
        File and line, or the option.
    why : str
        What was expected, or the reason for the rule.
    fix : str
        What to do; the nearest right name.
    """

    what: str
    where: str = ""
    why: str = ""
    fix: str = ""

    def __str__(self) -> str:
        first = f"{self.what} ({self.where})" if self.where else self.what
        return "\n".join(line for line in (first, self.why, self.fix) if line)

    def __reduce__(self) -> tuple[object, ...]:
        # Exception pickles its args, which a dataclass leaves empty; workers send errors home.
        return (_rebuild, (type(self), dict(self.__dict__)))

    @property
    def parts(self) -> dict[str, str]:
        """What it says, part by part."""
        return {"what": self.what, "where": self.where, "why": self.why, "fix": self.fix}

    def at(self, where: str) -> Self:
        """The same error, said of a place."""
        return replace(self, where=where)


def _rebuild(kind: type[TwoPlusTwoError], fields: dict[str, object]) -> TwoPlusTwoError:
    error = kind.__new__(kind)
    error.__dict__.update(fields)
    return error


class UnitError(TwoPlusTwoError):
    """A quantity that cannot be read: no number, an unknown unit, a wrong dimension."""


@dataclass(eq=False)
class DossierError(TwoPlusTwoError):
    """Something wrong in a dossier; `warning` marks what a dossier can live with."""

    warning: bool = False


class PositionError(TwoPlusTwoError):
    """A position that cannot be read or held."""


class QuestionError(TwoPlusTwoError):
    """A question that is unknown or cannot be asked so."""


class OptionError(TwoPlusTwoError):
    """An option with a value it cannot have."""


class OutputError(TwoPlusTwoError):
    """Something that cannot be written or read back."""


def nearest(name: str, names: Iterable[str]) -> str:
    """``did you mean X?`` for the name closest to `name`, or an empty text."""
    known = {one.casefold(): one for one in names}
    found = get_close_matches(name.casefold(), known, n=1, cutoff=0.6)
    return f"did you mean {known[found[0]]}?" if found else ""
