"""What the Unicode CLDR knows of a language: plural rules, decimal sign, names of months."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


@cache
def locale(lang: str) -> "Locale":
    """The language by its code; loaded when the first sentence needs it."""
    from babel import Locale

    return Locale.parse(lang)


def plural(count: float, lang: str, forms: Mapping[str, str]) -> str:
    """The form of a noun after a number, by the plural rules of the Unicode CLDR.

    Parameters
    ----------
    count : float
        As it is written: 1.5 is no 1.
    lang : str
    forms : mapping
        By the rule's word. English ``one`` and ``other``; Russian ``one`` (1, 21), ``few`` (2 to
        4, 22), ``many``, and ``other`` of parts (2,5 года).
    """
    return forms[_plural_form(lang, count)]


@lru_cache(10_000)
def _plural_form(lang: str, count: float) -> str:
    return locale(lang).plural_form(count)


def decimal(text: str, lang: str) -> str:
    """A number written in English, in a language: Russian has a comma where English has a point."""
    return text.replace(".", _decimal_sign(lang))


@cache
def _decimal_sign(lang: str) -> str:
    return locale(lang).number_symbols["latn"]["decimal"]


def month_name(month: int, lang: str, width: str) -> str:
    """What a month, 1 to 12, is called by itself; `width` is ``wide`` or ``abbreviated``."""
    return locale(lang).months["stand-alone"][width][month]


def decimal_sign_of(name: str) -> str:
    """The decimal sign of a country or language as systems write it, ``de_DE.UTF-8``; a point where
    it is none that the CLDR knows.
    """
    from babel import Locale, UnknownLocaleError

    try:
        known = Locale.parse(name.partition(".")[0].partition("@")[0])
    except (UnknownLocaleError, ValueError):  # C and POSIX among them
        return "."
    return known.number_symbols["latn"]["decimal"]
