"""The steepness of a column under the claims of a dossier: grids where nothing is met."""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from twoplustwo.base import progress
from twoplustwo.positions.position import Position
from twoplustwo.search.worst.base_position import BasePosition
from twoplustwo.search.worst.evaluator import WorstCaseEvaluator
from twoplustwo.search.worst.search import Candidate, Corners
from twoplustwo.search.worst.spans import Span, joined
from twoplustwo.search.worst.steepness import RecordedSteepness, measured

STEPS = 12
"""Steps along each number. Not many more: of a step as small as the sampling of flights shows in
it, the steepness is that of the sampling.
"""
CANDIDATES = 2
"""Worst corners of each design around which it is measured."""
FACTOR = 2.0
"""By how much the steepest step is enlarged before anything is concluded from it."""


@dataclass(frozen=True)
class Grid:
    """One number, or those that move together, from end to end beside one corner."""

    base: BasePosition
    corner: Candidate
    span: Span
    others: float | None
    """The share at which all other numbers stand; None where they start."""


def designs(evaluator: WorstCaseEvaluator) -> list[Position]:
    """The plan as it stands, and each measure of the dossier alone that acts on what is read."""
    dossier = evaluator.dossier
    party = min(dossier.parties)
    kinds = {path.partition(".")[0] for path in evaluator.read}
    acting = (
        name
        for name, measure in sorted(dossier.measures.items())
        if any(act.parameter.partition(".")[0] in kinds for act in measure.does)
    )
    return [Position(party), *(Position(party, measures=(name,)) for name in acting)]


def sought(question: str) -> list[RecordedSteepness]:
    """The columns of a question that a steepness may bound."""
    return [one for one in measured() if one.question == question]


def grids(
    evaluator: WorstCaseEvaluator, column: RecordedSteepness, positions: Sequence[Position]
) -> list[Grid]:
    """Where to measure: around the worst corners at which the column lies below its bound."""
    found = []
    for at, position in enumerate(positions):
        progress.step(f"corners of {evaluator.card.id}", at, len(positions))
        corners = Corners.of(evaluator, position, column.column, True)
        values = [
            (one.evaluation.values.get(column.column, math.nan), one) for one in corners.candidates
        ]
        below = [(value, one) for value, one in values if value < column.below]
        below.sort(key=lambda pair: -pair[0])
        for _, one in below[:CANDIDATES]:
            spans = joined(one.open)
            if not column.largest:
                spans = tuple(lone for span in spans for lone in span.split())
            others = (None, 0.0, 1.0) if len(spans) > 1 else (None,)
            found += [Grid(corners.sought.base, one, span, at) for span in spans for at in others]
    return found


def steepest(
    evaluator: WorstCaseEvaluator, column: RecordedSteepness, where: Sequence[Grid]
) -> dict[str, float]:
    """Pattern of a path to the steepest step found, in SI; numbers without any step are left out.

    Only steps count both of whose ends lie below the bound of the column.
    """
    found: dict[str, float] = {}
    for at, grid in enumerate(where):
        progress.step(f"steepness of {column.column}", at, len(where))
        number = grid.span.numbers[0]
        width = number.high - number.low
        steps = _steps(evaluator, column, grid, [step / STEPS for step in range(STEPS + 1)])
        if not steps:
            continue
        name = pattern(number.path)
        found[name] = max(found.get(name, 0.0), max(steps) / width)
    progress.step(f"steepness of {column.column}", len(where), len(where))
    return found


def pattern(path: str) -> str:
    """A parameter of every thing of its kind: ``missiles.*.loft``; of a single kind itself."""
    kind, *_, last = path.split(".")
    return f"{kind}.*.{last}" if path.count(".") > 1 else path


def _steps(
    evaluator: WorstCaseEvaluator, column: RecordedSteepness, grid: Grid, shares: Sequence[float]
) -> list[float]:
    """How much the column changes from share to share, by one whole width of the number."""
    mine = [number.path for number in grid.span.numbers]
    combination = grid.corner.combination
    rest = dict(combination.start)
    if grid.others is not None:
        rest = dict.fromkeys(rest, grid.others)
    places = [{**rest, **dict.fromkeys(mine, share)} for share in shares]
    positions = [grid.base.candidate(combination.at(place)) for place in places]
    values = [one.values.get(column.column, math.nan) for one in evaluator.at(positions)]
    return [
        abs(two - one) / (to - start)
        for (start, one), (to, two) in itertools.pairwise(zip(shares, values, strict=True))
        if one < column.below and two < column.below
    ]
