"""The changes that are made by machine: these and no others, each at its place."""

import ast
from itertools import pairwise

import pytest

from .places import changes, in_source, line_of, modules
from .relevant import test_files as files_for
from .wide import chosen

SOURCE = '''
"""Text with 1.0 + 2.0 in it; é is two bytes."""
NAME, LIMIT = "é < 3", 4.0  # 5.0 > 6.0

def f(x: float | None = 2.0, n: int = 3, *, at=x[1 + 2]) -> tuple[float, int]:
    assert x > 7.0
    if n < 2 and not x == 0.0:
        raise ValueError(1.0 + n)
    y = (x  # the first * of them
         - 2 * n)
    y += min(x, LIMIT) / np.minimum(y, 1.0)
    return y[n - 1], ~(y >= 0.5) & (n != 1), np.zeros(n * 2), -x
'''
EXPECTED = [
    ("4.0", "4.2"),
    ("2.0", "2.1"),
    ("<", ">="),
    ("and", "or"),
    ("not ", ""),
    ("==", "!="),
    ("-", "+"),
    ("2", "2.1"),
    ("*", "/"),
    ("+", "-"),
    ("min", "max"),
    ("/", "*"),
    ("minimum", "maximum"),
    ("1.0", "1.05"),
    ("~", ""),
    (">=", "<"),
    ("0.5", "0.525"),
    ("&", "|"),
    ("!=", "=="),
    ("-", ""),
]


def test_exactly_these():
    made = [(SOURCE[start:end], new) for start, end, new in in_source(SOURCE)]
    assert made == EXPECTED


def test_comments_and_texts_stay():
    for start, end, new in in_source(SOURCE):
        changed = SOURCE[:start] + new + SOURCE[end:]
        assert "# the first * of them" in changed
        assert '"é < 3"' in changed
        assert "# 5.0 > 6.0" in changed


@pytest.mark.parametrize("file", modules(["physics/b", "sensors", "engagement/a"]))
def test_every_mutant_can_be_read(file):
    for change in changes(file):
        number, before, after = line_of(change)
        assert number > 0
        assert before != after


def test_mutants_are_python():
    text = SOURCE.replace("at=x[1 + 2]", "at=None")
    for start, end, new in in_source(text):
        ast.parse(text[:start] + new + text[end:])


def test_a_sample_is_even_and_repeatable():
    every = changes("physics/kepler.py")
    some = chosen(every, 10, 0)
    assert some == chosen(every, 10, 0)
    assert some != chosen(every, 10, 1)
    at = [every.index(one) for one in some]
    assert max(b - a for a, b in pairwise(at)) <= len(every) // 10 + 1
    assert chosen(every, 0, 0) == every


def test_the_nearest_tests_come_first():
    assert files_for("physics/search.py")[0] == "tests/physics/test_search.py"
    assert files_for("engagement/window.py")[0] == "tests/engagement/test_window.py"
    for file in modules([]):
        if changes(file) and not file.endswith("numerics.py"):
            assert files_for(file), f"no test imports {file}"
