"""What the columns of tables mean, in both languages, for files that say so beside the numbers."""

from collections.abc import Mapping
from typing import Any

from twoplustwo.answers.exports.origin import PHRASES
from twoplustwo.base.table import Column
from twoplustwo.question_cards.card import LANGUAGES
from twoplustwo.wording.phrases import phrases

Meanings = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""Question to column to what its card says of it: ``means`` and ``from``, by language."""


def means(column: Column, question: str, meanings: Meanings, lang: str) -> str:
    """What a column means: as the card says, else as every table means it, else as the question
    of which it is a headline; empty where nobody says.
    """
    said = meanings.get(question, {}).get(column.name, {}).get("means")
    said = said or phrases(PHRASES)["columns"].get(column.name) or column.means
    if not _in(said, lang):
        others = (one.get(column.name, {}) for one in meanings.values())
        said = next((one.get("means") for one in others if one.get("headline")), "")
    return _in(said, lang)


def counted_from(column: Column, question: str, meanings: Meanings, lang: str) -> str:
    """What a time or a distance is counted from."""
    said = meanings.get(question, {}).get(column.name, {}).get("from") or column.measured_from
    return _in(said, lang)


def _in(said: Any, lang: str) -> str:
    """A text in a language; one in a single language is English."""
    if isinstance(said, Mapping):
        return str(said.get(lang, ""))
    return str(said) if lang == LANGUAGES[0] else ""
