"""The questions as their cards describe them."""

from importlib import resources
from typing import Any

from twoplustwo.doors.server.payload.display import source_text
from twoplustwo.doors.server.payload.shape import Shape, Text, Words
from twoplustwo.dossier.models import Dossier
from twoplustwo.dossier.statements import Statement
from twoplustwo.question_cards import for_dossier
from twoplustwo.question_cards.card import Card as QuestionCard
from twoplustwo.question_cards.quarrel import true_when

PAGES = {"en": "page.md", "ru": "page.ru.md"}
"""The file of each language that says how a question is answered; some have none."""


class Shows(Shape):
    """Which column the headline shows, and in which unit."""

    column: str
    show: str = ""


class Saying(Shape):
    """That somebody asserted or denied something, for whom, and where that is printed."""

    by: str
    party: str
    stated: str
    says: str
    source: str
    status: str


class Quarrel(Shape):
    """What a question opens with: a statement, who asserted it and who denied it.

    It is true where the test of the question is as `true_when` says; `number` is the parameter
    that it turns on.
    """

    statement: str
    text: Words
    asserted: list[Saying]
    denied: list[Saying]
    true_when: str
    number: str


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
    quarrel: Quarrel | None


class Questions(Shape):
    """All questions in the order in which they are shown."""

    questions: list[Card]


class Question(Card):
    """A card with its page."""

    page: Words


def cards(dossier: Dossier) -> Questions:
    """Every question and analysis of a dossier, in the order in which they are shown."""
    return Questions(
        questions=[card_shape(one, dossier) for one in for_dossier.cards_of(dossier).values()]
    )


def question(dossier: Dossier, name: str) -> Question:
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
    return Question(**card_shape(card, dossier).plain(), page=page)


def card_shape(card: QuestionCard, dossier: Dossier | None = None) -> Card:
    """What a card says, for the page; what it opens with is the dossier's."""
    about = _quarrel(card, dossier) if dossier is not None and card.quarrel else None
    return Card.of(card, analysis=card.is_analysis, server=bool(card.plays), quarrel=about)


def _quarrel(card: QuestionCard, dossier: Dossier) -> Quarrel:
    said = dossier.propositions[card.quarrel["statement"]]
    return Quarrel(
        statement=said.id,
        text=said.text,
        asserted=[_saying(one, dossier) for one in said.asserted],
        denied=[_saying(one, dossier) for one in said.denied],
        true_when=true_when(said.test, card.test) or "",
        number=card.quarrel["number"],
    )


def _saying(one: Statement, dossier: Dossier) -> Saying:
    party = dossier.speakers[one.by].party or ""
    return Saying.of(one, party=party, source=source_text(one.source, dossier))
