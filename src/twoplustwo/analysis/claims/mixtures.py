"""Mixtures of two positions, with what a proposition lays over both of them."""

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from twoplustwo.analysis.claims.bind import BoundQuestion, RowCriterion
from twoplustwo.analysis.claims.deciding import Deciding, DecidingNumbers, PropositionAt
from twoplustwo.base.errors import TwoPlusTwoError
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.disputes import Dispute, disputes, mixture
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import Held, resolve

MOST = 8  # disputes of which every subset is asked: 256 mixtures a pair

Swapped = frozenset[str]
OWN: Swapped = frozenset()


class PositionsUnder:
    """Positions with what a question lays over them, and their mixtures; held once each."""

    def __init__(self, positions: Sequence[Position], dossier: Dossier) -> None:
        self.positions, self._dossier = list(positions), dossier
        self._held: dict[tuple[BoundQuestion, int], Held] = {}
        self._differ: dict[tuple[BoundQuestion, int, int], list[Dispute]] = {}
        self._mixed: dict[tuple, Held] = {}

    def position(self, put: BoundQuestion, at: int) -> Position:
        """A position with the settings and measures of the proposition."""
        position = self.positions[at]
        sets = [f"{path}={text}" for path, text in put.sets]
        paths = {path for path, _ in put.sets}
        kept = tuple(pair for pair in position.sets if pair[0] not in paths)
        bare = Position(position.party, position.swaps, position.measures, kept, position.as_of)
        new = [name for name in put.measures if name not in position.measures]
        return bare.with_sets(sets, self._dossier).with_measures(new, self._dossier)

    def held(self, put: BoundQuestion, at: int) -> Held:
        """What it holds."""
        if (put, at) not in self._held:
            self._held[put, at] = resolve(self._dossier, self.position(put, at))
        return self._held[put, at]

    def differ(self, put: BoundQuestion, one: int, two: int) -> list[Dispute]:
        """What two of them differ on."""
        key = put, one, two
        if key not in self._differ:
            self._differ[key] = disputes(self.held(put, one), self.held(put, two), self._dossier)
        return self._differ[key]

    def mixture(self, put: BoundQuestion, one: int, two: int, swapped: Swapped) -> Held:
        """The first with what the second holds on some disputes."""
        if not swapped:
            return self.held(put, one)
        key = put, one, two, swapped
        if key not in self._mixed:
            taken = [d for d in self.differ(put, one, two) if d.id in swapped]
            self._mixed[key] = mixture(self.held(put, one), self.held(put, two), taken)
        return self._mixed[key]


class Truth(NamedTuple):
    """A proposition at one mixture: the number that decides, SI, and whether it holds."""

    holds: bool | None
    value: float | None
    why: str


class PropositionTester(NamedTuple):
    """Everything that propositions are tried on: how they are put, and at which positions."""

    positions: PositionsUnder
    numbers: DecidingNumbers
    bound: dict[str, tuple[BoundQuestion, ...]]
    criteria: dict[str, RowCriterion]

    def players(self, names: Sequence[str], one: int, two: int) -> list[Dispute]:
        """Disputes of two positions that some of the propositions turn out to read."""
        found: dict[str, Dispute] = {}
        for name in names:
            for put in self.bound[name]:
                read = self.numbers.read[put.question]
                some = (d for d in self.positions.differ(put, one, two) if d.read_by(read))
                found |= {d.id: d for d in some if d.id not in found}
        return [found[id_] for id_ in sorted(found)]

    def truths(self, cases: Sequence[tuple[str, int, int, Swapped]]) -> list[Truth]:
        """Propositions at mixtures, all asked together."""
        asks = [
            [
                PropositionAt(name, put, self.positions.mixture(put, one, two, swapped))
                for put in self.bound[name]
            ]
            for name, one, two, swapped in cases
        ]
        return self.judge(asks)

    def judge(self, asks: Sequence[Sequence[PropositionAt]]) -> list[Truth]:
        """One verdict for the asks of one proposition each: one, or two of a difference."""
        seen = iter(self.numbers.at(ask for some in asks for ask in some))
        return [
            truth(self.criteria[some[0].proposition], [next(seen) for _ in some]) for some in asks
        ]


def truth(want: RowCriterion, seen: Sequence[Deciding]) -> Truth:
    """Whether the number holds, or the difference of two."""
    missing = next((one.why or "no value" for one in seen if one.value is None), "")
    if missing:
        return Truth(None, None, missing)
    first, *rest = (float(one.value or 0.0) for one in seen)
    value = first - sum(rest)
    return Truth(want.test.holds(value), value, "")


def subsets(players: Sequence[Dispute]) -> list[Swapped]:
    """Every set of disputes, the empty one first; of many disputes those of one or all but one."""
    names = [d.id for d in players]
    sizes = range(len(names) + 1)
    if len(names) > MOST:
        sizes = [0, 1, len(names) - 1, len(names)]
    return [frozenset(some) for size in sizes for some in combinations(names, size)]


def why_unbound(laid: PositionsUnder, put: BoundQuestion, at: int) -> str:
    """Why a proposition cannot be put to a position; empty if it can."""
    try:
        laid.held(put, at)
    except TwoPlusTwoError as error:
        return str(error).replace("\n", "; ")
    return ""
