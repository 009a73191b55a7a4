"""CZML, read back as what it is: a list of packets."""

import json
from datetime import datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twoplustwo.answers.exports.czml import to_czml
from twoplustwo.answers.exports.origin import Look

from .placed import EARTH, NAMES, answer, circle, table, track


def moment(text):
    assert text.endswith("Z")
    return datetime.fromisoformat(text.removesuffix("Z"))


def read(text):
    """The document and the other packets, after a look at what a viewer wants of them."""
    document, *packets = json.loads(text)
    assert document["id"] == "document" and document["version"] == "1.0"
    known = {"document"}
    for one in packets:
        assert one["id"] not in known, one["id"]
        assert one.get("parent", "document") in known, "a parent comes before its children"
        known.add(one["id"])
        if "availability" in one:
            start, end = (moment(part) for part in one["availability"].split("/"))
            assert start < end
    return document, packets


def drawn(packets, what):
    return [one for one in packets if what in one]


def test_every_sort_of_feature_is_there():
    _, packets = read(to_czml([answer()], names=NAMES))
    assert len(drawn(packets, "path")) == 1
    assert len(drawn(packets, "rectangle")) == 2
    assert len(drawn(packets, "polyline")) == 2
    assert len([one for one in drawn(packets, "point") if "path" not in one]) == 3


def test_a_track_moves_from_launch_on():
    document, packets = read(to_czml([answer()], names=NAMES))
    (flight,) = drawn(packets, "path")
    position = flight["position"]
    samples = np.array(position["cartographicDegrees"]).reshape(-1, 4)
    assert samples[:, 0].tolist() == [0.0, 10.0, 20.0, 30.0]
    assert samples[:, 1].tolist() == [170.0, 178.0, -174.0, -166.0]
    assert samples[:, 3].tolist() == [0.0, 1000.0, 2000.0, 3000.0]
    start, end = (moment(part) for part in flight["availability"].split("/"))
    assert start == moment(position["epoch"]) and (end - start).total_seconds() == 30.0
    clock = document["clock"]
    assert clock["interval"] == flight["availability"] and clock["currentTime"] in clock["interval"]
    assert position["epoch"] in document["description"]
    assert "no meaning" in document["description"]
    assert flight["name"] == "Kozelsk, washington: met"


def test_places_have_colours_and_properties():
    _, packets = read(
        to_czml(
            [answer()],
            "rows",
            names=NAMES,
            paint=lambda one: Look("#d55e00", {"en": "met in time"}),
        )
    )
    (met,) = drawn(packets, "point")
    assert met["position"]["cartographicDegrees"] == [-20.765432, 70.123457, 612000.0]
    assert met["point"]["color"]["rgba"] == [213, 94, 0, 255]
    assert met["properties"]["outcome"] == "met"
    assert met["properties"]["ends"] == "met in time"


def test_without_tracks_there_is_no_clock():
    document, packets = read(to_czml([answer()], "bases"))
    assert "clock" not in document and len(drawn(packets, "point")) == 2
    document, packets = read(to_czml([answer(tables={}, rows=table(base=[]))]))
    assert packets == []


def test_cells_are_rectangles_where_threatened():
    _, packets = read(to_czml([answer()], "cells"))
    corners = [
        one["rectangle"]["coordinates"]["wsenDegrees"] for one in drawn(packets, "rectangle")
    ]
    assert corners == [[10.0, 50.0, 11.0, 51.0], [179.0, 3.0, 180.0, 4.0]]


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.floats(-180.0, 180.0), st.floats(-89.0, 89.0)), min_size=2, max_size=12)
)
def test_any_track_comes_back(way):
    lon, lat = (np.array(one) for one in zip(*way, strict=True))
    _, packets = read(to_czml([answer(tables={"tracks": track(lon, lat)})], "tracks"))
    (flight,) = drawn(packets, "path")
    samples = np.array(flight["position"]["cartographicDegrees"]).reshape(-1, 4)
    assert samples[:, 1] == pytest.approx(lon, abs=1e-6)
    assert samples[:, 2] == pytest.approx(lat, abs=1e-6)
    assert samples[:, 0] == pytest.approx(10.0 * np.arange(len(lon)))


def test_a_ring_is_one_line_that_goes_to_no_pole():
    lon, lat = circle(120.0, 80.0, 2_000e3, 72)
    ring = table(ring=["a"] * 72, missile=["m"] * 72, lat_deg=lat, lon_deg=lon)
    _, packets = read(to_czml([answer(tables={"rings": ring})], "rings"))
    (line,) = drawn(packets, "polyline")
    places = np.array(line["polyline"]["positions"]["cartographicDegrees"]).reshape(-1, 3)
    assert places[:, 1].max() < 89.0 and places[0].tolist() == places[-1].tolist()
    gap = EARTH.inv(places[:-1, 0], places[:-1, 1], places[1:, 0], places[1:, 1])[2]
    assert np.max(gap) < 200e3


def test_a_track_has_a_position_at_both_ends_of_its_time():
    flight = track([10.0, 11.0, 12.0, 12.1], [50.0, 51.0, 52.0, 52.1])
    flight.column("time_s")[:] = [0.0004, 700.00051, 1234.56749, 1234.56751]
    _, packets = read(to_czml([answer(tables={"tracks": flight})], "tracks"))
    (one,) = drawn(packets, "path")
    times = np.array(one["position"]["cartographicDegrees"]).reshape(-1, 4)[:, 0]
    epoch = moment(one["position"]["epoch"])
    ends = [(moment(end) - epoch).total_seconds() for end in one["availability"].split("/")]
    assert ends == [times[0], times[-1]] and (np.diff(times) > 0.0).all()
    assert one["position"]["forwardExtrapolationType"] == "HOLD"
