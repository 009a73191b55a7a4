"""A test on a column: propositions, acceptance, flips and guarantees use nothing else."""

import operator
import re
from dataclasses import dataclass

from twoplustwo.base.errors import OptionError, nearest
from twoplustwo.base.units import UNITS, si_unit, to_si

_TEST = re.compile(
    r"\s*(?P<column>[a-z][a-z0-9_]*)\s*(?P<sign><=|>=|=|<|>)\s*"
    r"(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(?P<unit>\S*)\s*"
)
_SIGNS = {
    "=": operator.eq,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@dataclass(frozen=True)
class Criterion:
    """``COLUMN (=|<|<=|>|>=) VALUE [unit]``.

    Parameters
    ----------
    column : str
        Column of the answer, or its headline's.
    sign : str
        One of ``= < <= > >=``.
    number : float
        The value as written, in `unit`.
    unit : str
        Unit as written, ``1`` where none is.
    """

    __test__ = False  # not a pytest class, whatever its name

    column: str
    sign: str
    number: float
    unit: str = "1"

    @classmethod
    def parse(cls, text: str) -> "Criterion":
        """Read ``share_reachable <= 1 %``; raise OptionError if it is no test."""
        found = _TEST.fullmatch(text)
        if not found:
            raise OptionError(
                f"{text!r} is not a test",
                why="expected COLUMN (=|<|<=|>|>=) VALUE [unit], e.g. share_reachable <= 1 %",
            )
        unit = found["unit"] or "1"
        if unit not in UNITS:
            raise OptionError(
                f"{text!r} has an unknown unit, {unit!r}",
                why=f"known units: {', '.join(UNITS)}",
                fix=nearest(unit, UNITS),
            )
        return cls(found["column"], found["sign"], float(found["number"]), unit)

    @property
    def value(self) -> float:
        """The value compared with, in SI."""
        return to_si(self.number, self.unit)

    @property
    def si_unit(self) -> str:
        """The SI unit of `value`."""
        return si_unit(self.unit)

    def holds(self, value: float | None) -> bool | None:
        """Whether `value` (SI) passes; None where there is no value."""
        if value is None or value != value:
            return None
        return bool(_SIGNS[self.sign](value, self.value))

    def __str__(self) -> str:
        unit = "" if self.unit == "1" else f" {self.unit}"
        return f"{self.column} {self.sign} {self.number:.10g}{unit}"
