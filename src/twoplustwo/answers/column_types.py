"""Of which type the values of a column are, whether or not there are any: number, flag or text.

A table of one position may hold nothing in a column in which that of another has numbers; files of
both are read together only if the type stands fast. A card says it of columns whose unit does not.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from twoplustwo.base.table import Column

NUMBER, FLAG, TEXT = "number", "flag", "text"
TYPES = (NUMBER, FLAG, TEXT)


@dataclass(frozen=True)
class TypedColumn(Column):
    """A column of which is known what type its values are; empty where nobody says."""

    type: str = ""


def type_of(column: Column, *parts: np.ndarray) -> str:
    """The type of a column: as said, else by its unit, else by the values themselves.

    Parameters
    ----------
    column : Column
    *parts : ndarray
        The values of that column in each table that is to be read together.

    Returns
    -------
    str
        ``number``, ``flag`` or ``text``; text also where what is said does not fit the values.
    """
    said = column.type if isinstance(column, TypedColumn) else ""
    said = said or (NUMBER if column.unit else "")
    found = [one for one in map(_found, parts) if one]
    if said and all(one == said for one in found):
        return said
    return found[0] if found and all(one == found[0] for one in found) else TEXT


def _found(values: np.ndarray) -> str:
    """What the values are; empty where there are none but nulls."""
    if values.dtype.kind == "b":
        return FLAG if len(values) else ""
    if values.dtype.kind == "f":
        return NUMBER if np.isfinite(values).any() or np.isinf(values).any() else ""
    return _of_objects([one for one in values.tolist() if one is not None and one == one])


def _of_objects(known: Sequence[Any]) -> str:
    if not known:
        return ""
    if all(isinstance(one, bool | np.bool_) for one in known):
        return FLAG
    numbers = all(isinstance(one, int | float) and not isinstance(one, bool) for one in known)
    return NUMBER if numbers else TEXT


def as_type(value: Any, kind: str) -> float | bool | str | None:
    """A value of a column of that type, for a file; null where it is not known or not finite.

    No file has infinity, as JSON has none: programs that read it disagree on what it is.
    """
    if value is None or (isinstance(value, float | np.floating) and not math.isfinite(value)):
        return None
    return float(value) if kind == NUMBER else bool(value) if kind == FLAG else str(value)
