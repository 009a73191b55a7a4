"""Things of several kinds with one identifier: each is called by its own name."""

import numpy as np
import pytest

from twoplustwo.base.table import Column, Table
from twoplustwo.doors import dossiers
from twoplustwo.reports import caption, cells, labels
from twoplustwo.reports.view import Scene, draw
from twoplustwo.reports.view.drawing import Drawing

from . import samples

NAMES = {
    "hill": {"en": "Hill", "ru": "Холм"},
    "radars.hill": {"en": "Radar on the hill", "ru": "Радар на холме"},
    "sites.hill": {"en": "Hill", "ru": "Холм"},
}


def test_a_name_is_that_of_the_kind():
    assert labels.name("hill", NAMES) == "Hill"
    assert labels.name("hill", NAMES, "radars") == "Radar on the hill"
    assert labels.name("hill", NAMES, "bases") == "Hill"  # no such thing: as without a kind
    assert labels.name("hill, hill", NAMES, "radars") == "Radar on the hill, Radar on the hill"


def test_a_cell_is_called_by_the_kind_of_its_column():
    assert cells.cell("hill", Column("radar", kind="radars"), NAMES)["text"] == "Radar on the hill"
    assert cells.cell("hill", Column("site", kind="sites"), NAMES)["text"] == "Hill"


def test_a_view_knows_the_kinds_of_its_columns():
    table = Table((Column("radar", kind="radars"),), {"radar": np.array(["hill"], dtype=object)})
    answer = samples.icbm_reach("us")
    answer.tables["seen"] = table
    drawing = Drawing(answer, {"kind": "spans", "table": "seen", "y": "radar"}, [answer], NAMES)
    assert (drawing.kind("y"), drawing.kind("by")) == ("radars", "")
    assert drawing.name("hill", drawing.kind("y")) == "Radar on the hill"


def test_a_caption_calls_an_option_by_its_kind():
    from dataclasses import replace

    answer = replace(samples.icbm_reach("us"), options={"radar": "hill", "site": "hill"})
    info = {"names": NAMES, "questions": {answer.question: {"kinds": {"radar": "radars"}}}}
    text = "\n".join(caption.of(answer, info).lines)
    assert "radar Radar on the hill, site Hill" in text and "radar Радар на холме" in text


@pytest.mark.parametrize("shipped", ["europe-2007", "korea-2016"])
def test_names_of_a_dossier_tell_them_apart(shipped):
    dossier = dossiers.load(shipped)
    names = dossiers.names(dossier)
    things = [one for some in dossier.things.values() for one in some.values() if one.name]
    shared = [one for one in things if sum(one.id == other.id for other in things) > 1]
    assert shared  # each shipped dossier has some
    for one in shared:
        assert names[one.path] == one.name
        assert labels.name(one.id, names, one.kind) == one.name["en"]


def test_bars_and_grids_call_each_by_the_kind_of_its_column():
    table = Table(
        (
            Column("radar", kind="radars"),
            Column("site", kind="sites"),
            Column("share", "1"),
            Column("mark"),
        ),
        {
            "radar": np.array(["hill"], dtype=object),
            "site": np.array(["hill"], dtype=object),
            "share": np.array([0.5]),
            "mark": np.array(["holds"], dtype=object),
        },
    )
    answer = samples.icbm_reach("us")
    answer.tables["seen"] = table
    scene = Scene(names=NAMES)
    seen = {"table": "seen", "y": "radar"}
    by_site = {"kind": "bars", "x": "share", "by": "site", **seen}
    (bars,) = draw(answer, by_site, scene).figure.axes
    assert [text.get_text() for text in bars.get_yticklabels()] == ["Radar on the hill"]
    assert [text.get_text() for text in bars.texts] == ["Hill"]
    crossed = {"kind": "grid", "x": "site", "mark": "mark", **seen}
    (grid,) = draw(answer, crossed, scene).figure.axes
    assert [text.get_text() for text in grid.get_yticklabels()] == ["Radar on the hill"]
    assert [text.get_text() for text in grid.get_xticklabels()] == ["Hill"]
    spread = {"kind": "scatter", "x": "share", "y": "share", "label": "radar", "mark": "mark"}
    (plane,) = draw(answer, {**spread, "table": "seen"}, scene).figure.axes
    assert "Radar on the hill" in [text.get_text() for text in plane.texts]
