"""Words that stand in tables of answers, in each language."""

from functools import cache
from importlib import resources

import yaml

from twoplustwo.questions.cards import check_texts


@cache
def vocabulary() -> dict[str, dict[str, str]]:
    """Word to its text by language; read once."""
    text = (resources.files("twoplustwo.questions") / "vocabulary.yaml").read_text(encoding="utf-8")
    words = yaml.load(text, Loader=yaml.CSafeLoader)
    check_texts(words, "twoplustwo.questions/vocabulary.yaml")
    return words
