"""The questions as their cards describe them."""

from importlib import resources
from typing import Any

from twoplustwo.doors.server.payload.shape import Shape, Text, Words
from twoplustwo.question_cards import for_dossier
from twoplustwo.question_cards.card import Card as QuestionCard

PAGES = {"en": "page.md", "ru": "page.ru.md"}
"""The file of each language that says how a question is answered; some have none."""


class Shows(Shape):
    """Which column the headline shows, and in which unit."""

    column: str
    show: str = ""


class Card(Shape):
    """What a question is: all that the page needs to ask and to draw it.

    `question` is what computes it, whatever the dossier calls the ask. `server` says whether the
    question is answered here at once; what takes minutes is asked on the command line.
    """

    id: str
    question: str
    order: int
    analysis: bool
    title: Words
    asks: Words
    headline: Shows
    test: str
    test_says: dict[str, Words]
    counted: Words
    options: dict[str, dict[str, Any]]
    columns: dict[str, dict[str, Any]]
    directions: dict[str, str]
    views: list[dict[str, Any]]
    left_out: list[Text]
    plays: list[dict[str, Any]]
    positions: int
    first_page: dict[str, Any]
    server: bool


class Questions(Shape):
    """All questions in the order in which they are shown."""

    questions: list[Card]


class Question(Card):
    """A card with its page."""

    page: Words


def cards(dossier: for_dossier.HasAsks) -> Questions:
    """Every question and analysis of a dossier, in the order in which they are shown."""
    return Questions(questions=[card_shape(one) for one in for_dossier.cards_of(dossier).values()])


def question(dossier: for_dossier.HasAsks, name: str) -> Question:
    """One question, with the page that says how it is answered.

    Raises
    ------
    QuestionError
        There is no such question; names the nearest.
    """
    card = for_dossier.card_of(dossier, name)
    folder = resources.files(card.package)
    page = {
        language: file.read_text(encoding="utf-8")
        for language, called in PAGES.items()
        if (file := folder / called).is_file()
    }
    return Question(**card_shape(card).plain(), page=page)


def card_shape(card: QuestionCard) -> Card:
    """What a card says, for the page."""
    return Card.of(card, analysis=card.is_analysis, server=bool(card.plays))
