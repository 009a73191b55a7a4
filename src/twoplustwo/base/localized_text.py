"""A text in whichever languages somebody wrote it, and which of them is said to whom."""

from collections.abc import Mapping


def text_in(words: Mapping[str, str], lang: str, otherwise: str = "") -> str:
    """A text in a language: else in English, else in any that it has, else `otherwise`."""
    return words.get(lang) or words.get("en") or next(iter(words.values()), otherwise)


class LocalizedText(dict[str, str]):
    """A text by language code; indexed by a language that it lacks, it says what `text_in` does.

    Raises
    ------
    KeyError
        When it is indexed though it has no language at all.
    """

    def __missing__(self, lang: str) -> str:
        if not self:
            raise KeyError(lang)
        return text_in(self, lang)
