"""A test in words that can be quoted: the card's own, else its column's with the bound."""

from collections.abc import Mapping

from twoplustwo.base.criterion import Criterion
from twoplustwo.question_cards.card import Card
from twoplustwo.wording.figures import quantity_text
from twoplustwo.wording.phrases import phrases

OPPOSITE = {"=": "!=", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
"""What holds where a test with this sign fails."""


def column_name(card: Card, name: str) -> Mapping[str, str]:
    """What a headline is called in a sentence: ``short`` of its column, else what it means."""
    about = card.columns.get(name, {})
    found: Mapping[str, str] = about.get("short") or about.get("means") or {}
    return {lang: found.get(lang) or name.replace("_", " ") for lang in ("en", "ru")}


def card_tests(card: Card, name: str) -> tuple[Criterion, ...]:
    """What a headline of that column is printed beside: the card's test, where it is of it."""
    test = Criterion.parse(card.test) if card.test else None
    return (test,) if test is not None and test.column == name else ()


def describe_test(card: Card, asked: Criterion, holds: bool = True) -> dict[str, str]:
    """What it says that a test holds, or that it fails.

    Parameters
    ----------
    card : Card
        Of the question whose headline is tested. Where it is the card's own test, the words are
        those of its ``test_says``, by ``holds`` and ``fails``.
    asked : Test
    holds : bool

    Returns
    -------
    dict of str
        Language code to a part of a sentence.
    """
    own = card.test_says.get("holds" if holds else "fails", {})
    if own and card.test and Criterion.parse(card.test) == asked:
        return dict(own)
    names = column_name(card, asked.column)
    bound = phrases()["bounds"][asked.sign if holds else OPPOSITE[asked.sign]]
    unit = "" if asked.unit == "1" else f" {asked.unit}"
    value = f"{asked.number:.10g}{unit}"
    return {
        lang: f"{names[lang]}: {bound[lang].format(value=quantity_text(value, lang))}"
        for lang in names
    }
