"""Tests on a column: what is read, what holds, what is refused."""

import math

import pytest

from twoplustwo.base.criterion import Criterion
from twoplustwo.base.errors import OptionError


@pytest.mark.parametrize(
    ("text", "value", "holds"),
    [
        ("share_reachable <= 1 %", 0.01, True),
        ("share_reachable <= 1 %", 0.0100001, False),
        ("share_reachable = 0 %", 0.0, True),
        ("share = 57 %", 0.57, True),
        ("margin_s < -10 s", -10.0, False),
        ("margin_s >= 1 min", 60.0, True),
        ("count > 3", 4.0, True),
        ("count > 3", None, None),
        ("count > 3", math.nan, None),
    ],
)
def test_holds(text, value, holds):
    assert Criterion.parse(text).holds(value) is holds
    assert str(Criterion.parse(text)) == text
    assert Criterion.parse(str(Criterion.parse(text))) == Criterion.parse(text)


@pytest.mark.parametrize(
    "text", ["", "share", "share under 3", "share <= x", "3 <= share", "a == 1"]
)
def test_refuses(text):
    with pytest.raises(OptionError) as caught:
        Criterion.parse(text)
    assert f"{text!r} is not a test" in str(caught.value)
    assert "COLUMN (=|<|<=|>|>=) VALUE [unit]" in str(caught.value)


def test_unknown_unit():
    with pytest.raises(OptionError) as caught:
        Criterion.parse("speed <= 5 kms")
    assert "unknown unit, 'kms'" in str(caught.value)
