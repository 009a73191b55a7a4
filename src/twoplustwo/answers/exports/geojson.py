"""Answers as GeoJSON (RFC 7946): longitude first, cut where the map ends, rings anticlockwise."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import shapely

from twoplustwo.answers.answer import Answer
from twoplustwo.answers.exports.antimeridian import PLACES, cut_line, cut_ring
from twoplustwo.answers.exports.features import CELL, POINT, RING, Feature
from twoplustwo.answers.exports.map_content import MapFeature, map_content
from twoplustwo.answers.exports.origin import LANGUAGE, Paint, plain, provenance


def to_geojson(
    answers: Sequence[Answer],
    table: str = "",
    names: Mapping[str, Any] | None = None,
    paint: Paint = plain,
    lang: str = LANGUAGE,
) -> str:
    """Every place, track, ring and cell of some answers as one feature collection.

    Parameters are those of `map_content.map_content`; of a look only the words are written.
    """
    content = map_content(answers, table, names, paint, lang, undrawn=True)
    collection = {
        "type": "FeatureCollection",
        "features": [_feature(one) for one in content.features],
        "twoplustwo": provenance(answers),
    }
    return json.dumps(collection, ensure_ascii=False, allow_nan=False) + "\n"


def _feature(on_map: MapFeature) -> dict[str, Any]:
    one = on_map.feature
    placed, times = geometry(one)
    properties = {
        "name": on_map.name,
        **({"ends": on_map.ends} if on_map.ends else {}),
        "position": one.position,
        "table": one.table,
        **{key: value for key, value in one.about.items() if key not in ("name", "position")},
        **({"name_in_table": one.about["name"]} if "name" in one.about else {}),
        **({"times_s": times} if times is not None else {}),
    }
    return {"type": "Feature", "id": one.id, "geometry": placed, "properties": properties}


def geometry(one: Feature) -> tuple[dict[str, Any], list[Any] | None]:
    """Where a feature lies, as GeoJSON says it; of a track also when it passes each point."""
    if one.sort == POINT:
        return {"type": "Point", "coordinates": _coordinates(one)[0]}, None
    if one.sort == CELL:
        corners = np.column_stack([one.lon_deg, one.lat_deg])
        return {
            "type": "Polygon",
            "coordinates": [_rounded(np.vstack([corners, corners[:1]]))],
        }, None
    if one.sort == RING:
        rings = [
            [_rounded(shapely.get_coordinates(edge)) for edge in (part.exterior, *part.interiors)]
            for part in cut_ring(one.lon_deg, one.lat_deg)
        ]
        if len(rings) == 1:
            return {"type": "Polygon", "coordinates": rings[0]}, None
        return {"type": "MultiPolygon", "coordinates": rings}, None
    high = len(one.altitude_m) > 0
    parts = cut_line(one.lon_deg, one.lat_deg, one.altitude_m if high else 0.0, one.time_s)
    lines = [_rounded(np.column_stack(part[: 3 if high else 2])) for part in parts]
    times = [np.round(part[-1], 3).tolist() for part in parts]
    if len(lines) == 1:
        return {"type": "LineString", "coordinates": lines[0]}, times[0]
    return {"type": "MultiLineString", "coordinates": lines}, times


def _coordinates(one: Feature) -> list[list[float]]:
    columns = [one.lon_deg, one.lat_deg]
    if len(one.altitude_m) and np.isfinite(one.altitude_m).all():
        columns.append(one.altitude_m)
    return _rounded(np.column_stack(columns))


def _rounded(points: np.ndarray) -> list[list[float]]:
    short = np.round(points, PLACES)
    short[:, 2:] = np.round(points[:, 2:], 1)
    return (short + 0.0).tolist()  # no minus zero
