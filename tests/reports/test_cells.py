"""Cells of tables: a unit of its own in each row goes before that of the column."""

import numpy as np

from twoplustwo.base.table import Column, Table
from twoplustwo.reports import cells


def made(units):
    table = Table(
        (Column("headline"), Column("share", unit="1"), Column("unit")),
        {
            "headline": np.array(["one", "two", "three", "four"], dtype=object),
            "share": np.array([0.25, -266.0, 3.0, np.nan]),
            "unit": np.array(units, dtype=object),
        },
    )
    return cells.of_records(table.columns[:2], table.records(), {})


def test_each_amount_is_shown_in_the_unit_of_its_row():
    shown = made(["1", "s", "", "s"])
    assert [row[1]["text"] for row in shown["rows"]] == ["25 %", "−266 s", "3", "–"]
    assert all(row[1]["number"] for row in shown["rows"])


def test_the_head_then_names_no_unit():
    assert made(["1", "s", "", "s"])["heads"][1] == {"text": "share", "means": "", "number": True}


def test_without_such_a_unit_the_column_speaks():
    shown = made([None] * 4)
    assert shown["heads"][1]["text"] == "share, %"
    assert [row[1]["text"] for row in shown["rows"][:2]] == ["25", "−26\u2009600"]
