"""What two positions differ on, in groups that move together: the players of the attribution."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any, NamedTuple

from twoplustwo.base.localized_text import text_in
from twoplustwo.dossier import models
from twoplustwo.dossier.fields import LANGUAGES
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import READING, SPEED, Held, resolve


class Dispute(NamedTuple):
    """One question on which two positions differ.

    Parameters
    ----------
    id : str
        Of the dossier's dispute; the parameter itself where no dispute lists it.
    name : dict of str to str
        Language to text.
    paths : tuple of str
        Parameters that differ and move together.
    things : tuple of str
        Things that a measure takes away at one position and not at the other.
    """

    id: str
    name: dict[str, str]
    paths: tuple[str, ...]
    things: tuple[str, ...] = ()

    def read_by(self, paths: Iterable[str]) -> bool:
        """Whether something of it is among the paths that a question read."""
        inside = tuple(f"{thing}." for thing in self.things)
        return any(p in self.paths or p.startswith(inside) for p in paths)


def disputes(one: Held, two: Held, dossier: Dossier) -> list[Dispute]:
    """Everything computed with on which two held positions differ in value, by identifier.

    Parameters of one dispute of the dossier move together, and so do those that make no sense
    apart: a speed and how it is read; all that belongs to a thing which a measure takes away. A
    parameter that no dispute lists stands for itself. Who claims a value does not matter here:
    equal values are no dispute. The order of the two positions does not matter either.
    """
    listed = {p: d.id for d in dossier.disputes.values() for p in d.parameters}
    things = sorted(one.removed ^ two.removed)
    every = sorted({*one.values, *two.values, *one.masks, *two.masks})
    paths = [p for p in every if _differ(one, two, p) and dossier.kind_of(p).computed]
    groups = _Groups()
    for path in paths:
        groups.join(path, listed.get(path, path))
        head, _, last = path.rpartition(".")
        if last == READING and _differ(one, two, speed := f"{head}.{SPEED}"):
            groups.join(path, listed.get(speed, speed))
        for thing in things:
            if path.startswith(f"{thing}."):
                groups.join(path, thing)
    found: dict[str, list[str]] = {}
    for member in (*paths, *things):
        found.setdefault(groups.root(member), []).append(member)
    made = [_dispute_of(some, groups, {*things}, dossier) for some in found.values()]
    return sorted(made, key=lambda dispute: dispute.id)


def all_disputes(dossier: Dossier, as_of: str | None = None) -> list[models.Dispute]:
    """The disputes of a dossier, and after them every number on which parties differ and that none
    of them lists, each by itself: nobody need write them down to have them moved.
    """
    held = [resolve(dossier, Position(party, as_of=as_of)) for party in sorted(dossier.parties)]
    listed = {path for one in dossier.disputes.values() for path in one.parameters}
    more: dict[str, models.Dispute] = {}
    for pair in combinations(held, 2):
        for one in disputes(*pair, dossier):
            before = more[one.id].parameters if one.id in more else ()
            if not listed & {*one.paths} and len(one.paths) > len(before):
                more[one.id] = models.Dispute(one.id, one.name, one.paths)
    return [*dossier.disputes.values(), *(more[name] for name in sorted(more))]


def mixture(one: Held, two: Held, swapped: Iterable[Dispute]) -> Held:
    """What `one` holds, with what `two` holds on some disputes; the same from either side."""
    values, masks, removed = dict(one.values), dict(one.masks), set(one.removed)
    for dispute in swapped:
        for path in dispute.paths:
            _take(values, two.values, path)
            _take(masks, two.masks, path)
        removed ^= {*dispute.things}
    return replace(one, values=values, masks=masks, removed=frozenset(removed))


def text(one: Held, two: Held, swapped: Sequence[Dispute]) -> str:
    """The mixture as a position that can be asked, or in words where there is none."""
    mine, theirs = one.position, two.position
    if not swapped:
        return mine.text
    names = [dispute.id for dispute in swapped]
    plain = not mine.swaps and not any(d.things or "+" in d.id for d in swapped)
    if plain and replace(theirs, party=mine.party) == mine:
        return replace(mine, swaps=tuple((theirs.party, name) for name in names)).text
    return f"{mine.text} with {theirs.text} on {', '.join(names)}"


def _differ(one: Held, two: Held, path: str) -> bool:
    mine, theirs = one.values.get(path), two.values.get(path)
    if one.masks.get(path) != two.masks.get(path) or (mine is None) != (theirs is None):
        return True
    return mine is not None and theirs is not None and mine.value != theirs.value


def _take(mine: dict[str, Any], theirs: Mapping[str, Any], path: str) -> None:
    if path in theirs:
        mine[path] = theirs[path]
    else:
        mine.pop(path, None)


def _dispute_of(
    members: list[str], groups: "_Groups", things: set[str], dossier: Dossier
) -> Dispute:
    known = [d for d in sorted(dossier.disputes) if groups.root(d) == groups.root(members[0])]
    mine = tuple(m for m in members if m in things)
    paths = tuple(m for m in members if m not in things)
    if known:
        names = [dossier.disputes[d].name for d in known]
        name = {lang: " ".join(text_in(one, lang) for one in names) for lang in LANGUAGES}
        return Dispute("+".join(known), name, paths, mine)
    if mine:
        return Dispute("+".join(mine), dict.fromkeys(LANGUAGES, ", ".join(mine)), paths, mine)
    return Dispute(paths[0], parameter_meaning(paths[0], dossier), paths)


def parameter_meaning(path: str, dossier: Dossier) -> dict[str, str]:
    """What a parameter means, and of which thing."""
    means = dossier.kind_of(path).means
    kind, _, thing = path.rpartition(".")[0].partition(".")
    known = dossier.things.get(kind, {}).get(thing)
    if known is None:
        return dict(means)
    return {lang: f"{text} ({text_in(known.name, lang, thing)})" for lang, text in means.items()}


class _Groups:
    """Names that belong together, directly or by way of others."""

    def __init__(self) -> None:
        self._next: dict[str, str] = {}

    def root(self, name: str) -> str:
        """One name for all that belong together."""
        while (after := self._next.get(name, name)) != name:
            name = after
        return name

    def join(self, one: str, two: str) -> None:
        """Let two names, and all that belong to either, belong together."""
        if self.root(one) != self.root(two):
            self._next[self.root(one)] = self.root(two)
