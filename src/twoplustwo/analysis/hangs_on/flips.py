"""Whether the verdict for a base turns while one parameter moves, and where."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from twoplustwo.analysis.hangs_on.lines import Line
from twoplustwo.analysis.hangs_on.margins import Margins
from twoplustwo.dossier.models import Dossier
from twoplustwo.scenario.hold import hold
from twoplustwo.scenario.position import Position

HALVINGS = 6  # of the hull: a flip is found to one part in 64

Known = dict[Position, Margins | str]
Look = Callable[[Sequence[Position]], Known]


class Case(NamedTuple):
    """One base at one position, along one line."""

    position: Position
    line: Line
    base: int


class Bracket(NamedTuple):
    """Two shares of a hull between which the verdict turns once."""

    low: float
    high: float


def verdicts(case: Case, known: Known, dossier: Dossier) -> list[bool | None]:
    """Whether the base is met at each look; None where there is no verdict."""
    moved = (case.line.moved(case.position, dossier, at) for at in case.line.looks)
    return [_met(known[position], case.base) for position in moved]


def turns(case: Case, known: Known, dossier: Dossier) -> bool:
    """Whether some look has another verdict than the position itself."""
    held = _met(known[case.position], case.base)
    return {held, None} | set(verdicts(case, known, dossier)) >= {True, False}


def find(cases: Sequence[Case], look: Look, dossier: Dossier) -> list[Bracket]:
    """Where the verdict turns, by bisection; all cases take each step together.

    Parameters
    ----------
    cases : sequence of Case
        Their lines are hulls of one monotone number, with another verdict at either end.
    look : callable
        Positions to their margins.
    dossier : Dossier

    Returns
    -------
    list of Bracket
        One a case, a part in ``2 ** HALVINGS`` of the hull wide or less.
    """
    first = _at(cases, [0.0] * len(cases), look, dossier)
    known = look([case.position for case in cases])
    found = [_known(c, known, f, dossier) for c, f in zip(cases, first, strict=True)]
    for _ in range(HALVINGS):
        middle = [0.5 * (b.low + b.high) for b in found]
        seen = _at(cases, middle, look, dossier)
        found = [
            Bracket(at, b.high) if now == then else Bracket(b.low, at)
            for b, at, now, then in zip(found, middle, seen, first, strict=True)
        ]
    return found


def _known(case: Case, known: Known, first: bool | None, dossier: Dossier) -> Bracket:
    """The hull, less what the verdict at the held value rules out."""
    held = hold(dossier, case.position).get(case.line.parameter)
    if held is None or not isinstance(held.value, int | float):
        return Bracket(0.0, 1.0)
    low, high = case.line.hulls[case.line.parameter]
    share = (float(held.value) - low) / (high - low)
    if not 0.0 < share < 1.0:
        return Bracket(0.0, 1.0)
    same = _met(known[case.position], case.base) == first
    return Bracket(share, 1.0) if same else Bracket(0.0, share)


def _at(
    cases: Sequence[Case], shares: Sequence[float], look: Look, dossier: Dossier
) -> list[bool | None]:
    moved = [case.line.moved(case.position, dossier, share)
             for case, share in zip(cases, shares, strict=True)]  # fmt: skip
    known = look(moved)
    return [_met(known[p], case.base) for p, case in zip(moved, cases, strict=True)]


def _met(found: Margins | str, base: int) -> bool | None:
    return None if isinstance(found, str) else found.met(base)
