"""The analysis in code: worst cases of every set of measures, beside what the parties hold."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from twoplustwo.analysis.certainty.rows import (
    COLUMNS,
    count_guarantees,
    measure_set_row,
    set_columns,
    set_views,
    worst_case_rows,
)
from twoplustwo.analysis.certainty.sets import measure_sets, single_measures
from twoplustwo.analysis.certainty.sources import sources
from twoplustwo.analysis.certainty.targets import Target, targets
from twoplustwo.analysis.certainty.words import Remaining, headlines, test_of
from twoplustwo.answers.answer import Answer
from twoplustwo.base import progress
from twoplustwo.base.errors import OptionError, QuestionError, nearest
from twoplustwo.base.table import Table
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.for_dossier import card_of, cards_of
from twoplustwo.runs.analysis_answer import analysis_answer
from twoplustwo.search.worst.evaluator import WorstCaseEvaluator
from twoplustwo.search.worst.record import Worst
from twoplustwo.search.worst.search import BRIEF, CORNERS, search
from twoplustwo.wording.criteria import column_name


def ask(
    card: Card, positions: Sequence[Position], dossier: Dossier, of: str, each: str, effort: str
) -> Answer:
    """One answer for all positions: worst cases over all claims, by set of measures.

    Parameters
    ----------
    card, positions, dossier
        As for every analysis.
    of : str
        The question whose worst case is sought.
    each : str
        ``yes`` adds each measure of the dossier alone.
    effort : str
        How long to search where nothing is proven; see `worst.search.EFFORTS`.

    Raises
    ------
    OptionError
        An analysis instead of a question, one whose headline no test judges, or an unknown choice.
    """
    asked = _asked(of, dossier)
    sought = targets(asked, dossier)
    questions = dict.fromkeys(target.question for target in sought)
    evaluators = {name: WorstCaseEvaluator(name, dossier) for name in questions}
    sets = measure_sets(positions)
    idle: list[str] = []
    if each == "yes":
        for evaluator in evaluators.values():
            evaluator.at(positions)
        read = frozenset().union(*(evaluator.read for evaluator in evaluators.values()))
        more, idle = single_measures(positions, dossier, read)
        known = {(p.measures, p.sets, p.as_of) for p in sets}
        sets += [p for p in more if (p.measures, p.sets, p.as_of) not in known]
    found: dict[tuple[int, Target], Worst] = {}
    for i, position in enumerate(sets):
        progress.step("worst cases", i, len(sets))
        for target in sought:
            how = effort if target.counts or effort != BRIEF else CORNERS
            found[i, target] = search(
                evaluators[target.question], position, target.column, target.most, how
            )
    progress.step("worst cases", len(sets), len(sets))
    made: list[dict[str, Any]] = []
    for (i, target), worst in found.items():
        held = [
            p
            for p in positions
            if (p.measures, p.sets, p.as_of) == (sets[i].measures, sets[i].sets, sets[i].as_of)
        ]
        values = [at.values.get(target.column) for at in evaluators[target.question].at(held)]
        made += worst_case_rows(sets[i], worst, card_of(dossier, target.question), held, values)
    by_set = [
        measure_set_row(position, [found[i, t] for t in sought], sought, asked)
        for i, position in enumerate(sets)
    ]
    first = sought[0]
    worsts = [(sets[i], found[i, first]) for i in range(len(sets))]
    sentence, further = headlines(
        card,
        first,
        worsts,
        asked,
        idle,
        dossier,
        effort,
        _remaining(sets, sought, found, dossier),
    )
    return analysis_answer(
        replace(card, views=set_views(card.views, sought, dossier)),
        positions,
        dossier,
        {"of": asked.id, "each": each, "effort": effort},
        Table.of_rows(COLUMNS, made),
        sentence,
        value=count_guarantees(worsts, asked),
        headlines=further,
        tables={"sets": Table.of_rows(set_columns(sought), by_set)},
        sources=sources(dossier, positions, evaluators.values()),
    )


def _remaining(
    sets: Sequence[Position],
    sought: Sequence[Target],
    found: Mapping[tuple[int, Target], Worst],
    dossier: Dossier,
) -> Remaining | None:
    """What a set leaves standing: the worst case of another question, asked beside."""
    other = next((one for one in sought if one.question != sought[0].question), None)
    if other is None:
        return None
    values = {p: v for i, p in enumerate(sets) if (v := found[i, other].value) is not None}
    return Remaining(values, column_name(card_of(dossier, other.question), other.column))


def _asked(of: str, dossier: Dossier) -> Card:
    """The card of the question meant, whose test says which of its answers are worse."""
    known = cards_of(dossier)
    questions = [
        name
        for name, one in known.items()
        if not one.is_analysis and test_of(one, one.headline["column"])
    ]
    with suppress(QuestionError):
        of = card_of(dossier, of).id
    if of not in questions:
        why = "there is no such question"
        if of in known:
            why = "no test says which of its answers is worse"
            why = "that is an analysis" if known[of].is_analysis else why
        raise OptionError(
            f"of = {of!r}: {why}",
            "--option of",
            f"questions: {', '.join(questions)}",
            nearest(of, questions),
        )
    return known[of]
