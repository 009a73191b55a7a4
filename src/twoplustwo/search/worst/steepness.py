"""Measured steepness of headlines: what a bound between looks rests on."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import cache
from importlib import resources
from typing import Any

import yaml

from twoplustwo.dossier.models import Dossier
from twoplustwo.search.worst import proof
from twoplustwo.search.worst.spans import Number


@dataclass(frozen=True)
class RecordedSteepness:
    """How fast a column of a question can change with each number.

    Parameters
    ----------
    question, column : str
    per : dict of pattern to float
        Greatest change of the column (SI) for a change of one SI unit of the number, safety factor
        included.
    below : float
        Where it was measured: the column is below this. Elsewhere nothing is concluded.
    settles : tuple of str
        Columns that are zero wherever this one is below zero everywhere.
    largest : bool
        Whether the column is the largest over the missiles, so that of several missiles the same
        parameter may be moved together when the most is sought.
    """

    question: str
    column: str
    per: dict[str, float]
    below: float
    settles: tuple[str, ...] = ()
    largest: bool = False

    def of(self, numbers: Sequence[Number]) -> dict[str, float] | None:
        """Change of the column from end to end of each number; None if one was not measured."""
        found: dict[str, float] = {}
        for number in numbers:
            rate = next((r for p, r in self.per.items() if fnmatchcase(number.path, p)), None)
            if rate is None:
                return None
            found[number.path] = rate * (number.high - number.low)
        return found


@cache
def measured() -> tuple[RecordedSteepness, ...]:
    """All that was measured, from ``steepness.yaml``."""
    text = (resources.files(__package__ or "") / "steepness.yaml").read_text(encoding="utf-8")
    raw: list[dict[str, Any]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return tuple(
        RecordedSteepness(
            one["question"],
            one["column"],
            {path: float(rate) * float(one["factor"]) for path, rate in one["per"].items()},
            float(one.get("below", math.inf)),
            tuple(one.get("settles", ())),
            one.get("largest") == "yes" or one.get("largest") is True,
        )
        for one in raw
    )


def recorded_steepness(question: str, column: str) -> RecordedSteepness | None:
    """What bounds a column: its own steepness, or that of the column that settles it."""
    mine = [one for one in measured() if one.question == question]
    own = next((one for one in mine if one.column == column), None)
    return own or next((one for one in mine if column in one.settles), None)


def steepness_of(dossier: Dossier, question: str, column: str) -> RecordedSteepness | None:
    """What bounds a column with the claims of a dossier: what the package measured, or its own.

    Where neither was measured with just these claims, that of the package guides a search.
    """
    known = recorded_steepness(question, column)
    own = proof.own(question, dossier)
    if known is None or own is None:
        return known
    return replace(known, per=own.per.get(known.column, {}))
