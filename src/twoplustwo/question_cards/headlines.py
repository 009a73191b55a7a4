"""Which columns of a card are headlines: one number an answer, that a test can be put to."""

from twoplustwo.question_cards.card import Card


def headlines_of(card: Card) -> tuple[str, ...]:
    """The columns that are headlines, in the order of the card.

    A card marks each with ``headline: yes``; every other column stands in rows of tables. One that
    marks none, and an analysis, whose headlines depend on what it is asked of, may have any.
    """
    marked = [name for name, about in card.columns.items() if about.get("headline")]
    return tuple(card.columns if card.is_analysis or not marked else marked)
