"""Which headlines are asked, and which way each is worse."""

from typing import NamedTuple

from twoplustwo.base.criterion import Criterion
from twoplustwo.dossier.models import Dossier
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.compared import compared, unaided, worse
from twoplustwo.question_cards.for_dossier import card_of


class Target(NamedTuple):
    """One headline of a question; `most` says whether the greatest value is the worst.

    `name` and `label` are what its columns in the table of sets are called.
    """

    question: str
    column: str
    most: bool
    counts: bool = True  # whether every claim on the table must be looked at, or corners do
    name: str = ""
    label: str = ""


def targets(asked: Card, dossier: Dossier) -> list[Target]:
    """Headlines of a question, the worst being what its card's test speaks against.

    That of the test comes first. What its card names beside it is never left out: the most that a
    shield could do to one side stands beside the least that it might do for the other.
    """
    named = asked.worst or asked.compared or (asked.headline["column"],)
    tested = (Criterion.parse(asked.test).column,) if asked.test else ()
    columns = tuple(dict.fromkeys((*tested, *named)))
    ways = worse(asked)
    sought = [
        _target(asked, name, most)
        for name in columns
        for most in (ways if len(columns) == 1 else ways[:1])
    ]
    more = compared(dossier, unaided(asked.beside, dossier))
    return sought + [
        _target(card_of(dossier, one.question), one.column, one.most, counts=False) for one in more
    ]


def _target(asked: Card, column: str, most: bool, counts: bool = True) -> Target:
    about = asked.columns.get(column, {})
    name = str(about.get("region") or about.get("key") or column)
    return Target(asked.id, column, most, counts, name, str(about.get("label") or name))
