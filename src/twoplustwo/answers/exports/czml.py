"""Answers as CZML: what moves, moves; launch is at a made-up moment that the file names."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from twoplustwo.answers.answer import Answer
from twoplustwo.answers.exports.features import CELL, POINT, TRACK, Feature
from twoplustwo.answers.exports.launch_moment import moment
from twoplustwo.answers.exports.map_content import MapFeature, map_content
from twoplustwo.answers.exports.origin import LANGUAGE, Paint, origin_in_words, phrase, plain

PLACES = 6
_SOLID, _FILL = 255, 150  # how opaque lines and areas are, of 255
_WIDTH, _DOT = 2.0, 8.0  # pixels


def to_czml(
    answers: Sequence[Answer],
    table: str = "",
    names: Mapping[str, Any] | None = None,
    paint: Paint = plain,
    lang: str = LANGUAGE,
) -> str:
    """Every place, track, ring and cell of some answers, tracks as sampled positions in time.

    Parameters are those of `map_content.map_content`.
    """
    content = map_content(answers, table, names, paint, lang)
    ends = [float(one.feature.time_s.max()) for one in content.features if len(one.feature.time_s)]
    last = max(ends, default=0.0)
    launch = phrase("launch", lang, moment=moment(0.0))
    document: dict[str, Any] = {
        "id": "document",
        "version": "1.0",
        "name": content.title,
        "description": "\n".join((origin_in_words(answers, content.names), launch)),
    }
    if last > 0.0:
        document["clock"] = {
            "interval": f"{moment(0.0)}/{moment(last)}",
            "currentTime": moment(0.0),
            "multiplier": 30,
            "range": "LOOP_STOP",
            "step": "SYSTEM_CLOCK_MULTIPLIER",
        }
    packets: list[dict[str, Any]] = [document]
    parents: set[str] = set()
    for one in content.features:
        # A folder a position and table: viewers show and hide it as one.
        position = one.feature.position
        inside = f"{position}/{one.folder}"
        for key, name in ((position, content.labels[position]), (inside, one.folder)):
            if key not in parents:
                parents.add(key)
                above = {"parent": position} if key != position else {}
                packets.append({"id": key, "name": name, **above})
        packets += _packets(one, inside)
    return json.dumps(packets, ensure_ascii=False, allow_nan=False) + "\n"


def _packets(on_map: MapFeature, parent: str) -> list[dict[str, Any]]:
    one, colour = on_map.feature, on_map.look.color
    shared: dict[str, Any] = {"id": one.id, "name": on_map.name, "parent": parent}
    shared["properties"] = {key: value for key, value in one.about.items() if value is not None}
    shared["properties"] |= {"ends": on_map.ends} if on_map.ends else {}
    solid: dict[str, Any] = {"solidColor": {"color": {"rgba": _rgba(colour, _SOLID)}}}
    if one.sort == TRACK:
        return [{**shared, **_track(one, solid)}]
    if one.sort == POINT:
        dot = {"pixelSize": _DOT, "color": {"rgba": _rgba(colour, _SOLID)}}
        return [{**shared, "position": {"cartographicDegrees": _spots(one)[0]}, "point": dot}]
    fill = {"solidColor": {"color": {"rgba": _rgba(colour, _FILL)}}}
    if one.sort == CELL:
        west, east = float(one.lon_deg.min()), float(one.lon_deg.max())
        south, north = float(one.lat_deg.min()), float(one.lat_deg.max())
        area = {"coordinates": {"wsenDegrees": [west, south, east, north]}, "material": fill}
        return [{**shared, "rectangle": area}]
    # Not cut: a globe has no edge, and a cut that is drawn would be a spoke to the pole.
    around = np.column_stack(
        [np.append(one.lon_deg, one.lon_deg[0]), np.append(one.lat_deg, one.lat_deg[0])]
    )
    around = np.column_stack([around, np.zeros(len(around))])
    return [
        {
            **shared,
            "polyline": {
                "positions": {"cartographicDegrees": _flat(around)},
                "material": solid,
                "width": _WIDTH,
                "clampToGround": True,
                "arcType": "GEODESIC",
            },
        }
    ]


def _track(one: Feature, solid: dict[str, Any]) -> dict[str, Any]:
    """A position sampled in time, the way that it goes, and a dot that goes it."""
    high = one.altitude_m if len(one.altitude_m) else np.zeros_like(one.lon_deg)
    times = np.round(one.time_s, 3)
    fresh = np.append(True, np.diff(times) > 0.0)  # a moment has one position
    samples = (
        np.column_stack(
            [
                times,
                np.round(one.lon_deg, PLACES),
                np.round(one.lat_deg, PLACES),
                np.round(np.nan_to_num(high), 1),
            ]
        )[fresh]
        + 0.0
    )
    first, last = float(samples[0, 0]), float(samples[-1, 0])
    return {
        "availability": f"{moment(first)}/{moment(last)}",
        "position": {
            "epoch": moment(0.0),
            "cartographicDegrees": samples.ravel().tolist(),
            # straight between samples, which stand so near that nothing else is needed; held at
            # both ends, for a viewer's clock may differ from a sample in its last digit
            "interpolationAlgorithm": "LINEAR",
            "interpolationDegree": 1,
            "backwardExtrapolationType": "HOLD",
            "forwardExtrapolationType": "HOLD",
        },
        "path": {
            "material": solid,
            "width": _WIDTH,
            "leadTime": 0,
            "trailTime": last - first,
            "resolution": 10,
        },
        "point": {"pixelSize": _DOT, "color": solid["solidColor"]["color"]},
    }


def _spots(one: Feature) -> list[list[float]]:
    known = len(one.altitude_m) > 0 and bool(np.isfinite(one.altitude_m).all())
    high = one.altitude_m if known else np.zeros_like(one.lon_deg)
    return [_flat(row[None, :]) for row in np.column_stack([one.lon_deg, one.lat_deg, high])]


def _flat(points: np.ndarray) -> list[float]:
    short = np.round(points, PLACES)
    short[:, 2] = np.round(points[:, 2], 1)
    return (short + 0.0).ravel().tolist()


def _rgba(colour: str, opaque: int) -> list[int]:
    return [*(int(colour[at : at + 2], 16) for at in (1, 3, 5)), opaque]
