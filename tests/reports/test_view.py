"""Pictures: the closed list, nulls, shared scales."""

from collections.abc import Callable

import numpy as np
import pytest

from twoplustwo.answers.answer import Answer
from twoplustwo.base.errors import OptionError
from twoplustwo.reports import page, palette
from twoplustwo.reports.view import Scene, draw
from twoplustwo.reports.view.map_cells import classes

from . import samples


def test_an_unknown_kind_names_the_nearest():
    with pytest.raises(OptionError) as caught:
        draw(samples.icbm_reach("us"), {"kind": "map.link"}, Scene())
    assert "no view of kind 'map.link'" in str(caught.value)
    assert "did you mean map.links?" in str(caught.value)


@pytest.mark.parametrize("make", [samples.icbm_reach, samples.defended_footprint])
def test_pictures_share_scale_and_size(make: Callable[[str], Answer]):
    group = [make(party) for party in samples.PARTIES]
    scene = Scene(group=group)
    for view in group[0].views:
        if view["kind"] == "table":
            continue
        pictures = [draw(answer, view, scene) for answer in group]
        shapes = {tuple(picture.figure.get_size_inches()) for picture in pictures}
        assert len(shapes) == 1
        for axes in zip(*(picture.figure.axes for picture in pictures), strict=True):
            assert len({ax.get_xlim() for ax in axes}) == 1
            assert len({ax.get_ylim() for ax in axes}) == 1
        assert all(picture.alt for picture in pictures)


def test_rows_of_nulls_are_drawn():
    answer = samples.icbm_reach("us")
    answer.rows.data["margin_s"][:] = np.nan
    answer.rows.data["intercept_lat_deg"][:] = np.nan
    for view in answer.views[:2]:
        assert draw(answer, view, Scene(group=[answer])).svg().startswith(b"<?xml")


def test_cells_fall_into_one_class_each():
    answer = samples.defended_footprint("us")
    found = classes(answer.table("cells"), {})
    total = sum(chosen.astype(int) for chosen in found.values())
    threatened = answer.table("cells").column("threatened")
    assert (total == threatened).all()


def test_outcomes_differ_by_more_than_colour():
    styles = list(palette.OUTCOMES.values())
    assert len({style.marker for style in styles}) == len(styles)
    assert len({fill.hatch for fill in palette.CELLS.values()}) == len(palette.CELLS)


def test_a_colour_and_a_shape_mean_one_kind_of_thing():
    positions = {(one.color, one.marker) for one in palette.SERIES}
    for others in (palette.OUTCOMES.values(), palette.VERDICTS.values(), palette.QUANTITIES):
        assert not {one.color for one in others} & {color for color, _ in positions} - {
            palette.BLACK
        }
        assert not {(one.color, one.marker) for one in others} & positions
    shapes = {marker for _, marker in positions}
    assert not {one.marker for one in palette.OUTCOMES.values()} & shapes
    assert not {one.color for one in palette.CELLS.values()} & {color for color, _ in positions}


def test_a_verdict_takes_no_side():
    """Neither a hue nor a tick or cross: filled is what holds, hollow what fails."""
    for name, style in palette.VERDICTS.items():
        assert style.color in (palette.BLACK, palette.GREY)
        assert style.marker in "sD_|"
        if name.split("_")[0] in ("holds", "fails"):
            assert style.filled == name.startswith("holds")


@pytest.mark.parametrize("paper", ["#ffffff", "#171c21"], ids=["light", "dark"])
def test_marks_stand_out_from_the_paper(paper):
    """Three to one, as WCAG 2.2 asks of graphics; black turns into the ink of the theme."""
    for one in (*palette.OUTCOMES.values(), *palette.SERIES[:4], *palette.QUANTITIES):
        if one.color not in (palette.BLACK, palette.GREY, palette.SERIES[3].color):
            assert contrast(one.color, paper) >= 2.99, one.color


def contrast(one: str, other: str) -> float:
    """Contrast of two colours ``#rrggbb``, by WCAG 2.2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_curve_marks_every_claim():
    answer = samples.speed_curve()
    picture = draw(answer, answer.views[0], Scene(group=[answer], names=samples.RUN_INFO["names"]))
    said = {text.get_text() for text in picture.figure.texts}
    assert {"United States", "Russia", "Independent analysts"} <= said
    words = {t.get_text() for ax in picture.figure.axes for t in ax.texts}
    assert "too late by 72 s" in words and "in time by 100 s" in words
    assert len(picture.spots["columns"]) == 3


def test_what_is_not_answerable_gets_its_block_too():
    from dataclasses import replace

    whole = samples.defended_footprint("us")
    words = {"en": "Not answerable: no claim of x."}
    bare = replace(
        whole,
        position="zz",
        rows=samples.table([]),
        tables={},
        headline=replace(whole.headline, value=None, holds=None, sentence=words),
        headlines=(),
    )
    scene = Scene(group=[whole, bare])
    for view in bare.views:
        if view["kind"] != "table":
            assert "Not answerable: no claim of x." in draw(bare, view, scene).alt
            assert draw(whole, view, scene).alt
    shown = page.render([whole, bare], None, {})
    assert shown.count('data-party="zz"') == shown.count('data-party="us"')
