"""Every design asked in the worst case and by each party's numbers; which pass every test?"""

from collections.abc import Mapping, Sequence
from typing import Any

from twoplustwo.analysis.common_ground import rows as make
from twoplustwo.analysis.common_ground import without, words
from twoplustwo.analysis.common_ground.between import Between, Search
from twoplustwo.analysis.common_ground.caps import Bound, spanned
from twoplustwo.analysis.common_ground.designs import space, taking_part
from twoplustwo.analysis.common_ground.judge import Judge, Judged
from twoplustwo.analysis.common_ground.tests import stated
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
    some = taking_part(dossier, among, acts_on, bounds)
    tests = stated(positions, dossier)
    judge = Judge(positions, tests, dossier, options, effort)
    read = judge.read()
    designs = space(some, read, positions, dossier, judge.nothing_without)
    judged = judge.of(designs.designs)
    made = make.rows(judged, dossier)
    open_ = spanned(some, read, positions, dossier) if tests else []
    between = _between(judge, judged, open_, designs.alike)
    found = words.Found(judged, made, tests, designs, open_, between, positions, dossier)
    parties = sorted({p.party for p in positions})
    alone = {w: without.dropped(judged, made, tests, w) for w in (True, False)}
    slots, count = words.words(found), words.count(found, True)
    first = "none_stated" if not tests else "headline" if count else "nearest"
    return analysis_answer(
        card,
        positions,
        dossier,
        {"among": among, "acts_on": acts_on, "bounds": bounds, "effort": effort, **options},
        Table.of_rows(make.COLUMNS, made),
        card.sentence(first, slots),
        value=count,
        headlines=_further(card, found, slots, alone[True]) if tests else (),
        tables={
            "front": Table.of_rows(make.COLUMNS, [row for row in made if row["front"]]),
            "gives": Table.of_rows(make.GIVES, make.gives(judged, made, positions)),
            "between": Table.of_rows(make.BETWEEN, [make.interval(one) for one in between]),
            "without": Table.of_rows(
                without.COLUMNS, without.rows([*alone[True], *alone[False]], made)
            ),
            "tests": Table.of_rows(
                make.TESTS, make.by_test(judged, tests, parties, positions, dossier)
            ),
            "measures": Table.of_rows(make.MEASURES, make.by_measure(some, designs)),
        },
        sources={m.source for m in some} | {test.accepts.source for test in tests},
    )


def _further(
    card: Card, found: words.Found, slots: Mapping[str, Any], dropped: Sequence[without.Dropped]
) -> list[Headline]:
    """The headlines that stand further down."""
    own = words.count(found, False)
    sentence = card.sentence("own" if own else "nearest_own", slots)
    further = [
        words.between(card, found, True),
        Headline("passing_own", own, show="1", sentence=sentence),
        words.between(card, found, False),
        words.alone(card, found),
        None if words.count(found, True) else words.in_the_way(card, found, dropped),
    ]
    return [headline for headline in further if headline is not None]


def _between(
    judge: Judge, judged: Sequence[Judged], bounds: Sequence[Bound], alike: dict[str, str]
) -> list[Between]:
    return [
        one
        for bound in bounds
        for worst in (True, False)
        for one in Search(judge, bound, worst).between(judged, alike)
    ]
