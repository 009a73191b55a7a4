"""Which columns of a card are headlines: one number an answer, that a test can be put to."""

from collections.abc import Collection

from twoplustwo.base.errors import DossierError, nearest
from twoplustwo.question_cards.card import Card


def headlines_of(card: Card) -> tuple[str, ...]:
    """The columns that are headlines, in the order of the card.

    A card marks each with ``headline: yes``; every other column stands in rows of tables. One that
    marks none, and an analysis, whose headlines depend on what it is asked of, may have any.
    """
    marked = [name for name, about in card.columns.items() if about.get("headline")]
    return tuple(card.columns if card.is_analysis or not marked else marked)


def no_headline(
    what: str, name: str, card: Card, where: str, columns: Collection[str] = ()
) -> DossierError:
    """The error that a test which picks no rows is of something else than a headline.

    Parameters
    ----------
    what : str
        Whose test it is.
    name : str
        The column it names.
    card : Card
        Of the question that it is put to.
    where : str
        File and line of the test.
    columns : collection of str
        The headlines there are; those of the card where none are given.
    """
    columns = columns or headlines_of(card)
    near = nearest(name, columns)
    listed = f"headlines: {', '.join(columns)}"
    if name not in card.columns:
        why = listed
    elif name in headlines_of(card):
        why = f"{name} is none as it is asked here; {listed}"
    else:
        why = f"{name} stands in rows; {listed}"
    return DossierError(
        f"{what} tests {name}, which is no headline of {card.id}",
        where,
        why,
        f"{near}, or pick rows with `where:`" if near else "pick rows with `where:`",
    )
