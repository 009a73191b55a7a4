"""KML, read back by ElementTree."""

import xml.etree.ElementTree as ET

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twoplustwo.answers.kml import to_kml

from .placed import NAMES, answer, table, track

K = "{http://www.opengis.net/kml/2.2}"
# the order in which the schema of KML 2.2 wants what a placemark holds
ORDER = ["name", "description", "styleUrl", "ExtendedData", "Point", "LineString", "Polygon",
         "MultiGeometry"]  # fmt: skip


def read(text):
    """Placemarks, after a look at what the schema wants of them."""
    root = ET.fromstring(text)
    assert root.tag == f"{K}kml" and [one.tag for one in root] == [f"{K}Document"]
    styles = {f"#{one.get('id')}" for one in root.iter(f"{K}Style")}
    marks = list(root.iter(f"{K}Placemark"))
    assert len({one.get("id") for one in marks}) == len(marks)
    for mark in marks:
        tags = [ORDER.index(part.tag.removeprefix(K)) for part in mark]
        assert tags == sorted(tags)
        assert mark.findtext(f"{K}styleUrl") in styles
        assert len([part for part in mark if part.tag.removeprefix(K) in ORDER[4:]]) == 1
        for place in mark.iter(f"{K}coordinates"):
            for lon, lat, *_ in spots(place):
                assert -180 <= lon <= 180 and -90 <= lat <= 90
    for ring in root.iter(f"{K}LinearRing"):
        points = spots(ring.find(f"{K}coordinates"))
        assert len(points) >= 4 and points[0] == points[-1]
    for colour in root.iter(f"{K}color"):
        assert len(colour.text) == 8 and int(colour.text, 16) >= 0
    return root, marks


def spots(place):
    return [tuple(float(one) for one in spot.split(",")) for spot in place.text.split()]


def data(mark):
    return {one.get("name"): one.findtext(f"{K}value") for one in mark.iter(f"{K}Data")}


def test_folders_positions_tables():
    root, marks = read(to_kml([answer(), answer(position="zz")], names=NAMES))
    outer = root.findall(f"{K}Document/{K}Folder")
    assert [one.findtext(f"{K}name") for one in outer] == ["US", "zz"]
    inner = [one.findtext(f"{K}name") for one in outer[0].findall(f"{K}Folder")]
    assert inner == ["rows", "bases", "tracks", "rings", "cells"]
    # the cell that nothing threatens is left out
    assert len(marks) == 2 * 8


def test_altitude_is_absolute_where_there_is_one():
    _, marks = read(to_kml([answer()], names=NAMES))
    point = marks[0].find(f"{K}Point")
    assert point.findtext(f"{K}altitudeMode") == "absolute"
    assert spots(point.find(f"{K}coordinates")) == [(-20.765432, 70.123457, 612000.0)]
    ground = marks[1].find(f"{K}Point")
    assert ground.findtext(f"{K}altitudeMode") == "clampToGround"
    lines = list(marks[3].iter(f"{K}LineString"))
    assert [one.findtext(f"{K}altitudeMode") for one in lines] == ["absolute", "absolute"]
    ways = [spots(one.find(f"{K}coordinates")) for one in lines]
    assert [(way[0][0], way[-1][0]) for way in ways] == [(170.0, 180.0), (-180.0, -166.0)]
    assert marks[3].findtext(f"{K}description") == "0 s to 30 s after launch"


def test_names_and_values_are_escaped_and_stripped():
    text = to_kml([answer()], names=NAMES)
    _, marks = read(text)
    assert marks[2].findtext(f"{K}name") == 'a <b> & "c" '
    assert "<b>" not in text and "\x07" not in text
    assert data(marks[0])["outcome"] == "met" and data(marks[0])["position"] == "us"
    assert data(marks[6]) | {"threatened": "true"} == data(marks[6])


def test_colours_are_those_asked_for():
    text = to_kml([answer()], "bases", paint=lambda one: "#d55e00")
    root, _ = read(text)
    assert root.findtext(f"{K}Document/{K}Style/{K}LineStyle/{K}color") == "ff005ed5"


def test_nothing_to_draw_is_an_empty_document():
    _, marks = read(to_kml([answer(tables={}, rows=table(base=[]))]))
    assert marks == []


@settings(max_examples=40)
@given(st.lists(st.tuples(st.floats(-179.0, 179.0), st.floats(-85.0, 85.0)), min_size=1,
                max_size=8), st.text(max_size=12))  # fmt: skip
def test_any_places_come_back(places, name):
    lon, lat = (np.array(one) for one in zip(*places, strict=True))
    some = table(base=["b"] * len(lon), lat_deg=lat, lon_deg=lon)
    _, marks = read(to_kml([answer(tables={"bases": some})], "bases", names={"b": name}))
    back = [spots(mark.find(f"{K}Point/{K}coordinates"))[0] for mark in marks]
    assert back == [pytest.approx(one, abs=1e-6) for one in zip(lon, lat, strict=True)]


def test_a_track_of_one_line_stands_by_itself():
    _, (mark,) = read(to_kml([answer(tables={"tracks": track([1.0, 2.0], [3.0, 4.0])})], "tracks"))
    assert spots(mark.find(f"{K}LineString/{K}coordinates")) == [
        (1.0, 3.0, 0.0),
        (2.0, 4.0, 1000.0),
    ]
