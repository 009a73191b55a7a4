"""Directions and steepness tested with a dossier's own claims, and kept in its folder."""

import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from twoplustwo.base import progress
from twoplustwo.base.errors import OutputError
from twoplustwo.base.whole import write_whole
from twoplustwo.dossier.models import Dossier
from twoplustwo.dossier.steepness import FILE
from twoplustwo.question_cards.for_dossier import cards_of
from twoplustwo.search.worst import proof
from twoplustwo.search.worst.axes import axes
from twoplustwo.search.worst.base_position import BasePosition
from twoplustwo.search.worst.combine import combinations
from twoplustwo.search.worst.directions import Ends, WrongWay, ends, wrong_ways
from twoplustwo.search.worst.evaluator import WorstCaseEvaluator
from twoplustwo.search.worst.measure import (
    CANDIDATES,
    FACTOR,
    STEPS,
    designs,
    grids,
    sought,
    steepest,
)

HEAD = """# How fast headlines can change with numbers of which nothing else is proven, in SI units.
# Measured with the claims of this dossier by `twoplustwo steepness`, which also tested which way
# each number moves them. It holds for these claims and this engine alone; else it is not read.
"""
TRIED = 6
"""Looks that are timed for an estimate."""


@dataclass(frozen=True)
class Work:
    """What there is to test of one ask.

    Parameters
    ----------
    evaluator : WorstCaseEvaluator
        Asks; remembers what it was told.
    ends : list of Ends
    looks : int
        How often the question will be asked, at most.
    look_s : float
        How long a look took.
    """

    evaluator: WorstCaseEvaluator
    ends: list[Ends]
    looks: int
    look_s: float

    @property
    def question(self) -> str:
        """The question of the ask."""
        return self.evaluator.card.question


@dataclass
class Proven:
    """What was found of one question, over all asks of it."""

    question: str
    kinds: set[str] = field(default_factory=set)
    directions: set[str] = field(default_factory=set)
    wrong: list[WrongWay] = field(default_factory=list)
    per: dict[str, dict[str, float]] = field(default_factory=dict)
    looks: int = 0


def questions(dossier: Dossier) -> list[str]:
    """The questions of which something can be tested: those whose cards declare directions."""
    cards = cards_of(dossier).values()
    return sorted({one.question for one in cards if one.directions and not one.is_analysis})


def prepare(dossier: Dossier, wanted: Collection[str]) -> Iterator[Work]:
    """Each ask of some questions that can be answered, with an estimate."""
    for card in cards_of(dossier).values():
        if card.question not in wanted or not card.directions:
            continue
        progress.step(f"estimate of {card.id}")
        evaluator = WorstCaseEvaluator(card.id, dossier)
        pairs = ends(evaluator)
        if all(one.missing for one in evaluator.known.values()):
            continue
        begun = time.perf_counter()
        some = [one.less for one in pairs[:: max(1, len(pairs) // TRIED)]]
        evaluator.at(some)
        look_s = (time.perf_counter() - begun) / max(len(some), 1)
        yield Work(evaluator, pairs, 2 * len(pairs) + _looks(evaluator), look_s)


def _looks(evaluator: WorstCaseEvaluator) -> int:
    """How many corners and places on grids there are at most."""
    total = 0
    for column in sought(evaluator.card.question):
        for position in designs(evaluator):
            read, card = evaluator.read, evaluator.card
            moved = axes(read, position, evaluator.dossier, card, column.column, True)
            some, _ = combinations(moved, BasePosition(position, evaluator.dossier))
            total += len(some) + CANDIDATES * len(moved.spans) * 3 * (STEPS + 1)
    return total


def prove(work: Work, known: Proven) -> None:
    """Test the directions of an ask, then measure; what is found is added to `known`."""
    evaluator = work.evaluator
    known.wrong += wrong_ways(evaluator, work.ends, f"directions of {evaluator.card.id}")
    known.directions |= {pair.path for pair in work.ends}
    for column in sought(work.question) if not known.wrong else ():
        where = grids(evaluator, column, designs(evaluator))
        mine = known.per.setdefault(column.column, {})
        for path, rate in steepest(evaluator, column, where).items():
            mine[path] = max(mine.get(path, 0.0), rate)
    known.kinds |= {*proof.kinds_of(evaluator.dossier, evaluator.read)}
    known.looks += len(evaluator.known)


def keep(dossier: Dossier, found: Collection[Proven]) -> Path:
    """Write what holds into ``steepness.yaml`` of the dossier; other questions stay as they are.

    Raises
    ------
    OutputError
        The folder cannot be written into.
    """
    path = dossier.root / FILE
    known = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else {}
    gone = {one.question for one in found}
    blocks = {name: block for name, block in known.items() if name not in gone}
    blocks |= {one.question: _block(dossier, one) for one in found if not one.wrong}
    try:
        write_whole(path, (HEAD + yaml.safe_dump(blocks)).encode(), over=True)
    except OSError as error:
        raise OutputError(
            f"{path} cannot be written",
            why=str(error.strerror or error),
            fix="copy the dossier to a folder of yours and name that",
        ) from error
    return path


def _block(dossier: Dossier, one: Proven) -> dict[str, Any]:
    columns = {
        column: {"factor": FACTOR, "per": {path: _short(rate) for path, rate in per.items()}}
        for column, per in one.per.items()
        if per
    }
    return {
        "engine": proof.engine(),
        "claims": proof.shield(dossier, one.kinds),
        "kinds": sorted(one.kinds),
        "measured": f"{date.today():%Y-%m-%d}",
        "looks": one.looks,
        **({"columns": columns} if columns else {}),
    }


def _short(rate: float) -> float:
    """Four digits, as people can read them."""
    return float(f"{rate:.4g}")
