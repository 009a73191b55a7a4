"""Tables: equal lengths, plain records, NaN only as null."""

import pickle

import numpy as np
import pytest

from twoplustwo.base.table import Column, Table, Tables


def test_records_are_plain():
    table = Table(
        (Column("place"), Column("time_s", "s"), Column("met")),
        {
            "place": np.array(["a", None], dtype=object),
            "time_s": np.array([1.5, np.nan]),
            "met": np.array([True, False]),
        },
    )
    assert len(table) == 2
    assert table.records() == [
        {"place": "a", "time_s": 1.5, "met": True},
        {"place": None, "time_s": None, "met": False},
    ]
    assert all(type(one["met"]) is bool for one in table.records())
    assert table.column("time_s").dtype == np.float64


def test_counts_and_names_are_converted():
    table = Table((Column("n"), Column("who")), {"n": np.arange(2), "who": np.array(["x", "y"])})
    assert table.column("n").dtype == np.float64
    assert table.column("who").dtype == object


def test_refuses_what_is_no_table():
    with pytest.raises(ValueError, match="different length"):
        Table((Column("a"), Column("b")), {"a": np.zeros(2), "b": np.zeros(3)})
    with pytest.raises(ValueError, match="columns"):
        Table((Column("a"),), {"b": np.zeros(2)})
    with pytest.raises(ValueError, match="one dimension"):
        Table((Column("a"),), {"a": np.zeros((2, 2))})


def test_empty():
    assert len(Table(())) == 0
    assert Table((Column("a"),), {"a": np.array([])}).records() == []


def test_of_rows_finds_the_type_of_each_column():
    rows = [
        {"n": 3, "text": "a", "holds": True, "maybe": None, "left_out": 1.0},
        {"n": None, "text": None, "holds": False, "maybe": True},
    ]
    table = Table.of_rows(("n", "text", Column("holds", means="it holds"), "maybe", "none"), rows)
    assert [table.column(n).dtype.kind for n in table.names] == ["f", "O", "b", "O", "f"]
    assert table.columns[2].means == "it holds"
    assert table.records()[0] == {"n": 3.0, "text": "a", "holds": True, "maybe": None, "none": None}
    assert table.records()[1]["n"] is None
    assert table.records()[1]["maybe"] is True
    assert Table.of_rows(("a",), []).column("a").dtype.kind == "O"


def test_concat_joins_rows_of_the_same_columns():
    parts = [Table.of_rows(("a", "b"), [{"a": x, "b": str(x)}]) for x in (1.0, 2.0)]
    assert Table.concat(parts).records() == [{"a": 1.0, "b": "1.0"}, {"a": 2.0, "b": "2.0"}]
    assert len(Table.concat([])) == 0
    with pytest.raises(ValueError, match="different columns cannot be joined"):
        Table.concat([*parts, Table.of_columns({"a": [1.0]})])


def test_tables_are_made_when_looked_at_and_once():
    made = []

    def maker(name):
        def make():
            made.append(name)
            return Table((Column(name),), {name: np.arange(3.0)})

        return make

    tables = Tables({name: maker(name) for name in ("cells", "tracks")})
    assert list(tables) == ["cells", "tracks"]
    assert len(tables) == 2
    assert "tracks" in tables
    assert "maxima" not in tables
    assert made == []
    assert tables["tracks"] is tables["tracks"]
    assert made == ["tracks"]
    assert {name: len(table) for name, table in tables.items()} == {"cells": 3, "tracks": 3}
    sent = pickle.loads(pickle.dumps(tables))
    assert type(sent) is dict
    assert list(sent) == ["cells", "tracks"]
