"""Words that stand in tables of answers, in each language."""

from functools import cache
from importlib import resources

import yaml

from twoplustwo.question_cards.card import check_texts


@cache
def vocabulary() -> dict[str, dict[str, str]]:
    """Word to its text by language; read once."""
    text = (resources.files("twoplustwo.wording") / "vocabulary.yaml").read_text(encoding="utf-8")
    words = yaml.load(text, Loader=yaml.CSafeLoader)
    check_texts(words, "twoplustwo.wording/vocabulary.yaml")
    return words
