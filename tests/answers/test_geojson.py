"""GeoJSON, read back by shapely and GDAL."""

import json

import numpy as np
import pyogrio
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import shape

from twoplustwo.answers.exports.geojson import to_geojson
from twoplustwo.answers.exports.origin import Look
from twoplustwo.base.errors import OptionError

from .placed import EVIL, NAMES, answer, table, track


def read(text):
    """Features by identifier; every geometry is sound and lies on Earth."""
    whole = json.loads(text)
    assert whole["type"] == "FeatureCollection"
    found = {}
    for one in whole["features"]:
        assert one["type"] == "Feature" and one["id"] not in found
        geometry = shape(one["geometry"])
        west, south, east, north = geometry.bounds
        assert geometry.is_valid and not geometry.is_empty
        assert -180 <= west <= east <= 180 and -90 <= south <= north <= 90
        found[one["id"]] = (geometry, one["properties"])
    return found


def test_what_is_drawn_is_there_and_nothing_else():
    found = read(to_geojson([answer()], names=NAMES))
    sorts = [(geometry.geom_type, about["table"]) for geometry, about in found.values()]
    assert sorts == [
        ("Point", "rows"),
        ("Point", "bases"),
        ("Point", "bases"),
        ("MultiLineString", "tracks"),
        ("MultiPolygon", "rings"),
        ("Polygon", "rings"),
        ("Polygon", "cells"),
        ("Polygon", "cells"),
        ("Polygon", "cells"),
    ]


def test_longitude_comes_first_then_latitude_then_metres():
    paint = lambda one: Look("#000000", {"en": "met in time"})  # noqa: E731
    found = read(to_geojson([answer()], names=NAMES, paint=paint))
    point, about = found["icbm-reach/rows/intercept/0"]
    assert point.coords[0] == pytest.approx((-20.765432, 70.123457, 612e3))
    assert about["outcome"] == "met" and about["margin_s"] == 12.5
    assert about["name"] == "Kozelsk, washington: latest possible meeting (met in time)"
    assert about["ends"] == "met in time" and about["position"] == "us"
    base, about = found["icbm-reach/bases/1"]
    assert base.coords[0] == (179.5, 61.0)
    assert about["name"] == EVIL and "weight" not in about


def test_a_track_keeps_its_times_where_it_is_cut():
    line, about = read(to_geojson([answer()]))["icbm-reach/tracks/0"]
    assert [part.coords[0][0] for part in line.geoms] == [170.0, -180.0]
    first, second = about["times_s"]
    assert [len(part.coords) for part in line.geoms] == [len(first), len(second)]
    assert {0.0, 10.0} < set(first) and {20.0, 30.0} < set(second) and first[-1] == second[0]
    # a chord in space dips below the straight rise from 1 to 2 km
    assert line.geoms[0].coords[-1][2] < 1000.0 + 100.0 * (first[-1] - 10.0)
    assert about["base"] == "kozelsk" and "time_s" not in about


def test_rings_and_cells_go_by_the_right_hand():
    found = read(to_geojson([answer()]))
    for geometry, _ in found.values():
        if geometry.geom_type.endswith("Polygon"):
            for part in getattr(geometry, "geoms", [geometry]):
                assert part.exterior.is_ccw
    ring, about = found["icbm-reach/rings/0"]
    assert about["ring"] == "far" and about["missile"] == "ss-25"
    assert ring.contains(shapely.Point(179.0, 0.0)) and ring.contains(shapely.Point(-178.5, 0.0))
    polar, _ = found["icbm-reach/rings/1"]
    assert polar.contains(shapely.Point(-120.0, 85.0))
    cell, _ = found["icbm-reach/cells/1"]
    assert cell.bounds == (-1.0, -11.0, 0.0, -10.0)


def test_several_answers_and_one_table():
    both = [answer(), answer(position="zz")]
    found = read(to_geojson(both, "bases"))
    assert [about["position"] for _, about in found.values()] == ["us", "us", "zz", "zz"]
    assert len(read(to_geojson(both, "all"))) == 20
    assert len(read(to_geojson(both, "hidden"))) == 2


def test_a_position_without_an_answer_adds_nothing():
    bare = answer(tables={}, rows=table(base=[]), position="zz")
    assert len(read(to_geojson([answer(), bare], "bases"))) == 2
    assert read(to_geojson([bare])) == {}
    assert read(to_geojson([bare], "bases")) == {}


def test_an_unknown_table_is_an_error_with_the_nearest():
    with pytest.raises(OptionError, match="no table 'basis'") as caught:
        to_geojson([answer()], "basis")
    assert "did you mean bases?" in caught.value.fix


def test_it_says_where_it_comes_from():
    (about,) = json.loads(to_geojson([answer()]))["twoplustwo"]
    assert about["id"] == "icbm-reach-0" and about["headline"].startswith("Half")


@settings(max_examples=60)
@given(
    st.floats(-180.0, 180.0),
    st.lists(st.tuples(st.floats(-30.0, 30.0), st.floats(-80.0, 80.0)), min_size=2, max_size=15),
)
def test_any_track_comes_back(start, way):
    lon = np.round((start + np.cumsum([step for step, _ in way]) + 180.0) % 360.0 - 180.0, 6)
    lat = np.array([one for _, one in way])
    found = json.loads(to_geojson([answer(tables={"tracks": track(lon, lat)})], "tracks"))
    (one,) = found["features"]
    geometry, times = one["geometry"], one["properties"]["times_s"]
    if geometry["type"] == "LineString":
        lines, clocks = [geometry["coordinates"]], [times]
    else:
        lines, clocks = geometry["coordinates"], times
    back = {}
    for points, clock in zip(lines, clocks, strict=True):
        back |= dict(zip(clock, points, strict=True))
    for at in range(len(lon)):
        x, y, z = back[10.0 * at]
        assert (x - lon[at] + 180.0) % 360.0 - 180.0 == pytest.approx(0.0, abs=2e-6)
        assert (y, z) == pytest.approx((lat[at], 1e3 * at), abs=1e-6)


def test_gdal_and_shapely_read_it(tmp_path):
    text = to_geojson([answer()], names=NAMES)
    path = tmp_path / "x.geojson"
    path.write_text(text, encoding="utf-8")
    info, table = pyogrio.read_arrow(path)
    count = len(json.loads(text)["features"])
    assert (len(table), info["crs"]) == (count, "EPSG:4326")
    by_gdal = shapely.from_wkb(table[info["geometry_name"] or "wkb_geometry"].to_pylist())
    by_shapely = shapely.get_parts(shapely.from_geojson(text))
    assert shapely.equals_identical(by_gdal, by_shapely).all() and len(by_shapely) == count
    assert 12.5 in table["margin_s"].to_pylist()
