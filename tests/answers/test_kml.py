"""KML, read back by ElementTree."""

import json
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twoplustwo.answers.answer import Assumption
from twoplustwo.answers.exports.czml import to_czml
from twoplustwo.answers.exports.geojson import to_geojson
from twoplustwo.answers.exports.kml import to_kml
from twoplustwo.answers.exports.origin import Look
from twoplustwo.answers.rests import Rests
from twoplustwo.base.table import Column, Table

from .placed import NAMES, answer, table, track

K = "{http://www.opengis.net/kml/2.2}"
# the order in which the schema of KML 2.2 wants what a placemark holds
ORDER = [
    "name",
    "visibility",
    "description",
    "TimeSpan",
    "styleUrl",
    "ExtendedData",
    "Point",
    "LineString",
    "Polygon",
    "MultiGeometry",
]


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
        assert len([part for part in mark if part.tag.removeprefix(K) in ORDER[6:]]) == 1
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
    legend, home = root.findall(f"{K}Document/{K}Folder")
    assert legend.findtext(f"{K}name") == "What the colours and shapes mean"
    assert home.findtext(f"{K}name") == "On whose numbers: one at a time"
    assert home.findtext(f"{K}Style/{K}ListStyle/{K}listItemType") == "radioFolder"
    outer = home.findall(f"{K}Folder")
    assert [one.findtext(f"{K}visibility", "1") for one in outer] == ["1", "0"]
    assert [one.findtext(f"{K}name") for one in outer] == ["US", "zz"]
    inner = [one.findtext(f"{K}name") for one in outer[0].findall(f"{K}Folder")]
    assert inner == [
        "Latest possible meetings",
        "Bases",
        "Flights, launch to impact",
        "Rings, each round what it holds",
        "Land, cell by cell",
    ]
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
    assert data(marks[0])["outcome"] == "met" and data(marks[0])["position"] == "US"
    assert data(marks[6])["threatened"] == "yes"


def test_colours_are_those_asked_for():
    text = to_kml([answer()], "bases", paint=lambda one: Look("#d55e00"))
    root, _ = read(text)
    assert root.findtext(f"{K}Document/{K}Style/{K}LineStyle/{K}color") == "ff005ed5"


def test_nothing_to_draw_is_an_empty_document():
    _, marks = read(to_kml([answer(tables={}, rows=table(base=[]))]))
    assert marks == []


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.floats(-179.0, 179.0), st.floats(-85.0, 85.0)), min_size=1, max_size=8),
    st.text(max_size=12),
)
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


def test_of_several_positions_the_first_is_shown():
    _, marks = read(to_kml([answer(), answer(position="zz")], names=NAMES))
    shown = [mark.findtext(f"{K}visibility", "1") for mark in marks]
    assert shown == ["1"] * 8 + ["0"] * 8


def test_the_eye_stands_over_what_is_shown():
    some = table(base=["a", "b"], lat_deg=[50.0, 60.0], lon_deg=[179.0, -179.0])
    root, _ = read(to_kml([answer(tables={"bases": some})], "bases"))
    eye = root.find(f"{K}Document/{K}LookAt")
    assert abs(float(eye.findtext(f"{K}longitude"))) == pytest.approx(180.0, abs=0.5)
    assert float(eye.findtext(f"{K}latitude")) == pytest.approx(55.0, abs=0.1)
    assert 1e6 < float(eye.findtext(f"{K}range")) < 3e6


def test_names_and_legend_say_how_flights_end():
    ends = {"met": ("#0072b2", "met in time"), "never_tracked": ("#cc79a7", "never tracked")}

    def paint(one):
        color, words = ends.get(one.about.get("outcome"), ("#777777", ""))
        return Look(color, {"en": words} if words else None)

    rows = table(
        base=["kozelsk"] * 2,
        target=["washington", "boston"],
        outcome=["met", "never_tracked"],
        intercept_lat_deg=[60.0, 61.0],
        intercept_lon_deg=[1.0, 2.0],
    )
    flights = {
        name: [*track([1.0, 2.0], [3.0, 4.0]).column(name)] * 2
        for name in ("base", "time_s", "lat_deg", "lon_deg", "altitude_km")
    }
    flights = table(base=flights.pop("base"), target=["washington"] * 2 + ["boston"] * 2, **flights)
    text = to_kml([answer(tables={"tracks": flights}, rows=rows)], names=NAMES, paint=paint)
    root, marks = read(text)
    assert [mark.findtext(f"{K}name") for mark in marks] == [
        "Kozelsk, washington: latest possible meeting (met in time)",
        "Kozelsk, boston: latest possible meeting (never tracked)",
        "Kozelsk, washington: met in time",
        "Kozelsk, boston: never tracked",
    ]
    legend = root.findtext(f"{K}Document/{K}Folder/{K}description").splitlines()
    assert legend == [
        "blue (#0072b2) pins and lines: met in time",
        "light purple (#cc79a7) pins and lines: never tracked",
    ]


def test_a_map_speaks_the_language_asked_for():
    def paint(one):
        return Look("#0072b2", {"en": "met in time", "ru": "перехвачена вовремя"})

    many = [answer(rests=None), answer(position="zz")]
    root, marks = read(to_kml(many, names=NAMES, paint=paint, lang="ru"))
    legend, home = root.findall(f"{K}Document/{K}Folder")
    assert home.findtext(f"{K}name") == "На чьих числах: по одной стороне"
    outer = home.findall(f"{K}Folder")
    assert legend.findtext(f"{K}name") == "Что означают цвета и знаки"
    assert legend.findtext(f"{K}description").startswith("синий (#0072b2) метки")
    assert [one.findtext(f"{K}name") for one in outer[0].findall(f"{K}Folder")] == [
        "Последние возможные встречи",
        "Базы",
        "Полёты, от пуска до падения",
        "Границы, каждая вокруг своего",
        "Суша по клеткам",
    ]
    names = [mark.findtext(f"{K}name") for mark in marks]
    assert names[0] == ("Козельск, washington: последняя возможная встреча (перехвачена вовремя)")
    assert marks[3].findtext(f"{K}description") == "от 0 до 30 с после пуска"
    assert data(marks[6])["threatened"] == "да"
    packets = json.loads(to_czml(many, names=NAMES, paint=paint, lang="ru"))
    assert "Все ракеты стартуют" in packets[0]["description"]
    assert names[0] in {one["name"] for one in packets} and "Every" not in packets[0]["description"]
    assert "us/Базы" in {one["id"] for one in packets}
    found = json.loads(to_geojson(many, names=NAMES, paint=paint, lang="ru"))["features"]
    assert names[0] in {one["properties"]["name"] for one in found}


def test_balloons_have_units_and_meanings():
    columns = (
        Column("base"),
        Column("closing_speed_m_s", unit="m/s", means="relative speed"),
        Column("crossing_angle_rad", unit="rad"),
        Column("lat_deg"),
        Column("lon_deg"),
    )
    values = (
        np.array(["kozelsk"], dtype=object),
        *(np.array([x]) for x in (7312.4, 1.0, 2.0, 3.0)),
    )
    some = Table(columns, dict(zip([one.name for one in columns], values, strict=True)))
    placed = answer(tables={"bases": some})
    _, (russian,) = read(to_kml([placed], "bases", names=NAMES, lang="ru"))
    assert data(russian)["closing_speed_m_s"] == "7,312 км/с"
    assert data(russian)["crossing_angle_rad"] == "57,3°"
    _, (mark,) = read(to_kml([placed], "bases", names=NAMES))
    entries = {one.get("name"): one for one in mark.iter(f"{K}Data")}
    assert entries["base"].findtext(f"{K}value") == "Kozelsk"
    assert entries["closing_speed_m_s"].findtext(f"{K}value") == "7.312 km/s"
    assert entries["closing_speed_m_s"].findtext(f"{K}displayName") == "relative speed"
    assert entries["crossing_angle_rad"].findtext(f"{K}value") == "57.3°"


def test_it_says_whose_numbers_it_rests_on():
    rests = Rests(
        3,
        {"own": 1, "adopted": 1, "common": 1},
        (),
        (),
        {},
        {"en": "US, by others’ numbers", "ru": "США"},
        {"en": "Rests on 3 numbers."},
    )
    held = (
        Assumption("a.speed", shown="6 km/s", by="us", how="own", status="read"),
        Assumption("a.gravity", shown="9.8", by="nature", how="common"),
    )
    laid = ({"en": "no faster than 5 km/s"},)
    said = ({"en": "Both said none; here 19 %."},)
    one = answer(rests=rests, assumptions=held, laid=laid, published=said, made={"version": "9.9"})
    root, _ = read(to_kml([one], "bases", names=NAMES))
    told = root.findtext(f"{K}Document/{K}description")
    for part in (
        "icbm-reach",
        "US, by others’ numbers",
        "laid over it: no faster than 5 km/s",
        said[0]["en"],
        "2009-09-17",
        "Half",
        "Rests on 3 numbers.",
        "a.speed: 6 km/s (US, its own, read)",
        "twoplustwo 9.9",
        "dossier sample 000000000000",
    ):
        assert part in told, part
    assert "gravity" not in told
    folders = [one.findtext(f"{K}name") for one in root.iter(f"{K}Folder")]
    assert "US, by others’ numbers (no faster than 5 km/s)" in folders
    (about,) = json.loads(to_geojson([one], "bases"))["twoplustwo"]
    assert about["label_en"] == "US, by others’ numbers (no faster than 5 km/s)"
    assert about["rests_en"] == "Rests on 3 numbers." and about["version"] == "9.9"
    assert [(a["parameter"], a["by"], a["how"]) for a in about["assumptions"]] == [
        ("a.speed", "us", "own"),
        ("a.gravity", "nature", "common"),
    ]
    assert "Rests on 3 numbers." in json.loads(to_czml([one], "bases"))[0]["description"]
