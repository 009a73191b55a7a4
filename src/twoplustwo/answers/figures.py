"""Figures as they are written in a sentence, in each language: shares, years, counts of things."""

import math
from collections.abc import Mapping

LIKE = 1e-6  # years nearer than this to a whole or a half are that: half a minute

MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "ru": ("январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь",
           "октябрь", "ноябрь", "декабрь"),
}  # fmt: skip
MIDDLE = {"en": "mid-{year}", "ru": "середина {year}"}

YEARS = {"en": {"one": "year", "other": "years"},
         "ru": {"one": "год", "few": "года", "many": "лет"}}  # fmt: skip


def plural(count: float, lang: str, forms: Mapping[str, str]) -> str:
    """The form of a noun after a number, by the plural rules of the Unicode CLDR.

    Parameters
    ----------
    count : float
        As it is written: 1.5 is no 1.
    lang : str
    forms : mapping
        By the rule's word. English ``one`` and ``other``; Russian ``one`` (1, 21), ``few`` (2 to
        4, 22; of parts too: 2,5 года) and ``many``.
    """
    if lang != "ru":
        return forms["one" if abs(count) == 1 else "other"]
    if count != int(count):
        return forms["few"]
    ten, hundred = abs(int(count)) % 10, abs(int(count)) % 100
    if ten == 1 and hundred != 11:
        return forms["one"]
    return forms["few" if 2 <= ten <= 4 and not 12 <= hundred <= 14 else "many"]


def decimal(text: str, lang: str) -> str:
    """A number written in English, in a language: Russian has a comma where English has a point."""
    return text.replace(".", ",") if lang == "ru" else text


def years(count: float, lang: str) -> str:
    """A span of years, with the noun: ``1 year``, ``8.5 years``, ``5 лет``, ``8,5 года``."""
    text = f"{count:.1f}".removesuffix(".0").replace("-", "−")
    return f"{decimal(text, lang)} {plural(round(count, 1), lang, YEARS[lang])}"


def year(value: float, lang: str = "en") -> str:
    """A date counted in years: ``2022``, ``mid-2021``, ``Oct 2007``; a part is never dropped."""
    whole = math.floor(value + LIKE)
    part = value - whole
    if part < LIKE:
        return f"{whole}"
    if abs(part - 0.5) < LIKE:
        return MIDDLE[lang].format(year=whole)
    return f"{MONTHS[lang][min(int(12 * part), 11)]} {whole}"


def people(count: float, lang: str) -> str:
    """A number of people, in millions or thousands: ``641 million``, ``0.8 million``, «12 тыс.»."""
    for size, least, names in ((1e6, 99_500, ("million", "млн")), (1e3, 995, ("thousand", "тыс."))):
        if count >= least:
            value = count / size
            text = f"{value:.{0 if value >= 9.95 else 1}f}"
            return f"{decimal(text, lang)} {names[lang == 'ru']}"
    return f"{count:.0f}"


def percent(share: float | None, lang: str = "en") -> str:
    """A share in per cent: whole from ten on, one digit below, more where that would say nothing.

    A share that is not all never says 100, one that is not nothing never 0.
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
    return f"{'−' if value < 0 else ''}{decimal(text, lang)} %"
