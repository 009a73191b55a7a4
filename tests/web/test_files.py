"""What is exported can be read again, by others' readers."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from shapely.geometry import shape

from .conftest import Watched

KML = "{http://www.opengis.net/kml/2.2}"


def exported(bench: Watched, form: str) -> bytes:
    """The file that the page saves."""
    page = bench.page
    button = page.get_by_test_id(f"export-{form}")
    if not button.is_visible():
        page.get_by_test_id("export").click()
    with page.expect_download() as saving:
        button.click()
    assert saving.value.suggested_filename.endswith(f".{form}")
    return Path(saving.value.path()).read_bytes()


@pytest.fixture
def opened(bench: Watched) -> Watched:
    page = bench.open("/?p=us")
    page.locator("[data-testid=verdict-us][data-value]:not([aria-busy=true])").wait_for()
    return bench


def test_csv(opened: Watched) -> None:
    rows = list(csv.DictReader(io.StringIO(exported(opened, "csv").decode())))
    assert len(rows) == 144
    assert sum(row["outcome"] == "met" for row in rows) == 23


def test_json(opened: Watched) -> None:
    answer = json.loads(exported(opened, "json"))
    assert answer["headline"]["value"] == pytest.approx(23 / 120)


def test_geojson(opened: Watched) -> None:
    found = json.loads(exported(opened, "geojson"))
    assert found["type"] == "FeatureCollection"
    assert found["features"]
    assert all(shape(one["geometry"]).is_valid for one in found["features"])


def test_kml(opened: Watched) -> None:
    root = ElementTree.fromstring(exported(opened, "kml"))
    assert root.tag == f"{KML}kml"
    assert root.findall(f".//{KML}Placemark")


def test_czml(opened: Watched) -> None:
    packets = json.loads(exported(opened, "czml"))
    assert packets[0]["id"] == "document"
    assert any("position" in one for one in packets[1:])


SAYS = (
    "Can an interceptor from the site meet",
    "6.3\u202fkm/s",
    "United States, with 4 numbers of others",
    "at least one listed flight could be met in time",
    "Rests on 128 numbers:",
    "/?p=us&set=interceptors.gbi-2.burnout_speed",
    "dossier europe-2007",
)


@pytest.fixture
def laid(bench: Watched) -> Watched:
    page = bench.open("/?lang=en&p=us&set=interceptors.gbi-2.burnout_speed%3D6.3+km/s")
    page.locator("[data-testid=verdict-us][data-value]:not([aria-busy=true])").wait_for()
    return bench


def test_a_picture_says_what_it_is_of(laid: Watched) -> None:
    drawn = ElementTree.fromstring(exported(laid, "svg"))
    assert drawn.findall(".//{http://www.w3.org/2000/svg}path")
    texts = drawn.iter("{http://www.w3.org/2000/svg}text")
    said = " ".join("".join(one.itertext()) for one in texts)
    for part in SAYS:
        assert part in said


def test_a_picture_of_pixels_has_it_as_text_in_the_file(laid: Watched) -> None:
    with Image.open(io.BytesIO(exported(laid, "png"))) as picture:
        texts = dict(picture.text)  # type: ignore[attr-defined]
    for part in SAYS:
        assert part in texts["Description"]


def test_png(opened: Watched) -> None:
    from matplotlib.image import imread

    pixels = imread(io.BytesIO(exported(opened, "png")), format="png")
    assert pixels.shape[0] > 300
    assert pixels.std() > 0.01
