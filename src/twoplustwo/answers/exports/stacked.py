"""Tables of the same name of several answers as one, each row with its position."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twoplustwo.answers.answer import Answer
from twoplustwo.answers.column_types import TypedColumn, as_type, type_of
from twoplustwo.base.table import Table

ANSWER, POSITION, ROWS = "answer_number", "position", "rows"
Value = float | bool | str | None


@dataclass(frozen=True)
class StackedTable:
    """A table of all positions.

    Parameters
    ----------
    name : str
        Different from that of every other table of the same answers: letters, digits, underscores.
    question, of, table : str
        The question, the one that an analysis is about, and what the table is called in the answer.
    columns : tuple of TypedColumn
        Those that any of them has, in order, without the position that is added.
    parts : tuple of (int, str, Table)
        Number of the answer among those given, its label, and its table.
    """

    name: str
    question: str
    of: str
    table: str
    columns: tuple[TypedColumn, ...]
    parts: tuple[tuple[int, str, Table], ...]

    @property
    def says_position(self) -> bool:
        """Whether it has a column of its own for the position."""
        return any(one.name == POSITION for one in self.columns)

    def rows(self) -> Iterator[tuple[int, str, list[Value]]]:
        """Number and label of the answer, and the values in the order of the columns."""
        for number, label, table in self.parts:
            lists = [
                [as_type(one, column.type) for one in table.column(column.name).tolist()]
                if column.name in table.names
                else [None] * len(table)
                for column in self.columns
            ]
            for values in zip(*lists, strict=True):
                yield number, label, list(values)

    def __len__(self) -> int:
        return sum(len(table) for _, _, table in self.parts)


def stacked(answers: Sequence[Answer], taken: Sequence[str] = ()) -> list[StackedTable]:
    """Every table of some answers, one a question and name, in their order.

    Parameters
    ----------
    answers : sequence of Answer
    taken : sequence of str
        Names that none may have.
    """
    groups: dict[tuple[str, str], dict[str, list[tuple[int, str, Table]]]] = {}
    for number, one in enumerate(answers, 1):
        group = groups.setdefault((one.question, str(one.options.get("of") or "")), {})
        for table, rows in {ROWS: one.rows, **one.tables}.items():
            group.setdefault(table, []).append((number, one.label, rows))
    found: list[StackedTable] = []
    used = {one.lower() for one in taken}
    for (question, of), tables in groups.items():
        for table, parts in tables.items():
            words = [question, of, "" if table == ROWS else table]
            name = _free(_tame("_".join(one for one in words if one)), used)
            used.add(name)
            found.append(StackedTable(name, question, of, table, columns_of(parts), tuple(parts)))
    return found


def one_stack(answers: Sequence[Answer], tables: Sequence[Table], name: str) -> StackedTable:
    """The tables of one name, one of each answer, as one."""
    pairs = enumerate(zip(answers, tables, strict=True), 1)
    parts = [(number, one.label, table) for number, (one, table) in pairs]
    question = answers[0].question if answers else ""
    return StackedTable(name, question, "", name, columns_of(parts), tuple(parts))


def columns_of(parts: Sequence[tuple[int, str, Table]]) -> tuple[TypedColumn, ...]:
    """The columns that any of some tables has, each of the type that fits all of them."""
    columns = {one.name: one for _, _, table in reversed(parts) for one in table.columns}
    order = dict.fromkeys(name for _, _, table in parts for name in table.names)
    return tuple(
        TypedColumn(
            name,
            columns[name].unit,
            columns[name].means,
            columns[name].measured_from,
            columns[name].kind,
            type_of(
                columns[name],
                *(table.column(name) for _, _, table in parts if name in table.names),
            ),
        )
        for name in order
    )


def _tame(text: str) -> str:
    return re.sub(r"\W+", "_", text, flags=re.ASCII).strip("_").lower() or "table"


def _free(name: str, used: set[str]) -> str:
    number, free = 1, name
    while free in used:
        number += 1
        free = f"{name}_{number}"
    return free
