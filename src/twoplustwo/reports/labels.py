"""How identifiers, columns and numbers are shown to people."""

import math
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from twoplustwo.answers.answer import Headline
from twoplustwo.base.criterion import Criterion
from twoplustwo.base.table import Column
from twoplustwo.base.units import UNITS, from_si, si_unit
from twoplustwo.wording import figures
from twoplustwo.wording.figures import grouped

_SHOW = {"m/s": ("km/s", 1e-3), "1": ("%", 100.0), "rad": ("°", 180.0 / math.pi)}
"""SI unit to the unit shown and the factor; every other unit is shown as it is."""

_PROPER = {"icbm": "ICBM", "irbm": "IRBM"}
"""Words with capitals wherever they stand in a table."""

_SMALL = frozenset({"to", "of", "per", "and", "in", "the", "by", "at", "on"})


def words(text: Any, language: str = "en") -> str:
    """A text in one language; a plain string is itself."""
    if isinstance(text, Mapping):
        return str(text.get(language) or text.get("en") or next(iter(text.values()), ""))
    return "" if text is None else str(text)


def name(identifier: Any, names: Mapping[str, Any] | None = None, kind: str = "") -> str:
    """What a thing is called: its name in the dossier, or its identifier in title case.

    Where things of several kinds share an identifier, `kind` says which is meant.

    Several joined by a plus sign (a position with its measures), by commas or by an arrow are
    named each.
    """
    text = str(identifier)
    if names and text in names:
        return words(names.get(f"{kind}.{text}") or names[text])
    for sign, between in (("→", " → "), (", ", ", "), ("+", " + ")):
        parts = [one.strip() for one in text.split(sign)]
        if len(parts) > 1 and names and all(named_in(one, names) for one in parts):
            return between.join(name(one, names, kind) for one in parts)
    if not text.replace("-", "").isalnum() or any(char.isupper() for char in text):
        return text
    parts = text.split("-")
    return " ".join(
        part if part in _SMALL and at else part[:1].upper() + part[1:]
        for at, part in enumerate(parts)
    )


def cell_text(text: str, names: Mapping[str, Any] | None = None, kind: str = "") -> str:
    """A text of a table: its name where the dossier has one, else the words as they are."""
    named = name(text, names, kind)
    if not names or text in names or named != name(text):
        return named
    plain = text.replace("_", " ") if text.replace("_", "").isalnum() else text
    plain = plain.replace("-", " ") if plain.replace("-", "").isalpha() else plain
    return " ".join(_PROPER.get(word, word) for word in plain.split(" "))


def named_in(text: str, names: Mapping[str, Any]) -> bool:
    """Whether the dossier has a name for it, or for each of what plus signs join in it."""
    return all(one in names for one in text.split("+"))


def title(column: Column | str) -> str:
    """A column's name for a table head: without its unit, with spaces."""
    text = column if isinstance(column, str) else column.name
    for ending in ("_m_s", "_km2", "_deg", "_km", "_rad", "_kg", "_s"):
        text = text.removesuffix(ending)
    return text.replace("_", " ")


def shown_unit(column: Column) -> tuple[str, float]:
    """The unit that a column is shown in, and what to multiply its values by."""
    return _SHOW.get(column.unit, (column.unit, 1.0))


def head(column: Column) -> str:
    """A table head with its unit."""
    unit, _ = shown_unit(column)
    text = title(column)
    twice = unit in ("people", "year") or unit in text.split(" ")
    return f"{text}, {unit}" if unit and not twice else text


def axis(column: Column) -> str:
    """What an axis says: the column's meaning where it has a short one, with the unit."""
    unit, _ = shown_unit(column)
    meaning = words(column.means)
    text = meaning if meaning and len(meaning) <= 60 else title(column)
    return f"{text} ({unit})" if unit else text


def is_year(column: Column) -> bool:
    """Whether a column holds calendar years: no space after the first digit of 2007."""
    return column.unit == "year" or column.name == "year" or column.name.endswith("_year")


def number(value: Any, column: Column | None = None) -> str:
    """A value as a table cell shows it; null is a dash."""
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, int | float):
        return str(value)
    if column is None:
        return digits(value)
    if is_year(column):
        return figures.year_text(value)
    unit, factor = shown_unit(column)
    if unit in ("%", "°", "s", "km"):
        if unit == "%" and 0 < abs(value * factor) < 0.05:
            return digits(value * factor)
        size = abs(value * factor)
        if unit == "%" and 99.5 <= size < 100.0:
            return figures.percent_text(value).removesuffix(" %")
        return grouped(value * factor, 1 if unit == "%" and 0 < size < 10 else 0)
    return digits(value * factor)


def headline(value: float | None, of: Headline, language: str = "en") -> str:
    """A headline's value, or an end of its interval, in the unit that the headline is shown in.

    It passes the headline's test as printed if it passes it.
    """
    if value is None:
        return "–"
    tests = (Criterion.parse(of.test),) if of.test else ()
    if of.show == "%":
        return figures.percent_text(value, language, tests)
    if of.show == "year":
        return figures.year_text(value, language)
    if of.show == "years":
        return figures.duration_in_years(value, language)
    if of.show == "people":
        return figures.people_text(value, language)
    shown, unit = value, of.show or of.unit
    if unit in UNITS and si_unit(unit) != unit:
        shown = from_si(value, unit)
    elif unit != "1":
        unit, factor = shown_unit(Column(of.column, unit=unit))
        shown *= factor
    plain = digits(shown).replace("\u2009", "").replace("−", "-")
    fair = figures.enough_digits_for_tests(plain, value, tests, unit) if unit in UNITS else plain
    text = digits(shown) if fair == plain else fair.replace("-", "−")
    quantity = f"{text} {unit}".removesuffix(" 1").strip()
    return quantity if language == "en" else figures.quantity_text(quantity, language)


def ends(of: Headline, language: str = "en") -> str:
    """The interval of a headline in words; empty where it has none."""
    if of.low is None or of.high is None:
        return ""
    low, high = (headline(one, of, language) for one in (of.low, of.high))
    if of.low == of.high:
        return low  # not only as printed
    return figures.range_text(low, high, language)


def digits(value: float) -> str:
    """Three significant digits, and every digit before the point."""
    if value == 0:
        return "0"
    decimals = max(0, 2 - math.floor(math.log10(abs(value))))
    text = grouped(value, min(decimals, 6))
    return text.rstrip("0").rstrip(".") if "." in text else text


def room(texts: Sequence[str], size: float = 9.0) -> float:
    """How wide the widest text is, with a little air, inches; `size` in points."""
    return 0.16 + max(map(lambda text: wide(text, size), texts), default=0.0)


@cache
def wide(text: str, size: float = 9.0) -> float:
    """How wide a text is in the letters of the pictures, inches; `size` in points."""
    lines = [line for line in text.split("\n") if line.strip()]
    font = FontProperties(family="DejaVu Sans", size=size)
    measure = text_to_path.get_text_width_height_descent
    widths = [measure(line, font, ismath=False)[0] for line in lines]
    return max(widths, default=0.0) / 72.0
