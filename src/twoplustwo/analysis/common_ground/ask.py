"""Every design asked in the worst case and by each party's numbers; which pass every test?"""

from collections.abc import Mapping, Sequence
from typing import Any

from twoplustwo.analysis.common_ground import without, words
from twoplustwo.analysis.common_ground.between import BoundSearch, PassingInterval
from twoplustwo.analysis.common_ground.caps import Bound, searchable_bounds
from twoplustwo.analysis.common_ground.designs import design_space, select_measures
from twoplustwo.analysis.common_ground.judge import Judge, Judged
from twoplustwo.analysis.common_ground.rows import (
    MEASURES,
    TESTS,
    between_columns,
    design_columns,
    design_rows,
    give_columns,
    interval_row,
    measure_rows,
    outcome_rows,
    test_rows,
)
from twoplustwo.analysis.common_ground.shown import compared_by, described
from twoplustwo.analysis.common_ground.tests import stated_tests
from twoplustwo.answers.answer import Answer, Headline
from twoplustwo.base.table import Table
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.card import Card
from twoplustwo.runs.analysis_answer import analysis_answer


def ask(
    card: Card,
    positions: Sequence[Position],
    dossier: Dossier,
    among: str,
    acts_on: str,
    bounds: str,
    effort: str,
    **options: Any,
) -> Answer:
    """One answer for all positions; `table tests` has every test of their parties.

    Parameters
    ----------
    card, positions, dossier
        As for every analysis.
    among, acts_on, bounds : str
        Which measures take part; see `designs.taking_part`.
    effort : str
        How hard the worst case is sought.
    **options : str
        Of the questions asked.
    """
    some = select_measures(dossier, among, acts_on, bounds)
    tests = stated_tests(positions, dossier)
    shown = compared_by(card, tests, positions, dossier, options)
    judge = Judge(positions, tests, dossier, options, effort, shown)
    read = judge.read()
    designs = design_space(some, read, positions, dossier, judge.nothing_without)
    judged = judge.judge_all(designs.designs)
    made = design_rows(judged, dossier, shown)
    open_ = searchable_bounds(some, read, positions, dossier) if tests else []
    between = _between(judge, judged, open_, designs.alike)
    found = words.Findings(judged, made, tests, designs, open_, between, positions, dossier, shown)
    parties = sorted({p.party for p in positions})
    alone = {w: without.drop_each(judged, made, tests, w, shown) for w in (True, False)}
    slots, count = words.sentence_slots(found), words.count_passing(found, True)
    first = "none_stated" if not tests else "headline" if count else "nearest"
    return analysis_answer(
        described(card, shown, dossier),
        positions,
        dossier,
        {"among": among, "acts_on": acts_on, "bounds": bounds, "effort": effort, **options},
        Table.of_rows(design_columns(shown), made),
        card.sentence(first, slots),
        value=count,
        headlines=_further(card, found, slots, alone[True]) if tests else (),
        tables={
            "front": Table.of_rows(design_columns(shown), [row for row in made if row["front"]]),
            "gives": Table.of_rows(
                give_columns(shown), outcome_rows(judged, made, positions, shown)
            ),
            "between": Table.of_rows(
                between_columns(shown), [interval_row(one) for one in between]
            ),
            "without": Table.of_rows(
                (*without.COLUMNS, *(one.name for one in shown)),
                without.dropped_rows([*alone[True], *alone[False]], made, shown),
            ),
            "tests": Table.of_rows(TESTS, test_rows(judged, tests, parties, positions, dossier)),
            "measures": Table.of_rows(MEASURES, measure_rows(some, designs)),
        },
        sources={m.source for m in some} | {test.accepts.source for test in tests},
    )


def _further(
    card: Card,
    found: words.Findings,
    slots: Mapping[str, Any],
    dropped: Sequence[without.DroppedTest],
) -> list[Headline]:
    """The headlines that stand further down."""
    own = words.count_passing(found, False)
    sentence = card.sentence("own" if own else "nearest_own", slots)
    further = [
        words.between_headline(card, found, True),
        Headline("passing_own", own, show="1", sentence=sentence),
        words.between_headline(card, found, False),
        words.alone_headline(card, found),
        None
        if words.count_passing(found, True)
        else words.in_the_way_headline(card, found, dropped),
    ]
    return [headline for headline in further if headline is not None]


def _between(
    judge: Judge, judged: Sequence[Judged], bounds: Sequence[Bound], alike: dict[str, str]
) -> list[PassingInterval]:
    return [
        one
        for bound in bounds
        for worst in (True, False)
        for one in BoundSearch(judge, bound, worst).intervals(judged, alike)
    ]
