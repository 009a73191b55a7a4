"""Tables that stand beside the YAML as CSV files, each claimed with its SHA-256."""

import csv
import fnmatch
import hashlib
import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from twoplustwo.base.errors import DossierError, nearest
from twoplustwo.base.table import Column, Table
from twoplustwo.dossier.tree import read_bytes, readable_path

if TYPE_CHECKING:
    from twoplustwo.dossier.models import Dossier, TableRef

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
    names = _names(rows, where)
    body, begun = [], rows.line_num
    for row in _rows(rows, where):
        if len(row) != len(names):
            raise DossierError(
                f"the row has {len(row)} cells",
                f"{where}:{begun + 1}",
                f"expected {len(names)}, one for each column",
                "close the quotation mark" if rows.line_num > begun + 1 else "",
            )
        begun = rows.line_num
        body.append(row)
    cells = list(zip(*body, strict=True)) if body else [()] * len(names)
    data = {name: _column(values) for name, values in zip(names, cells, strict=True)}
    return Table(tuple(Column(name) for name in names), data)


def check_names(data: bytes, columns: Mapping[str, str], where: str) -> None:
    """Refuse a table without the columns that its parameter needs.

    Raises
    ------
    DossierError
        With file and line; names the nearest column that is there.
    """
    head = data.decode("utf-8-sig", errors="replace").partition("\n")[0].rstrip("\r")
    names = _names(csv.reader([head]), where)
    for wanted in columns:
        if not fnmatch.filter(names, wanted):
            raise DossierError(
                f"the table has no column {wanted}",
                f"{where}:1",
                f"it has {', '.join(names)}",
                nearest(wanted.rstrip("*"), names),
            )


def check_cells(table: Table, columns: Mapping[str, str], where: str) -> None:
    """Refuse text where numbers are needed, and numbers that do not rise or lack where they must.

    Raises
    ------
    DossierError
        With file and line.
    """
    for wanted, holds in columns.items():
        for name in fnmatch.filter(table.names, wanted) if holds != "text" else ():
            values = table.column(name).tolist()
            for row, value in enumerate(values):
                empty = value is None or value != value
                if empty and holds == "number":
                    continue  # a null
                if not _is_number(value):
                    told = "empty" if empty else f"{value!r}, no number"
                    raise DossierError(
                        f"{name} is {told}", f"{where}:{row + 2}", "a number is needed there"
                    )
                if holds == "rising" and row and not value > values[row - 1]:
                    raise DossierError(
                        f"{name} does not rise: {value:g} after {values[row - 1]:g}",
                        f"{where}:{row + 2}",
                        "values between two rows are read off a line through them",
                    )


def table_of(dossier: "Dossier", ref: "TableRef") -> Table:
    """The table that a claim names, with the cells that its parameter needs.

    Raises
    ------
    DossierError
        If the file is gone, is another than claimed, or is no such table; with file and line.
    """
    folder, _, rest = ref.path.partition("/")
    path = dossier.roots[folder] / rest
    memo = ("table", ref)
    mark, known = dossier.memo.get(memo, (None, None))
    if known is not None and mark == _stamp(path):
        return known
    mark, where = _stamp(path), readable_path(path)
    table = read_table(path, ref.sha256)
    for parameter, claims in dossier.parameters.items():
        if any(one.value.si == ref for one in claims):
            columns = dossier.kind_of(parameter).columns
            check_names(",".join(table.names).encode(), columns, where)
            check_cells(table, columns, where)
    dossier.memo[memo] = mark, table
    return table


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """What changes when a file is written anew or replaced; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def _is_number(value: object) -> bool:
    """Of a cell; in a column with a text among its cells numbers are texts too."""
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, str) and _NUMBERS.fullmatch(f"{value}\n") is not None


def _names(rows: Iterator[list[str]], where: str) -> list[str]:
    names = next(_rows(rows, where), [])
    if not names or len(set(names)) < len(names) or not all(names):
        raise DossierError("the table has no row of distinct column names", f"{where}:1")
    return names


def _rows(rows: Any, where: str) -> Iterator[list[str]]:
    """The rows of a table, one after the other."""
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            raise DossierError(
                f"the table cannot be read: {error}",
                f"{where}:{rows.line_num}",
                "a quotation mark that is not closed takes all that follows for one cell",
            ) from None
        yield row


def _column(cells: tuple[str, ...]) -> np.ndarray:
    if _NUMBERS.fullmatch("\n".join((*cells, ""))):
        return np.array([float(cell) if cell else np.nan for cell in cells], dtype=np.float64)
    return np.array([cell or None for cell in cells], dtype=object)
