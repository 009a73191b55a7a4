"""Positions at chosen claims: only what differs from what the party holds is set."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from twoplustwo.base.units import parse_quantity
from twoplustwo.dossier.find import Place, parameter
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.overlay import NONE, HeldValue
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import resolve


class BasePosition:
    """A position to start from, and what it holds before its measures.

    Parameters
    ----------
    position : Position
    dossier : Dossier
    """

    def __init__(self, position: Position, dossier: Dossier) -> None:
        self.position, self._dossier = position, dossier
        self._before = resolve(dossier, replace(position, measures=())).values
        self._held: dict[tuple[Position, tuple[str, ...]], str] = {}

    def candidate(self, sets: Iterable[tuple[str, str]]) -> Position:
        """The position with these settings, less those that it holds anyway.

        A block that the position does not hold cannot be set: it stays missing, and the question
        is not answerable there.
        """
        needed = {path: text for path, text in sets if self._needed(path, text)}
        return replace(self.position, sets=(*self.position.sets, *sorted(needed.items())))

    def held(self, sets: Iterable[tuple[str, str]], paths: Sequence[str]) -> str:
        """What the position holds of `paths` under these settings, measures included."""
        mark = self.candidate(sets), tuple(paths)
        if mark not in self._held:
            values = resolve(self._dossier, mark[0]).values
            found = (values.get(parameter(self._dossier, path).path) for path in paths)
            self._held[mark] = repr([None if item is None else item.value for item in found])
        return self._held[mark]

    def _needed(self, path: str, text: str) -> bool:
        place = parameter(self._dossier, path)
        held = self._before.get(place.path)
        if text == NONE or held is None:
            return held is not None if text == NONE else not place.field
        return _value(held, place) != _read(place, text)


def _value(held: HeldValue, place: Place) -> Any:
    value: Any = held.value
    if place.index is not None:
        value = value[place.index] if place.index < len(value) else {}
    return value.get(place.field) if place.field else value


def _read(place: Place, text: str) -> Any:
    unit = place.kind.fields[place.field].unit if place.field else place.kind.unit
    return parse_quantity(text, unit)[0] if place.field or place.kind.type == "number" else text
