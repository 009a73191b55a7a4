"""Random changes of dossiers, 2,000 of them; `make fuzz N=100000` tries more."""

import logging
from collections import Counter
from pathlib import Path

import pytest

from .fuzz import DOSSIERS, Fuzzer
from .remembered import remembered

COUNTS = dict(zip(DOSSIERS, (1600, 240, 80, 80), strict=True))
"""The small one often, for it is quick; those that come with the package too."""


@pytest.mark.parametrize("name", DOSSIERS)
def test_whatever_is_changed_is_read_or_refused_with_its_place(
    name: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.CRITICAL)
    ends: Counter[str] = Counter()
    with remembered():
        fuzzer = Fuzzer(tmp_path, name)
        for number in range(COUNTS[name]):
            end, what = fuzzer.run(number)
            ends[end] += 1
            assert end != "wrong", f"{number}: {what}"
    # the changes do what they are meant to
    assert min(ends["read"], ends["refused"]) > COUNTS[name] // 20
    assert sum(ends.values()) == COUNTS[name]


def test_two_thousand_in_all():
    assert sum(COUNTS.values()) == 2000


def test_a_change_is_put_back_whole(tmp_path: Path):
    fuzzer = Fuzzer(tmp_path, DOSSIERS[0])

    def everything() -> dict[Path, bytes]:
        return {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}

    before = everything()
    assert before
    for number in range(120):
        fuzzer.run(number)
        assert everything() == before, number
