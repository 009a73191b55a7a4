"""Lines in files beside the path that was flown, in steps a quarter as long."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import numpy as np
from scipy.spatial import cKDTree

from twoplustwo.answers.exports.czml import to_czml
from twoplustwo.answers.exports.geojson import to_geojson
from twoplustwo.answers.exports.kml import to_kml
from twoplustwo.physics.chunks import in_chunks, piece
from twoplustwo.physics.earth import from_geodetic
from twoplustwo.physics.path import fly_path

KML = "{http://www.opengis.net/kml/2.2}"
STEP_M = 2_000.0
Line = np.ndarray  # longitude and latitude, degrees, altitude, m; shape (n, 3)


def geojson(answer) -> Iterator[list[Line]]:
    """The parts of each track."""
    for one in json.loads(to_geojson([answer], "tracks"))["features"]:
        shape = one["geometry"]
        parts = shape["coordinates"]
        yield [np.array(part) for part in ([parts] if shape["type"] == "LineString" else parts)]


def kml(answer) -> Iterator[list[Line]]:
    """The parts of each track."""
    for mark in ET.fromstring(to_kml([answer], "tracks")).iter(f"{KML}Placemark"):
        lines = [line.findtext(f"{KML}coordinates") for line in mark.iter(f"{KML}LineString")]
        if lines:
            yield [
                np.array([spot.split(",") for spot in one.split()], dtype=float) for one in lines
            ]


def czml(answer) -> Iterator[list[Line]]:
    """The samples of each track, in one part."""
    for one in json.loads(to_czml([answer], "tracks")):
        if "path" in one:
            yield [np.array(one["position"]["cartographicDegrees"]).reshape(-1, 4)[:, 1:]]


def space(line: Line) -> np.ndarray:
    """Points in space on WGS84, m; shape (n, 3)."""
    lon, lat = np.radians(line[:, :2].T)
    return np.stack([np.asarray(c) for c in from_geodetic(lat, lon, line[:, 2])], axis=-1)


def straight(points: np.ndarray) -> np.ndarray:
    """Points along straight lines between some, so near that what lies between is no matter."""
    share = np.linspace(0.0, 1.0, 256)[:, None, None]
    return (points[:-1] + share * np.diff(points, axis=0)).reshape(-1, points.shape[1])


def truth(rocket, launch) -> Iterator[np.ndarray]:
    """Points in space of each flight, at most `STEP_M` apart; shape (n, 3)."""
    batch = piece(len(launch.cutoff))
    path = in_chunks(lambda some: fly_path(rocket, some, refine=4), launch, batch)
    for flight in np.moveaxis(np.stack(path.r), (0, 1, 2), (2, 1, 0)):
        away = np.append(0.0, np.cumsum(np.linalg.norm(np.diff(flight, axis=0), axis=1)))
        fine = np.arange(0.0, away[-1] + STEP_M, STEP_M)
        yield np.stack([np.interp(fine, away, c) for c in flight.T], axis=-1)


def apart_m(flown: np.ndarray, parts: list[Line], on_map: bool) -> float:
    """How far lines that a program draws between the points lie from the path flown, at most.

    `on_map` says whether it draws straight in longitude, latitude and altitude, or in space.
    """
    drawn = np.concatenate(
        [space(straight(one)) if on_map else straight(space(one)) for one in parts]
    )
    there, back = cKDTree(flown).query(drawn)[0].max(), cKDTree(drawn).query(flown)[0].max()
    return float(max(there, back))


WAYS = [(geojson, True), (kml, True), (kml, False), (czml, False)]
