"""The headlines by which plans are compared, and which way each of them is worse."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from twoplustwo.base.criterion import Criterion
from twoplustwo.base.errors import OptionError
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.for_dossier import HasAsks, card_of

ASK, END = "ask", "end"


class Compared(NamedTuple):
    """One headline of an ask; `most` says whether the greatest value is the worst.

    `name` is what columns about it are called, which may be shorter than its own; `part` the part
    of it that tells it from others of its question: the region, where there is one. `apart` says
    by what else it differs from another of the same column: its ``ask``, its ``end``.
    """

    question: str
    column: str
    most: bool
    name: str
    part: str
    apart: tuple[str, ...] = ()

    @property
    def own(self) -> str:
        """What the column itself is called beside those of other asks."""
        return f"{self.column}_{_plain(self.question)}" if ASK in self.apart else self.column

    @property
    def end(self) -> tuple[str, str, bool]:
        """Question, column and which extreme is the worst."""
        return self.question, self.column, self.most


def compared(dossier: HasAsks, questions: Iterable[str]) -> tuple[Compared, ...]:
    """What the cards of some questions say that plans are compared by; their headlines without.

    Raises
    ------
    QuestionError
        One of them is no question of the dossier.
    """
    return tuple(
        compared_by(card, column, worse(card)[0])
        for card in (card_of(dossier, one) for one in questions)
        for column in card.compared or (card.headline["column"],)
    )


def worse(card: Card) -> tuple[bool, ...]:
    """Whether the most, the least or both are worse than what its test wants of its headline.

    A card without a test says nothing of it: then the least is taken to be worse.
    """
    if not card.test:
        return (False,)
    parsed = Criterion.parse(card.test)
    if parsed.sign != "=":
        return (parsed.sign in ("<", "<="),)
    low, high = card.columns.get(parsed.column, {}).get("within", (None, None))
    if parsed.value == low:
        return (True,)
    return (False,) if parsed.value == high else (True, False)


def compared_by(card: Card, column: str, most: bool) -> Compared:
    """One headline of a card."""
    about: Mapping[str, Any] = card.columns.get(column, {})
    name = str(about.get("key") or column)
    return Compared(card.id, column, most, name, str(about.get("region") or name))


def told_apart(shown: Sequence[Compared]) -> tuple[Compared, ...]:
    """The same under names that differ.

    Two sides may want opposite things of one headline, or two asks have one column: then its name
    is followed by that of the ask, and by the extreme that is the worst.
    """
    found = []
    for one in shown:
        alike = [other for other in shown if other.name == one.name]
        apart = tuple(
            word
            for word, several in (
                (ASK, len({other.question for other in alike}) > 1),
                (END, any(o.question == one.question and o.most != one.most for o in alike)),
            )
            if several
        )
        parts = [one.name]
        parts += [_plain(one.question)] if ASK in apart else []
        parts += ["most" if one.most else "least"] if END in apart else []
        name = "_".join(parts)
        part = name if apart else one.part
        found.append(one._replace(name=name, part=part, apart=apart))
    return tuple(found)


def _plain(question: str) -> str:
    return question.replace("-", "_")


def asked_of(card: Card, dossier: HasAsks) -> list[str]:
    """The asks that an analysis is about, those whose options nobody need name.

    Raises
    ------
    OptionError
        There are none.
    """
    every = (*card.reads, *card.beside)
    names = unaided(every, dossier)
    if not names:
        raise OptionError(
            f"{card.id} has no question to ask",
            card.id,
            f"it asks {', '.join(every) or 'nothing'}, whose options nobody names here",
            "write in asks.yaml with which options they are asked, or `reads:` for this one",
        )
    return names


def unaided(questions: Iterable[str], dossier: HasAsks) -> list[str]:
    """Those of some questions whose options nobody need name, as the dossier calls them."""
    cards = (card_of(dossier, name) for name in questions)
    return [card.id for card in cards if card.unaided]


def better(most: bool) -> str:
    """Which way a number is better whose most, or else whose least, is the worst."""
    return "down" if most else "up"
