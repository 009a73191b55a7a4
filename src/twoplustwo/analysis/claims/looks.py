"""What decides each proposition, read off the answers of held positions; each asked once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from twoplustwo.analysis.ask import ask
from twoplustwo.analysis.claims.puts import PLAIN, BoundQuestion, RowCriterion, no_column
from twoplustwo.answers.answer import Answer
from twoplustwo.base import progress
from twoplustwo.base.table import Table
from twoplustwo.base.units import to_si
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.resolve import Held
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.card import card as card_of
from twoplustwo.question_cards.result import Result
from twoplustwo.runs.ask import results
from twoplustwo.runs.build_answer import unit_of
from twoplustwo.runs.headline_values import BATCH
from twoplustwo.stages.inputs import PARTY

Row = dict[str, Any]


class Seen(NamedTuple):
    """The number that decides, SI; None, and why, where there is none."""

    value: float | None
    why: str = ""


class Ask(NamedTuple):
    """One proposition, as put, at one held position."""

    proposition: str
    put: BoundQuestion
    held: Held


Mark = tuple[BoundQuestion, tuple]


class Looks:
    """Numbers by proposition at held positions.

    Parameters
    ----------
    dossier : Dossier
    wants : mapping of str to Wanted
        By proposition.

    Attributes
    ----------
    read : dict of str to set of str
        Question to the paths that it read so far.
    """

    def __init__(self, dossier: Dossier, wants: Mapping[str, RowCriterion]) -> None:
        self._dossier, self._wants = dossier, wants
        self._known: dict[Mark, dict[str, Seen]] = {}
        self.read: defaultdict[str, set[str]] = defaultdict(set)

    def at(self, asks: Iterable[Ask]) -> list[Seen]:
        """The number that decides each proposition, as put, at a held position."""
        asked = [(one, self._mark(one.put, one.held)) for one in asks]
        seen: dict[tuple[str, Mark], Seen] = {}
        new: dict[tuple[str, tuple], dict[Mark, tuple[Held, set[str]]]] = {}
        for one, mark in asked:
            if one.proposition in (known := self._known.get(mark, {})):
                seen[one.proposition, mark] = known[one.proposition]
            else:
                some = new.setdefault((one.put.question, one.put.options), {})
                some.setdefault(mark, (one.held, set()))[1].add(one.proposition)
        for (question, options), some in new.items():
            found = self._ask(card_of(question), dict(options), some)
            for (mark, (held, _)), numbers in zip(some.items(), found, strict=True):
                # what is read is known only now, and tells this answer from others from now on
                self._known.setdefault(self._mark(mark[0], held), {}).update(numbers)
                seen |= {(id_, mark): number for id_, number in numbers.items()}
        return [seen[one.proposition, mark] for one, mark in asked]

    def _mark(self, put: BoundQuestion, held: Held) -> Mark:
        """What tells answers apart: the values that the question is known to read, or all."""
        read = self.read[put.question]
        paths = sorted(read or held.values)
        values = (held.values.get(path) for path in paths)
        marks = (
            v and (v.value if isinstance(v.value, float | str) else id(v.value)) for v in values
        )
        # the words of a record are a party's own; an analysis is asked of the position itself
        whose = held.position if not read else held.position.party if PARTY in read else ""
        return put, (*marks, held.removed, tuple(sorted(held.masks.items())), whose)

    def _ask(
        self, asked: Card, options: dict[str, str], some: dict[Mark, tuple[Held, set[str]]]
    ) -> list[dict[str, Seen]]:
        items = [(held, [self._wants[id_] for id_ in sorted(ids)]) for held, ids in some.values()]
        found: list[dict[str, Seen]] = []
        for start in range(0, len(items), BATCH):
            progress.step(f"propositions on {asked.id}", start, len(items))
            batch = items[start : start + BATCH]
            made, read = self._results(asked, [held for held, _ in batch], options)
            self.read[asked.id].update(*read)
            found += [
                self._seen(asked, result, wants)
                for (_, wants), result in zip(batch, made, strict=True)
            ]
        progress.step(f"propositions on {asked.id}", len(items), len(items))
        return found

    def _results(
        self, asked: Card, held: Sequence[Held], options: dict[str, str]
    ) -> tuple[Sequence[Result | Answer | str], Iterable[set[str]]]:
        """Results of a question; of an analysis its answer to each position by itself."""
        if not asked.is_analysis:
            return results(asked, held, self._dossier, options)
        made = [ask(asked.id, [one.position], self._dossier, **options)[0] for one in held]
        return made, ()

    def _seen(
        self, asked: Card, result: Result | Answer | str, wants: Sequence[RowCriterion]
    ) -> dict[str, Seen]:
        if isinstance(result, str):
            return {w.id: Seen(None, result) for w in wants}
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
                    found[want.id] = Seen(None, f"no table {want.table} of {asked.id}")
                else:
                    found[want.id] = deciding(want, table, asked)
            elif want.test.column not in heads:
                raise no_column(want.id, want.test.column, asked, list(heads), "its test")
            else:
                value = heads[want.test.column]
                found[want.id] = Seen(value, "" if value is not None else "no value")
        return found


def deciding(want: RowCriterion, table: Table, asked: Card) -> Seen:
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
            raise no_column(want.id, name, asked, list(table.names), "its test")

    def si(column: str, value: Any) -> float | None:
        if value is None or isinstance(value, str):
            return None
        return to_si(float(value), units[column])

    rows = [r for r in table.records() if want.where is None or want.where.keeps(r, si)]
    numbers = [n for r in rows if (n := si(want.test.column, r[want.test.column])) is not None]
    if not numbers:
        return Seen(None, "no such rows" if not rows else "no number in these rows")
    wrong = [n for n in numbers if not want.test.holds(n)]
    right = [n for n in numbers if want.test.holds(n)]
    chosen = (wrong or right) if want.every else (right or wrong)
    return Seen(_extreme(want, chosen))


def _extreme(want: RowCriterion, numbers: Sequence[float]) -> float:
    """Farthest from passing where every row must, else farthest beyond it."""
    sign, goal = want.test.sign, want.test.value
    if sign == "=":
        return (max if want.every else min)(numbers, key=lambda n: abs(n - goal))
    upward = sign in (">", ">=")
    return min(numbers) if upward == want.every else max(numbers)
