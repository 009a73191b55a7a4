"""Random changes of europe-2007 and common; `python tests/fuzz/fuzz.py FIRST COUNT` tries more."""

import logging
from pathlib import Path

import pytest

from .fuzz import Fuzzer, remembered

COUNT = 250


@pytest.fixture
def fuzzer(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.CRITICAL)
    with remembered():
        yield Fuzzer(tmp_path)


def test_whatever_is_changed_is_read_or_refused_with_its_place(fuzzer: Fuzzer):
    ends = [fuzzer.run(number) for number in range(COUNT)]
    assert [what for end, what in ends if end == "wrong"] == []
    counted = {end: sum(one == end for one, _ in ends) for end in ("read", "refused")}
    assert min(counted.values()) > COUNT // 20  # the changes do what they are meant to
