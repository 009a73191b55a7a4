"""What is not finite is null in every file, as it is in JSON and CSV."""

import io
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import openpyxl
import pyarrow.parquet as pq
import pyogrio
import pytest

from twoplustwo.answers.answer import Assumption
from twoplustwo.answers.column_types import FLAG, NUMBER, TEXT, as_type
from twoplustwo.answers.exports.geopackage import to_geopackage
from twoplustwo.answers.exports.sqlite import to_sqlite
from twoplustwo.answers.parquet import to_arrow
from twoplustwo.base.table import Column, Table
from twoplustwo.doors import files

from .made import made

COLUMNS = (
    Column("lat_deg", unit="deg"),
    Column("lon_deg", unit="deg"),
    Column("margin_s", unit="s"),
)
NUMBERS = [12.5, np.inf, -np.inf, np.nan]
KNOWN = [12.5, None, None, None]


def answer():
    data = {"lat_deg": np.arange(4.0), "lon_deg": np.arange(4.0), "margin_s": np.array(NUMBERS)}
    held = Assumption("a.delay", 250.0, 200.0, np.inf, "s", "250 s", by="critic", how="adopted",
                      status="recalled")  # fmt: skip
    return replace(made(rows=Table(COLUMNS, data), tables={}), assumptions=(held,))


def from_sqlite(folder: Path) -> list:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(to_sqlite([answer()], {}))
        assert database.execute("select low, high from assumptions").fetchall() == [(200.0, None)]
        return [one for (one,) in database.execute("select margin_s from icbm_reach")]


def from_xlsx(folder: Path) -> list:
    data = files.file_of([answer()], "xlsx").data
    (sheet,) = [
        one for one in openpyxl.load_workbook(io.BytesIO(data)) if one.title == "icbm_reach"
    ]
    rows = [*sheet.iter_rows(min_row=3, values_only=True)]
    return [row[-1] for row in rows]


def from_geopackage(folder: Path) -> list:
    path = folder / "x.gpkg"
    path.write_bytes(to_geopackage([answer()], "rows"))
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("select low, high from assumptions").fetchall() == [(200.0, None)]
    _, found = pyogrio.read_arrow(path, layer="rows")
    return found["margin_s"].to_pylist()


def from_parquet(folder: Path) -> list:
    pq.write_table(to_arrow(answer().rows, "us"), folder / "x.parquet")
    return pq.read_table(folder / "x.parquet")["margin_s"].to_pylist()


def from_one_parquet(folder: Path) -> list:
    data = files.file_of([answer()], "parquet").data
    return pq.read_table(io.BytesIO(data))["margin_s"].to_pylist()


@pytest.mark.parametrize(
    "back", [from_sqlite, from_xlsx, from_geopackage, from_parquet, from_one_parquet]
)
def test_what_is_not_finite_is_null(back: Callable[[Path], list], tmp_path):
    assert back(tmp_path) == KNOWN


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        (3, NUMBER, 3.0),
        (np.float32(np.inf), NUMBER, None),
        (float("-inf"), TEXT, None),
        (np.bool_(True), FLAG, True),
        (None, FLAG, None),
        (0, FLAG, False),
        ("", TEXT, ""),
        (2, TEXT, "2"),
    ],
)
def test_a_value_has_the_type_of_its_column(value, kind, expected):
    found = as_type(value, kind)
    assert found == expected and type(found) is type(expected)
