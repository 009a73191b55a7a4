"""Between the bounds on the list: at which values of a bound do the tests hold?"""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from twoplustwo.analysis.common_ground.caps import Bound
from twoplustwo.analysis.common_ground.designs import Design
from twoplustwo.analysis.common_ground.judge import Judge, Judged
from twoplustwo.analysis.common_ground.tests import StatedTest, all_hold
from twoplustwo.base import progress
from twoplustwo.dossier.more_measures import with_measures
from twoplustwo.question_cards.compared import Compared
from twoplustwo.search.turning_point import Bracket, bisect

Verdicts = tuple[bool | None, ...]  # one a distinct test


@dataclass(frozen=True)
class PassingInterval:
    """Values of one bound at which tests hold together.

    Parameters
    ----------
    rest : Design
        The measures beside it.
    bound : Bound
    worst : bool
        Whether they hold whatever is claimed, or by each party's numbers.
    low, high : float
        SI; at both of them the tests were asked and hold.
    failing_with : tuple of Stated
        The one test that does not hold there, of each party that has it; empty where all do.
    at : tuple of Judged
        The design at both.
    shown : tuple of Compared
        What designs are compared by.
    """

    rest: Design
    bound: Bound
    worst: bool
    low: float
    high: float
    failing_with: tuple[StatedTest, ...]
    at: tuple[Judged, Judged]
    shown: tuple[Compared, ...]

    @property
    def failing(self) -> StatedTest | None:
        """The one test that does not hold there."""
        return next(iter(self.failing_with), None)

    def compared_values(self, at: Judged) -> list[float | None]:
        """What designs are compared by, at one of the ends."""
        if self.worst:
            return [at.worst[one.end].value for one in self.shown]
        return [(at.most if one.most else at.least)(one.end[:2]) for one in self.shown]

    def reads(self, at: Judged) -> float | None:
        """What the test that does not hold reads there, of the party that misses it by most."""
        if self.failing is None:
            return None
        if self.worst:
            return self.failing.worst_value(at.worst)
        mine = {test.party for test in self.failing_with}
        values = [own.get(self.failing.column) for p, own in at.own.items() if at.party[p] in mine]
        return max(values, key=self.failing.gap)


class _Gap(NamedTuple):
    """A design without its bound, between two neighbouring looks."""

    rest: Design
    low: tuple[float, str]
    high: tuple[float, str]
    before: Verdicts
    after: Verdicts


class BoundSearch:
    """The search over one bound, in the worst case or by each party's numbers.

    Parameters
    ----------
    judge : Judge
        Of the designs on the list.
    bound : Bound
    worst : bool
    """

    def __init__(self, judge: Judge, bound: Bound, worst: bool) -> None:
        self._judge, self._bound, self._worst = judge, bound, worst
        self._groups = distinct_tests(judge.tests)

    def intervals(self, found: Sequence[Judged], alike: Mapping[str, str]) -> list[PassingInterval]:
        """Intervals between neighbouring bounds where all tests hold, else where all but one do."""
        cases = [case for case in self._cases(found, alike) if self._can_pass(case)]
        asked = [
            (i, g)
            for i, case in enumerate(cases)
            for g in range(len(self._groups))
            if case.before[g] != case.after[g]
        ]
        brackets = [
            Bracket(
                cases[i].low[0],
                cases[i].high[0],
                bool(cases[i].before[g]),
                bool(cases[i].after[g]),
                self._bound.unit,
                self._bound.whole,
            )
            for i, g in asked
        ]
        turns = bisect(
            lambda some: self._holds([(cases[asked[k][0]].rest, x, asked[k][1]) for k, x in some]),
            brackets,
        )
        turned = [
            (case, {g: turn for (k, g), turn in zip(asked, turns, strict=True) if k == i})
            for i, case in enumerate(cases)
        ]
        together = self._passing([(*one, None) for one in turned])
        groups = range(len(self._groups))
        nowhere = [one for one, whole in zip(turned, together, strict=True) if whole is None]
        but_one = iter(self._passing([(*one, g) for one in nowhere for g in groups]))
        made = [[w] if w is not None else [next(but_one) for _ in groups] for w in together]
        return _joined_intervals([one for some in made for one in some if one is not None])

    def _cases(self, found: Sequence[Judged], alike: Mapping[str, str]) -> list[_Gap]:
        known = {frozenset(one.design.measures): one for one in found}
        mine = {alike.get(name, name) for _, name in self._bound.looks} - {""}
        cases = []
        for measures in [key for key in known if not key & mine]:
            looks = [
                (
                    look,
                    known.get(measures | ({name} if (name := alike.get(look[1], "")) else set())),
                )
                for look in self._bound.looks
            ]
            for (low, one), (high, two) in itertools.pairwise(looks):
                if one is not None and two is not None and one is not two:
                    rest = known[measures].design
                    cases.append(_Gap(rest, low, high, self._verdicts(one), self._verdicts(two)))
        return cases

    def _verdicts(self, judged: Judged) -> Verdicts:
        held = judged.holds_worst if self._worst else judged.holds_own
        by_test = dict(zip(self._judge.tests, held, strict=True))
        return tuple(all_hold([by_test[t] for t in group]) for group in self._groups)

    def _can_pass(self, case: _Gap) -> bool:
        """Whether each test holds at one end at least: else not all of them can inside."""
        ends = list(zip(case.before, case.after, strict=True))
        return all(None not in pair and True in pair for pair in ends)

    def _passing(
        self, some: Sequence[tuple[_Gap, Mapping[int, Bracket], int | None]]
    ) -> list[PassingInterval | None]:
        """The interval of each gap in which all tests hold, or all but the one named.

        Every test was asked at both its ends; None where they nowhere hold together.
        """
        spans = [self._span(*one) for one in some]
        ends = dict.fromkeys(
            (gap.rest, at) for (gap, *_), span in zip(some, spans, strict=True) for at in span or ()
        )
        judged = dict(zip(ends, self._judged(list(ends)), strict=True))
        found: list[PassingInterval | None] = [None] * len(some)
        for i, ((gap, _, without), span) in enumerate(zip(some, spans, strict=True)):
            if span is None:
                continue
            at = judged[gap.rest, span[0]], judged[gap.rest, span[1]]
            kept = [g for g in range(len(self._groups)) if g != without]
            if all(self._verdicts(one)[g] for one in at for g in kept):
                failing = () if without is None else self._groups[without]
                which = gap.rest, self._bound, self._worst
                found[i] = PassingInterval(*which, *span, failing, at, self._judge.shown)
        return found

    def _span(
        self, gap: _Gap, turns: Mapping[int, Bracket], without: int | None
    ) -> tuple[float, float] | None:
        """Both ends between which tests can hold by where each turns; none where they cannot."""
        low, high = gap.low[0], gap.high[0]
        for g, turn in turns.items():
            if g != without:
                low = max(low, turn.high if turn.after else low)
                high = min(high, turn.low if turn.before else high)
        return None if low > high else (low, high)

    # asking

    def _tried(self, rests: Sequence[tuple[Design, float]]) -> tuple[Judge, list[Design]]:
        """A judge who knows the bounds tried, and the designs with them."""
        dossier = self._judge.dossier
        new = [self._bound.measure_at(value, dossier) for _, value in rests]
        judge = self._judge.with_dossier(with_measures(dossier, new))
        return judge, [
            replace(rest, measures=(*rest.measures, one.id))
            for (rest, _), one in zip(rests, new, strict=True)
        ]

    def _holds(self, asks: Sequence[tuple[Design, float, int]]) -> list[bool | None]:
        progress.step(f"{self._bound.parameter} between the bounds listed", 0, len(asks))
        judge, designs = self._tried([(rest, value) for rest, value, _ in asks])
        needs = [
            (t, design)
            for design, (*_, g) in zip(designs, asks, strict=True)
            for t in self._groups[g]
        ]
        if not self._worst:
            judge.evaluate(needs)
        held = {need: judge.holds(*need, self._worst) for need in needs}
        return [
            all_hold([held[t, design] for t in self._groups[g]])
            for design, (*_, g) in zip(designs, asks, strict=True)
        ]

    def _judged(self, some: Sequence[tuple[Design, float]]) -> list[Judged]:
        judge, designs = self._tried(some)
        judge.evaluate_ahead(designs, self._worst)
        return [judge.judge_design(one, worst=self._worst) for one in designs]


def _joined_intervals(some: Sequence[PassingInterval]) -> list[PassingInterval]:
    """Intervals of one design that share an end as one."""
    made: list[PassingInterval] = []
    for one in some:
        before = made[-1] if made else None
        if before is not None and (before.rest, before.failing_with, before.high) == (
            one.rest,
            one.failing_with,
            one.low,
        ):
            made[-1] = replace(before, high=one.high, at=(before.at[0], one.at[1]))
        else:
            made.append(one)
    return made


def distinct_tests(tests: Sequence[StatedTest]) -> list[tuple[StatedTest, ...]]:
    """Tests that are judged, the same one of several parties together."""
    groups: dict[tuple[str, str], list[StatedTest]] = {}
    for test in tests:
        if test.judged:
            groups.setdefault((test.accepts.question, str(test.accepts.test)), []).append(test)
    return [tuple(some) for some in groups.values()]


def nearest_interval(some: Sequence[PassingInterval]) -> PassingInterval | None:
    """One where all tests hold before any other; then that which misses its one test by least.

    Of those where all hold, the one that leaves most coverage; of equal ones, fewest measures.
    """

    def rank(interval: PassingInterval) -> tuple[float, ...]:
        values = [interval.compared_values(at) for at in interval.at]
        cover = (
            -max(v[i] or 0.0 for v in values)
            for i, one in enumerate(interval.shown)
            if not one.most
        )
        gap = 0.0
        if interval.failing is not None:
            gap = min(interval.failing.gap(interval.reads(at)) for at in interval.at)
        return (interval.failing is not None, gap, *cover, len(interval.rest.measures))

    return min(some, key=rank, default=None)
