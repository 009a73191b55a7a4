"""What can be moved: for each parameter that is read, everything that is claimed of it."""

from collections.abc import Iterable
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import NamedTuple

from twoplustwo.base.units import si_unit
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.claimed import claimed_names, range_of, unclaimed_by_some_party
from twoplustwo.positions.overlay import NONE
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.card import Card

MISSILES = "missiles."
EVEN = (0.0, 0.25, 0.5, 0.75, 1.0)  # looks at a number that is not known to be monotone
ENDS = (0.0, 1.0)


class ParameterRange(NamedTuple):
    """One parameter and what it may be.

    The missiles' own parameters are moved together, for each base sees but its own missile.

    Parameters
    ----------
    parameter : str
        Its path, with ``*`` in place of the missile.
    hulls : dict of path to (low, high)
        Of a number, SI; empty for anything else.
    choices : tuple of str
        Of a name, or of a number that some party does without.
    monotone : bool
        Whether the card of the question declares which way the answer moves with it.
    """

    parameter: str
    hulls: dict[str, tuple[float, float]]
    choices: tuple[str, ...] = ()
    monotone: bool = False

    @property
    def samples(self) -> tuple[float, ...] | tuple[str, ...]:
        """Where the line is looked at: shares of the hull, or choices."""
        return self.choices or (ENDS if self.monotone else EVEN)

    def path(self, missile: str) -> str:
        """The parameter that a base with this missile sees; empty if there is none."""
        path = self.parameter.replace("*", missile)
        return path if self.choices or path in self.hulls else ""

    def value(self, missile: str, share: float) -> float:
        """The number at a share of the hull, SI."""
        low, high = self.hulls[self.path(missile)]
        return low + (high - low) * share

    def with_value(
        self, position: Position, dossier: Dossier, missile: str, value: float
    ) -> Position:
        """The position with the parameter that a base with this missile sees at a value, SI."""
        path = self.path(missile)
        return position.with_number(path, value, dossier)

    def with_sample(self, position: Position, dossier: Dossier, at: float | str) -> Position:
        """The position with the parameter at a share of its hull, or at a choice."""
        if isinstance(at, str):
            pairs = [(self.parameter, at)]
        else:
            pairs = [
                (p, _text(dossier, p, low + (high - low) * at))
                for p, (low, high) in self.hulls.items()
            ]
        moved = {path for path, _ in pairs}
        others = [pair for pair in position.sets if pair[0] not in moved]
        return replace(position, sets=(*others, *pairs))


def parameter_ranges(
    position: Position, dossier: Dossier, asked: Card, read: Iterable[str]
) -> list[ParameterRange]:
    """Every number with a hull, and every name with alternatives, among what was read.

    Parameters
    ----------
    position : Position
        On its day claims must have been made.
    dossier, asked
        Where claims and directions stand.
    read : iterable of str
        Paths that the question reads at the position.
    """
    day = position.day(dossier)
    found: dict[str, ParameterRange] = {}
    for path in sorted(read):
        kind = dossier.kind_of(path)
        if kind.type == "name":
            choices = claimed_names(dossier, path, day)
            if len(choices) > 1:
                found[path] = ParameterRange(path, {}, tuple(choices))
            continue
        ends = range_of(dossier, path, [day], sliders=False)
        if ends is None:
            continue
        low, high = ends.low, ends.high
        if unclaimed_by_some_party(dossier, path, position):
            texts = dict.fromkeys(_text(dossier, path, end) for end in (low, high))
            found[path] = ParameterRange(path, {}, (*texts, NONE))
        elif low < high:
            name = _shared_path(path)
            monotone = any(fnmatchcase(path, pattern) for pattern in asked.directions)
            before = found[name].hulls if name in found else {}
            found[name] = ParameterRange(name, before | {path: (low, high)}, (), monotone)
    return list(found.values())


def _shared_path(path: str) -> str:
    if not path.startswith(MISSILES):
        return path
    return f"{MISSILES}*.{path.rpartition('.')[2]}"


def _text(dossier: Dossier, path: str, value: float) -> str:
    return f"{float(value)!r} {si_unit(dossier.kind_of(path).unit)}"
