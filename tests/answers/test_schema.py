"""The answer object: its keys, its nulls, the way back."""

import json

import numpy as np
import pytest

from twoplustwo.answers.answer import Headline
from twoplustwo.answers.schema import array, body, dumps, from_json, plain, to_json

from .made import made


def test_keys_are_those_of_the_schema():
    data = to_json(made())
    assert list(data) == [
        "schema",
        "id",
        "question",
        "position",
        "as_of",
        "dossier",
        "measures",
        "options",
        "headline",
        "headlines",
        "columns",
        "rows",
        "outcomes",
        "assumptions",
        "left_out",
        "citations",
        "tables",
        "views",
        "made",
        "laid",
        "published",
    ]
    assert data["schema"] == "twoplustwo.answer/1"
    assert data["columns"][3] == {"name": "margin_s", "unit": "s", "from": "commit"}


def test_null_never_nan():
    text = dumps(to_json(made(headline=Headline("x", float("nan"), low=float("inf")))))
    assert "NaN" not in text and "Infinity" not in text
    data = json.loads(text)
    assert data["rows"][1]["margin_s"] is None
    assert data["headline"]["value"] is None and data["headline"]["low"] is None


def test_plain_types():
    row = to_json(made())["rows"][0]
    assert row == {"base": "kozelsk", "outcome": "met", "reachable": True, "margin_s": 12.5}
    assert type(row["outcome"]) is str and type(row["reachable"]) is bool
    assert plain({"a": np.float64("nan"), "b": (np.int64(3),)}) == {"a": None, "b": [3]}


def test_several_answers_stand_in_a_list():
    assert body([made()])["schema"] == "twoplustwo.answer/1"
    both = body([made(), made(position="zz")])
    assert both["schema"] == "twoplustwo.answers/1"
    assert [one["position"] for one in both["answers"]] == ["us", "zz"]


def test_an_analysis_has_positions():
    data = to_json(made(position=None, positions=("a", "b")))
    assert "position" not in data and data["positions"] == ["a", "b"]


@pytest.mark.parametrize("position", ["us", None])
def test_there_and_back(position):
    answer = made(position=position, positions=() if position else ("a", "b"))
    data = json.loads(dumps(to_json(answer)))
    back = from_json(data)
    assert json.loads(dumps(to_json(back))) == data
    assert np.isnan(back.rows.column("margin_s")[1])


def test_columns_of_nulls_keep_their_type():
    assert array([None, None], numeric=True).dtype == float
    assert array([None, "a"]).dtype == object
    assert array([True, None]).tolist() == [True, None]


def test_unknown_table_names_those_there_are():
    with pytest.raises(KeyError, match="it has rows, again"):
        made().table("agian")
