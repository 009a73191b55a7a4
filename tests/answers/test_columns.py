"""The columnar form: numbers short, nulls null, and the way back."""

import json
import math
from dataclasses import replace

import numpy as np
import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.answers.columns import (
    SCHEMA,
    answer_to_columns,
    body,
    chosen,
    columns_to_answer,
    columns_to_table,
    drawn,
    listed,
    significant,
    table_to_columns,
)
from twoplustwo.answers.schema import to_json
from twoplustwo.base.errors import OptionError

from .made import made
from .placed import answer


def test_a_table_by_columns():
    form = table_to_columns(made().rows)
    assert form == {
        "length": 2,
        "columns": [
            {"name": "base", "kind": "bases"},
            {"name": "outcome"},
            {"name": "reachable"},
            {"name": "margin_s", "unit": "s", "from": "commit"},
        ],
        "data": {
            "base": ["kozelsk", "irkutsk"],
            "outcome": ["met", "out_of_reach"],
            "reachable": [True, False],
            "margin_s": [12.5, None],
        },
    }
    assert {type(one) for one in form["data"]["outcome"]} == {str}


def test_everything_but_tables_is_as_in_the_answer_object():
    form, whole = answer_to_columns(made()), to_json(made())
    for part in (form, whole):
        for name in ("schema", "rows", "columns", "tables", "label"):
            part.pop(name, None)
    assert form == whole


def test_it_names_its_schema_and_the_position():
    form = answer_to_columns(made())
    assert form["schema"] == SCHEMA == "twoplustwo.columns/1"
    assert form["label"] == "us"
    assert body([made()])["schema"] == SCHEMA and len(body([made(), made()])["answers"]) == 2


@pytest.mark.parametrize(
    ("asked", "come"),
    [
        ("none", []),
        ("views", ["bases", "tracks", "rings", "cells"]),
        ("all", ["bases", "tracks", "rings", "cells", "hidden"]),
        ("hidden", ["hidden"]),
        ("hidden, bases", ["bases", "hidden"]),
        ("views,hidden", ["bases", "tracks", "rings", "cells", "hidden"]),
        (["rows"], []),
    ],
)
def test_tables_come_with_data_when_asked_for(asked, come):
    form = answer_to_columns(answer(), asked)
    assert [name for name, one in form["tables"].items() if "data" in one] == come
    assert all(one["length"] > 0 for one in form["tables"].values())


def test_an_unknown_table_is_an_error_with_the_nearest():
    with pytest.raises(OptionError) as caught:
        answer_to_columns(answer(), "basis")
    assert "icbm-reach has no table 'basis'" in caught.value.what
    assert caught.value.where == "tables"
    assert "rows, bases, tracks" in caught.value.why
    assert "did you mean bases?" in caught.value.fix


def test_a_position_without_an_answer_has_no_tables_and_is_no_error():
    assert chosen(answer(tables={}), "cells") == frozenset({"cells"})
    assert answer_to_columns(answer(tables={}), "cells")["tables"] == {}


def test_views_say_what_is_drawn():
    assert drawn(answer(views=())) == []
    curve = {"kind": "curve", "table": "hidden", "marks": "bases"}
    assert drawn(answer(views=(curve,))) == ["hidden", "bases"]


@pytest.mark.parametrize("one", [made(), answer(), made(position=None, positions=("a", "b"))])
def test_there_and_back(one):
    form = json.loads(orjson.dumps(answer_to_columns(one, "all")))
    back = columns_to_answer(form)
    assert answer_to_columns(back, "all") == form
    assert back.label == one.label and back.rows.names == one.rows.names
    assert {name: len(table) for name, table in back.tables.items()} == {
        name: len(table) for name, table in one.tables.items()
    }


def test_a_meaning_in_two_languages_is_taken_in_english():
    form = {
        "length": 1,
        "columns": [{"name": "x_s", "unit": "s", "means": {"en": "a", "ru": "б"}}],
        "data": {"x_s": [1.0]},
    }
    assert columns_to_table(form).columns[0].means == "a"


@given(st.lists(st.floats(allow_nan=True, allow_infinity=True), min_size=1))
def test_six_digits_of_any_number(values):
    short = listed(np.array(values, dtype=float))
    for one, before in zip(short, values, strict=True):
        if not math.isfinite(before):
            assert one is None
        elif before and 1e-290 < abs(before) < 1e290:
            assert one == pytest.approx(before, rel=5.0001e-6, abs=0.0)
            digits = repr(one).split("e")[0].replace("-", "").replace(".", "").strip("0")
            # powers of ten are exact up to 22 only; nothing on Earth is larger or smaller here
            assert len(digits) <= 6 or not 1e-15 < abs(before) < 1e20
        else:
            assert one == pytest.approx(before, rel=1e-5)


@given(st.floats(min_value=1e-20, max_value=1e20))
def test_what_is_rounded_is_the_nearest_number_of_six_digits(value):
    # Python's own formatting is the witness; ties apart, both give the same number
    assert significant(np.array([value]))[0] == pytest.approx(float(f"{value:.6g}"), rel=1.1e-5)
    again = significant(significant(np.array([value])))[0]
    assert again == significant(np.array([value]))[0]


def test_known_numbers():
    values = np.array([123456.789, 0.000123456789, 6378137.0, -2.0, 0.0, 1e-320])
    assert significant(values)[:5].tolist() == [123457.0, 0.000123457, 6378140.0, -2.0, 0.0]


def test_a_table_that_is_drawn_comes_with_its_twin_in_another_language():
    """The page draws the words of its language, so that both come with their data."""
    table = made().rows
    whole = answer(views=({"kind": "table", "table": "said"},))
    whole = replace(whole, tables={**whole.tables, "said": table, "said_ru": table})
    assert drawn(whole) == ["said", "said_ru"]
    assert all("data" in answer_to_columns(whole)["tables"][one] for one in ("said", "said_ru"))
