"""What things and quantities are called in a sentence, in each language."""

from collections.abc import Mapping

from twoplustwo.questions.cards import LANGUAGES

Names = Mapping[str, Mapping[str, str]]
"""Identifier to a name by language."""

RUSSIAN = {"km/s": "км/с", "m/s": "м/с", "km": "км", "kg": "кг", "s": "с", "deg": "°",
           "years": "лет"}  # fmt: skip


def called(name: str, names: Names, lang: str) -> str:
    """A thing by its name in a language, else in English; its identifier where it has none."""
    known = names.get(name, {})
    return known.get(lang) or known.get("en") or name


def each(key: str, name: str, names: Names) -> dict[str, str]:
    """``key_en``, ``key_ru``: a thing's name for the sentences of a card."""
    return {f"{key}_{lang}": called(name, names, lang) for lang in LANGUAGES}


def amount(text: str, lang: str) -> str:
    """A quantity as shown in English, number and unit, as it is written in a language."""
    if lang != "ru":
        return text
    number, _, unit = text.partition(" ")
    comma = number.replace(".", ",") if number[-1:].isdigit() else number
    return f"{comma} {RUSSIAN.get(unit, unit)}" if unit else comma


def amounts(key: str, text: str) -> dict[str, str]:
    """``key_en``, ``key_ru``: a quantity for the sentences of a card."""
    return {f"{key}_{lang}": amount(text, lang) for lang in LANGUAGES}
