"""Intervals, points and rings: open ends, shared scales, shape beside colour."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from twoplustwo.answers.answer import Answer, Headline
from twoplustwo.base.table import Column
from twoplustwo.reports import labels, palette
from twoplustwo.reports.view import Scene, draw, drawable

from .parts import table

SPANS = {"kind": "spans", "y": "event", "low": "low_year", "high": "high_year", "mark": "party"}
SCATTER = {"kind": "scatter", "x": "reach", "y": "coverage", "mark": "site", "label": "design"}
RINGS = {"kind": "map.rings", "label": "missile", "mark": "inf"}


def years(position: str | None = None, late: float = 2015.0) -> Answer:
    rows = [
        {"event": "first-flight", "party": "russia", "low_year": 2010.0, "high_year": None},
        {"event": "first-flight", "party": "us", "low_year": 2010.0, "high_year": late},
        {"event": "second", "party": "us", "low_year": 2012.0, "high_year": 2012.0},
        {"event": "never", "party": "us", "low_year": None, "high_year": None},
    ]
    return Answer("dates", Headline("n", 1.0), table(rows), position=position)


def designs() -> Answer:
    rows = [
        {"design": "a", "site": "poland", "reach": 1.0, "coverage": 3.0, "on_front": True},
        {"design": "b", "site": "turkey", "reach": 2.0, "coverage": 5.0, "on_front": True},
        {"design": "c", "site": "turkey", "reach": 3.0, "coverage": 4.0, "on_front": False},
        {"design": "d", "site": "turkey", "reach": None, "coverage": 4.0, "on_front": True},
    ]
    made = table(rows, reach="s", coverage="s")
    return Answer("designs", Headline("n", 1.0), made, positions=("a", "b"))


def rings(position: str = "us") -> Answer:
    turns = np.linspace(0.0, 2 * np.pi, 24, endpoint=False)
    points = [
        {
            "ring": f"ring-{reach}",
            "missile": f"missile-{reach}",
            "inf": "in" if reach < 30 else "out",
            "lat_deg": 38.0 + reach * np.cos(turn),
            "lon_deg": 46.0 + reach * np.sin(turn),
        }
        for reach in (10, 20, 40)
        for turn in turns
    ]
    places = table([{"launch_area": "tabriz", "lat_deg": 38.0, "lon_deg": 46.0}])
    return Answer(
        "rings",
        Headline("n", 1.0),
        table([{"n_s": 1.0}]),
        position=position,
        tables={"rings": table(points), "launch_areas": places},
    )


def intervals(picture):
    """(left, right, line) of what is drawn as an interval."""
    lines = picture.figure.axes[0].lines
    return [
        (*line.get_xdata(), line.get_linestyle()) for line in lines if line.get_linewidth() == 2.2
    ]


def test_an_open_end_runs_to_the_edge():
    picture = draw(years(), SPANS, Scene())
    edge = picture.figure.axes[0].get_xlim()[1]
    ends = [tuple(one[:2]) for one in intervals(picture)]
    assert ends == [(2010.0, edge), (2010.0, 2015.0), (2012.0, 2012.0)]
    arrows = [one for one in picture.figure.axes[0].lines if one.get_marker() == ">"]
    assert [one.get_xdata()[0] for one in arrows] == [edge]


def test_marks_of_intervals_differ_by_more_than_colour():
    shown = intervals(draw(years(), SPANS, Scene()))
    assert shown[0][2] != shown[1][2]


def test_a_name_without_an_interval_keeps_its_line():
    axes = draw(years(), SPANS, Scene()).figure.axes[0]
    assert [one.get_text() for one in axes.get_yticklabels()] == ["First Flight", "Second", "Never"]


def test_blocks_have_titles_and_lines_say_what_they_are():
    view = {**SPANS, "by": "party", "at": [{"value": 2013, "says": {"en": "radar ready"}}]}
    picture = draw(years(), view, Scene(names={"us": {"en": "United States"}}))
    axes = picture.figure.axes[0]
    assert {"Russia", "United States"} <= {one.get_text() for one in axes.texts}
    assert "radar ready" in {one.get_text() for one in axes.get_legend().get_texts()}
    assert any(list(one.get_xdata()) == [2013, 2013] for one in axes.lines)


def test_lines_may_come_from_a_column():
    axes = draw(years(), {**SPANS, "at": "low_year"}, Scene()).figure.axes[0]
    drawn = {tuple(one.get_xdata()) for one in axes.lines}
    assert {(2010.0, 2010.0), (2012.0, 2012.0)} <= drawn


def test_intervals_of_a_group_share_their_axis():
    group = [years("a"), years("b", late=2030.0)]
    limits = {draw(one, SPANS, Scene(group=group)).figure.axes[0].get_xlim() for one in group}
    assert len(limits) == 1


def test_years_are_shown_without_a_space():
    axes = draw(years(), SPANS, Scene()).figure.axes[0]
    assert axes.xaxis.get_major_formatter()(2012.0, 0) == "2012"
    assert labels.number(2007.9, Column("first_year")) == "Nov 2007"
    assert labels.number(2021.5, Column("first_year")) == "mid-2021"
    assert labels.number(2012.0, Column("first_year")) == "2012"
    assert labels.headline(2015.0, Headline("x", 2015.0, show="year")) == "2015"


def test_the_front_is_joined_and_named():
    picture = draw(designs(), {**SCATTER, "front": "on_front"}, Scene())
    axes = picture.figure.axes[0]
    joined = [one for one in axes.lines if one.get_drawstyle().startswith("steps")]
    assert [tuple(xy) for one in joined for xy in one.get_xydata()] == [(1.0, 3.0), (2.0, 5.0)]
    assert {one.get_text() for one in axes.texts} == {"A", "B"}
    assert "3 points" in picture.alt


def test_the_front_steps_by_what_is_better():
    """A design between two of the front has the y of the worse one."""
    for way, steps in (("down", "steps-post"), ("up", "steps-pre")):
        view = {**SCATTER, "front": "on_front", "better": {"x": way, "y": "up"}}
        axes = draw(designs(), view, Scene()).figure.axes[0]
        assert [one.get_drawstyle() for one in axes.lines if len(one.get_xdata()) > 1][-1] == steps
        assert "better" in axes.get_xlabel() and "better" in axes.get_ylabel()


def test_points_differ_by_shape():
    axes = draw(designs(), SCATTER, Scene()).figure.axes[0]
    shapes = {(one.get_marker(), one.get_color()) for one in axes.lines if len(one.get_xdata())}
    assert len({marker for marker, _ in shapes}) == 2


def test_rings_are_closed_labelled_and_told_apart():
    axes = draw(rings(), RINGS, Scene()).figure.axes[0]
    closed = [one for one in axes.lines if len(one.get_xdata()) > 2]
    assert len(closed) == 3
    for one in closed:
        assert tuple(one.get_xydata()[0]) == tuple(one.get_xydata()[-1])
    assert {one.get_text() for one in axes.texts} >= {"Missile 10", "Missile 40", "Tabriz"}
    assert len({one.get_linestyle() for one in closed}) == 2


def test_rings_grow_outwards_on_the_map():
    axes = draw(rings(), RINGS, Scene()).figure.axes[0]
    widths = [np.ptp(one.get_xdata()) for one in axes.lines if len(one.get_xdata()) > 2]
    assert all(inner < outer for inner, outer in pairwise(widths))


@pytest.mark.parametrize(("make", "view"), [(years, SPANS), (rings, RINGS)])
def test_nothing_to_draw_is_said(make, view):
    bare = replace(make("us"), rows=table([]), tables={})
    assert not drawable(bare, view)
    assert "Nothing to draw" in draw(bare, view, Scene(group=[make("us"), bare])).alt


def test_styles_past_the_end_of_the_series_are_hollow():
    styles = palette.named([str(number) for number in range(9)])
    seen = {(one.color, one.marker, one.filled) for one in styles.values()}
    assert len(seen) == 9


def test_the_key_lies_below_the_axis_and_says_yes_and_no():
    view = {**SCATTER, "mark": "on_front"}
    figure = draw(designs(), view, Scene()).figure
    figure.draw_without_rendering()
    axes, renderer = figure.axes[0], figure.canvas.get_renderer()
    legend = axes.get_legend()
    assert {one.get_text() for one in legend.get_texts()} == {"on front: yes", "on front: no"}
    below = axes.xaxis.get_label().get_window_extent(renderer).y0
    assert legend.get_window_extent(renderer).y1 <= below + 1
    assert legend.get_window_extent(renderer).y0 >= 0
