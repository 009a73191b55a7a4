"""From claims on the table to what can be moved: pinned, chosen among, or moved over a span."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from twoplustwo.dossier.models import Claim, Dossier
from twoplustwo.positions.claimed import counting_claims, unclaimed_by_some_party
from twoplustwo.positions.overlay import NONE
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.card import Card
from twoplustwo.search.worst.segments import segments
from twoplustwo.search.worst.spans import Number, Sets, Span, joined, written
from twoplustwo.search.worst.speeds import speed_axis, speeds


@dataclass(frozen=True)
class Option:
    """One of several coherent alternatives: settings, and numbers left open by it."""

    sets: Sets
    numbers: tuple[Number, ...] = ()


Choice = tuple[Option, ...]


@dataclass(frozen=True)
class Axes:
    """Everything that may be claimed of what a question reads.

    Parameters
    ----------
    fixed : tuple of (path, text)
        What has one value: all claim the same, or it is monotone and stands at its worst end.
    choices : tuple of tuple of Option
        Alternatives, one of each group to be taken.
    numbers : tuple of Number
        What moves over an interval, nothing being proven of it.
    uncovered : tuple of str
        Claims that no setting can express, so that nothing is guaranteed of them.
    """

    fixed: Sets
    choices: tuple[Choice, ...]
    numbers: tuple[Number, ...]
    uncovered: tuple[str, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The numbers, those of several missiles together."""
        return joined(list(self.numbers))


def monotone_sign(card: Card, column: str) -> int:
    """+1 if the directions of a card hold for a column, -1 if all are turned round, 0 if not.

    They hold for the card's own headline; any other column says so by ``follows: up`` or ``down``.
    """
    if column == card.headline["column"]:
        return 1
    said = card.columns.get(column, {}).get("follows", "")
    return {"up": 1, "down": -1}.get(said, 0)


def axes(
    read: Iterable[str], position: Position, dossier: Dossier, card: Card, column: str, most: bool
) -> Axes:
    """What can be claimed of the parameters in `read`, on the day of a position.

    Whatever the position sets by hand is left as it is. Parameters that the card declares
    monotone stand at the end that takes the column furthest; of names that is ``yes`` against
    ``no``. What the column does not depend on (``ignores`` in the card) is left alone. A block is
    taken whole from one claim, a speed with a reading that goes with it.
    """
    by_hand = {path for path, _ in position.sets}
    grouped = speeds(dossier, read)
    toward = monotone_sign(card, column) * (1 if most else -1)
    fixed: list[tuple[str, str]] = []
    choices: list[Choice] = []
    numbers: list[Number] = []
    uncovered: list[str] = []

    def take(found: Sequence[Option]) -> None:
        distinct = tuple(dict.fromkeys(found))
        if len(distinct) > 1:
            choices.append(distinct)
        elif distinct:
            fixed.extend(distinct[0].sets)
            numbers.extend(distinct[0].numbers)

    for owner in grouped.owners:
        rising = _direction(card, f"{owner}.burnout_speed") * toward
        take([Option(s, n) for s, n in speed_axis(dossier, position, owner, rising)])
    ignored = card.columns.get(column, {}).get("ignores", [])
    for path in sorted({*read} - grouped.paths - by_hand):
        if any(fnmatchcase(path, pattern) for pattern in ignored):
            continue
        said = counting_claims(dossier, path, position.day(dossier))
        if not said:
            continue
        kind = dossier.kind_of(path)
        rising = _direction(card, path) * toward
        without = [Option(((path, NONE),))] if _optional(dossier, path, position) else []
        if kind.type == "number":
            found, whole = _of_number(path, said, kind.unit, rising)
            uncovered += [] if whole else [path]
            take([*without, *found])
        elif kind.type == "name":
            take([*without, *_of_names(path, said, kind.of, rising)])
        else:
            found, whole = _of_blocks(path, said, kind.type, kind.fields, by_hand)
            uncovered += [] if whole else [path]
            take(found)
    return Axes(tuple(fixed), tuple(choices), tuple(numbers), tuple(uncovered))


def _optional(dossier: Dossier, path: str, position: Position) -> bool:
    return unclaimed_by_some_party(dossier, path, position)


def _direction(card: Card, path: str) -> int:
    """+1 if the headline rises with a parameter, -1 if it falls, 0 if nothing is proven."""
    said = next((d for p, d in card.directions.items() if fnmatchcase(path, p)), "")
    return {"up": 1, "down": -1}.get(said, 0)


def _of_number(
    path: str, said: Sequence[Claim], unit: str, rising: int
) -> tuple[list[Option], bool]:
    pieces, whole = segments(said)
    if rising:
        end = max(p[1] for p in pieces) if rising > 0 else min(p[0] for p in pieces)
        return [Option(((path, written(end, unit)),))], whole
    return [
        Option(((path, written(low, unit)),))
        if low == high
        else Option((), (Number(path, low, high, start, unit),))
        for low, high, start in pieces
    ], whole


def _of_names(path: str, said: Iterable[Claim], of: Sequence[str], rising: int) -> list[Option]:
    names = sorted({str(one.value.si) for one in said})
    if rising and set(of) == {"yes", "no"}:
        names = [max(names) if rising > 0 else min(names)]
    return [Option(((path, name),)) for name in names]


def _of_blocks(
    path: str, said: Sequence[Claim], sort: str, fields: Any, by_hand: set[str]
) -> tuple[list[Option], bool]:
    """Each claimed block whole, number by number; those that cannot be set so are left out."""
    distinct = {repr(one.value.si): one.value.si for one in sorted(said, key=lambda c: c.key)}
    if len(distinct) == 1:
        return [], True  # everybody who holds it holds this; a block cannot be set from nothing
    shapes = {_shape(value) for value in distinct.values()}
    if sort == "table" or len(shapes) > 1:
        return [], False
    found = []
    for value in distinct.values():
        parts = value if isinstance(value, list) else [value]
        sets = [
            (
                f"{path}.{i + 1}.{name}" if isinstance(value, list) else f"{path}.{name}",
                written(number, fields[name].unit),
            )
            for i, part in enumerate(parts)
            for name, number in part.items()  # type: ignore[union-attr]
            if number is not None
        ]
        found.append(Option(tuple(pair for pair in sets if pair[0] not in by_hand)))
    return found, True


def _shape(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_shape(one) for one in value)
    return (
        tuple(sorted(k for k, v in value.items() if v is not None))
        if isinstance(value, dict)
        else ()
    )
