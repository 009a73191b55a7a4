"""Dossiers as the doors need them: found, loaded, with names and borders for a report."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from twoplustwo.dossier.models import Dossier

FIRST = "europe-2007"
"""The dossier that commands take when none is named."""


def load(which: "str | Path | Dossier" = FIRST) -> "Dossier":
    """The dossier named by identifier (one that comes with the package) or by path.

    Raises
    ------
    DossierError
        Not found, or wrong somewhere; with file and line.
    """
    if not isinstance(which, str | Path):
        return which
    from twoplustwo.dossier import load as read
    from twoplustwo.dossier import locate

    return read(locate(which))


def names(dossier: "Dossier") -> dict[str, Any]:
    """Identifier to name: regions and what predictions are about, measures and disputes, things,
    speakers and parties; of two with one identifier the one that is listed last. Of things with
    one identifier each stands there by its path, ``KIND.ID``, too.
    """
    from twoplustwo.dossier.display_names import region_words

    named: dict[str, Any] = {**region_words(dossier)}
    for group in (dossier.disputes, dossier.measures):
        named.update({key: one.name for key, one in group.items() if one.name})
    every = [one for things in dossier.things.values() for one in things.values() if one.name]
    named.update({one.id: one.name for one in every})
    often = Counter(one.id for one in every)
    named.update({one.path: one.name for one in every if often[one.id] > 1})
    for group in (dossier.speakers, dossier.parties):
        named.update({key: one.name for key, one in group.items() if one.name})
    return named


def questions(dossier: "Dossier") -> dict[str, dict[str, Any]]:
    """Question of a dossier to its title, text, order and place on the first page, from the
    cards; at which place the dossier asks it, how its columns are called, and what it says that
    its test holds.
    """
    from twoplustwo.base.criterion import Criterion
    from twoplustwo.question_cards.for_dossier import cards_of
    from twoplustwo.wording import criteria as spoken

    asks = [*dossier.asks]
    return {
        key: {
            "title": card.title,
            "asks": card.asks,
            "order": card.order,
            "asked": asks.index(key) if key in asks else len(asks),
            "first_page": card.first_page,
            "counted": card.counted,
            "kinds": {key: rule["kind"] for key, rule in card.options.items() if "kind" in rule},
            "calls": {name: spoken.column_name(card, name) for name in card.columns},
            "tests": {card.test: spoken.describe_test(card, Criterion.parse(card.test))}
            if card.test
            else {},
        }
        for key, card in cards_of(dossier).items()
    }


def meanings(dossier: "Dossier") -> dict[str, dict[str, dict[str, Any]]]:
    """Question to column to what its card says of it, by language."""
    from twoplustwo.question_cards.for_dossier import cards_of

    return {key: card.columns for key, card in cards_of(dossier).items()}


def borders(dossier: "Dossier") -> Path | None:
    """The TopoJSON of countries that comes with a dossier, the finest one; None without."""
    for root in dossier.roots.values():
        files = sorted((root / "borders").glob("countries-*.json"))
        if files:
            return next((path for path in files if "50m" in path.name), files[0])
    return None


def described(dossier: "Dossier") -> Mapping[str, Any]:
    """What a report says of a dossier, beside what stands in ``run.json``."""
    return {"title": dossier.title, "names": names(dossier), "questions": questions(dossier)}
