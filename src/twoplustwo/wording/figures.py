"""Figures as they are written in a sentence, in each language: shares, years, counts of things."""

import math
from collections.abc import Iterable
from decimal import Decimal

from twoplustwo.base.criterion import Criterion
from twoplustwo.base.units import UNITS
from twoplustwo.wording.locale import decimal, month_name, plural
from twoplustwo.wording.phrases import phrases

LIKE = 1e-6  # years nearer than this to a whole or a half are that: half a minute


def duration_in_years(count: float, lang: str) -> str:
    """A span of years, with the noun: ``1 year``, ``8.5 years``, ``5 лет``, ``8,5 года``."""
    text = f"{count:.1f}".removesuffix(".0").replace("-", "−")
    return f"{decimal(text, lang)} {_years(round(count, 1), lang)}"


def _years(count: float, lang: str) -> str:
    return plural(count, lang, phrases()["years"][lang])


def quantity_text(text: str, lang: str) -> str:
    """A quantity, number and unit, as it is written in a language; years with their noun."""
    number, _, unit = text.partition(" ")
    if unit == "years":
        count = _number(number)
        unit_text = _years(0 if count is None else count, lang)  # no number: as after many
    else:
        unit_text = phrases()["units"].get(unit, {}).get(lang, unit)
    shown = decimal(number, lang) if number[-1:].isdigit() else number
    return f"{shown}{'' if unit_text == '°' else ' '}{unit_text}".rstrip()


def _number(text: str) -> float | None:
    try:
        return float(text.replace("−", "-"))
    except ValueError:
        return None


def whole_number(value: float | None) -> str:
    """A number without its decimals; a dash where there is none."""
    return "–" if value is None or not math.isfinite(value) else f"{value:.0f}"


def grouped(value: float, decimals: int = 0) -> str:
    """A number with thin spaces between thousands and a real minus sign."""
    text = f"{value:,.{decimals}f}".replace(",", "\u2009")
    if float(f"{value:.{decimals}f}") == 0:
        text = text.lstrip("-")
    return text.replace("-", "−")


def year_text(value: float, lang: str = "en") -> str:
    """A date counted in years: ``2022``, ``mid-2021``, ``Oct 2007``; a part is never dropped."""
    whole = math.floor(value + LIKE)
    part = value - whole
    if part < LIKE:
        return f"{whole}"
    if abs(part - 0.5) < LIKE:
        return phrases()["mid-year"][lang].format(year=whole)
    month = min(int(12 * part), 11) + 1
    return f"{month_name(month, lang, phrases()['month'][lang])} {whole}"


def people_text(count: float, lang: str) -> str:
    """A number of people, in millions or thousands: ``641 million``, ``0.8 million``, «12 тыс.»."""
    for size, least, name in ((1e6, 99_500, "million"), (1e3, 995, "thousand")):
        if count >= least:
            value = count / size
            text = f"{value:.{0 if value >= 9.95 else 1}f}"
            return f"{decimal(text, lang)} {phrases()[name][lang]}"
    return f"{count:.0f}"


def percent_text(share: float | None, lang: str = "en", tests: Iterable[Criterion] = ()) -> str:
    """A share in per cent: whole from ten on, one digit below, more where that would say nothing.

    A share that is not all never says 100, one that is not nothing never 0, and what is printed
    passes those of the `tests` that the share passes, and no other: 89.96 % stands beside "at
    least 90 %" with so many digits that it is below.
    """
    if share is None:
        return "–"
    value = 100.0 * share
    size = abs(value)
    if 99.5 <= size < 100.0:
        text = f"{math.floor(10.0 * size) / 10.0:.1f}"
    elif 0.0 < size < 0.05:
        text = f"{size:.{min(6, -math.floor(math.log10(size)))}f}"
    else:
        text = f"{size:.{1 if 0.0 < size < 9.95 else 0}f}"
    text = enough_digits_for_tests(f"{'-' if value < 0 else ''}{text}", share, tests, "%")
    return f"{decimal(text.replace('-', '−'), lang)} %"


MOST_PLACES = 17  # of a number whose digits tell it from every other


def enough_digits_for_tests(text: str, value: float, tests: Iterable[Criterion], unit: str) -> str:
    """A number as printed, with more digits where it would not pass as printed what it passes.

    Parameters
    ----------
    text : str
        `value` as it would be printed, in `unit`, in English and without the unit.
    value : float
        SI.
    tests : iterable of Test
        What it is printed beside; those of another kind of unit are passed over.
    unit : str

    Returns
    -------
    str
        `text` where it passes the same tests as `value`; else the value with the fewest places that
        does.
    """
    wanted = [
        (one, one.holds(value)) for one in tests if UNITS[one.unit].measures == UNITS[unit].measures
    ]

    def fair(printed: str) -> bool:
        return all(_as_printed(one, printed, unit) is verdict for one, verdict in wanted)

    if not math.isfinite(value) or fair(text):
        return text
    exact = Decimal(value) * Decimal(UNITS[unit].per) / Decimal(UNITS[unit].factor)
    each = (f"{exact:.{places}f}" for places in range(1, MOST_PLACES + 1))
    whole = unit == "%" and abs(exact) < 100
    return next(
        (one for one in each if fair(one) and not (whole and abs(Decimal(one)) >= 100)), text
    )


def _as_printed(test: Criterion, printed: str, unit: str) -> bool | None:
    """Whether a printed number passes a test as it is written."""
    there = Decimal(printed) * Decimal(UNITS[unit].factor) / Decimal(UNITS[unit].per)
    written = there * Decimal(UNITS[test.unit].per) / Decimal(UNITS[test.unit].factor)
    return Criterion(test.column, test.sign, test.number).holds(float(written))


def range_text(low: str, high: str, lang: str) -> str:
    """Two printed ends as a range: "0.2 to 29 %"; "about 19 %" where both read the same.

    The unit, where both have the same, stands once, after the second.
    """
    if low == high:
        return phrases()["about"][lang].format(low=low)
    number, _, unit = low.rpartition(" ")
    if unit and not unit[-1:].isdigit() and high.endswith(f" {unit}"):
        low = number
    return phrases()["range"][lang].format(low=low, high=high)
