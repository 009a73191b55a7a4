"""Tables as text for other programs: CSV."""

import csv
import io
import math
from collections.abc import Sequence
from typing import Any

from twoplustwo.base.table import Table


def to_csv(table: Table) -> str:
    """The table as CSV with a header; null is an empty field, truth is true or false."""
    names = [column.name for column in table.columns]
    return written(names, ([row[name] for name in names] for row in table.records()))


def written(header: Sequence[str], rows: Any) -> str:
    """A header and rows as CSV; null is an empty field."""
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
