"""Rows remembered within bounds."""

import numpy as np

from twoplustwo.stages.memory_cache import MemoryCache, weight


def row(size: int) -> tuple:
    return np.zeros(size), (np.zeros(size, np.float32), None)


def test_a_row_weighs_its_arrays():
    assert weight(row(10)) == 120
    assert weight(None) == 0


def test_the_least_used_goes_first_when_there_are_too_many():
    memory = MemoryCache(2, 1e9)
    for name in (b"a", b"b"):
        memory.put(name, name)
    assert memory.get(b"a") == b"a"  # used again
    memory.put(b"c", b"c")
    assert [memory.get(name, "gone") for name in (b"a", b"b", b"c")] == [b"a", "gone", b"c"]


def test_the_weight_of_all_is_bounded_but_one_row_always_stays():
    memory = MemoryCache(100, 300.0)
    for i in range(5):
        memory.put(bytes([i]), row(10))  # 120 bytes each
    assert [memory.get(bytes([i])) is not None for i in range(5)] == [False] * 3 + [True] * 2
    heavy = memory.put(b"heavy", row(1_000))
    assert memory.get(b"heavy") is heavy
    assert memory.get(bytes([4])) is None
    memory.put(b"heavy", row(1))  # kept again: weighed once
    memory.put(b"x", row(10))
    assert memory.get(b"heavy") is not None


def test_nothing_can_be_a_row():
    memory = MemoryCache(2, 1e9)
    memory.put(b"a", None)
    assert memory.get(b"a", "unknown") is None
    memory.clear()
    assert memory.get(b"a", "unknown") == "unknown"
