"""Every design asked under every position's own numbers, and over all claims on the table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from twoplustwo.analysis.common_ground.designs import Design
from twoplustwo.analysis.common_ground.tests import (
    Column,
    StatedTest,
    Worsts,
    all_hold,
)
from twoplustwo.base import progress
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.compared import Compared
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.search.worst.evaluator import WorstCaseEvaluator
from twoplustwo.search.worst.record import Worst
from twoplustwo.search.worst.search import search


@dataclass(frozen=True)
class Judged:
    """One design: by each position's numbers, and in the worst case.

    `holds_own` and `holds_worst` have one verdict a stated test; `party` gives to each position
    asked whose it is.
    """

    design: Design
    own: Mapping[str, Mapping[Column, float | None]]
    worst: Worsts
    holds_own: tuple[bool | None, ...]
    holds_worst: tuple[bool | None, ...]
    party: Mapping[str, str] = field(default_factory=dict)

    @property
    def passes_own(self) -> bool | None:
        """Whether every stated test holds by the numbers of the party that states it."""
        return all_hold(self.holds_own)

    @property
    def passes_worst(self) -> bool | None:
        """Whether every stated test holds whatever is claimed."""
        return all_hold(self.holds_worst)

    def least(self, column: Column) -> float | None:
        """The least value of a headline over the positions' numbers."""
        found = [v for one in self.own.values() if (v := one.get(column)) is not None]
        return min(found) if found else None

    def most(self, column: Column) -> float | None:
        """The greatest value of a headline over the positions' numbers."""
        found = [v for one in self.own.values() if (v := one.get(column)) is not None]
        return max(found) if found else None


class Judge:
    """Asks every question that is needed once for each design and position.

    Parameters
    ----------
    positions : sequence of Position
        Whose numbers count.
    tests : sequence of Stated
    dossier : Dossier
    options : mapping
        Those that a question has are passed on to it.
    effort : str
        Of the worst case; see `worst.find`.
    shown : sequence of Compared
        What every design is compared by.
    """

    def __init__(
        self,
        positions: Sequence[Position],
        tests: Sequence[StatedTest],
        dossier: Dossier,
        options: Mapping[str, Any],
        effort: str,
        shown: Sequence[Compared],
    ) -> None:
        self.positions, self.tests, self.dossier, self.effort = positions, tests, dossier, effort
        self.options, self.shown = options, tuple(shown)
        judged = [test for test in tests if test.judged]
        self.ends = dict.fromkeys(
            [
                *(one.end for one in shown),
                *((*test.column, end) for test in judged for end in test.ends),
            ]
        )
        questions = dict.fromkeys(question for question, *_ in self.ends)
        self.evaluators = {
            question: WorstCaseEvaluator(
                question, dossier, card_of(dossier, question).own_options(options)
            )
            for question in questions
        }
        # worst cases do not depend on whose position they are sought from; its settings count
        self.ground = min(positions, key=lambda p: p.text)

    def read(self) -> set[str]:
        """Every path that some question reads at some position."""
        every = (evaluator.at(self.positions) for evaluator in self.evaluators.values())
        return {path for some in every for evaluation in some for path in evaluation.read}

    @property
    def nothing_without(self) -> list[str]:
        """Numbers without which every column asked is zero; none if that is not said of one."""
        cards = {q: card_of(self.dossier, q) for q, *_ in self.ends}
        said = [cards[q].columns.get(c, {}).get("nothing_without", "") for q, c, _ in self.ends]
        return sorted({*said}) if all(said) and len({*said}) == 1 else []

    def judge_all(self, designs: Sequence[Design]) -> list[Judged]:
        """Verdicts on all designs."""
        self.evaluate_ahead(designs)
        found = []
        for i, design in enumerate(designs):
            progress.step("designs", i, len(designs))
            found.append(self.judge_design(design))
        progress.step("designs", len(designs), len(designs))
        return found

    def evaluate_ahead(self, designs: Sequence[Design], worst: bool = True) -> None:
        """Ask at once what most designs will need: alike flights are then loaded once.

        The corners of the worst case of the plan as proposed are mostly those of every design.
        """
        for end in self.ends if worst and designs else ():
            self._worst(self.ground, *end)
        for question, evaluator in self.evaluators.items():
            corners = [p for p in evaluator.known if p.measures == self.ground.measures]
            every = list(dict.fromkeys([*self.positions, *corners]))
            progress.step(f"designs: {question}", 0, 1)
            evaluator.at([design.under(position) for position in every for design in designs])
            progress.step(f"designs: {question}", 1, 1)

    def with_dossier(self, dossier: Dossier) -> "Judge":
        """The same judge, who knows what this one knows, with a dossier of further measures."""
        more = Judge(self.positions, self.tests, dossier, self.options, self.effort, self.shown)
        for question, evaluator in more.evaluators.items():
            evaluator.learn_from(self.evaluators[question])
        return more

    def holds(self, test: StatedTest, design: Design, worst: bool) -> bool | None:
        """One test of one design: whatever is claimed, or by its party's own numbers."""
        if worst:
            ground = design.under(self.ground)
            return test.worst(
                {(*test.column, end): self._worst(ground, *test.column, end) for end in test.ends}
            )
        question, name = test.column
        mine = [design.under(p) for p in self.positions if p.party == test.party]
        found = [_none_if_nan(at.values.get(name)) for at in self.evaluators[question].at(mine)]
        return all_hold([test.own({test.column: value}) for value in found])

    def evaluate(self, needs: Iterable[tuple[StatedTest, Design]]) -> None:
        """Ask at once all that tests read by their parties' numbers."""
        places: dict[str, list[Position]] = {}
        for test, design in needs:
            mine = (p for p in self.positions if p.party == test.party)
            places.setdefault(test.column[0], []).extend(design.under(p) for p in mine)
        for question, some in places.items():
            self.evaluators[question].at(some)

    def judge_design(self, design: Design, worst: bool = True) -> Judged:
        """Verdicts on one design; the worst case only where it is wanted."""
        own = {p.text: self._own(design.under(p)) for p in self.positions}
        bad = (
            {end: self._worst(design.under(self.ground), *end) for end in self.ends}
            if worst
            else {}
        )
        mine = {t: [own[p.text] for p in self.positions if p.party == t.party] for t in self.tests}
        return Judged(
            design,
            own,
            bad,
            tuple(all_hold([t.own(values) for values in mine[t]]) for t in self.tests),
            tuple(t.worst(bad) for t in self.tests) if worst else (),
            {p.text: p.party for p in self.positions},
        )

    def _own(self, position: Position) -> dict[Column, float | None]:
        return {
            (question, name): _none_if_nan(value)
            for question, evaluator in self.evaluators.items()
            for name, value in evaluator.at([position])[0].values.items()
        }

    def _worst(self, position: Position, question: str, column: str, most: bool) -> Worst:
        return search(self.evaluators[question], position, column, most, self.effort)


def _none_if_nan(value: float | None) -> float | None:
    return None if value is None or value != value else value
