"""The cards of a dossier: every question and analysis as the dossier asks it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Protocol

from twoplustwo.base.errors import QuestionError, nearest
from twoplustwo.question_cards.asked import BY_ASK, Ask, lay_over
from twoplustwo.question_cards.card import Card, cards
from twoplustwo.question_cards.families import for_regions
from twoplustwo.question_cards.narrowed import KINDS, Narrowed, implied, narrowed, usual
from twoplustwo.question_cards.things import InRegions

OF = "of"
"""The option that names the question which an analysis is about."""


class HasAsks(Protocol):
    """A dossier as cards see it."""

    @property
    def asks(self) -> Mapping[str, Ask]:
        """What it asks, by name, in the order written."""
        ...

    @property
    def things(self) -> Mapping[str, Mapping[str, Any]]:
        """Things by kind and identifier."""
        ...

    @property
    def regions(self) -> Mapping[str, Any]:
        """Its regions by identifier."""
        ...

    @property
    def memo(self) -> dict[Any, Any]:
        """What was once looked up in it."""
        ...


def cards_of(dossier: HasAsks) -> dict[str, Card]:
    """Every ask of a dossier, and every question that it does not ask in words of its own.

    In the order in which they are shown: of the cards, and of the file for asks of one question.
    """
    found: dict[str, Card] | None = dossier.memo.get("cards")
    if found is None:
        found = {}
        for base in cards().values():
            asks = [ask for ask in dossier.asks.values() if ask.question == base.id]
            own = for_regions(base, [*dossier.regions.values()])
            for card in [lay_over(own, ask) for ask in asks] or [own]:
                found[card.id] = _with_defaults(card, dossier)
        dossier.memo["cards"] = found = _with_questions(found)
    return found


def card_of(dossier: HasAsks, name: str) -> Card:
    """The card of an ask or of a question; a question that has asks is its first one.

    Raises
    ------
    QuestionError
        There is neither; says the nearest name.
    """
    known = cards_of(dossier)
    if name in known:
        return known[name]
    first = next((ask.id for ask in dossier.asks.values() if ask.question == name), None)
    if first is None:
        raise QuestionError(
            f"there is no question {name!r}",
            why=f"questions: {', '.join(known)}",
            fix=nearest(name, known),
        )
    return known[first]


def leave_out(dossier: HasAsks, name: str) -> None:
    """Know a question no more: what is asked of all of them goes on without it."""
    kept = {key: card for key, card in cards_of(dossier).items() if key != name}
    dossier.memo["cards"] = kept


def _with_defaults(card: Card, dossier: HasAsks) -> Card:
    """A card whose options take the only thing of a kind where nothing else is said.

    What a threat or a shield brings with it is said with it, what an ask says by itself before it.
    A dossier without threats or shields has no option for them.
    """
    kept = {
        name: rule
        for name, rule in card.options.items()
        if name not in KINDS or dossier.things.get(rule["kind"])
    }
    brought = implied(dossier, usual(kept))
    options = {
        name: {**rule, "default": said}
        if BY_ASK not in rule
        and (said := brought.get(name) or ("default" not in rule and _only(dossier, rule)))
        else rule
        for name, rule in kept.items()
    }
    return replace(card, options=options)


def _with_questions(known: Mapping[str, Card]) -> dict[str, Card]:
    """Cards whose option ``of`` names a question where neither card nor ask does.

    It is the first that stands on the first page as an answer and has a test, else the first
    with a test; of those that can be asked without naming an option.
    """
    fit = [one for one in known.values() if not one.is_analysis and one.test and one.unaided]
    fit.sort(key=lambda one: one.first_page.get("role") != "answer")
    if not fit:
        return {**known}
    return {
        name: replace(card, options={**card.options, OF: {**rule, "default": fit[0].id}})
        if (rule := card.options.get(OF)) is not None and "default" not in rule
        else card
        for name, card in known.items()
    }


def _only(dossier: HasAsks, rule: Mapping[str, Any]) -> str:
    """The only thing of the kind of an option; empty where there are none or several."""
    things = dossier.things.get(rule.get("kind", ""), {})
    return next(iter(things)) if len(things) == 1 else ""


@dataclass(frozen=True)
class AskedDossier:
    """A dossier as a question sees it: with the card by which it is asked, and narrowed to the
    threat and the shield that are asked about.
    """

    dossier: Any
    card: Card
    narrowed: Narrowed = field(default_factory=Narrowed)

    @property
    def every(self) -> Mapping[str, Mapping[str, Any]]:
        """All things, whatever is asked about."""
        return self.dossier.things

    @cached_property
    def things(self) -> Mapping[str, Mapping[str, Any]]:
        """The things that are asked about."""
        return self.narrowed.things(self.every) if self.narrowed.only else self.every

    @property
    def layers(self) -> tuple[str, ...]:
        """Interceptors that defend together; empty where each position holds who joins whom."""
        return self.narrowed.interceptors

    def in_regions(self, ref: Any, year: float | None = None) -> InRegions:
        """The rows of a table in the regions that are asked about."""
        return self.dossier.in_regions(ref, year, self.narrowed.regions)

    def __getattr__(self, name: str) -> Any:
        """Everything else is as the dossier has it."""
        return getattr(self.dossier, name)


def as_asked(
    dossier: Any, card: Card, options: Mapping[str, str]
) -> tuple[AskedDossier, dict[str, str]]:
    """A dossier as a question sees it by its options, and the options that are the question's."""
    own = {name: value for name, value in options.items() if name not in KINDS}
    return AskedDossier(dossier, card, narrowed(dossier, options)), own
