"""Numbers that measures bound at different values, and what lies between those values."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import isfinite
from typing import Literal

from twoplustwo.base.units import parse_quantity, show
from twoplustwo.dossier.models import Action, Dossier, Measure
from twoplustwo.positions.claimed import hull
from twoplustwo.positions.position import Position

AT_MOST: Literal["at_most"] = "at_most"
AT_LEAST: Literal["at_least"] = "at_least"


@dataclass(frozen=True)
class Bound:
    """One number that measures bound from one side.

    Parameters
    ----------
    bounds : str
        What these measures bound, of the closed list.
    parameter, do, unit : str
        The number, ``at_most`` or ``at_least``, and the unit in which it is printed.
    listed : tuple of (float, str)
        Values (SI), rising, and the measures that bound at them.
    open_end : float
        Where a bound does nothing any more: what no claim and no setting is beyond, SI.
    """

    bounds: str
    parameter: str
    do: Literal["at_most", "at_least"]
    unit: str
    whole: bool
    listed: tuple[tuple[float, str], ...]
    open_end: float

    @property
    def looks(self) -> tuple[tuple[float, str], ...]:
        """All values from end to end with their measures; none ("") at the open end."""
        free = ((self.open_end, ""),)
        return (*self.listed, *free) if self.do == AT_MOST else (*free, *self.listed)

    def text(self, value: float) -> str:
        """A value as people write it."""
        return show(value, self.unit)

    def measure_at(self, value: float, dossier: Dossier) -> Measure:
        """The measure that bounds at a value, made from the first of those on the list."""
        like, text = dossier.measures[self.listed[0][1]], self.text(value)
        sign = "<=" if self.do == AT_MOST else ">="
        return replace(
            like, id=f"{self.parameter}{sign}{text}", does=(Action(self.parameter, self.do, text),)
        )


def searchable_bounds(
    measures: Sequence[Measure],
    read: Iterable[str],
    positions: Sequence[Position],
    dossier: Dossier,
) -> list[Bound]:
    """Every number among `read` that a measure does nothing but bound, short of its open end."""
    paths, found = {*read}, []
    keys = {(m.bounds, a.parameter): None for m in measures for a in m.does if a.parameter in paths}
    for (bounds, parameter), do in itertools.product(keys, (AT_MOST, AT_LEAST)):
        kind = dossier.kind_of(parameter)
        if kind.type != "number":
            continue
        end = _open_end(parameter, do == AT_MOST, positions, dossier)
        listed = sorted(
            (value, m.id)
            for m in measures
            if m.bounds == bounds
            and len(m.does) == 1
            and (m.does[0].parameter, m.does[0].do) == (parameter, do)
            and (value := parse_quantity(m.does[0].text, kind.unit)[1]) is not None
            and end is not None
            and (value < end if do == AT_MOST else value > end)
        )
        if listed and end is not None:
            found.append(Bound(bounds, parameter, do, kind.unit, kind.counts, tuple(listed), end))
    return found


def _open_end(
    parameter: str, top: bool, positions: Sequence[Position], dossier: Dossier
) -> float | None:
    ends = [
        h[top]
        for day in {p.day(dossier) for p in positions}
        if (h := hull(dossier, parameter, day)) is not None
    ]
    unit = dossier.kind_of(parameter).unit
    for path, text in (pair for p in positions for pair in p.sets):
        if path == parameter and (value := parse_quantity(text, unit)[1]) is not None:
            ends.append(value)
    if not ends or not all(map(isfinite, ends)):
        return None
    return max(ends) if top else min(ends)
