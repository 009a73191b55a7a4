"""Files of different positions are read as one, by programs that are not ours."""

import json
import re
from dataclasses import replace
from pathlib import Path

import duckdb
import numpy as np
import pandas
import polars
import pyarrow as pa
import pyarrow.dataset
import pyarrow.parquet as pq
import pytest

from twoplustwo.answers import parquet, store
from twoplustwo.answers.column_types import FLAG, NUMBER, TEXT, TypedColumn, type_of
from twoplustwo.base.table import Column, Table
from twoplustwo.doors import files as doors

from .made import made

COLUMNS = (
    TypedColumn("base", kind="bases", type=TEXT),
    TypedColumn("warheads", means="how many come", type=NUMBER),
    TypedColumn("drawn", type=FLAG),
    TypedColumn("margin_s", unit="s", measured_from="commit", type=NUMBER),
)


def rows(*records: tuple) -> Table:
    values = [*zip(*records, strict=True)] if records else [()] * len(COLUMNS)
    data = {one.name: np.array(v, dtype=object) for one, v in zip(COLUMNS, values, strict=True)}
    return Table(COLUMNS, data)


BASES = Table((Column("lat_deg", unit="deg"),), {"lat_deg": np.array([54.0])})
PAGE = Path(__file__).parents[2] / "docs/other-programs.md"


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A run: a full position with a further table, one of nulls, and one without rows."""
    path = tmp_path_factory.mktemp("run") / "out/latest"
    path.mkdir(parents=True)
    full = rows(("kozelsk", 3, True, 12.5), ("tatishchevo", None, None, None))
    nothing = rows((None, None, None, None))
    some = [("a", full), ("b", nothing), ("c", rows()), ("d+set:x=1 s", full)]
    answers = [replace(made(rows=one, tables={}), position=label) for label, one in some]
    answers[0] = replace(answers[0], tables={"bases": BASES})
    store.write(answers, path)
    return path


def files(folder: Path) -> list[Path]:
    answers = sorted((folder / store.ANSWERS).glob("*.json"))
    found = [folder / store.TABLES / f"{one.stem}.parquet" for one in answers]
    assert len(found) == 4
    return found


def told(language: str) -> str:
    """What the page of other programs tells one to type."""
    (block,) = re.findall(rf"(?ms)^```{language}\n(.*?)^```$", PAGE.read_text(encoding="utf-8"))
    return block


EXPECTED = [
    ("a", "kozelsk", 3.0, True, 12.5),
    ("a", "tatishchevo", None, None, None),
    ("b", None, None, None, None),
    ("d+set:x=1 s", "kozelsk", 3.0, True, 12.5),
    ("d+set:x=1 s", "tatishchevo", None, None, None),
]


def test_every_file_has_the_same_columns_and_types(folder):
    schemas = [pq.read_schema(one) for one in files(folder)]
    assert all(one.equals(schemas[0], check_metadata=False) for one in schemas)
    assert [str(one) for one in schemas[0].types] == [
        "string", "string", "double", "bool", "double",
    ]  # fmt: skip
    assert pa.concat_tables([pq.read_table(one) for one in files(folder)]).num_rows == 5


@pytest.mark.parametrize("first", [0, 1, 2, 3])
def test_pyarrow_reads_them_whichever_comes_first(folder, first):
    found = files(folder)
    order = [found[first], *(one for one in found if one is not found[first])]
    table = pyarrow.dataset.dataset([str(one) for one in order]).to_table()
    records = [tuple(row.values()) for row in table.to_pylist()]
    assert sorted(records, key=str) == sorted(EXPECTED, key=str)


def test_polars_reads_them_as_it_is_told(folder, monkeypatch):
    monkeypatch.chdir(folder.parents[1])
    names: dict = {}
    exec(told("python"), names)
    frame = names["frame"]
    assert sorted(frame.rows(), key=str) == sorted(EXPECTED, key=str)
    assert dict(frame.schema)["warheads"] == polars.Float64
    further = re.findall(r'polars.read_parquet\("(.*?)"\)', PAGE.read_text(encoding="utf-8"))
    assert [polars.read_parquet(one).rows() for one in further] == [[("a", 54.0)]]


def test_duckdb_reads_them_as_it_is_told(folder, monkeypatch):
    monkeypatch.chdir(folder.parents[1])
    with duckdb.connect() as database:
        found = database.execute(told("sql")).fetchall()
        assert found == [("a", 2), ("b", 1), ("d+set:x=1 s", 2)]
        rows = "read_parquet(getvariable('rows'))"
        records = database.execute(f"select * from {rows}").fetchall()
        ((total,),) = database.execute(f"select sum(margin_s) from {rows}").fetchall()
    assert sorted(records, key=str) == sorted(EXPECTED, key=str)
    assert total == 25.0


def test_a_star_would_take_a_further_table_for_rows(folder):
    """Why the page gives a list: a pattern that found the rows alone would be the shorter way."""
    star = sorted((folder / store.TABLES).glob("icbm-reach.*.parquet"))
    assert {*star} - {*files(folder)} == {folder / store.TABLES / "icbm-reach.a.bases.parquet"}


def test_pandas_reads_the_folder(folder):
    frame = pandas.concat([pandas.read_parquet(one) for one in files(folder)])
    assert frame.groupby("position")["margin_s"].sum().to_dict() == {
        "a": 12.5, "b": 0.0, "d+set:x=1 s": 12.5,
    }  # fmt: skip


def test_one_file_of_all_positions_is_read_by_duckdb_polars_and_pandas(tmp_path):
    some = [("a", rows(("kozelsk", 3, True, 12.5))), ("b", rows((None, None, None, None)))]
    answers = [replace(made(rows=one, tables={}), position=label) for label, one in some]
    path = tmp_path / "reach.parquet"
    path.write_bytes(doors.file_of(answers, "parquet").data)
    expected = [("a", "kozelsk", 3.0, True, 12.5), ("b", None, None, None, None)]
    assert polars.read_parquet(path).rows() == expected
    with duckdb.connect() as database:
        assert database.execute(f"select * from '{path}'").fetchall() == expected
    frame = pandas.read_parquet(path)
    assert frame["margin_s"].isna().tolist() == [False, True]
    assert frame.iloc[0].tolist() == [*expected[0]]


def test_units_and_meanings_are_in_the_field_and_the_origin_in_the_file(folder):
    schema = pq.read_schema(files(folder)[0])
    assert schema.field("margin_s").metadata == {b"unit": b"s", b"from": b"commit"}
    assert schema.field("warheads").metadata == {b"means": b"how many come"}
    about = json.loads(schema.metadata[parquet.ORIGIN])
    assert (about["question"], about["table"], about["position"]) == ("icbm-reach", "rows", "a")
    assert about["sentence"]["ru"] == "Половина."


def test_what_is_read_back_is_what_was_written(folder):
    back = parquet.read(files(folder)[0])
    assert back.records() == [dict(zip([c.name for c in COLUMNS], row[1:], strict=True))
                              for row in EXPECTED[:2]]  # fmt: skip
    assert [one.type for one in back.columns] == [TEXT, NUMBER, FLAG, NUMBER]  # type: ignore[attr-defined]


def test_csv_beside_it_has_the_position_too(folder):
    lines = (folder / store.TABLES / "icbm-reach.a.csv").read_text().splitlines()
    assert lines[:2] == ["position,base,warheads,drawn,margin_s", "a,kozelsk,3,true,12.5"]


def test_a_table_that_says_the_position_itself_keeps_its_own():
    own = Table((Column("position"), Column("x", unit="s")),
                {"position": np.array(["p"], dtype=object), "x": np.array([1.0])})  # fmt: skip
    assert parquet.to_arrow(own, "q").to_pylist() == [{"position": "p", "x": 1.0}]
    assert store.with_position(own, "q") is own


@pytest.mark.parametrize(
    ("column", "values", "expected"),
    [
        (Column("a", unit="s"), [None, None], NUMBER),
        (Column("a"), [], TEXT),
        (Column("a"), [None, 1.0], NUMBER),
        (Column("a"), [True, None], FLAG),
        (Column("a"), [True, 1.0], TEXT),
        (TypedColumn("a", type=NUMBER), [], NUMBER),
        (TypedColumn("a", type=NUMBER), ["many"], TEXT),  # a card of another package that errs
        (TypedColumn("a", type=FLAG), [None], FLAG),
    ],
)
def test_the_type_is_what_is_said_unless_the_values_are_other(column, values, expected):
    assert type_of(column, np.array(values, dtype=object)) == expected
