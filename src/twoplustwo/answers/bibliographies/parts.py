"""What the forms of a bibliography share: names, dates and words of a source as CSL has them."""

from collections.abc import Mapping, Sequence
from typing import Any

from twoplustwo.base import csl as standard

Item = Mapping[str, Any]


def words(item: Item, name: str) -> str:
    """A field as text on one line; empty where it is missing."""
    return " ".join(str(item.get(name) or "").split())


def people(item: Item, role: str) -> list[str]:
    """Names of a role, the family's first: ``van den Berg, H., Jr.``; literal ones as they are."""
    every = item.get(role) or ()
    every = every.split(";") if isinstance(every, str) else every
    return [one for one in map(_person, every) if one]


def is_literal(item: Item, role: str, at: int) -> bool:
    """Whether a name is that of an institution, or of somebody whose parts are not told."""
    every = item.get(role) or ()
    return isinstance(every, str) or not every[at].get("family")


def _person(one: Any) -> str:
    if not isinstance(one, Mapping):
        return str(one).strip()
    if not one.get("family"):
        return standard.person(one).strip()
    particle = ("dropping-particle", "non-dropping-particle", "family")
    family = " ".join(str(one[part]) for part in particle if one.get(part))
    return ", ".join(str(part) for part in (family, one.get("suffix"), one.get("given")) if part)


def date(item: Item, name: str) -> Sequence[int]:
    """Year, month and day, as many as are known; nothing where it is told in words."""
    value = item.get(name)
    value = value if isinstance(value, Mapping) or not value else standard.date(str(value))
    ends = (value or {}).get("date-parts") or ()
    return [int(part) for part in ends[0]] if ends else []
