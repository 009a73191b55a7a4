"""Bars on both sides of zero, and names kept apart by a second column."""

from dataclasses import replace

import pytest
from matplotlib.colors import to_hex

from twoplustwo.reports import palette
from twoplustwo.reports.view import Scene, draw

from . import parts, samples

VIEW = {"kind": "bars", "table": "shares", "x": "share", "y": "dispute", "by": "pair"}
ROWS = [
    {"pair": "a → b", "dispute": "speed", "share": -0.5},
    {"pair": "a → b", "dispute": "delay", "share": 0.25},
    {"pair": "a → c", "dispute": "speed", "share": 0.125},
]


@pytest.fixture
def answer():
    table = parts.table(ROWS, share="1")
    return replace(samples.speed_curve(), tables={"shares": table}, views=(VIEW,))


def test_what_is_below_zero_goes_left_lighter_and_in_another_hatch(answer):
    figure = draw(answer, VIEW, Scene()).figure
    (ax,) = figure.axes
    low, high = ax.get_xlim()
    assert low < -50.0 < 0.0 < 25.0 < high
    falling = [
        bar
        for bar in ax.patches
        if bar.get_width() < 0.0 and to_hex(bar.get_facecolor()) == palette.SIGNS["minus"].color
    ]
    rising = [bar for bar in ax.patches if bar.get_width() > 0.0]
    assert [bar.get_width() for bar in falling] == [-50.0]
    assert sorted(bar.get_width() for bar in rising) == [12.5, 25.0]
    assert {bar.get_hatch() for bar in falling}.isdisjoint({bar.get_hatch() for bar in rising})
    assert "the same, below zero" in [text.get_text() for text in ax.get_legend().get_texts()]


def test_the_same_name_under_two_headings_has_two_bars(answer):
    (ax,) = draw(answer, VIEW, Scene()).figure.axes
    names = [text.get_text() for text in ax.get_yticklabels()]
    assert names == ["Speed", "Delay", "Speed"]
    assert [text.get_text() for text in ax.texts] == ["a → b", "a → c"]


def test_without_anything_below_zero_shares_go_from_nothing_to_all(answer):
    table = parts.table([{**row, "share": abs(row["share"])} for row in ROWS], share="1")
    (ax,) = draw(replace(answer, tables={"shares": table}), VIEW, Scene()).figure.axes
    assert ax.get_xlim() == (0.0, 100.0)
    assert len(ax.get_legend().get_texts()) == 1
