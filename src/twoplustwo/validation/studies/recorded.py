"""Tables of the studies as last recorded, so that pages can be drawn without computing anything."""

import csv
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path

import numpy as np

from twoplustwo.base.errors import DossierError, OutputError
from twoplustwo.base.table import Table
from twoplustwo.dossier.tree import read_bytes, readable_path
from twoplustwo.validation.studies.inputs import folder

DATE = "date"
DIGITS = 4
AGAIN = "write it anew: python -m twoplustwo.validation.studies"


def path(name: str) -> Path:
    """The file of a study."""
    return folder() / f"{name}.csv"


def read(name: str) -> list[dict[str, str]]:
    """One dictionary a row, all values as written; empty text is null.

    Raises
    ------
    DossierError
        If there is no such file or it has no rows.
    """
    where = path(name)
    if not where.is_file():
        raise DossierError(f"the study {name} is not recorded", readable_path(where), fix=AGAIN)
    rows = list(csv.DictReader(StringIO(read_bytes(where).decode("utf-8"), newline="")))
    if not rows or DATE not in rows[0]:
        raise DossierError("the file holds no recorded study", readable_path(where), fix=AGAIN)
    return rows


def number(text: str) -> float:
    """A number as written; NaN for null."""
    return float(text) if text else np.nan


def write(name: str, table: Table, today: date | None = None) -> int:
    """Record a table with the day; a row that has not changed keeps its day.

    Returns
    -------
    int
        How many rows are new or changed.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    day = (today or date.today()).isoformat()
    rows = [[_written(row[c]) for c in table.names] for row in table.records()]
    before = {}
    if path(name).is_file():
        before = {tuple(list(r.values())[:-1]): r.get(DATE, day) for r in read(name)}
    days = [before.get(tuple(row), day) for row in rows]
    text = StringIO(newline="")
    out = csv.writer(text, lineterminator="\n")
    out.writerow([*table.names, DATE])
    out.writerows([*row, d] for row, d in zip(rows, days, strict=True))
    try:
        path(name).write_text(text.getvalue(), encoding="utf-8")
    except OSError as error:
        raise OutputError(
            f"cannot record: {error.strerror}",
            readable_path(path(name)),
            "the file must be writable",
        ) from error
    return sum(tuple(row) not in before for row in rows)


def record(studies: dict[str, Callable[[], Table]]) -> dict[str, int]:
    """Compute studies and write their tables; how many rows of each are new or changed."""
    return {name: write(name, study()) for name, study in studies.items()}


def _written(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.{DIGITS}g}" if isinstance(value, float) else str(value)
