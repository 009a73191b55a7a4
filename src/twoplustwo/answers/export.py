"""Tables as text for other programs: CSV."""

import csv
import io
import math
from collections.abc import Sequence
from typing import Any

from ..base.table import Table
from .answer import Answer


def to_csv(table: Table) -> str:
    """The table as CSV with a header; null is an empty field, truth is true or false."""
    names = [column.name for column in table.columns]
    return _csv(names, ([row[name] for name in names] for row in table.records()))


def answers_to_csv(answers: Sequence[Answer]) -> str:
    """The rows of several answers in one table, the position first.

    Answers to one question have the same columns; a column that some of them lack is empty
    there.
    """
    return tables_to_csv([one.label for one in answers], [one.rows for one in answers])


def tables_to_csv(labels: Sequence[str], tables: Sequence[Table]) -> str:
    """Tables of the same name below each other, each line begun with the label of its own."""
    names: list[str] = []
    for table in tables:
        names += [name for name in table.names if name not in names]
    lead = [] if "position" in names else ["position"]
    rows = (
        [label for _ in lead] + [record.get(name) for name in names]
        for label, table in zip(labels, tables, strict=True)
        for record in table.records()
    )
    return _csv(lead + names, rows)


def _csv(header: Sequence[str], rows: Any) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> str:
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, float) else str(value)
