"""KML and KMZ in time, a position at a time, with a legend; read by programs that are not ours."""

import io
import warnings
import xml.etree.ElementTree as ET
import zipfile

import numpy as np
import pyogrio
import pytest
from PIL import Image

from twoplustwo.answers.exports.kml import LegendEntry, legend_entries, to_kml, written
from twoplustwo.answers.exports.map_content import map_content
from twoplustwo.answers.exports.origin import Look
from twoplustwo.doors import files
from twoplustwo.reports import map_legend, palette

from .placed import NAMES, answer

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it says that it prints no pretty XML without lxml
    import fastkml

K, GX = "{http://www.opengis.net/kml/2.2}", "{http://www.google.com/kml/ext/2.2}"
END = "2000-01-01T00:00:30.000Z"


def both():
    return [answer(), answer(position="zz")]


def paint(one) -> Look:
    return Look("#d55e00", {"en": "met in time", "ru": "встречена"}) if one.time_s.size else Look(
        "#000000"
    )  # fmt: skip


def test_what_flies_is_there_while_it_flies_and_all_of_it_at_first():
    root = ET.fromstring(to_kml(both(), names=NAMES))
    spans = [
        (one.findtext(f"{K}begin"), one.findtext(f"{K}end")) for one in root.iter(f"{K}TimeSpan")
    ]
    assert spans == [("2000-01-01T00:00:00.000Z", END)] * 2
    (eye,) = root.findall(f"{K}Document/{K}LookAt")
    first = next(iter(eye))
    assert first.tag == f"{GX}TimeSpan" and first.findtext(f"{K}end") == END
    told = root.findtext(f"{K}Document/{K}description")
    assert "a moment of no meaning" in told
    still = ET.fromstring(to_kml(both(), "bases", names=NAMES))
    assert not [*still.iter(f"{K}TimeSpan")] and not [*still.iter(f"{GX}TimeSpan")]
    assert "no meaning" not in still.findtext(f"{K}Document/{K}description")


def test_one_position_needs_no_choice():
    root = ET.fromstring(to_kml([answer()], names=NAMES))
    assert "radioFolder" not in ET.tostring(root, encoding="unicode")
    assert [one.findtext(f"{K}name") for one in root.findall(f"{K}Document/{K}Folder")] == [
        "What the colours and shapes mean", "US",
    ]  # fmt: skip


def test_fastkml_reads_it():
    kml = fastkml.KML.from_string(to_kml(both(), names=NAMES))
    (document,) = kml.features
    _, home = document.features
    assert [one.name for one in home.features] == ["US", "zz"]
    assert [one.visibility is not False for one in home.features] == [True, False]
    folders = {one.name: one for one in home.features[0].features}
    (flight,) = folders["Flights, launch to impact"].features
    assert flight.geometry.geom_type == "MultiLineString"
    assert str(flight.times.end) == "2000-01-01T00:00:30+00:00"
    (meeting,) = folders["Latest possible meetings"].features
    assert tuple(meeting.geometry.coords[0]) == (-20.765432, 70.123457, 612000.0)


def kmz(tmp_path, lang="en"):
    one = files.file_of(both(), "kmz", "", NAMES, lang)
    path = tmp_path / one.name
    path.write_bytes(one.data)
    return path


def test_gdal_reads_the_kmz(tmp_path):
    path = kmz(tmp_path)
    assert path.name == "icbm-reach.kmz"
    names = {name for name, _ in pyogrio.list_layers(path)}
    assert {"Flights, launch to impact", "Bases"} <= {one.split("/")[-1] for one in names} | names
    counts = [pyogrio.read_info(path, layer=name)["features"] for name in sorted(names)]
    assert sum(counts) == 2 * 8
    _, found = pyogrio.read_arrow(path, layer="Flights, launch to impact")
    assert str(found["end"].to_pylist()[0]).startswith("2000-01-01 00:00:30")


def test_fastkml_reads_the_kmz(tmp_path):
    with zipfile.ZipFile(kmz(tmp_path)) as packed, packed.open("doc.kml") as file:
        document, *_ = fastkml.KML.parse(file).features
    placemarks = [*fastkml.utils.find_all(document, of_type=fastkml.Placemark)]
    flights = [one for one in placemarks if one.times]
    assert [one.geometry.geom_type for one in flights] == ["MultiLineString"] * 2
    assert [str(one.times.end) for one in flights] == ["2000-01-01T00:00:30+00:00"] * 2
    points = [one for one in placemarks if one.geometry.geom_type == "Point"]
    assert (-20.765432, 70.123457, 612000.0) in [tuple(one.geometry.coords[0]) for one in points]


def test_a_kmz_has_its_legend_over_the_map(tmp_path):
    packed = zipfile.ZipFile(kmz(tmp_path))
    assert packed.namelist() == ["doc.kml", "legend.png"]
    root = ET.fromstring(packed.read("doc.kml"))
    (overlay,) = root.iter(f"{K}ScreenOverlay")
    assert overlay.findtext(f"{K}Icon/{K}href") == "legend.png"
    assert [part.tag.removeprefix(K) for part in overlay] == [
        "name", "Icon", "overlayXY", "screenXY", "size",
    ]  # fmt: skip
    picture = Image.open(io.BytesIO(packed.read("legend.png"))).convert("RGB")
    colours = {one for _, one in picture.getcolors(picture.width * picture.height)}
    for used in ("met", "too_late"):
        wanted = palette.OUTCOMES[used].color
        rgb = tuple(int(wanted[at : at + 2], 16) for at in (1, 3, 5))
        assert (rgb in colours) == (used == "met"), used


def test_the_same_answers_give_the_same_bytes(tmp_path):
    first = kmz(tmp_path).read_bytes()
    assert kmz(tmp_path).read_bytes() == first
    assert files.file_of(both(), "kmz", "", NAMES, "ru").data != first


def test_a_legend_has_every_colour_with_what_it_means():
    content = map_content(both(), "", NAMES, paint, "ru")
    entries = legend_entries(content)
    assert LegendEntry("#d55e00", ("track",), "встречена") in entries
    assert {one.color for one in entries} == {"#d55e00", "#000000"}
    assert "ScreenOverlay" not in written(content)


@pytest.mark.parametrize("words", [["short"], ["a long meaning of a colour " * 6, "b"]])
def test_a_legend_is_as_wide_and_high_as_its_words(words):
    entries = [LegendEntry("#d55e00", ("ring",), one) for one in words]
    picture = Image.open(io.BytesIO(map_legend.draw("Legend", entries))).convert("L")
    dark = np.asarray(picture) < 200
    assert dark.any() and not dark[:, -8:].any() and not dark[-6:, :].any()
    one = Image.open(io.BytesIO(map_legend.draw("Legend", entries[:1])))
    assert picture.height > one.height or len(entries) == 1
