"""Headlines and their differences as they are written in a sentence, in each language."""

from collections.abc import Sequence

from twoplustwo.base.criterion import Criterion
from twoplustwo.base.units import UNITS, from_si, without_unit
from twoplustwo.wording.figures import (
    duration_in_years,
    enough_digits_for_tests,
    percent_text,
    year_text,
)
from twoplustwo.wording.figures import quantity_text as quantity
from twoplustwo.wording.phrases import phrases


def significant(value: float, digits: int = 3) -> str:
    """So many significant digits and every one before the point, with a real minus sign."""
    text = f"{value:.{digits}g}" if abs(value) < 10.0**digits - 0.5 else f"{value:.0f}"
    return text.replace("-", "−")


def measured_text(value: float, unit: str, lang: str, tests: Sequence[Criterion] = ()) -> str:
    """A number (SI) in a unit, three digits or as many as it passes its `tests` with as printed."""
    plain = significant(from_si(value, unit)).replace("−", "-")
    number = enough_digits_for_tests(plain, value, tests, unit).replace("-", "−")
    return quantity(number if unit in without_unit() else f"{number} {unit}", lang)


def headline_text(
    number: float | None, show: str, lang: str, tests: Sequence[Criterion] = (), unit: str = "1"
) -> str:
    """A headline as people read it; it passes as printed those of the `tests` that it passes."""
    if number is None:
        return "–"
    if show == "%":
        return percent_text(number, lang, tests)
    if show == "year":
        return year_text(number, lang)
    plain = significant(number, 4).replace("−", "-")
    text = enough_digits_for_tests(plain, number, tests, unit) if unit in UNITS else plain
    return quantity(f"{text.replace('-', '−')} {show}".removesuffix(" 1").strip(), lang)


def difference_text(number: float | None, show: str, lang: str) -> str:
    """A difference of two headlines, with its sign."""
    if number is None:
        return "–"
    if show == "%":
        text = percent_text(number, lang).replace("%", points(number, lang))
    elif show == "year":
        text = duration_in_years(number, lang)
    else:
        text = quantity(f"{significant(number)} {show}".removesuffix(" 1").strip(), lang)
    return text if number < 0 else f"+{text}"


def points(number: float, lang: str) -> str:
    """The noun of a difference of shares."""
    return phrases()["point" if percent_text(abs(number)) == "1 %" else "points"][lang]
