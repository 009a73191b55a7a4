"""The cards of europe-2007, for tests that speak of its asks."""

from functools import cache

from twoplustwo.dossier import load
from twoplustwo.dossier.find import locate
from twoplustwo.dossier.models import Dossier
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.for_dossier import card_of, cards_of


@cache
def europe() -> Dossier:
    """The dossier."""
    return load(locate("europe-2007"))


def cards() -> dict[str, Card]:
    """Every ask and question of europe-2007."""
    return cards_of(europe())


def card(name: str) -> Card:
    """One of them."""
    return card_of(europe(), name)
