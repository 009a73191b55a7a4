"""Answers as one GeoPackage 1.3 (OGC 12-128r18), for QGIS, ArcGIS and GDAL: a layer a table.

Longitude and latitude are WGS 84, heights metres above the ellipsoid. Units and meanings of the
attributes stand in the schema extension, which QGIS shows as names of the columns; ``answers`` and
``assumptions`` say what was asked and by whose numbers.
"""

import sqlite3
import struct
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from importlib import resources
from typing import Any

import numpy as np
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from twoplustwo.answers.answer import Answer
from twoplustwo.answers.column_types import FLAG, NUMBER, TEXT, type_of
from twoplustwo.answers.exports.about_tables import about, described
from twoplustwo.answers.exports.features import CELL, POINT, RING, TRACK, Feature
from twoplustwo.answers.exports.geojson import geometry
from twoplustwo.answers.exports.map_content import MapFeature, map_content
from twoplustwo.answers.exports.meanings import Meanings, counted_from, means
from twoplustwo.answers.exports.origin import LANGUAGE, PHRASES, Paint, plain
from twoplustwo.answers.exports.sql_tables import cell, create_table
from twoplustwo.base.table import Column
from twoplustwo.question_cards.card import LANGUAGES
from twoplustwo.wording.phrases import phrases

WGS_84 = 4326
GEOMETRY = "geom"
KEY = "fid"
_KEYED = {KEY: "INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"}
CHANGED = "2000-01-01T00:00:00.000Z"
"""When each layer was changed, as far as the file knows: the same answers, the same bytes."""
_KINDS = {POINT: "POINT", CELL: "POLYGON", RING: "MULTIPOLYGON", TRACK: "MULTILINESTRING"}
_SQL = {NUMBER: "REAL", FLAG: "BOOLEAN", TEXT: "TEXT"}
_NO_Z, _SOME_Z = 0, 2
TABLES = ("answers", "assumptions")


@dataclass(frozen=True)
class Layer:
    """Features of one table and shape, with what is known of each."""

    name: str
    title: str
    sort: str
    features: list[MapFeature]


def to_geopackage(
    answers: Sequence[Answer],
    table: str = "",
    names: Mapping[str, Any] | None = None,
    paint: Paint = plain,
    lang: str = LANGUAGE,
    meanings: Meanings | None = None,
) -> bytes:
    """Every place, track, ring and cell of some answers, in layers.

    Parameters are those of `map_content.map_content`; `meanings` is what the cards say of columns.

    Returns
    -------
    bytes
        The file; the same answers give the same bytes.
    """
    content = map_content(answers, table, names, paint, lang)
    question = answers[0].question if answers else ""
    with closing(sqlite3.connect(":memory:")) as database:  # no disk that could be full
        database.executescript(_template())
        with database:
            for layer in layers(content.features):
                _write_layer(database, layer, content.labels, question, meanings or {}, lang)
            records = about(answers, names or {})
            for name in TABLES:
                _write_table(database, name, records[name], lang)
        return database.serialize()


def _template() -> str:
    file = resources.files("twoplustwo.answers.exports").joinpath("geopackage.sql")
    return file.read_text(encoding="utf-8")


def layers(features: Iterable[MapFeature]) -> list[Layer]:
    """Features by table, shape and what of the row they are, in their order."""
    found: dict[str, Layer] = {}
    for one in features:
        thing = one.feature
        name = "_".join(part for part in (thing.table, thing.prefix) if part)
        same = found.get(name)
        if name in TABLES or (same is not None and same.sort != thing.sort):
            name = f"{name}_{thing.sort}s"
        found.setdefault(name, Layer(name, one.folder, thing.sort, [])).features.append(one)
    return [*found.values()]


def _write_layer(
    database: sqlite3.Connection,
    layer: Layer,
    labels: Mapping[str, str],
    question: str,
    meanings: Meanings,
    lang: str,
) -> None:
    shapes = [_shape(one.feature) for one in layer.features]
    rows = [_attributes(one, labels) for one in layer.features]
    known = {n: c for one in layer.features for n, c in one.feature.columns.items()}
    columns = [known.get(name, Column(name)) for name in dict.fromkeys(n for r in rows for n in r)]
    kinds = {
        one.name: type_of(one, np.array([row.get(one.name) for row in rows], dtype=object))
        for one in columns
    }
    bounds = shapely.total_bounds(shapely.GeometryCollection(shapes)).tolist()
    high = any(one.has_z for one in shapes)
    entry = (layer.name, "features", f"{layer.title} ({layer.name})", layer.title)
    _register(database, (*entry, CHANGED, *bounds, WGS_84))
    kind = _KINDS[layer.sort]
    form = (layer.name, GEOMETRY, kind, WGS_84, _SOME_Z if high else _NO_Z, _NO_Z)
    database.execute("INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, ?, ?)", form)
    typed = {**_KEYED, GEOMETRY: kind, **{name: _SQL[one] for name, one in kinds.items()}}
    values = (
        [None, blob(one), *(cell(row.get(name), kinds[name]) for name in kinds)]
        for one, row in zip(shapes, rows, strict=True)
    )
    create_table(database, layer.name, typed, values)
    for one in columns:
        texts = {of: means(one, question, meanings, of) for of in LANGUAGES}
        texts = {of: text or _own(one.name, of) for of, text in texts.items()}
        since = {of: counted_from(one, question, meanings, of) for of in LANGUAGES}
        _describe(database, layer.name, replace(one, means=""), texts, since, lang)


def _attributes(on_map: MapFeature, labels: Mapping[str, str]) -> dict[str, Any]:
    one = on_map.feature
    own = {
        "name": on_map.name,
        "position": one.position,
        "whose": labels.get(one.position, one.position),
        "colour": on_map.look.color,
    }
    if on_map.ends:
        own["ends"] = on_map.ends
    if len(one.time_s):
        own |= {"begins_s": float(one.time_s[0]), "ends_s": float(one.time_s[-1])}
    taken = {*own, GEOMETRY, KEY}
    rest = {(f"{key}_in_table" if key in taken else key): v for key, v in one.about.items()}
    return {**own, **{key: str(v) if isinstance(v, str) else v for key, v in rest.items()}}


def _shape(one: Feature) -> BaseGeometry:
    placed = shape(geometry(one)[0])
    if isinstance(placed, shapely.Polygon) and one.sort == RING:
        return shapely.MultiPolygon([placed])
    if isinstance(placed, shapely.LineString) and one.sort == TRACK:
        return shapely.MultiLineString([placed])
    return placed


def blob(one: BaseGeometry) -> bytes:
    """A geometry as a GeoPackage has it: its own head with the bounds, then ISO WKB."""
    west, south, east, north = one.bounds
    head = b"GP" + bytes([0, 0b0000_0011]) + struct.pack("<i4d", WGS_84, west, east, south, north)
    return head + bytes(shapely.to_wkb(one, byte_order=1, flavor="iso", output_dimension=3))


def _write_table(
    database: sqlite3.Connection, name: str, records: Sequence[Mapping[str, Any]], lang: str
) -> None:
    """A table without a place: of answers, or of the numbers that they rest on."""
    columns = described()[name]
    kinds = {key: one.get("type", TEXT) for key, one in columns.items()}
    nowhere = (None, None, None, None, None)
    _register(database, (name, "attributes", name, "", CHANGED, *nowhere))
    values = ([None, *(cell(one.get(key), kinds[key]) for key in columns)] for one in records)
    typed = {**_KEYED, **{key: _SQL[kind] for key, kind in kinds.items()}}
    create_table(database, name, typed, values)
    for key, said in columns.items():
        texts = {of: said[of] for of in LANGUAGES}
        _describe(database, name, Column(key), texts, {}, lang)


def _register(database: sqlite3.Connection, entry: Sequence[Any]) -> None:
    database.execute(f"INSERT INTO gpkg_contents VALUES ({', '.join('?' * len(entry))})", entry)


def _describe(
    database: sqlite3.Connection,
    table: str,
    column: Column,
    texts: Mapping[str, str],
    since: Mapping[str, str],
    lang: str,
) -> None:
    """Unit and meaning of a column, in both languages, that of the file's first."""
    unit = f" [{column.unit}]" if column.unit else ""
    title = f"{texts.get(lang) or column.name.replace('_', ' ')}{unit}"
    lines = [
        f"{texts[of]}{f' ← {since[of]}' if since.get(of) else ''}"
        for of in sorted(texts, key=lambda of: of != lang)
        if texts[of]
    ]
    told = " | ".join([*lines, *([f"unit {column.unit}"] if column.unit else [])])
    entry = (table, column.name, f"{column.name}{unit}", title, told, None, None)
    database.execute("INSERT INTO gpkg_data_columns VALUES (?, ?, ?, ?, ?, ?, ?)", entry)


def _own(name: str, lang: str) -> str:
    """What a column means that every layer has."""
    return phrases(PHRASES)["layers"].get(name, {}).get(lang, "")
