"""A phrase of the program's own that is English text and keeps its other languages beside it."""

from collections.abc import Iterable, Mapping

from twoplustwo.base.localized_text import text_in


class Phrase(str):
    """English text wherever text is expected; `words` has it by language.

    Parameters
    ----------
    en : str
        The English text.
    **others : str
        Language code to text, e.g. ``ru``.
    """

    words: Mapping[str, str]

    __slots__ = ("words",)

    def __new__(cls, en: str, **others: str) -> "Phrase":
        made = super().__new__(cls, en)
        made.words = {"en": en, **others}
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, str]]:
        return (str(self),), {lang: text for lang, text in self.words.items() if lang != "en"}


def by_language(text: str) -> Mapping[str, str]:
    """A text by language: of a `Phrase` all that it has, of other text the same in each."""
    return text.words if isinstance(text, Phrase) else {"en": text, "ru": text}


def phrase_of(words: Mapping[str, str]) -> Phrase:
    """A text by language as a phrase; empty where there is none, another where English lacks."""
    en = text_in(words, "en")
    return Phrase(en, **{lang: text for lang, text in words.items() if lang != "en"})


def in_a_row(parts: Iterable[str], between: str = "; ") -> Phrase:
    """Several texts in one, in every language."""
    said = [by_language(one) for one in parts]
    en, ru = (between.join(one.get(lang, one["en"]) for one in said) for lang in ("en", "ru"))
    return Phrase(en, ru=ru)
