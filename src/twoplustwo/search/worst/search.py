"""The search for one worst case: corners first, then what no corner settles."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from twoplustwo.base.errors import OptionError, nearest
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import resolve
from twoplustwo.runs.evaluate import Evaluation
from twoplustwo.search.worst import proof
from twoplustwo.search.worst.axes import Axes
from twoplustwo.search.worst.base_position import BasePosition
from twoplustwo.search.worst.branch import limit
from twoplustwo.search.worst.climb import Shares, climb
from twoplustwo.search.worst.combine import Combination, combinations
from twoplustwo.search.worst.evaluator import WorstCaseEvaluator
from twoplustwo.search.worst.record import BOUNDED, EXACT, SEARCHED, UNANSWERED, Worst
from twoplustwo.search.worst.spans import Number, Span, joined
from twoplustwo.search.worst.steepness import steepness_of

CORNERS, BRIEF, QUICK, THOROUGH = "corners", "brief", "quick", "thorough"
EFFORTS = {CORNERS: (0, 0), BRIEF: (6, 8), QUICK: (12, 12), THOROUGH: (120, 200)}
"""Looks that a search and a branch and bound may spend on numbers of which nothing is proven.

``brief`` spends them only where no corner moves the column off its best end (nothing within
reach, everybody covered): there a guarantee hangs on them.
"""


def search(
    evaluator: WorstCaseEvaluator, position: Position, column: str, most: bool, effort: str
) -> Worst:
    """The worst case of one column at one position; see `find.worst`."""
    if effort not in EFFORTS:
        raise OptionError(
            f"there is no effort {effort!r}",
            why=f"efforts: {', '.join(EFFORTS)}",
            fix=nearest(effort, EFFORTS),
        )
    corners = Corners.of(evaluator, position, column, most)
    answered = [candidate for candidate in corners.candidates if not candidate.evaluation.missing]
    if not answered:
        return _unanswered(corners)
    _check_column(evaluator, column, answered[0].evaluation)
    return _Search(corners, answered).run(*EFFORTS[effort], effort == BRIEF)


@dataclass(frozen=True)
class Candidate:
    """One combination with its open numbers at their shares, and what the question says there."""

    combination: Combination
    shares: Shares
    position: Position
    evaluation: Evaluation

    @property
    def open(self) -> list[Number]:
        """The open numbers that the question reads here."""
        return [n for n in self.combination.numbers if n.path in self.evaluation.read]


@dataclass(frozen=True)
class Sought:
    """What is sought, from which position; asks about candidates in its place.

    `asked` are the positions asked about, `most` says whether the greatest value is the worst.
    """

    evaluator: WorstCaseEvaluator
    base: BasePosition
    column: str
    most: bool
    asked: set[Position] = field(default_factory=set)

    @property
    def position(self) -> Position:
        """The position whose measures and settings stand."""
        return self.base.position

    def candidates(self, places: Sequence[tuple[Combination, Shares]]) -> list[Candidate]:
        """Candidates at combinations and shares, asked together."""
        positions = [self.base.candidate(c.at(s)) for c, s in places]
        self.asked.update(positions)
        found = [
            Candidate(combination, shares, position, evaluation)
            for (combination, shares), position, evaluation in zip(
                places, positions, self.evaluator.at(positions), strict=True
            )
        ]
        # what a search for one column has found counts for the next column too
        self.evaluator.candidates.setdefault(self.position, []).extend(found)
        return found


@dataclass(frozen=True)
class Corners:
    """Every combination of alternatives; `whole` says whether none was left out."""

    sought: Sought
    axes: Axes
    candidates: list[Candidate]
    whole: bool

    @classmethod
    def of(
        cls, evaluator: WorstCaseEvaluator, position: Position, column: str, most: bool
    ) -> "Corners":
        """Ask at corners until they read nothing that is not yet moved."""
        sought = Sought(evaluator, evaluator.base(position), column, most)
        read = evaluator.read or evaluator.at([position])[0].read
        while True:
            moved = evaluator.axes(read, position, column, most)
            some, whole = combinations(moved, sought.base)
            found = sought.candidates([(c, c.start) for c in some])
            more = frozenset().union(*(candidate.evaluation.read for candidate in found))
            if more <= read:
                return cls(sought, moved, found, whole)
            read |= more


class _Search:
    """From the corners that are answered to the worst case."""

    def __init__(self, corners: Corners, answered: list[Candidate]) -> None:
        self.corners, self.answered, self.sought = corners, answered, corners.sought
        self.evaluator, self.column = self.sought.evaluator, self.sought.column
        self.position, self.most = self.sought.position, self.sought.most
        self.card = self.evaluator.card
        said = self.card.columns.get(self.column, {})
        self.within: list[float] = said.get("within", [-math.inf, math.inf])
        self.guides: list[str] = said.get("guide", [])
        self.nothing: str = said.get("nothing_without", "")
        self.best = answered[0]
        self._keep([*answered, *self.evaluator.candidates.get(self.position, [])])

    def run(self, climbs: int, branches: int, brief: bool) -> Worst:
        """Corners, and if they settle nothing, a bound and a search."""
        corners, answered = self.corners.candidates, self.answered
        covered = self.corners.whole and not self.corners.axes.uncovered
        proven = (covered and len(answered) == len(corners)) and proof.holds(
            self.card.question, self.evaluator.dossier, self.position, self.evaluator.read
        )
        open_ = any(candidate.open for candidate in corners)
        if self._at_end(self.most) or (proven and not open_) or self._nobody(corners):
            return self._done(EXACT, 0.0)
        further = self._limit(answered, 0) if proven else None
        if further != 0.0 and climbs and (not brief or self._at_end(not self.most)):
            self._climb(answered, climbs)
            if self._at_end(self.most):
                return self._done(EXACT, 0.0)
            further = self._limit(answered, branches) if proven else None
        if further is None:
            return self._done(SEARCHED, None)
        return self._done(BOUNDED, max(0.0, further))

    def _goal(self, evaluation: Evaluation) -> tuple[float, ...]:
        """What is to be as great as can be: the column, then what tells equal values apart."""
        sign, known = 1.0 if self.most else -1.0, evaluation.values
        values = (known.get(name, math.nan) for name in (self.column, *self.guides))
        return tuple(-math.inf if math.isnan(v) else sign * v for v in values)

    # what settles it

    @property
    def value(self) -> float:
        """The worst value so far."""
        return self.best.evaluation.values.get(self.column, math.nan)

    def _at_end(self, high: bool) -> bool:
        """Whether the worst value so far stands where the column can go no further."""
        return self.value == self.within[1 if high else 0]

    def _nobody(self, corners: Sequence[Candidate]) -> bool:
        """Whether no interceptor is left at any corner: then nothing else matters."""
        if not self.nothing:
            return False
        for candidate in corners:
            held = resolve(self.evaluator.dossier, candidate.position).values
            read = candidate.evaluation.read & held.keys()
            numbers = [held[path].value for path in read if fnmatchcase(path, self.nothing)]
            if not numbers or any(number != 0.0 for number in numbers):
                return False
        return True

    # what does not

    def _climb(self, corners: Sequence[Candidate], budget: int) -> None:
        """Move the open numbers of the worst combination, then try all others there."""
        here = self.best
        known = steepness_of(self.evaluator.dossier, self.card.question, self.column)
        widths = (known.of(here.open) if known else None) or {}

        def ask(some: Sequence[Shares]) -> list[tuple[float, ...]]:
            found = self.sought.candidates([(here.combination, s) for s in some])
            self._keep(found)
            return [self._goal(candidate.evaluation) for candidate in found]

        spans = sorted(joined(here.open), key=lambda s: -widths.get(s.numbers[0].path, math.inf))
        shares = climb(ask, here.shares, spans, budget, fine=budget > EFFORTS[QUICK][0])
        others = [
            (corner.combination, {path: shares.get(path, s) for path, s in corner.shares.items()})
            for corner in corners
        ]
        self._keep(self.sought.candidates(others))

    def _keep(self, found: Sequence[Candidate]) -> None:
        """Let the worst so far be the worst of these too; the first of equals."""
        self.best = max([self.best, *found], key=lambda c: self._goal(c.evaluation))

    def _limit(self, corners: Sequence[Candidate], budget: int) -> float | None:
        """How much further the column can go, by branch and bound; None if nothing bounds it.

        A share of which another column says that it is nought (`Steepness.settles`) goes no
        further where that other column stays on its side everywhere.
        """
        known = steepness_of(self.evaluator.dossier, self.card.question, self.column)
        if known is None:
            return None
        through = known.column != self.column
        if through and not (self.most and self.value == 0.0):
            return None
        sign = 1.0 if self.most else -1.0
        if not through and not self.value < known.below:
            return None
        spans: list[Sequence[Span]] = []
        rises: list[list[float]] = []
        for corner in corners:
            moved = joined(corner.open)
            if not (known.largest and self.most):
                moved = [lone for span in moved for lone in span.split()]
            rise = known.of(corner.open)
            if rise is None:
                return None
            spans.append(moved)
            rises.append([max(rise[n.path] for n in span.numbers) for span in moved])

        def ask(places: Sequence[tuple[int, Shares]]) -> list[float]:
            found = self.sought.candidates(
                [(corners[i].combination, corners[i].shares | s) for i, s in places]
            )
            self._keep(found)
            return [sign * c.evaluation.values.get(known.column, math.nan) for c in found]

        edge = known.below if self.most else math.inf  # nothing was measured beyond

        def enough(top: float, best: float) -> bool:
            return best >= edge or (top < edge if through else top <= best)

        starts = [tuple(span.start for span in some) for some in spans]
        top = limit(ask, spans, rises, starts, enough, budget)
        if not top < edge:
            return None
        return 0.0 if through else top - sign * self.value

    # what is said

    def _done(self, label: str, bound: float | None) -> Worst:
        held = {*self.position.sets}
        open_ = () if label == EXACT else joined(self.best.open)
        return Worst(
            question=self.card.id,
            column=self.column,
            most=self.most,
            value=None if math.isnan(self.value) else self.value,
            label=label,
            bound=bound,
            attained=self.best.position,
            moved=tuple(pair for pair in self.best.position.sets if pair not in held),
            evaluations=len(self.sought.asked),
            open=(*(s.name for s in open_), *self.corners.axes.uncovered),
        )


def _unanswered(corners: Corners) -> Worst:
    sought = corners.sought
    return Worst(
        question=sought.evaluator.card.id,
        column=sought.column,
        most=sought.most,
        value=None,
        label=UNANSWERED,
        evaluations=len(sought.asked),
        missing=corners.candidates[0].evaluation.missing,
    )


def _check_column(evaluator: WorstCaseEvaluator, column: str, evaluation: Evaluation) -> None:
    known = evaluation.values
    if column not in known:
        raise OptionError(
            f"{evaluator.card.id} has no headline {column!r}",
            why=f"headlines: {', '.join(known)}",
            fix=nearest(column, known),
        )
