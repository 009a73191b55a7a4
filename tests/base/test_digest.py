"""Digests: equal for equal values, different for different ones, the same everywhere."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from twoplustwo import base
from twoplustwo.base.digest import digest, sources_digest


@dataclass
class Pair:
    left: float
    right: str


def test_known():
    # SHA-256 of b"S", the length as eight little-endian bytes, and the text.
    assert digest("a") == "ead635c00f3eb3501a9601046df38ccba02abc0afd12f37214c530c6ef734323"


def test_equal_values():
    assert digest({"a": 1.0, "b": [1, 2]}) == digest({"b": (1, 2), "a": 1.0})
    assert digest({1, 2, 3}) == digest({3, 2, 1})
    assert digest(np.float64(0.1)) == digest(0.1)
    assert digest(np.arange(3.0)) == digest(np.arange(6.0)[::2].copy() / 2)
    assert digest(Pair(1.0, "x")) == digest(Pair(1.0, "x"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, 1.0),
        (1, True),
        (0.0, -0.0),
        ("ab", b"ab"),
        (["ab"], ["a", "b"]),
        ([1, [2]], [[1], 2]),
        (None, "None"),
        (np.zeros(2), np.zeros((2, 1))),
        (np.zeros(2), np.zeros(2, dtype=np.float32)),
        (Pair(1.0, "x"), {"left": 1.0, "right": "x"}),
        ({"a": 1}, {"a": 2}),
    ],
)
def test_different_values(one, other):
    assert digest(one) != digest(other)


def test_refuses_what_has_no_value():
    with pytest.raises(TypeError, match="cannot digest a object"):
        digest(object())
    with pytest.raises(TypeError, match="a path is no value"):
        digest(Path())


def test_sources(tmp_path):
    (tmp_path / "a.py").write_text("x = 1\n")
    before = sources_digest(tmp_path)
    assert before == sources_digest(str(tmp_path))
    (tmp_path / "note.txt").write_text("not a source")
    assert before == sources_digest(tmp_path)
    (tmp_path / "a.py").write_text("x = 2\n")
    assert before != sources_digest(tmp_path)
    assert sources_digest(base) == sources_digest(base)
