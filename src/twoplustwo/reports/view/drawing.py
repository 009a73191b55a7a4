"""One view of one answer, resolved: its table, columns, values and names, for every kind alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twoplustwo.answers.answer import Answer
from twoplustwo.answers.columns import view_table
from twoplustwo.base.table import Column, Table
from twoplustwo.reports import labels, palette
from twoplustwo.reports.geo import Shapes

F = NDArray[np.float64]
View = Mapping[str, Any]


@dataclass(frozen=True)
class Drawing:
    """What a kind of view draws from.

    Parameters
    ----------
    answer : Answer
    view : mapping
        As the card writes it.
    group : sequence of Answer
        The answers shown side by side, this one among them: they share scale and frame.
    names : mapping
        Identifier to name, as text or by language.
    shapes : Shapes or None
        Coast and borders.
    """

    answer: Answer
    view: View
    group: Sequence[Answer]
    names: Mapping[str, Any]
    shapes: Shapes | None = None

    @property
    def table_name(self) -> str:
        """The table that the view draws."""
        return view_table(self.view)

    @cached_property
    def table(self) -> Table:
        """That table of the answer."""
        return self.answer.table(self.table_name)

    @property
    def tables(self) -> list[Table]:
        """That table of every answer of the group."""
        return [one.table(self.table_name) for one in self.group]

    def column(self, key: str) -> Column:
        """The column that the view names under `key`."""
        return column(self.table, str(self.view[key]))

    def amounts(self, key: str) -> F:
        """Values of the column named under `key`, in the unit that it is shown in."""
        _, factor = labels.shown_unit(self.column(key))
        return self.table.column(str(self.view[key])).astype(float) * factor

    def amounts_of_all(self, *keys: str) -> F:
        """All finite values of some columns over the group, in the unit of the first."""
        _, factor = labels.shown_unit(self.column(keys[0]))
        names = [str(self.view[key]) for key in keys if self.view.get(key)]
        every = [table.column(name).astype(float) for table in self.tables for name in names]
        values = np.concatenate(every)
        return values[np.isfinite(values)] * factor

    def texts(self, key: str) -> list[str]:
        """Values of the column named under `key` as text; empty ones where it names none."""
        name = self.view.get(key)
        return [str(one) for one in self.table.column(name)] if name else [""] * len(self.table)

    @cached_property
    def styles(self) -> dict[str, palette.Style]:
        """How each value of the column of marks is drawn, over the whole group, so that every
        party's picture marks them alike; in the order of their names.
        """
        name = self.view.get("mark")
        marks = {str(one) for table in self.tables for one in table.column(name)} if name else ()
        return palette.named(sorted(marks))

    def mark_name(self, value: str) -> str:
        """What the key calls a value of the marks; yes and no need their column's meaning."""
        if value not in ("True", "False"):
            return self.name(value) if value in self.names else value.replace("_", " ")
        mark = self.column("mark")
        means = labels.words(mark.means) or labels.title(mark)
        return f"{means}: {'yes' if value == 'True' else 'no'}"

    def name(self, identifier: Any, kind: str = "") -> str:
        """What a thing is called, of its kind where that is known."""
        return labels.name(identifier, self.names, kind)

    def kind(self, key: str) -> str:
        """The kind of things that the column named under `key` names; empty where it names none."""
        return self.column(key).kind if self.view.get(key) else ""

    def width(self, narrow: float, wide: float) -> float:
        """How wide the picture is, inches: narrow where positions stand side by side."""
        return wide if self.answer.position is None else narrow


def column(table: Table, name: str) -> Column:
    """The column called `name`."""
    return next(one for one in table.columns if one.name == name)


def margins(values: F, share: float, least: float) -> tuple[float, float]:
    """Limits of an axis with some room beyond the values; 0 to 1 where there are none."""
    if not len(values):
        return 0.0, 1.0
    room = share * max(float(np.ptp(values)), least)
    return float(values.min()) - room, float(values.max()) + room
