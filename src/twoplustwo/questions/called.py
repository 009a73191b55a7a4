"""What things and quantities are called in a sentence, in each language."""

from collections.abc import Mapping

from twoplustwo.answers.figures import YEARS, percent, plural
from twoplustwo.questions.cards import LANGUAGES

Names = Mapping[str, Mapping[str, str]]
"""Identifier to a name by language."""

RUSSIAN = {"km/s": "км/с", "m/s": "м/с", "km": "км", "m": "м", "kg": "кг", "t": "т", "s": "с",
           "deg": "°", "m2": "м²", "km2": "км²", "kg/m2": "кг/м²", "people": "человек",
           "year": ""}  # fmt: skip
ENGLISH = {"m2": "m²", "km2": "km²", "kg/m2": "kg/m²", "deg": "°", "year": ""}


def called(name: str, names: Names, lang: str) -> str:
    """A thing by its name in a language, else in English; its identifier where it has none."""
    known = names.get(name, {})
    return known.get(lang) or known.get("en") or name


def each(key: str, name: str, names: Names) -> dict[str, str]:
    """``key_en``, ``key_ru``: a thing's name for the sentences of a card."""
    return {f"{key}_{lang}": called(name, names, lang) for lang in LANGUAGES}


def amount(text: str, lang: str) -> str:
    """A quantity, number and unit, as it is written in a language; years with their noun."""
    number, _, unit = text.partition(" ")
    known = RUSSIAN if lang == "ru" else ENGLISH
    shown = number.replace(".", ",") if lang == "ru" and number[-1:].isdigit() else number
    if unit == "years":
        count = _number(number)
        many = [*YEARS[lang].values()][-1]
        told = many if count is None else plural(count, lang, YEARS[lang])
    else:
        told = known.get(unit, unit)
    return f"{shown} {told}".rstrip()


def _number(text: str) -> float | None:
    try:
        return float(text.replace("−", "-"))
    except ValueError:
        return None


def amounts(key: str, text: str) -> dict[str, str]:
    """``key_en``, ``key_ru``: a quantity for the sentences of a card."""
    return {f"{key}_{lang}": amount(text, lang) for lang in LANGUAGES}


def numbered(key: str, count: int, **forms: Mapping[str, str]) -> dict[str, str]:
    """``key_en``, ``key_ru``: a number with its noun, ``144 pairs``, «144 пары».

    Parameters
    ----------
    key : str
    count : int
    **forms : mapping
        By language, the forms that `plural` chooses from.
    """
    return {f"{key}_{lang}": f"{count} {plural(count, lang, forms[lang])}" for lang in LANGUAGES}


def shares(key: str, share: float | None) -> dict[str, str]:
    """``key_en``, ``key_ru``: a share in per cent for the sentences of a card."""
    return {f"{key}_{lang}": percent(share, lang) for lang in LANGUAGES}
