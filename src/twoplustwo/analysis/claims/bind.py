"""How a proposition is put to a question; what is wrong with it is an error with its file."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from twoplustwo.base.criterion import Criterion
from twoplustwo.base.errors import DossierError, TwoPlusTwoError, nearest
from twoplustwo.base.filter import Filter
from twoplustwo.base.units import UNITS
from twoplustwo.dossier.find import place_of
from twoplustwo.dossier.models import Dossier
from twoplustwo.dossier.statements import Case, Proposition
from twoplustwo.dossier.tree import readable_path
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.question_cards.headlines import headlines_of, no_headline
from twoplustwo.runs.ask import check_options

PLAIN = ("rows", "")


class BoundQuestion(NamedTuple):
    """A question with all its options, and what is laid over every position."""

    question: str
    options: tuple[tuple[str, str], ...]
    sets: tuple[tuple[str, str], ...]
    measures: tuple[str, ...]


class RowCriterion(NamedTuple):
    """What is read off an answer: a headline, or the row that decides.

    `every` says that all rows must pass; else one is enough.
    """

    id: str
    test: Criterion
    of_rows: bool
    where: Filter | None
    table: str
    every: bool


def row_criterion(proposition: Proposition) -> RowCriterion | None:
    """What decides a proposition; None where nothing does."""
    if proposition.test is None or not proposition.question:
        return None
    of_rows = proposition.where is not None or bool(proposition.table)
    return RowCriterion(
        proposition.id,
        proposition.test,
        of_rows,
        proposition.where,
        proposition.table,
        proposition.rows == "every",
    )


def bound_questions(proposition: Proposition, dossier: Dossier) -> tuple[BoundQuestion, ...]:
    """The question as the proposition puts it, and the one whose headline is taken away.

    Raises
    ------
    DossierError
        There is no such question or option; with the file of the proposition.
    """
    cases = (
        (proposition.case,) if proposition.less is None else (proposition.case, proposition.less)
    )
    return tuple(_bind(proposition, case, dossier) for case in cases)


def problems(dossier: Dossier) -> list[DossierError]:
    """All propositions, and what parties accept, that no question can answer as they are put."""
    found = []
    for proposition in dossier.propositions.values():
        if proposition.question:
            found += list(_problems_of(proposition, dossier))
    for party in dossier.parties.values():
        for accepted in party.accepts:
            where = f"{place_of(dossier, party.file)}:{accepted.line}"
            try:
                asked = card_of(dossier, accepted.question)
            except TwoPlusTwoError as error:
                found.append(_with_file(error, where))
                continue
            name, what = accepted.test.column, f"what {party.id} accepts"
            if name not in (asked.columns if accepted.where else headlines_of(asked)):
                headline = not accepted.where
                found.append(no_column(what, name, asked, where, headline=headline))
            found += _unit_problems(what, accepted.test, asked, where)
    return found


def _bind(proposition: Proposition, case: Case, dossier: Dossier) -> BoundQuestion:
    try:
        options = check_options(card_of(dossier, proposition.question), dict(case.options), dossier)
    except TwoPlusTwoError as error:
        raise _with_file(error, file_of(proposition, dossier)) from error
    return BoundQuestion(
        proposition.question, tuple(sorted(options.items())), case.sets, case.measures
    )


def _problems_of(proposition: Proposition, dossier: Dossier) -> Iterator[DossierError]:
    try:
        bound_questions(proposition, dossier)
        asked = card_of(dossier, proposition.question)
    except DossierError as error:
        yield error
        return
    want = row_criterion(proposition)
    if want is None:
        return
    if want.of_rows and proposition.less is not None:
        yield DossierError(
            f"proposition {proposition.id} takes away a case and picks rows",
            file_of(proposition, dossier),
            "a difference is between two headlines",
            "leave out less, or where and table",
        )
    place, what = test_of(proposition, dossier), f"proposition {proposition.id}"
    if want.of_rows and want.table in PLAIN:  # what other tables have is known when they are made
        names = [want.test.column, *(want.where.columns if want.where else ())]
        for name in (name for name in names if name not in asked.columns):
            yield no_column(what, name, asked, place)
    elif not want.of_rows and want.test.column not in headlines_of(asked):
        yield no_column(what, want.test.column, asked, place, headline=True)
    if want.table in PLAIN:
        yield from _unit_problems(what, want.test, asked, place)


def _unit_problems(what: str, test: Criterion, asked: Card, where: str) -> Iterator[DossierError]:
    """That a test measures a column by a unit of something else."""
    about = asked.columns.get(test.column)
    unit = (about or {}).get("unit", "1")
    if about is None or unit not in UNITS or UNITS[unit].measures == UNITS[test.unit].measures:
        return
    wanted = [name for name, one in UNITS.items() if one.measures == UNITS[unit].measures]
    yield DossierError(
        f"{what} tests {test.column} by a unit of {UNITS[test.unit].measures}: {test}",
        where,
        f"{test.column} is {UNITS[unit].measures}",
        f"write a number in {', '.join(wanted)}" if unit != "1" else "write a number or a %",
    )


def no_column(
    what: str,
    name: str,
    asked: Card,
    where: str,
    known: Collection[str] = (),
    headline: bool = False,
) -> DossierError:
    """The error that a test names a column which the answer has not; `known` are those it has.

    With `headline`, the test picks no rows, so only headlines can pass it.
    """
    columns = known or (headlines_of(asked) if headline else asked.columns)
    if headline and name in asked.columns:
        return no_headline(what, name, asked, where, columns)
    return DossierError(
        f"{what} names an unknown column, {name}",
        where,
        f"{asked.id} has {', '.join(columns)}",
        nearest(name, columns),
    )


def test_of(proposition: Proposition, dossier: Dossier) -> str:
    """File and line of the test of a proposition, for messages."""
    return f"{file_of(proposition, dossier)}:{proposition.line}"


def file_of(proposition: Proposition, dossier: Dossier) -> str:
    """Where the proposition stands, for messages."""
    file = f"propositions/{proposition.id}.yaml"
    root = next((root for root in dossier.roots.values() if (root / file).is_file()), dossier.root)
    return readable_path(root / file)


def _with_file(error: TwoPlusTwoError, where: str) -> DossierError:
    return DossierError(error.what, where, error.why, error.fix)
