"""Where a verdict turns as one number moves: two neighbouring values, each asked and printable.

Halving goes over decimals of three digits in the unit that people read, not over all numbers. So
the two values that are left can be printed as they are: whoever asks at the one or the other gets
the verdict that is said of it. The decimals are the same wherever the search begins, and so is
what it finds, if the verdict turns but once.
"""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from twoplustwo.base.units import from_si, to_si

DIGITS = 3
YEAR = -1  # a calendar year is told to a tenth, however many digits it has
FINEST = DIGITS + 3  # digits of the larger end: near zero steps do not shrink for ever
DECADES = 20.0  # where the ends are that many times apart, the middle is the geometric one

Verdicts = Callable[[Sequence[tuple[int, float]]], Sequence[bool | None]]
"""Which bracket, and the value (SI) to ask it at; None where there is no verdict."""


class Bracket(NamedTuple):
    """Two values between which a verdict turns.

    Parameters
    ----------
    low, high : float
        SI.
    before, after : bool
        The verdict at the one and at the other.
    unit : str
        In which the number is printed.
    whole : bool
        Whether only whole numbers have a meaning.
    """

    low: float
    high: float
    before: bool
    after: bool
    unit: str
    whole: bool = False


def bisect(verdicts: Verdicts, brackets: Sequence[Bracket]) -> list[Bracket]:
    """Narrow each bracket until nothing that would be printed lies between its ends.

    All brackets take each step together. Where there is no verdict on the way a bracket is left
    as wide as it is; where the verdict turns more than once, one of the places is found.
    """
    found = list(brackets)
    finest = [_finest(one) for one in found]
    going = {i: at for i, one in enumerate(found) if (at := _between(one, finest[i])) is not None}
    while going:
        for (i, at), now in zip(list(going.items()), verdicts(list(going.items())), strict=True):
            if now is None:
                del going[i]
                continue
            one = found[i]
            found[i] = one._replace(low=at) if now == one.before else one._replace(high=at)
            middle = _between(found[i], finest[i])
            if middle is None:
                del going[i]
            else:
                going[i] = middle
    return found


def printable_decimal(value: float, unit: str, whole: bool = False) -> float:
    """The nearest decimal of three digits in a unit, SI in and out."""
    number = from_si(value, unit)
    return _si(number, _exponent(number, unit, whole, -math.inf), unit)


def _between(bracket: Bracket, finest: float) -> float | None:
    """A decimal strictly inside, near the middle; None if there is none."""
    low, high = from_si(bracket.low, bracket.unit), from_si(bracket.high, bracket.unit)
    middle = math.sqrt(low * high) if low > 0.0 and high / low > DECADES else 0.5 * (low + high)
    for number in (middle, _above(low, bracket, finest)):
        at = _si(number, _exponent(number, bracket.unit, bracket.whole, finest), bracket.unit)
        if bracket.low < at < bracket.high:
            return at
    return None


def _above(number: float, bracket: Bracket, finest: float) -> float:
    """The next decimal above a number."""
    sign = -1.0 if number < 0.0 else 1.0
    # towards zero the step may be the finer one of the next decade
    place = _exponent(
        number * (1.0 - 1e-9 if sign < 0.0 else 1.0), bracket.unit, bracket.whole, finest
    )
    steps = number / 10.0**place
    nearest = round(steps)
    whole = nearest if abs(steps - nearest) < 1e-6 else math.floor(steps)
    return (whole + 1) * 10.0**place


def _exponent(number: float, unit: str, whole: bool, finest: float) -> int:
    """Power of ten of the last digit that is printed of a number."""
    if whole:
        return 0
    if unit == "year":
        return YEAR
    size = math.floor(math.log10(abs(number))) - DIGITS + 1 if number else finest
    found = max(size, finest)
    return int(found) if math.isfinite(found) else 0


def _finest(bracket: Bracket) -> float:
    ends = (from_si(bracket.low, bracket.unit), from_si(bracket.high, bracket.unit))
    largest = max(abs(end) for end in ends)
    return math.floor(math.log10(largest)) - FINEST + 1 if largest else -math.inf


def _si(number: float, exponent: int, unit: str) -> float:
    """A number rounded at a power of ten, exactly as it is read when somebody writes it."""
    return to_si(float(f"{round(number / 10.0**exponent)}e{exponent}"), unit)
