"""The search for one worst case: corners first, then what no corner settles."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from twoplustwo.base.errors import OptionError, nearest
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import resolve
from twoplustwo.search.worst import proof
from twoplustwo.search.worst.axes import Axes, axes
from twoplustwo.search.worst.branch import limit
from twoplustwo.search.worst.climb import Shares, climb
from twoplustwo.search.worst.combine import Combination, combinations
from twoplustwo.search.worst.looks import Look, Looks
from twoplustwo.search.worst.placed import BasePosition
from twoplustwo.search.worst.record import BOUNDED, EXACT, SEARCHED, UNANSWERED, Worst
from twoplustwo.search.worst.spans import Number, Span, joined
from twoplustwo.search.worst.steep import lipschitz_bound

CORNERS, BRIEF, QUICK, THOROUGH = "corners", "brief", "quick", "thorough"
EFFORTS = {CORNERS: (0, 0), BRIEF: (6, 8), QUICK: (12, 12), THOROUGH: (120, 200)}
"""Looks that a search and a branch and bound may spend on numbers of which nothing is proven.

``brief`` spends them only where no corner moves the column off its best end (nothing within
reach, everybody covered): there a guarantee hangs on them.
"""


def search(looks: Looks, position: Position, column: str, most: bool, effort: str) -> Worst:
    """The worst case of one column at one position; see `find.worst`."""
    if effort not in EFFORTS:
        raise OptionError(
            f"there is no effort {effort!r}",
            why=f"efforts: {', '.join(EFFORTS)}",
            fix=nearest(effort, EFFORTS),
        )
    return _Search(looks, position, column, most).run(*EFFORTS[effort], effort == BRIEF)


@dataclass(frozen=True)
class _Place:
    """One combination with its open numbers at their shares, and what was seen there."""

    combination: Combination
    shares: Shares
    position: Position
    look: Look


class _Search:
    def __init__(self, looks: Looks, position: Position, column: str, most: bool) -> None:
        self.looks, self.position, self.column, self.most = looks, position, column, most
        self.ground = BasePosition(position, looks.dossier)
        self.card = looks.asked
        said = self.card.columns.get(column, {})
        self.within: list[float] = said.get("within", [-math.inf, math.inf])
        self.guides: list[str] = said.get("guide", [])
        self.nothing: str = said.get("nothing_without", "")
        self.asked: set[Position] = set()

    def run(self, climbs: int, branches: int, brief: bool) -> Worst:
        """Corners, and if they settle nothing, a bound and a search."""
        corners = self._corners()
        answered = [one for one in corners if not one.look.missing]
        if not answered:
            return self._unanswered(corners[0].look.missing)
        self._need_column(answered[0].look)
        self.best = answered[0]
        self._keep([*answered, *self.looks.places.get(self.position, [])])
        whole = self.whole and not self.axes.uncovered and len(answered) == len(corners)
        proven = whole and proof.holds(
            self.card.id, self.looks.dossier, self.position, self.looks.read
        )
        open_ = any(self._open(one) for one in corners)
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

    # looks

    def _look(self, places: Sequence[tuple[Combination, Shares]]) -> list[_Place]:
        positions = [self.ground.candidate(c.at(s)) for c, s in places]
        self.asked |= {*positions}
        found = self.looks.at(positions)
        made = [
            _Place(c, s, p, look) for (c, s), p, look in zip(places, positions, found, strict=True)
        ]
        # what a search for one column has found counts for the next column too
        self.looks.places.setdefault(self.position, []).extend(made)
        return made

    def _corners(self) -> list[_Place]:
        """Every combination of alternatives, until it reads nothing that is not yet moved."""
        read = self.looks.read or self.looks.at([self.position])[0].read
        while True:
            self.axes: Axes = axes(
                read, self.position, self.looks.dossier, self.card, self.column, self.most
            )
            some, self.whole = combinations(self.axes, self.ground)
            found = self._look([(c, c.start) for c in some])
            more = frozenset().union(*(one.look.read for one in found))
            if more <= read:
                return found
            read |= more

    def _goal(self, look: Look) -> tuple[float, ...]:
        """What is to be as great as can be: the column, then what tells equal values apart."""
        sign = 1.0 if self.most else -1.0
        values = (look.values.get(name, math.nan) for name in (self.column, *self.guides))
        return tuple(-math.inf if math.isnan(v) else sign * v for v in values)

    def _open(self, one: _Place) -> list[Number]:
        return [n for n in one.combination.numbers if n.path in one.look.read]

    # what settles it

    @property
    def value(self) -> float:
        """The worst value so far."""
        return self.best.look.values.get(self.column, math.nan)

    def _at_end(self, high: bool) -> bool:
        """Whether the worst value so far stands where the column can go no further."""
        return self.value == self.within[1 if high else 0]

    def _nobody(self, corners: Sequence[_Place]) -> bool:
        """Whether no interceptor is left at any corner: then nothing else matters."""
        if not self.nothing:
            return False
        for one in corners:
            held = resolve(self.looks.dossier, one.position).values
            numbers = [
                held[p].value for p in one.look.read & held.keys() if fnmatchcase(p, self.nothing)
            ]
            if not numbers or any(number != 0.0 for number in numbers):
                return False
        return True

    # what does not

    def _climb(self, corners: Sequence[_Place], budget: int) -> None:
        """Move the open numbers of the worst combination, then try all others there."""
        here = self.best
        known = lipschitz_bound(self.card.id, self.column)
        widths = (known.of(self._open(here)) if known else None) or {}

        def ask(some: Sequence[Shares]) -> list[tuple[float, ...]]:
            found = self._look([(here.combination, s) for s in some])
            self._keep(found)
            return [self._goal(one.look) for one in found]

        spans = sorted(
            joined(self._open(here)), key=lambda s: -widths.get(s.numbers[0].path, math.inf)
        )
        shares = climb(ask, here.shares, spans, budget, fine=budget > EFFORTS[QUICK][0])
        others = [
            (one.combination, one.shares | {p: s for p, s in shares.items() if p in one.shares})
            for one in corners
        ]
        self._keep(self._look(others))

    def _keep(self, found: Sequence[_Place]) -> None:
        """Let the worst so far be the worst of these too; the first of equals."""
        self.best = max([self.best, *found], key=lambda one: self._goal(one.look))

    def _limit(self, corners: Sequence[_Place], budget: int) -> float | None:
        """How much further the column can go, by branch and bound; None if nothing bounds it.

        A share of which another column says that it is nought (`Steepness.settles`) goes no
        further where that other column stays on its side everywhere.
        """
        known = lipschitz_bound(self.card.id, self.column)
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
        for one in corners:
            mine = joined(self._open(one))
            if not (known.largest and self.most):
                mine = [lone for span in mine for lone in span.split()]
            rise = known.of(self._open(one))
            if rise is None:
                return None
            spans.append(mine)
            rises.append([max(rise[n.path] for n in span.numbers) for span in mine])

        def ask(places: Sequence[tuple[int, Shares]]) -> list[float]:
            found = self._look([(corners[i].combination, corners[i].shares | s) for i, s in places])
            self._keep(found)
            return [sign * one.look.values.get(known.column, math.nan) for one in found]

        edge = known.below if self.most else math.inf  # nothing was measured beyond

        def enough(top: float, best: float) -> bool:
            return best >= edge or (top < edge if through else top <= best)

        starts = [tuple(span.start for span in mine) for mine in spans]
        top = limit(ask, spans, rises, starts, enough, budget)
        if not top < edge:
            return None
        return 0.0 if through else top - sign * self.value

    # what is said

    def _done(self, label: str, bound: float | None) -> Worst:
        held = {*self.position.sets}
        open_ = () if label == EXACT else joined(self._open(self.best))
        return Worst(
            question=self.card.id,
            column=self.column,
            most=self.most,
            value=None if math.isnan(self.value) else self.value,
            label=label,
            bound=bound,
            attained=self.best.position,
            moved=tuple(pair for pair in self.best.position.sets if pair not in held),
            looks=len(self.asked),
            open=(*(s.name for s in open_), *self.axes.uncovered),
        )

    def _unanswered(self, missing: str) -> Worst:
        return Worst(
            question=self.card.id,
            column=self.column,
            most=self.most,
            value=None,
            label=UNANSWERED,
            looks=len(self.asked),
            missing=missing,
        )

    def _need_column(self, look: Look) -> None:
        if self.column not in look.values:
            raise OptionError(
                f"{self.card.id} has no headline {self.column!r}",
                why=f"headlines: {', '.join(look.values)}",
                fix=nearest(self.column, look.values),
            )
