"""Shapes of questions: their cards and pages."""

from typing import Any

from twoplustwo.doors.server.shapes.words import Shape, Text, Words


class Shows(Shape):
    """Which column the headline shows, and in which unit."""

    column: str
    show: str = ""


class Card(Shape):
    """What a question is: all that the page needs to ask and to draw it."""

    id: str
    order: int
    analysis: bool
    title: Words
    asks: Words
    headline: Shows
    test: str
    test_says: dict[str, Words]
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
