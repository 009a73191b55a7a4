"""What things and quantities are called in a sentence, in each language."""

from collections.abc import Iterable, Mapping

from twoplustwo.base.criterion import Criterion
from twoplustwo.base.localized_text import text_in
from twoplustwo.base.table import Table
from twoplustwo.question_cards.card import LANGUAGES
from twoplustwo.wording.figures import percent_text, quantity_text, year_text
from twoplustwo.wording.locale import plural

Names = Mapping[str, Mapping[str, str]]
"""Identifier to a name by language."""


def names_by_language(table: Table) -> dict[str, dict[str, str]]:
    """What the rows of a table are called: its column ``name`` to ``name_ru`` and the like, by
    language; ``name`` itself is the English one.
    """
    columns = {"en": "name"} | {
        name.removeprefix("name_"): name for name in table.names if name.startswith("name_")
    }
    told = {lang: table.column(name) for lang, name in columns.items()}
    return {
        str(name): {lang: str(names[row]) for lang, names in told.items() if names[row]}
        for row, name in enumerate(told["en"])
    }


def display_name(name: str, names: Names, lang: str) -> str:
    """A thing by its name in a language, else in another; its identifier where it has none."""
    return text_in(names.get(name, {}), lang, name)


def localized_name(key: str, name: str, names: Names) -> dict[str, str]:
    """``key_en``, ``key_ru``: a thing's name for the sentences of a card."""
    return {f"{key}_{lang}": display_name(name, names, lang) for lang in LANGUAGES}


def localized_quantity(key: str, text: str) -> dict[str, str]:
    """``key_en``, ``key_ru``: a quantity for the sentences of a card."""
    return {f"{key}_{lang}": quantity_text(text, lang) for lang in LANGUAGES}


def held_value_text(shown: str, value: object, unit: str, lang: str) -> str:
    """A held value as it was written; a date in years as people say it, ``mid-2021``."""
    if unit == "year" and isinstance(value, int | float):
        return year_text(value, lang)
    return quantity_text(shown, lang)


def count_text(count: int, lang: str, noun: Mapping[str, Mapping[str, str]]) -> str:
    """A number with its noun, whose forms stand by language: ``144 pairs``, «144 пары»."""
    return f"{count} {plural(count, lang, noun[lang])}"


def localized_count(key: str, count: int, noun: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """``key_en``, ``key_ru``: a number with its noun for the sentences of a card."""
    return {f"{key}_{lang}": count_text(count, lang, noun) for lang in LANGUAGES}


def localized_share(
    key: str, share: float | None, tests: Iterable[Criterion] = ()
) -> dict[str, str]:
    """``key_en``, ``key_ru``: a share in per cent for the sentences of a card.

    `tests` are those beside which it is printed: it passes as printed what it passes.
    """
    tests = tuple(tests)
    return {f"{key}_{lang}": percent_text(share, lang, tests) for lang in LANGUAGES}
