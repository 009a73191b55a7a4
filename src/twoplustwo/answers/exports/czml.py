"""Answers as CZML: what moves, moves; launch is at a made-up moment that the file names."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import numpy as np

from twoplustwo.answers.answer import Answer
from twoplustwo.answers.exports.features import CELL, POINT, TRACK, Feature, features
from twoplustwo.answers.exports.origin import (
    LANGUAGE,
    Look,
    Paint,
    ends_of,
    feature_name,
    folder,
    label,
    origin_in_words,
    plain,
)

EPOCH = datetime(2000, 1, 1)
"""Launch of every missile: a moment of no meaning, since CZML knows only moments."""
_LAUNCH = {
    "en": "Every missile is launched at {moment}, a moment of no meaning: "
    "read times as seconds after it.",
    "ru": "Все ракеты стартуют в {moment}: сам момент ничего не значит, "
    "время читайте как секунды после него.",
}
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

    Parameters
    ----------
    answers : sequence of Answer
    table : str
        As in `features.features`.
    names : mapping, optional
        Identifier to name.
    paint : callable
        The colour of a feature and what it means.
    lang : str
        ``en`` or ``ru``: of names and folders.
    """
    known = names or {}
    found = [one for one in features(answers, table) if one.drawn]
    ends = [float(one.time_s.max()) for one in found if len(one.time_s)]
    last = max(ends, default=0.0)
    document: dict[str, Any] = {
        "id": "document",
        "version": "1.0",
        "name": ", ".join(dict.fromkeys(one.question for one in answers)),
        "description": "\n".join(
            (origin_in_words(answers, known), _LAUNCH[lang].format(moment=_moment(0.0)))
        ),
    }
    if last > 0.0:
        document["clock"] = {
            "interval": f"{_moment(0.0)}/{_moment(last)}",
            "currentTime": _moment(0.0),
            "multiplier": 30,
            "range": "LOOP_STOP",
            "step": "SYSTEM_CLOCK_MULTIPLIER",
        }
    labels = {one.label: label(one, one.label, known, lang) for one in answers}
    packets: list[dict[str, Any]] = [document]
    parents: set[str] = set()
    for one in found:
        # A folder a position and table: viewers show and hide it as one.
        inside = f"{one.position}/{folder(one, lang)}"
        for key, said_so in ((one.position, labels[one.position]), (inside, folder(one, lang))):
            if key not in parents:
                parents.add(key)
                above = {"parent": one.position} if key != one.position else {}
                packets.append({"id": key, "name": said_so, **above})
        packets += _packets(one, known, paint(one), inside, lang)
    return json.dumps(packets, ensure_ascii=False, allow_nan=False) + "\n"


def _packets(
    one: Feature, names: Mapping[str, Any], look: Look, parent: str, lang: str
) -> list[dict[str, Any]]:
    name = feature_name(one, names, look, lang)
    shared: dict[str, Any] = {"id": one.id, "name": name, "parent": parent}
    colour, ends = look.color, ends_of(one, look, lang)
    shared["properties"] = {key: value for key, value in one.about.items() if value is not None}
    shared["properties"] |= {"ends": ends} if ends else {}
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
        "availability": f"{_moment(first)}/{_moment(last)}",
        "position": {
            "epoch": _moment(0.0),
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


def _moment(seconds: float) -> str:
    moment = EPOCH + timedelta(seconds=round(seconds, 3))
    return moment.isoformat(timespec="milliseconds") + "Z"
