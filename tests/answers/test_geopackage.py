"""A GeoPackage of some answers, read by GDAL, as QGIS does, and by a reader without it."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from fudgeo.geopkg import GeoPackage

from twoplustwo.answers.answer import Assumption
from twoplustwo.answers.exports.geojson import to_geojson
from twoplustwo.answers.exports.geopackage import to_geopackage
from twoplustwo.answers.exports.origin import Look
from twoplustwo.base.table import Column, Table

from .placed import NAMES, answer, table

MEANINGS = {"icbm-reach": {"margin_s": {
    "means": {"en": "time left", "ru": "запас времени"}, "from": {"en": "commit", "ru": "решения"},
}}}  # fmt: skip
HELD = (Assumption("a.b", 250.0, unit="s", shown="250 s", by="critic", status="recalled"),)
LAYERS = {
    "rows_intercept": ("Point Z", 2),
    "bases": ("Point", 4),
    "tracks": ("MultiLineString Z", 2),
    "rings": ("MultiPolygon", 4),
    "cells": ("Polygon", 4),
    "hidden": ("Point", 2),
}


def both():
    units = {"margin_s": "s"}
    found = []
    for position in ("us", "russia"):
        one = answer(position=position, assumptions=HELD)
        columns = tuple(Column(c.name, units.get(c.name, "")) for c in one.rows.columns)
        found.append(
            answer(position=position, assumptions=HELD, rows=Table(columns, one.rows.data))
        )
    return found


def paint(_) -> Look:
    return Look("#8e4ec6", {"en": "met in time", "ru": "может быть встречена вовремя"})


def made(path: Path, lang: str = "en") -> Path:
    path.write_bytes(to_geopackage(both(), "all", NAMES, paint, lang, MEANINGS))
    return path


@pytest.fixture(scope="module")
def file(tmp_path_factory) -> Path:
    return made(tmp_path_factory.mktemp("gpkg") / "x.gpkg")


def ask(file: Path, words: str) -> list[tuple]:
    with closing(sqlite3.connect(file)) as database:
        return database.execute(words).fetchall()


def test_gdal_finds_every_layer_in_wgs_84(file):
    kinds = {name: kind for name, kind in pyogrio.list_layers(file)}
    assert {k: v for k, v in kinds.items() if v} == {k: v[0] for k, v in LAYERS.items()}
    assert {k for k, v in kinds.items() if not v} == {"answers", "assumptions"}
    for name, (_, count) in LAYERS.items():
        info = pyogrio.read_info(file, layer=name)
        assert (info["features"], info["crs"]) == (count, "EPSG:4326"), name


def geometries(file: Path, layer: str) -> np.ndarray:
    _, _, found, _ = pyogrio.raw.read(file, layer=layer)
    return shapely.from_wkb(found)


def test_gdal_reads_the_same_shapes_as_in_geojson(file):
    by_table: dict[str, list] = {}
    for one in json.loads(to_geojson(both(), "all", NAMES))["features"]:
        if one["properties"]["table"] in LAYERS and one["properties"].get("threatened", True):
            by_table.setdefault(one["properties"]["table"], []).append(one["geometry"])
    assert len(by_table) == 5
    for name, expected in by_table.items():
        found = geometries(file, name)
        assert len(found) == len(expected)
        for one, form in zip(found, expected, strict=True):
            assert shapely.equals_exact(shapely.normalize(one), shapely.normalize(
                _many(shapely.geometry.shape(form), one)), tolerance=0.0)  # fmt: skip
            assert shapely.is_valid(one)


def _many(one, like):
    """As many parts as the layer wants."""
    if like.geom_type == one.geom_type:
        return one
    return {"MultiPolygon": shapely.MultiPolygon, "MultiLineString": shapely.MultiLineString}[
        like.geom_type
    ]([one])


def test_heights_are_metres(file):
    heights = shapely.get_coordinates(geometries(file, "rows_intercept"), include_z=True)[:, 2]
    assert heights.tolist() == [612e3, 612e3]


def test_attributes_have_types_and_positions(file):
    _, found = pyogrio.read_arrow(file, layer="rows_intercept")
    columns = found.to_pydict()
    assert columns["position"] == ["us", "russia"] and columns["margin_s"] == [12.5, 12.5]
    assert columns["ends"] == ["met in time"] * 2 and columns["colour"] == ["#8e4ec6"] * 2
    assert columns["name"][0].startswith("Kozelsk, washington: latest possible meeting")
    _, tracks = pyogrio.read_arrow(file, layer="tracks")
    assert (tracks["begins_s"].to_pylist(), tracks["ends_s"].to_pylist()) == (
        [0.0] * 2, [30.0] * 2,
    )  # fmt: skip
    _, cells = pyogrio.read_arrow(file, layer="cells")
    assert str(cells.schema.field("threatened").type) == "bool"


def test_a_reader_without_gdal_finds_the_same(file):
    package = GeoPackage(str(file))
    classes = package.feature_classes
    assert set(classes) == set(LAYERS) and {"answers", "assumptions"} <= set(package.tables)
    for name, (kind, count) in LAYERS.items():
        one = classes[name]
        assert one.count == count and one.has_z == kind.endswith("Z")
        assert one.shape_type.lower() == kind.removesuffix(" Z").lower()
        assert one.spatial_reference_system.srs_id == 4326
    assert package.is_schema_enabled
    rows = classes["bases"].select(fields=("base",)).fetchall()
    points = [(point.x, point.y, base) for point, base in rows]
    assert points[0] == (35.8, 54.0, "kozelsk")


@pytest.mark.parametrize(("lang", "title"), [("en", "time left [s]"), ("ru", "запас времени [s]")])
def test_columns_say_what_they_are_and_in_which_unit(tmp_path, lang, title):
    file = made(tmp_path / "x.gpkg", lang)
    ((name, found, told),) = ask(
        file, "select name, title, description from gpkg_data_columns where table_name = "
        "'rows_intercept' and column_name = 'margin_s'"
    )  # fmt: skip
    assert (name, found) == ("margin_s [s]", title)
    assert "time left ← commit" in told and "запас времени ← решения" in told and "unit s" in told


def test_what_was_asked_and_by_whose_numbers_goes_along(file):
    assert ask(file, "select position, question, as_of from answers") == [
        ("us", "icbm-reach", "2009-09-17"), ("russia", "icbm-reach", "2009-09-17"),
    ]  # fmt: skip
    held = "select parameter, value, unit, said_by, status from assumptions where position = 'us'"
    assert ask(file, held) == [("a.b", 250.0, "s", "critic", "recalled")]


def test_it_is_a_geopackage_by_the_standard(file):
    assert ask(file, "pragma application_id") == [(int.from_bytes(b"GPKG"),)]
    assert ask(file, "pragma user_version") == [(10300,)]
    assert ask(file, "pragma integrity_check") == [("ok",)]
    assert ask(file, "pragma foreign_key_check") == []
    needed = {-1, 0, 4326}
    assert {one for (one,) in ask(file, "select srs_id from gpkg_spatial_ref_sys")} == needed
    for name, *bounds in ask(file, "select table_name, min_x, min_y, max_x, max_y from "
                                   "gpkg_contents where data_type = 'features'"):  # fmt: skip
        assert pyogrio.read_info(file, layer=name)["total_bounds"] == tuple(bounds)


def test_the_same_answers_give_the_same_bytes(file, tmp_path):
    assert made(tmp_path / "again.gpkg").read_bytes() == file.read_bytes()


def test_names_of_ours_give_way_to_nothing():
    """A table called as one of ours, and a column called as the geometry."""
    odd = table(geom=["a"], fid=["b"], lat_deg=[1.0], lon_deg=[2.0])
    data = to_geopackage([answer({"answers": odd}, views=())], "all", NAMES)
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(data)
        rows = database.execute("select geom_in_table, fid_in_table from answers_points").fetchall()
    assert rows == [("a", "b")]
