"""One number moved from end to end: where the verdict turns, every time that it does."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from twoplustwo.analysis.divergence.options import Options
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.claimed import range_of, unclaimed_by_some_party
from twoplustwo.positions.disputes import Dispute
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import resolve
from twoplustwo.runs.evaluate import Evaluator
from twoplustwo.search.turning_point import Bracket, bisect, printable_decimal

SLIDER_STEPS = 20  # looks along a slider that the dossier asks for
HULL_STEPS = 10  # along what happens to be claimed
DECADES = 20.0  # if the ends are that many times apart, steps are even in the logarithm

Verdicts = Callable[[Sequence[float]], Sequence[bool | None]]


class SweepRange(NamedTuple):
    """A parameter and the interval to move it over, SI; `unit` is the one to show."""

    path: str
    low: float
    high: float
    unit: str
    steps: int = HULL_STEPS
    whole: bool = False  # a count: only whole numbers are looked at

    @property
    def samples(self) -> list[float]:
        """Values from end to end, such as can be printed: even, or even in the logarithm."""
        shares = [i / self.steps for i in range(self.steps + 1)]
        if self.low <= 0.0 or self.high / self.low < DECADES:
            found = [self.low + (self.high - self.low) * share for share in shares]
        else:
            found = [self.low * (self.high / self.low) ** share for share in shares]
        inside = {printable_decimal(x, self.unit, self.whole) for x in found[1:-1]}
        ends = {round(x) for x in (self.low, self.high)} if self.whole else {self.low, self.high}
        return sorted({*ends, *(x for x in inside if self.low < x < self.high)})


def turning_points(verdicts: Verdicts, along: SweepRange, looks: Sequence[float]) -> list[Bracket]:
    """Every turn of a verdict between neighbouring looks, each found by halving.

    Parameters
    ----------
    verdicts : callable
        Values to verdicts; None where there is none.
    along : Line
    looks : sequence of float
        Rising, SI.
    """
    seen = verdicts(looks)
    found = [
        Bracket(a, b, was, becomes, along.unit, along.whole)
        for a, b, was, becomes in zip(looks, looks[1:], seen, seen[1:], strict=False)
        if was is not None and becomes is not None and was != becomes
    ]
    return bisect(lambda asked: verdicts([value for _, value in asked]), found)


def sweep_range(path: str, positions: Sequence[Position], dossier: Dossier) -> SweepRange | None:
    """The interval of a number: the slider of its dispute, else the hull of all its claims.

    None where there is nothing to move over: no number, no two claims, or a party without any.
    """
    kind = dossier.kind_of(path)
    ends = range_of(dossier, path, [position.day(dossier) for position in positions])
    if ends is None:
        return None
    steps = SLIDER_STEPS if ends.by_slider else HULL_STEPS
    if not ends.by_slider:
        optional = any(unclaimed_by_some_party(dossier, path, p) for p in positions)
        if optional or ends.low >= ends.high:
            return None
    return SweepRange(path, ends.low, ends.high, kind.unit, steps, kind.counts)


def first_sweep_range(
    disputes: Sequence[Dispute], positions: Sequence[Position], dossier: Dossier
) -> SweepRange | None:
    """The first number that can be moved, of disputes in their order."""
    made = (sweep_range(path, positions, dossier) for dispute in disputes for path in dispute.paths)
    return next((one for one in made if one is not None), None)


class Sweeps:
    """Headlines of positions with one number moved; each asked once."""

    def __init__(self, want: Options, dossier: Dossier) -> None:
        self._want, self._dossier = want, dossier
        self._evaluator = Evaluator(want.card.id, dossier, want.inner)

    def samples(self, along: SweepRange, positions: Sequence[Position]) -> list[float]:
        """Steps from end to end, and what the positions hold."""
        even = {*along.samples}
        for position in positions:
            item = resolve(self._dossier, position).values.get(along.path)
            if item is not None and along.low <= float(item.value) <= along.high:  # type: ignore[arg-type]
                even.add(float(item.value))  # type: ignore[arg-type]
        return sorted(even)

    def at(
        self, position: Position, along: SweepRange, where: Sequence[float]
    ) -> list[dict[str, float | None]]:
        """Headlines by column at each value; None where there is none."""
        moved = [position.with_number(along.path, value, self._dossier) for value in where]
        return [
            {name: None if value != value else value for name, value in found.headlines.items()}
            for found in self._evaluator.at(moved, f"moving {along.path}")
        ]

    def turning_points(
        self, position: Position, along: SweepRange, looks: Sequence[float]
    ) -> list[Bracket]:
        """Where the verdict of the test turns at a position; none where there is no test."""
        test = self._want.test
        if test is None:
            return []
        return turning_points(
            lambda where: [
                test.holds(one.get(test.column)) for one in self.at(position, along, where)
            ],
            along,
            looks,
        )
