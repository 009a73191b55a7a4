"""What a case writes down: a quantity, an interval, a bare number or a word; read to SI."""

import math
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from twoplustwo.base.errors import UnitError, nearest
from twoplustwo.base.units import UNITS, from_si, parse_quantity, show, show_interval

SUFFIXES = {
    "_kg_m2": "kg/m2",
    "_kg_m3": "kg/m3",
    "_m_s2": "m/s2",
    "_m_s": "m/s",
    "_rad": "rad",
    "_kg": "kg",
    "_m2": "m2",
    "_pa": "Pa",
    "_m": "m",
    "_s": "s",
    "_n": "N",
    "_k": "K",
}
"""How a name of an input says its unit, longest first."""

_WORD = re.compile(r"[A-Za-z][\w -]*")
_ENDS = re.compile(r"\s*\.\.\s*")
_UNIT = re.compile(r"[+-]?[\d.]+(?:[eE][+-]?\d+)?\s*(?P<unit>\S.*)?")


class Expected(NamedTuple):
    """What a publication says: an interval in SI (a number has equal ends), or a word."""

    low: float
    high: float
    unit: str
    word: str = ""

    @property
    def is_word(self) -> bool:
        """Whether it is a word."""
        return bool(self.word)

    @property
    def shown(self) -> str:
        """As people read it."""
        return self.word or show_interval(self.low, self.high, self.unit)

    def show(self, ours: float | str) -> str:
        """A result of ours (SI) in the unit of what was expected, to six digits."""
        if isinstance(ours, str):
            return ours
        return digits(ours, self.unit, 6) if math.isfinite(ours) else "none"


def digits(value: float, unit: str, count: int) -> str:
    """`value` (SI) in `unit`, with so many digits: ``digits(6312.34, "km/s", 3)`` is 6.31 km/s."""
    number = f"{float(f'{from_si(value, unit):.{count}g}'):.10g}"
    return number if unit in ("1", "year", "people") else f"{number} {unit}"


def read_expected(text: str) -> Expected:
    """Read ``4.865 km/s``, ``7.7 km/s .. 8.3 km/s``, ``7.7..8.3 km/s``, ``0.58`` or ``yes``.

    Raises
    ------
    UnitError
        If it is none of them.
    """
    if _WORD.fullmatch(text):
        return Expected(math.nan, math.nan, "", text)
    first, *rest = _ENDS.split(text)
    if len(rest) > 1:
        raise UnitError(f"{text!r} has more than two ends", why="expected low .. high")
    unit = unit_of(rest[0] if rest else first)
    if not rest:
        low = high = one(first, unit)
    else:
        low = one(first if _unit_in(first) else f"{first} {_written(unit)}", unit)
        high = one(rest[0], unit)
    if low > high:
        raise UnitError(
            f"{text!r} is an interval with its ends the wrong way round", why="expected low .. high"
        )
    return Expected(low, high, unit)


def read_tolerance(text: str, expected: Expected) -> tuple[float, str]:
    """A tolerance in SI and as people read it; a share of the expected number where it is in %.

    Raises
    ------
    UnitError
        If it is no quantity, negative, or measures something else than what is expected.
    """
    unit = unit_of(text)
    if unit == "%" and expected.unit not in ("%", "1"):
        share = one(text, "%")
        size, told = share * max(abs(expected.low), abs(expected.high)), show(share, "%")
    else:
        size = one(text, expected.unit)
        told = show(size, unit)
    if size < 0.0:
        raise UnitError(f"{text!r} is a negative tolerance", why="expected a quantity above 0")
    return size, told


def read_input(name: str, value: Any) -> Any:
    """An input as the builder takes it: a quantity to SI where its name ends in a unit.

    Lists and mappings are read through; a name with a dot is a path of a dossier and keeps its
    value as written.

    Raises
    ------
    UnitError
        If the name promises a unit and the value does not have it.
    """
    if isinstance(value, Mapping):
        return {key: read_input(str(key), inner) for key, inner in value.items()}
    if isinstance(value, list):
        return tuple(read_input(name, inner) for inner in value)
    suffix = "" if "." in name else next((end for end in SUFFIXES if name.endswith(end)), "")
    if not suffix:
        return value
    return one(str(value), SUFFIXES[suffix])


def one(text: str, unit: str) -> float:
    """One quantity, neither a bound nor an interval, in the SI unit of `unit`."""
    low, best, _ = parse_quantity(text, unit)
    if best is None:
        raise UnitError(f"{text!r} is no single quantity", why="expected one number and its unit")
    return low


def unit_of(text: str) -> str:
    """The unit that `text` is written in; ``1`` for a bare number.

    Raises
    ------
    UnitError
        If there is no number, or the unit is not one of ours.
    """
    found = _UNIT.fullmatch(text.strip())
    if not found:
        raise UnitError(
            f"{text!r} is no quantity", why="expected a number and its unit, such as 4.865 km/s"
        )
    unit = (found["unit"] or "1").strip()
    unit = {"°": "deg", "m²": "m2", "km²": "km2"}.get(unit, unit)
    if unit not in UNITS:
        raise UnitError(
            f"{text!r} has an unknown unit, {unit!r}",
            why=f"known units: {', '.join(UNITS)}",
            fix=nearest(unit, UNITS),
        )
    return unit


def _unit_in(text: str) -> bool:
    found = _UNIT.fullmatch(text.strip())
    return bool(found and found["unit"])


def _written(unit: str) -> str:
    return "" if unit == "1" else unit
