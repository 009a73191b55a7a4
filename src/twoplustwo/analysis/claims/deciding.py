"""The number that decides each proposition, read off the answers at held positions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from twoplustwo.analysis.ask import ask
from twoplustwo.analysis.claims.bind import (
    PLAIN,
    BoundQuestion,
    RowCriterion,
    no_column,
    test_of,
)
from twoplustwo.answers.answer import Answer
from twoplustwo.base.table import Table
from twoplustwo.base.units import to_si
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.resolve import Held
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.question_cards.result import Result
from twoplustwo.runs.build_answer import unit_of
from twoplustwo.runs.evaluate import results_in_batches
from twoplustwo.stages.inputs import PARTY


class Deciding(NamedTuple):
    """The number that decides, SI; None, and why, where there is none."""

    value: float | None
    why: str = ""


class PropositionAt(NamedTuple):
    """One proposition, as it is put to its question, at one held position."""

    proposition: str
    put: BoundQuestion
    held: Held


class ReadValues(NamedTuple):
    """What tells answers apart: the question as it is put, and the values that it may read."""

    put: BoundQuestion
    values: tuple[object, ...]
    removed: frozenset[str]
    masks: tuple[tuple[str, Any], ...]
    whose: object


class DecidingNumbers:
    """Numbers by proposition at held positions, each question asked once for what it reads.

    Another thing than an `Evaluator`: mixtures are told apart by what was read, not by position,
    and the number may stand in a row of a table, or in the answer of an analysis.

    Parameters
    ----------
    dossier : Dossier
    criteria : dict of str to RowCriterion
        By proposition.

    Attributes
    ----------
    read : dict of str to set of str
        Question to the paths that it read so far.
    """

    def __init__(self, dossier: Dossier, criteria: Mapping[str, RowCriterion]) -> None:
        self._dossier, self._criteria = dossier, criteria
        self._known: dict[ReadValues, dict[str, Deciding]] = {}
        self.read: defaultdict[str, set[str]] = defaultdict(set)

    def at(self, asks: Iterable[PropositionAt]) -> list[Deciding]:
        """The number that decides each proposition at its position."""
        asks = list(asks)
        found: dict[int, Deciding] = {}
        new: dict[tuple[str, tuple], dict[ReadValues, list[int]]] = {}
        for i, one in enumerate(asks):
            key = self._key(one.put, one.held)
            known = self._known.get(key, {})
            if one.proposition in known:
                found[i] = known[one.proposition]
            else:
                same = new.setdefault((one.put.question, one.put.options), {})
                same.setdefault(key, []).append(i)
        for (question, options), by_key in new.items():
            groups = [[asks[i] for i in places] for places in by_key.values()]
            numbers = list(self._ask(card_of(self._dossier, question), dict(options), groups))
            for places, group, decided in zip(by_key.values(), groups, numbers, strict=True):
                # Only now is it known which paths are read: from here on they form the key.
                key = self._key(group[0].put, group[0].held)
                self._known.setdefault(key, {}).update(decided)
                found |= {i: decided[asks[i].proposition] for i in places}
        return [found[i] for i in range(len(asks))]

    def _key(self, put: BoundQuestion, held: Held) -> ReadValues:
        """The values that the question is known to read; before it was asked, all of them."""
        read = self.read[put.question]
        values = (held.values.get(path) for path in sorted(read or held.values))
        marks = (
            v and (v.value if isinstance(v.value, float | str) else id(v.value)) for v in values
        )
        # the words of a record are a party's own; an analysis is asked of the position itself
        whose = held.position if not read else held.position.party if PARTY in read else ""
        return ReadValues(put, (*marks,), held.removed, tuple(sorted(held.masks.items())), whose)

    def _ask(
        self, asked: Card, options: dict[str, str], groups: Sequence[Sequence[PropositionAt]]
    ) -> Iterator[dict[str, Deciding]]:
        """Of each group of propositions with the same inputs the numbers that decide."""
        for group, result in zip(groups, self._results(asked, options, groups), strict=True):
            names = sorted({one.proposition for one in group})
            yield self._numbers(asked, result, [self._criteria[name] for name in names])

    def _results(
        self, asked: Card, options: dict[str, str], groups: Sequence[Sequence[PropositionAt]]
    ) -> Iterator[Result | Answer | str]:
        """Results of a question; of an analysis its answer to each position by itself."""
        held = [group[0].held for group in groups]
        if asked.is_analysis:
            for one in held:
                yield ask(asked.id, [one.position], self._dossier, **options)[0]
            return
        label = f"propositions on {asked.id}"
        every = results_in_batches(asked, held, self._dossier, options, len(held), label)
        for result, read in every:
            self.read[asked.id].update(read)
            yield result

    def _numbers(
        self, asked: Card, result: Result | Answer | str, wants: Sequence[RowCriterion]
    ) -> dict[str, Deciding]:
        if isinstance(result, str):
            return {w.id: Deciding(None, result) for w in wants}
        if isinstance(result, Answer):
            heads = {h.column: h.value for h in (result.headline, *result.headlines)}
            rows, tables = result.rows, result.tables
        else:
            heads = {h.column: h.value for h in result.headlines}
            rows, tables = result.make() if any(w.of_rows for w in wants) else (None, {})
        found = {}
        for want in wants:
            if want.of_rows and rows is not None:
                table = rows if want.table in PLAIN else tables.get(want.table)
                if table is None:
                    found[want.id] = Deciding(None, f"no table {want.table} of {asked.id}")
                else:
                    found[want.id] = deciding(want, table, asked)
            elif want.test.column not in heads:
                place = test_of(self._dossier.propositions[want.id], self._dossier)
                what = f"proposition {want.id}"
                raise no_column(what, want.test.column, asked, place, list(heads), headline=True)
            else:
                value = heads[want.test.column]
                found[want.id] = Deciding(value, "" if value is not None else "no value")
        return found


def deciding(want: RowCriterion, table: Table, asked: Card) -> Deciding:
    """The number of the row that decides: the worst one if every row must pass, else the best.

    Rows without a number decide nothing.

    Raises
    ------
    DossierError
        A column is not there.
    """
    units = {c: asked.columns.get(c, {}).get("unit") or unit_of(c) or "1" for c in table.names}
    for name in (want.test.column, *(want.where.columns if want.where else ())):
        if name not in table.names:
            raise no_column(f"proposition {want.id}", name, asked, "its test", list(table.names))

    def si(column: str, value: Any) -> float | None:
        if value is None or isinstance(value, str):
            return None
        return to_si(float(value), units[column])

    rows = [r for r in table.records() if want.where is None or want.where.keeps(r, si)]
    numbers = [n for r in rows if (n := si(want.test.column, r[want.test.column])) is not None]
    if not numbers:
        return Deciding(None, "no such rows" if not rows else "no number in these rows")
    wrong = [n for n in numbers if not want.test.holds(n)]
    right = [n for n in numbers if want.test.holds(n)]
    chosen = (wrong or right) if want.every else (right or wrong)
    return Deciding(_extreme(want, chosen))


def _extreme(want: RowCriterion, numbers: Sequence[float]) -> float:
    """Farthest from passing where every row must, else farthest beyond it."""
    sign, goal = want.test.sign, want.test.value
    if sign == "=":
        return (max if want.every else min)(numbers, key=lambda n: abs(n - goal))
    upward = sign in (">", ">=")
    return min(numbers) if upward == want.every else max(numbers)
