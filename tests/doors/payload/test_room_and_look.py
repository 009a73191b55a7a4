"""The validation page and the palette as the page gets them."""

import json

from twoplustwo.doors.server.payload import style, validation
from twoplustwo.reports import palette
from twoplustwo.validation import cases, find, recorded


def test_validation_is_what_was_recorded():
    found = validation.validation().plain()
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    known = recorded.read(find.root())
    ran = {one["case"]: one for one in found["cases"] if one["ours"]}
    assert {*ran} <= {*known}
    assert sum(found["counts"].values()) == len(found["cases"])
    assert {*found["counts"]} == {*found["statuses"]} == {*cases.STATUSES}
    assert {one["topic"] for one in found["cases"]} == {*found["topics"]}
    assert {one["source"] for one in found["cases"]} == {*found["authorities"]}
    for one in ran.values():
        assert one["expected"] and one["deserves"] in cases.STATUSES


def test_the_look_is_that_of_the_reports():
    found = style.style_summary().plain()
    assert {*found["outcomes"]} == {*palette.OUTCOMES}
    assert found["outcomes"]["too_late"] == {
        "color": palette.OUTCOMES["too_late"].color,
        "marker": "<",
        "dash": [5, 2],
        "filled": False,
        "says": palette.OUTCOMES["too_late"].says,
    }
    assert found["outcomes"]["met"]["dash"] is None
    assert len(found["series"]) == len(palette.SERIES)
    assert len(found["quantities"]) == len(palette.QUANTITIES)
    assert found["signs"]["plus"]["hatch"] != found["signs"]["minus"]["hatch"]
    shapes = [(one["marker"], one["filled"]) for one in found["outcomes"].values()]
    assert len({*shapes}) == len(shapes)
    assert found["cells"]["undefended"]["hatch"] != found["cells"]["twice"]["hatch"]
