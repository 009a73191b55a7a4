"""Parts of a card that stand there once for each region of a dossier."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from twoplustwo.base.localized_text import text_in
from twoplustwo.question_cards.card import LANGUAGES, Card

REGION = "{region}"
"""What stands for a region in a card: in a name its column, in a text its name."""
_FORMS = {REGION: "name", "{region_of}": "of"}
_ID = "{region_id}"
_PARTS = (
    "options",
    "columns",
    "directions",
    "says",
    "views",
    "phrases",
    "tables",
    "worst",
    "compared",
)


class Region(Protocol):
    """A region as cards see it."""

    @property
    def name(self) -> Mapping[str, str]:
        """Its name by language."""
        ...

    @property
    def of(self) -> Mapping[str, str]:
        """As it stands in "the people of …"."""
        ...

    @property
    def column(self) -> str:
        """As part of the name of a column."""
        ...


def for_regions(card: Card, regions: Sequence[Region]) -> Card:
    """A card with everything that names ``{region}`` once for each region.

    The headline and the test are about the first of them.
    """
    parts: dict[str, Any] = {name: _each(getattr(card, name), regions) for name in _PARTS}
    for name in ("says", "views", "worst", "compared"):
        parts[name] = tuple(parts[name])
    if regions:
        first = regions[0]
        parts["headline"] = _of(card.headline, first)
        parts["test"] = card.test.replace(REGION, first.column)
        parts["test_says"] = _of(card.test_says, first)
        parts["first_page"] = _of(card.first_page, first)
    elif REGION in card.test:
        parts["test"] = ""
    return replace(card, **parts)


def _each(part: Any, regions: Sequence[Region]) -> Any:
    """Entries and items that name a region, once for each; everything else as it is.

    An item of a list is such a one if it is a name, a sentence whose case names a region, or a
    block that says ``each: region``.
    """
    if isinstance(part, Mapping):
        found: dict[str, Any] = {}
        for key, one in part.items():
            if REGION in key:
                found |= {key.replace(REGION, r.column): _of(one, r) for r in regions}
            else:
                found[key] = _each(one, regions)
        return found
    if not isinstance(part, list | tuple):
        return part
    items: list[Any] = []
    for one in part:
        block = dict(one) if isinstance(one, Mapping) else {}
        each = block.pop("each", "") == "region" or REGION in str(block.get("when", ""))
        if each or (isinstance(one, str) and REGION in one):
            items += [_of(block or one, r) for r in regions]
        else:
            items.append(_each(one, regions))
    return items


def _of(part: Any, region: Region) -> Any:
    """A part with one region in the place of ``{region}``."""
    if isinstance(part, str):
        return part.replace(REGION, region.column)
    if isinstance(part, list | tuple):
        return [_of(one, region) for one in part]
    if not isinstance(part, Mapping):
        return part
    return {
        key.replace(REGION, region.column): _named(one, region, key)
        if key in LANGUAGES and isinstance(one, str)
        else _of(one, region)
        for key, one in part.items()
    }


def _named(text: str, region: Region, lang: str) -> str:
    """A text with a region's name, or its column for `_ID`.

    Braces in the name are doubled, for the text has open slots.
    """
    text = text.replace(_ID, region.column)
    for slot, form in _FORMS.items():
        words = getattr(region, form) or region.name
        text = text.replace(slot, text_in(words, lang).replace("{", "{{").replace("}", "}}"))
    return text
