"""Marks where a statement meets a party."""

import pytest

from twoplustwo.answers.answer import Answer, Headline
from twoplustwo.reports import palette
from twoplustwo.reports.view import Scene, draw

from .parts import table

VIEW = {"kind": "grid", "y": "says", "x": "position", "mark": "mark"}
LONG = "A statement so long that one line of a picture cannot hold all of its words by far."


def answer(positions=("a", "b"), marks=("holds", "fails_depends")):
    rows = [
        {"says": says, "position": position, "mark": mark}
        for says in ("Short.", LONG)
        for position, mark in zip(positions, marks, strict=True)
    ]
    return Answer("claims", Headline("n", 1.0), table(rows), positions=tuple(positions))


def drawn(**more):
    return draw(answer(**more), VIEW, Scene())


def test_every_row_is_marked_where_its_text_meets_its_name():
    (ax,) = drawn().figure.axes
    texts = [label.get_text() for label in ax.get_yticklabels()]
    assert texts[0] == "Short." and texts[1].replace("\n", " ") == LONG
    assert "\n" in texts[1]
    spots = {
        (line.get_xdata()[0], round(float(line.get_ydata()[0]), 6), line.get_marker())
        for line in ax.lines
        if line.get_marker() not in ("", "None")
    }
    heights = [round(float(one), 6) for one in ax.get_yticks()]
    assert spots == {(x, y, m) for y in heights for x, m in ((0, "s"), (1, "D"))}


def test_what_depends_stands_on_its_corner_and_what_fails_is_hollow():
    styles = palette.named(("holds", "holds_depends", "fails", "fails_depends"))
    assert styles["holds"].filled and styles["holds_depends"].filled
    assert not styles["fails"].filled and not styles["fails_depends"].filled
    for end in ("holds", "fails"):
        assert styles[end].marker != styles[f"{end}_depends"].marker
    assert len({(s.marker, s.filled) for s in palette.VERDICTS.values()}) == len(palette.VERDICTS)


def test_the_picture_says_how_often_each_mark_stands():
    assert "a: holds 2; b: fails_depends 2" in drawn().alt


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_names_stand_in_the_order_of_the_rows(order):
    (ax,) = drawn(positions=order).figure.axes
    assert [label.get_text().casefold() for label in ax.get_xticklabels()] == list(order)


def test_nothing_reaches_over_the_edge():
    figure = drawn().figure
    figure.canvas.draw()
    (ax,) = figure.axes
    left = min(label.get_window_extent().x0 for label in ax.get_yticklabels())
    assert left >= 0.0
