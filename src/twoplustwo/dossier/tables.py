"""Tables that stand beside the YAML as CSV files, each claimed with its SHA-256."""

import csv
import hashlib
import re
from pathlib import Path

import numpy as np

from twoplustwo.base.errors import DossierError
from twoplustwo.base.table import Column, Table
from twoplustwo.dossier.tree import read_bytes, readable_path

MOST_TABLE_BYTES = 20_000_000
_NUMBER = r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?"
_NUMBERS = re.compile(rf"(?:(?:{_NUMBER})?\n)*")
"""A whole column of numbers or nothing, one a line: asked at once, for tables are long."""


def verified_bytes(path: Path, sha256: str) -> bytes:
    """The bytes of a table; DossierError if they are not those that were claimed."""
    data = read_bytes(path, MOST_TABLE_BYTES, "split the table")
    actual = hashlib.sha256(data).hexdigest()
    if actual != sha256:
        raise DossierError(
            "the table is not the one that was claimed",
            readable_path(path),
            f"claimed sha256 {sha256}, found {actual}",
            "restore the file, or enter the new table as a new claim with its own hash",
        )
    return data


def read_table(path: Path, sha256: str) -> Table:
    """Read a CSV file with one row of column names; empty cells are nulls.

    A column is numbers (float64) if every cell that is not empty is a number, else text.

    Raises
    ------
    DossierError
        With file and line if it is not what was claimed, or rows are of different length.
    """
    where = readable_path(path)
    try:
        text = verified_bytes(path, sha256).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DossierError("the table is not UTF-8 text", where, fix="save it as UTF-8") from error
    rows = csv.reader(text.splitlines())
    names = next(rows, [])
    if not names or len(set(names)) < len(names) or not all(names):
        raise DossierError("the table has no row of distinct column names", f"{where}:1")
    body = []
    for row in rows:
        if len(row) != len(names):
            raise DossierError(
                f"the row has {len(row)} cells",
                f"{where}:{rows.line_num}",
                f"expected {len(names)}, one for each column",
            )
        body.append(row)
    cells = list(zip(*body, strict=True)) if body else [()] * len(names)
    data = {name: _column(values) for name, values in zip(names, cells, strict=True)}
    return Table(tuple(Column(name) for name in names), data)


def _column(cells: tuple[str, ...]) -> np.ndarray:
    if _NUMBERS.fullmatch("\n".join((*cells, ""))):
        return np.array([float(cell) if cell else np.nan for cell in cells], dtype=np.float64)
    return np.array([cell or None for cell in cells], dtype=object)
