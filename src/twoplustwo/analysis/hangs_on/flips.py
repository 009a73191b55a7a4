"""Whether the verdict for a base turns while one parameter moves, and where."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from twoplustwo.analysis.hangs_on.margins import Margins
from twoplustwo.analysis.hangs_on.parameter_ranges import ParameterRange
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import resolve
from twoplustwo.search.turning_point import Bracket
from twoplustwo.search.turning_point import bisect as narrow

Known = dict[Position, Margins | str]
Look = Callable[[Sequence[Position]], Known]


class Case(NamedTuple):
    """One base at one position, along one line."""

    position: Position
    line: ParameterRange
    base: int


def verdicts(case: Case, known: Known, dossier: Dossier) -> list[bool | None]:
    """Whether the base is met at each look; None where there is no verdict."""
    moved = (case.line.with_sample(case.position, dossier, at) for at in case.line.samples)
    return [_met(known[position], case.base) for position in moved]


def turns_anywhere(case: Case, known: Known, dossier: Dossier) -> bool:
    """Whether some look has another verdict than the position itself."""
    held = _met(known[case.position], case.base)
    return {held, None} | set(verdicts(case, known, dossier)) >= {True, False}


def find_flips(cases: Sequence[Case], look: Look, dossier: Dossier) -> list[Bracket]:
    """Where the verdict turns, by halving; all cases take each step together.

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
        One a case: two neighbouring values of what its base sees.
    """

    def verdicts(asked: Sequence[tuple[int, float]]) -> list[bool | None]:
        moved = [
            cases[i].line.with_value(cases[i].position, dossier, _missile(cases[i], look), value)
            for i, value in asked
        ]
        known = look(moved)
        return [_met(known[p], cases[i].base) for p, (i, _) in zip(moved, asked, strict=True)]

    return narrow(verdicts, [_bracket(case, look, dossier) for case in cases])


def _bracket(case: Case, look: Look, dossier: Dossier) -> Bracket:
    """The hull, less what the verdict at the held value rules out."""
    line, missile = case.line, _missile(case, look)
    path = line.path(missile)
    ends = [line.with_sample(case.position, dossier, share) for share in (0.0, 1.0)]
    known = look([case.position, *ends])
    before, after = (bool(_met(known[end], case.base)) for end in ends)
    low, high = line.hulls[path]
    kind, held = dossier.kind_of(path), resolve(dossier, case.position).get(path)
    here = _met(known[case.position], case.base)
    if held is not None and isinstance(held.value, int | float) and low < held.value < high:
        low, high = (held.value, high) if here == before else (low, held.value)
    return Bracket(float(low), float(high), before, after, kind.unit, kind.counts)


def _missile(case: Case, look: Look) -> str:
    held = look([case.position])[case.position]
    assert isinstance(held, Margins)
    return held.missile[case.base]


def _met(found: Margins | str, base: int) -> bool | None:
    return None if isinstance(found, str) else found.met(base)
