"""How many threads a computation may use."""

import os

import pytest

from twoplustwo.base.errors import OptionError
from twoplustwo.base.threads import THREADS, thread_count


def test_one_for_each_core(monkeypatch):
    monkeypatch.delenv(THREADS, raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 7)
    assert thread_count() == 7
    monkeypatch.setattr(os, "cpu_count", lambda: None)  # where nobody knows
    assert thread_count() == 1


@pytest.mark.parametrize("count", [1, 3, 16])
def test_as_many_as_the_environment_says(monkeypatch, count):
    monkeypatch.setenv(THREADS, str(count))
    assert thread_count() == count


@pytest.mark.parametrize("said", ["0", "-2", "two", "1.5", " "])
def test_anything_else_is_refused_and_explained(monkeypatch, said):
    monkeypatch.setenv(THREADS, said)
    with pytest.raises(OptionError, match=r"whole number of at least 1") as refused:
        thread_count()
    assert repr(said) in refused.value.what
    assert refused.value.where == THREADS
