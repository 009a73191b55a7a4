"""Each parameter moved over all that is claimed of it, the others as held: which verdicts turn?"""

from collections.abc import Iterable, Sequence

import numpy as np

from twoplustwo.analysis.hangs_on.flips import Case, Known, find_flips, verdicts
from twoplustwo.analysis.hangs_on.margins import QUESTION, margins
from twoplustwo.analysis.hangs_on.parameter_ranges import parameter_ranges
from twoplustwo.analysis.hangs_on.rows import (
    BASES,
    COLUMNS,
    ENDS,
    PARAMETERS,
    base_rows,
    case_row,
    end_rows,
    parameter_rows,
    sentence_slots,
    sorted_rows,
)
from twoplustwo.answers.answer import Answer
from twoplustwo.base.table import Table
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.claimed import counting_claims
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.runs.analysis_answer import analysis_answer


def ask(
    card: Card, positions: Sequence[Position], dossier: Dossier, base: str, **where: str
) -> Answer:
    """One answer for all positions; `table bases` says what the verdict for each base hangs on.

    Parameters
    ----------
    card, positions, dossier
        As for every analysis.
    base : str
        The base whose margins are drawn, parameter by parameter.
    **where : str
        Site, interceptor and capital.
    """
    known: Known = {}

    def look(some: Sequence[Position]) -> Known:
        known.update(margins([p for p in some if p not in known], dossier, where))
        return known

    cases = _cases(positions, look(positions), dossier)
    look([c.line.with_sample(c.position, dossier, at) for c in cases for at in c.line.samples])
    turning = [
        c for c in cases if c.line.monotone and set(verdicts(c, known, dossier)) == {True, False}
    ]
    flips = dict(zip(map(_key, turning), find_flips(turning, look, dossier), strict=True))
    rows = sorted_rows(case_row(c, known, flips.get(_key(c)), dossier) for c in cases)
    bases = [row for p in positions for row in base_rows(p, known[p], rows)]
    counted = parameter_rows(rows)
    return analysis_answer(
        card,
        positions,
        dossier,
        {"base": base, **where},
        Table.of_rows(COLUMNS, rows),
        card.sentence("headline", sentence_slots(positions, bases, counted, dossier)),
        value=float(np.mean([row["turned_by"] > 0 for row in bases])) if bases else None,
        tables={
            "bases": Table.of_rows(BASES, bases),
            "parameters": Table.of_rows(PARAMETERS, counted),
            "ends": Table.of_rows(ENDS, end_rows(rows, base, dossier)),
        },
        sources=_sources(cases, known, dossier),
    )


def _cases(positions: Sequence[Position], known: Known, dossier: Dossier) -> list[Case]:
    """Every line at every base that sees it."""
    asked = card_of(dossier, QUESTION)
    found = []
    for position in positions:
        held = known[position]
        if isinstance(held, str):
            continue
        for line in parameter_ranges(position, dossier, asked, held.read):
            found += [Case(position, line, i) for i, m in enumerate(held.missile) if line.path(m)]
    return found


def _key(case: Case) -> tuple[Position, str, int]:
    return case.position, case.line.parameter, case.base


def _sources(cases: Iterable[Case], known: Known, dossier: Dossier) -> set[str]:
    """Sources of all claims that the ranges were drawn from."""
    sources = set()
    for position, line, base in cases:
        held = known[position]
        if not isinstance(held, str):
            said = counting_claims(dossier, line.path(held.missile[base]), position.day(dossier))
            sources |= {one.source for one in said}
    return sources
