"""What a dossier asks: a question by a name, options and words of the dossier's own."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from twoplustwo.question_cards.card import Card

LAID = ("title", "asks", "headline", "test", "views", "left_out", "quarrel")
"""What an ask may say in place of its question's card, whole."""
BY_ASK = "by_ask"
"""Mark of an option's rule whose default is an ask's own word: no threat or shield overrides it."""
MERGED = ("columns", "phrases", "test_says", "first_page")
"""What an ask may say beside its question's card, entry by entry."""


@dataclass(frozen=True)
class Ask:
    """A question as a dossier puts it.

    Parameters
    ----------
    id : str
        Its name: what people write to ask it.
    question : str
        The question or analysis that computes it.
    options : mapping of str to str
        Defaults of its options.
    says : mapping of str to (mapping of str to str)
        Sentences by case and language, in place of the card's.
    plays : tuple of mapping, optional
        With which options `run` asks it; None for what the card says.
    reads : tuple of str
        The asks that an analysis is about.
    laid : mapping
        What else it says in place of its card: one of `LAID` or `MERGED`.
    file, line
        Where it stands, and in which line each of its keys.
    """

    id: str
    question: str
    options: Mapping[str, str] = field(default_factory=dict)
    says: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    plays: tuple[dict[str, str], ...] | None = None
    reads: tuple[str, ...] = ()
    laid: Mapping[str, Any] = field(default_factory=dict)
    file: str = ""
    line: int = 0
    lines: Mapping[str, int] = field(default_factory=dict)


def lay_over(card: Card, ask: Ask) -> Card:
    """The card of a question with what an ask says in its place."""
    options = {
        name: {**rule, "default": ask.options[name], BY_ASK: True} if name in ask.options else rule
        for name, rule in card.options.items()
    }
    kept = tuple(one for one in card.says if one["when"] not in ask.says)
    says = (*kept, *({"when": case, **words} for case, words in ask.says.items()))
    changed: dict[str, Any] = {name: ask.laid[name] for name in LAID if name in ask.laid}
    for name in MERGED:
        if name in ask.laid:
            # nothing in the place of a mapping takes it away, as `page: none` does
            more = ask.laid[name]
            changed[name] = _merged(getattr(card, name), more) if more else {}
    if ask.laid.get("test", card.test) != card.test:
        # what the card's own test means in words is not what another means
        changed["test_says"] = dict(ask.laid.get("test_says", {}))
    for name in ("views", "left_out"):
        if name in changed:
            changed[name] = tuple(changed[name])
    return replace(
        card,
        id=ask.id,
        options=options,
        says=says,
        plays=card.plays if ask.plays is None else ask.plays,
        plays_about=card.plays_about if ask.plays is None else "",
        reads=ask.reads or card.reads,
        **changed,
    )


def _merged(was: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """Entries of both, those of one name merged key by key."""
    both = dict(was)
    for name, one in more.items():
        before = both.get(name)
        both[name] = {**before, **one} if isinstance(before, Mapping) else one
    return both
