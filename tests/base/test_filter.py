"""Which rows a condition picks."""

import pytest

from twoplustwo.base.errors import OptionError
from twoplustwo.base.filter import Filter

ROW = {"base": "kozelsk", "margin_s": 12.0, "reachable": True, "lat_deg": 60.0}


def keeps(text, row=ROW):
    return Filter.parse(text).keeps(row, lambda _, value: float(value))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("base = kozelsk", True),
        ("base = teykovo", False),
        ("base = teykovo or kozelsk", True),
        ("reachable = yes", True),
        ("reachable = no", False),
        ("margin_s > 11 s", True),
        ("margin_s > 11 s and base = teykovo", False),
        ("margin_s >= 12 and base = kozelsk or teykovo", True),
    ],
)
def test_conditions(text, kept):
    assert keeps(text) is kept


def test_it_is_spelled_in_one_way():
    text = "base = kozelsk or teykovo and margin_s > 0 s"
    assert str(Filter.parse(text)) == text
    assert Filter.parse(text).columns == ("base", "margin_s")


@pytest.mark.parametrize("text", ["", "base", "base =", "base ~ kozelsk", "margin_s > 5 furlongs"])
def test_what_picks_nothing(text):
    with pytest.raises(OptionError) as caught:
        Filter.parse(text)
    assert f"{text!r} picks no rows" in str(caught.value)
    assert "COLUMN = NAME [or NAME]" in str(caught.value)
