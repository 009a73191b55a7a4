"""Rings in files hold what lies nearer than they, whoever reads the file: a geodesic is witness."""

import json
import xml.etree.ElementTree as ET

import numpy as np
import pytest
import shapely
from shapely.geometry import shape

from twoplustwo.answers.exports.geojson import to_geojson
from twoplustwo.answers.exports.kml import to_kml

from .placed import EARTH, answer, circle, circles, table

K = "{http://www.opengis.net/kml/2.2}"
CIRCLES = list(circles(500))
POINTS = 60


@pytest.fixture(scope="module")
def ringed():
    """An answer with a ring round every centre."""
    rings = [circle(*one, 72) for one in CIRCLES]
    name = np.repeat([f"{at:03}" for at in range(len(rings))], 72).tolist()
    lon, lat = (np.concatenate([one[side] for one in rings]) for side in (0, 1))
    return answer(tables={"rings": table(ring=name, missile=name, lat_deg=lat, lon_deg=lon)})


def by_geojson(ringed):
    for one in json.loads(to_geojson([ringed], "rings"))["features"]:
        whole = shape(one["geometry"])
        assert whole.is_valid
        yield whole


def by_kml(ringed):
    for mark in ET.fromstring(to_kml([ringed], "rings")).iter(f"{K}Placemark"):
        edges = [ring.findtext(f"{K}coordinates") for ring in mark.iter(f"{K}LinearRing")]
        if edges:
            yield shapely.union_all(
                [shapely.Polygon([spot.split(",")[:2] for spot in edge.split()]) for edge in edges]
            )


@pytest.mark.parametrize("read", [by_geojson, by_kml])
def test_every_ring_holds_its_centre_and_the_points_within(ringed, read):
    chance = np.random.default_rng(11)
    shapes = list(read(ringed))
    assert len(shapes) == len(CIRCLES)
    for (lon, lat, far), whole in zip(CIRCLES, shapes, strict=True):
        shapely.prepare(whole)
        near = shapely.Point(lon, np.clip(lat, -90.0 + 1e-6, 90.0 - 1e-6)).buffer(1e-6)
        assert whole.intersects(near), (lon, lat, far)
        x = chance.uniform(-180.0, 180.0, POINTS)
        y = np.degrees(np.arcsin(chance.uniform(-1.0, 1.0, POINTS)))
        away = np.asarray(EARTH.inv(np.full(POINTS, lon), np.full(POINTS, lat), x, y)[2])
        # chords between the 72 points leave out a thousandth of a small circle
        clear = np.abs(away - far) > max(10e3, 0.005 * far)
        held = shapely.contains_xy(whole, x, y)
        assert (held == (away < far))[clear].all(), (lon, lat, far)
