"""Answers in brief: sentences first, in the width there is, with names for identifiers."""

import pytest

import twoplustwo as tpt
from twoplustwo.doors import brief
from twoplustwo.doors.cli import tables

from ..reports import samples


@pytest.fixture
def wide(monkeypatch):
    """Set the width of the lines."""
    return lambda columns: monkeypatch.setenv("COLUMNS", str(columns))


def test_the_first_screen_has_every_party_and_its_verdict(command, wide):
    wide(80)
    said = command("ask", "icbm-reach", "--brief")
    lines = said.out.splitlines()
    assert said.status == 0 and len(lines) <= 24 and max(map(len, lines)) <= 80
    for words in ("Independent critics", "Russia", "United States", "could be met in time"):
        assert words in said.out
    assert said.out.count("At least one listed flight could be met in time; range ") == 3
    assert "vypolzovo" not in said.out and "--full" in lines[-1] and "--cite" in lines[-1]


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
def test_no_verdict_is_left_out_for_want_of_room(europe, wide, columns):
    wide(columns)
    text = tables.told([samples.icbm_reach("us")], europe)
    head = next(line for line in text.splitlines() if line.startswith("base"))
    assert "reachable" in head and "outcome" in head
    assert len(head) <= max(columns, len(head.rstrip()))
    if columns == 80:
        assert "more columns: --format csv or json" in text


def test_wider_shows_more(europe, wide):
    wide(80)
    narrow = tables.told([samples.icbm_reach("us")], europe)
    wide(200)
    assert "closing" not in narrow and "closing" in tables.told([samples.icbm_reach("us")], europe)


def test_a_printed_answer_is_short(europe):
    answer = tpt.ask("icbm-reach", "us")
    assert len(str(answer).encode()) <= 2048 and str(answer) == repr(answer)
    assert "United States" in str(answer) and "could be met in time" in str(answer)
    assert "rows in .rows" in str(answer)
    assert len(str(tpt.why("icbm-reach", ["us", "russia"])).encode()) <= 2048
    assert str(tpt.ask("icbm-reach", ["us", "russia"])).count("rows in .rows") == 2


def test_what_cannot_be_answered_is_said(europe):
    from dataclasses import replace

    answer = samples.icbm_reach("us")
    for holds, words in ((None, "Not answerable"), (True, "No listed flight"), (False, "At least")):
        first = replace(answer.headline, test="share_reachable = 0 %", holds=holds)
        assert any(words in one for one in brief.lines(replace(answer, headline=first), europe)), (
            words
        )
