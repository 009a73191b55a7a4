"""Every case, computed afresh: its status is true, and what was recorded still comes out."""

from functools import cache

import pytest

from twoplustwo.validation import recorded
from twoplustwo.validation.cases import NOT_RUN, load
from twoplustwo.validation.find import root
from twoplustwo.validation.room import Result, run

ROOM = load()
RECORD = recorded.read(root())
RAN = [one.id for one in ROOM.cases.values() if one.status != NOT_RUN]


@cache
def result(name: str) -> Result:
    """One computation for all tests of a case."""
    return run(ROOM.cases[name])


@pytest.mark.parametrize("name", ROOM.cases)
def test_status(name):
    one = result(name)
    assert one.judged == one.case.status, (
        f"{name} says {one.case.status}: ours is {one.ours}, expected {one.case.expected}"
    )


@pytest.mark.parametrize("name", RAN)
def test_record(name):
    ours, line = result(name).ours, RECORD[name]
    if isinstance(line.value, str):
        assert recorded.written(ROOM.cases[name], ours)[0] == line.value
    else:
        assert line.unit == ROOM.cases[name].expected.unit
        assert ours == pytest.approx(line.value, rel=1e-3)


def test_nothing_else_is_recorded():
    assert sorted(RECORD) == sorted(RAN)


def test_the_room_is_wide_enough():
    """At least 40 cases that were run, from at least 12 sources that do not repeat each other."""
    sources = [ROOM.authorities[ROOM.cases[name].source] for name in RAN]
    assert len(RAN) >= 40
    assert len({one.same_as or one.id for one in sources if not one.own}) >= 12


def test_every_authority_is_asked():
    asked = {one.source for one in ROOM.cases.values()}
    asked |= {ROOM.authorities[one].same_as for one in asked}
    assert sorted(set(ROOM.authorities) - asked) == []
