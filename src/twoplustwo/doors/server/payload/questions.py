"""The questions as their cards describe them."""

from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from twoplustwo.question_cards.card import Card

PAGES = {"en": "page.md", "ru": "page.ru.md"}
"""The file of each language that says how a question is answered; some have none."""


def cards() -> dict[str, Any]:
    """Every question and analysis, in the order in which they are shown."""
    from twoplustwo.question_cards.card import cards as known

    return {"questions": [described(one) for one in known().values()]}


def question(name: str) -> dict[str, Any]:
    """One question, with the page that says how it is answered.

    Raises
    ------
    QuestionError
        There is no such question; names the nearest.
    """
    from twoplustwo.question_cards.card import card

    known = card(name)
    folder = resources.files(known.package)
    page = {
        language: file.read_text(encoding="utf-8")
        for language, called in PAGES.items()
        if (file := folder / called).is_file()
    }
    return {**described(known), "page": page}


def described(card: "Card") -> dict[str, Any]:
    """What a card says, for the page.

    ``server`` says whether the question is answered here at once; what takes minutes is asked on
    the command line.
    """
    return {
        "id": card.id,
        "order": card.order,
        "analysis": card.is_analysis,
        "title": card.title,
        "asks": card.asks,
        "headline": card.headline,
        "test": card.test,
        "test_says": card.test_says,
        "options": card.options,
        "columns": card.columns,
        "directions": card.directions,
        "views": list(card.views),
        "left_out": list(card.left_out),
        "plays": list(card.plays),
        "positions": card.positions,
        "first_page": card.first_page,
        "server": bool(card.plays),
    }
