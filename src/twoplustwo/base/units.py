"""Quantities as people write them, and SI as the engine counts.

The list of units is closed. Each has one SI unit that its numbers are kept in; angles are kept
in radians, shares as plain numbers, dates and spans of the calendar as years.
"""

import math
import re
from functools import lru_cache
from typing import NamedTuple

from twoplustwo.base.errors import UnitError, nearest


class Unit(NamedTuple):
    """A unit: what it measures, its SI unit, and how many of those it is (`factor` / `per`)."""

    measures: str
    si: str
    factor: float
    per: float = 1.0  # kept apart, since 57 * 0.01 is not 0.57


UNITS: dict[str, Unit] = {
    "1": Unit("share or count", "1", 1.0),
    "%": Unit("share or count", "1", 1.0, 100.0),
    "people": Unit("people", "people", 1.0),
    "year": Unit("calendar year", "year", 1.0),
    "years": Unit("span of calendar years", "years", 1.0),
    "s": Unit("time", "s", 1.0),
    "min": Unit("time", "s", 60.0),
    "h": Unit("time", "s", 3600.0),
    "m": Unit("length", "m", 1.0),
    "km": Unit("length", "m", 1000.0),
    "m2": Unit("area", "m2", 1.0),
    "km2": Unit("area", "m2", 1e6),
    "m/s": Unit("speed", "m/s", 1.0),
    "km/s": Unit("speed", "m/s", 1000.0),
    "m/s2": Unit("acceleration", "m/s2", 1.0),
    "rad": Unit("angle", "rad", 1.0),
    "deg": Unit("angle", "rad", math.pi / 180.0),
    "kg": Unit("mass", "kg", 1.0),
    "t": Unit("mass", "kg", 1000.0),
    "kg/m2": Unit("mass per area", "kg/m2", 1.0),
    "kg/m3": Unit("density", "kg/m3", 1.0),
    "N": Unit("force", "N", 1.0),
    "kN": Unit("force", "N", 1000.0),
    "Pa": Unit("pressure", "Pa", 1.0),
    "kPa": Unit("pressure", "Pa", 1000.0),
    "K": Unit("temperature", "K", 1.0),
}
# Other ways to write the same unit; nothing that needs a decision.
_SAME = {"°": "deg", "m²": "m2", "km²": "km2", "m^2": "m2", "km^2": "km2", "kg/m²": "kg/m2"}
_WITHOUT_UNIT = ("1", "year", "people")  # a bare number says enough

NUMBER = r"[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?"
_QUANTITY = re.compile(
    rf"(?P<bound>[<>]=?)?\s*(?P<low>{NUMBER})(?:\s*\.\.\s*(?P<high>{NUMBER}))?"
    r"\s*(?P<unit>[^\W\d_].*|[%°1])?"
)


@lru_cache(100_000)
def parse_quantity(text: str, unit: str) -> tuple[float, float | None, float]:
    """Read a quantity such as ``6.3 km/s``, ``7.7..8.3 km/s``, ``10``, ``>= 5 km``.

    Parameters
    ----------
    text : str
        The quantity as written.
    unit : str
        A unit of the dimension expected, from `UNITS`.

    Returns
    -------
    low, best, high : float, float or None, float
        In the SI unit of `unit`. `best` is None for an interval and for a bound; the open side of
        a bound is infinite.

    Raises
    ------
    UnitError
        If it is no quantity, or its unit is unknown or measures something else.
    """
    wanted = UNITS[unit]
    found = _QUANTITY.fullmatch(text.strip().replace("−", "-"))
    if not found:
        raise UnitError(
            f"{text!r} is not a quantity",
            why=f"expected {_example(unit)}",
            fix="write numbers without commas" if re.search(r"\d,\d", text) else "",
        )
    written = _unit_of(found["unit"], unit, text)
    low = to_si(float(found["low"]), written)
    if not math.isfinite(low):
        raise UnitError(f"{text!r} is too large a number", why=f"expected {_example(unit)}")
    if found["bound"]:
        if found["high"]:
            raise UnitError(
                f"{text!r} is both a bound and an interval", why=f"expected {_example(unit)}"
            )
        return (low, None, math.inf) if found["bound"][0] == ">" else (-math.inf, None, low)
    if found["high"] is None:
        return low, low, low
    high = to_si(float(found["high"]), written)
    if not low <= high < math.inf:
        raise UnitError(
            f"{text!r} is an interval with its ends the wrong way round",
            why=f"expected low..high, in {wanted.measures}",
        )
    return low, None, high


def other_ways_to_write() -> dict[str, str]:
    """Other ways to write a unit, each with the unit that it means."""
    return dict(_SAME)


def without_unit() -> tuple[str, ...]:
    """Units whose numbers stand bare."""
    return _WITHOUT_UNIT


def si_unit(unit: str) -> str:
    """The SI unit that numbers of `unit` are kept in: ``km/s`` gives ``m/s``, ``%`` gives ``1``."""
    return UNITS[unit].si


def to_si(value: float, unit: str) -> float:
    """`value` of `unit`, in the SI unit of `unit`."""
    return value * UNITS[unit].factor / UNITS[unit].per


def from_si(value: float, unit: str) -> float:
    """`value` of the SI unit of `unit`, in `unit`."""
    return value * UNITS[unit].per / UNITS[unit].factor


def show(value: float, unit: str) -> str:
    """`value` (SI) as people write it in `unit`: ``show(6300, "km/s")`` is ``6.3 km/s``."""
    number = f"{from_si(value, unit):.10g}"
    return number if unit in _WITHOUT_UNIT else f"{number} {unit}"


def show_interval(low: float, high: float, unit: str) -> str:
    """An interval (SI) in `unit`: ``7.7..8.3 km/s``; a single value if both ends are equal."""
    if low == high:
        return show(low, unit)
    if math.isinf(high):
        return f">= {show(low, unit)}"
    if math.isinf(low):
        return f"<= {show(high, unit)}"
    first = f"{from_si(low, unit):.10g}"
    return f"{first}..{show(high, unit)}"


def _unit_of(written: str | None, unit: str, text: str) -> str:
    wanted = UNITS[unit]
    if written is None:
        if unit not in _WITHOUT_UNIT and unit != "%":
            raise UnitError(f"{text!r} has no unit", why=f"expected {_example(unit)}")
        return unit
    name = _SAME.get(written.strip(), written.strip())
    allowed = ", ".join(_of(wanted.measures))
    if name not in UNITS:
        raise UnitError(
            f"{text!r} has an unknown unit, {name!r}",
            why=f"expected {wanted.measures}, in {allowed}{(known := _foreign(name, wanted.si))}",
            fix="" if known else nearest(name, _of(wanted.measures)),
        )
    if UNITS[name].measures != wanted.measures:
        raise UnitError(
            f"{text!r} measures {UNITS[name].measures}, not {wanted.measures}",
            why=f"expected {wanted.measures}, in {allowed}",
        )
    return name


def _of(measures: str) -> list[str]:
    return [name for name, unit in UNITS.items() if unit.measures == measures]


def _example(unit: str) -> str:
    tail = "" if unit in _WITHOUT_UNIT else f" {unit}"
    low, high = ("2015", "2020") if unit == "year" else ("2", "3.5")
    return f"a number or an interval of {UNITS[unit].measures}, such as {low}{tail} or " + (
        f"{low}..{high}{tail}"
    )


_MEANT = {"nm": "nautical_mile", "NM": "nautical_mile", "kt": "kilotonne", "Mt": "megatonne"}
"""What writers of this field mean by a sign that others take for something else."""


def _foreign(name: str, si: str) -> str:
    """What pint knows of a unit outside our list, so that the writer can convert it; nothing of
    one that measures something else than `si`, or that starts from another zero.
    """
    if not re.fullmatch(r"[A-Za-z]{1,20}(/[A-Za-z]{1,20})?[23]?", name):
        return ""
    import pint  # imported here: half a second that only a mistake costs

    try:
        one = pint.UnitRegistry().Quantity(1.0, _MEANT.get(name, name))
        none = pint.UnitRegistry().Quantity(0.0, _MEANT.get(name, name)).to_base_units()
        other = one.to_base_units()
        if none.magnitude or not other.is_compatible_with(si):
            return ""
    except Exception:  # pint raises a dozen kinds, tokenizer errors among them
        return ""
    called = _MEANT.get(name, name).replace("_", " ")
    return f"; 1 {called} is {other.magnitude:.6g} {other.units:~C}" if other.units else ""
