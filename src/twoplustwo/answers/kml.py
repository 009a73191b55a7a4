"""Answers as KML 2.2: a folder a position, in it a folder a table, in it a placemark a feature."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import shapely

from .answer import Answer
from .antimeridian import cut_line, cut_ring, lunes
from .features import CELL, POINT, TRACK, Feature, features
from .told import called, name, said

SPACE = "http://www.opengis.net/kml/2.2"
Paint = Callable[[Feature], str]
"""The colour of a feature, as ``#rrggbb``."""
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE, _FILL = "ff", "59"  # how opaque a line and an area are
_WIDEST_DEG = 90.0  # of one polygon: Google Earth takes wider ones for what they leave out


def to_kml(
    answers: Sequence[Answer],
    table: str = "",
    names: Mapping[str, Any] | None = None,
    paint: Paint = lambda one: "#0072b2",
) -> str:
    """Every place, track, ring and cell of some answers.

    Parameters
    ----------
    answers : sequence of Answer
    table : str
        As in `features.features`.
    names : mapping, optional
        Identifier to name.
    paint : callable
        The colour of a feature.
    """
    known = names or {}
    root = ET.Element("kml", xmlns=SPACE)
    document = ET.SubElement(root, "Document")
    title = ", ".join(dict.fromkeys(one.question for one in answers))
    _text(document, "name", title)
    _text(document, "description", said(answers))
    found = [one for one in features(answers, table) if one.drawn]
    colours = {one.id: paint(one) for one in found}
    for colour in sorted(set(colours.values())):
        _style(document, colour)
    folders: dict[tuple[str, ...], ET.Element] = {}
    for one in found:
        outer = (one.position,)
        if outer not in folders:
            folders[outer] = _folder(document, name(one.position, known))
        inner = (one.position, one.table)
        if inner not in folders:
            folders[inner] = _folder(folders[outer], one.table.replace("_", " "))
        _placemark(folders[inner], one, known, colours[one.id])
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _folder(parent: ET.Element, called_so: str) -> ET.Element:
    folder = ET.SubElement(parent, "Folder")
    _text(folder, "name", called_so)
    return folder


def _style(document: ET.Element, colour: str) -> None:
    """KML writes colours as opacity, blue, green, red."""
    red, green, blue = colour[1:3], colour[3:5], colour[5:7]
    style = ET.SubElement(document, "Style", id=_style_id(colour))
    icon = ET.SubElement(style, "IconStyle")
    _text(icon, "color", _LINE + blue + green + red)
    line = ET.SubElement(style, "LineStyle")
    _text(line, "color", _LINE + blue + green + red)
    _text(line, "width", "2")
    area = ET.SubElement(style, "PolyStyle")
    _text(area, "color", _FILL + blue + green + red)
    _text(area, "outline", "0")


def _style_id(colour: str) -> str:
    return f"c{colour[1:]}"


def _placemark(parent: ET.Element, one: Feature, names: Mapping[str, Any], colour: str) -> None:
    mark = ET.SubElement(parent, "Placemark", id=re.sub(r"[^\w.-]", "_", one.id))
    _text(mark, "name", called(one, names))
    if len(one.time_s):
        first, last = one.time_s[0], one.time_s[-1]
        _text(mark, "description", f"{first:.6g} s to {last:.6g} s after launch")
    _text(mark, "styleUrl", f"#{_style_id(colour)}")
    data = ET.SubElement(mark, "ExtendedData")
    for key, value in {"position": one.position, **one.about}.items():
        entry = ET.SubElement(data, "Data", name=_clean(key))
        _text(entry, "value", _plain(value))
    _geometry(mark, one)


def _geometry(mark: ET.Element, one: Feature) -> None:
    high = len(one.altitude_m) > 0 and bool(np.isfinite(one.altitude_m).all())
    mode = "absolute" if high else "clampToGround"
    if one.sort == POINT:
        point = ET.SubElement(mark, "Point")
        _text(point, "altitudeMode", mode)
        columns = [one.lon_deg, one.lat_deg, *([one.altitude_m] if high else [])]
        _text(point, "coordinates", _coordinates(np.column_stack(columns)))
        return
    if one.sort == TRACK:
        parts = cut_line(one.lon_deg, one.lat_deg, one.altitude_m if high else 0.0)
        home = ET.SubElement(mark, "MultiGeometry") if len(parts) != 1 else mark
        for part in parts:
            _line(home, np.column_stack(part[: 3 if high else 2]), mode)
        return
    if one.sort == CELL:
        corners = np.column_stack([one.lon_deg, one.lat_deg])
        _polygon(mark, np.vstack([corners, corners[:1]]))
        return
    # The edge is drawn by itself: that of a polygon would show where it is cut.
    home = ET.SubElement(mark, "MultiGeometry")
    for piece in lunes(cut_ring(one.lon_deg, one.lat_deg), _WIDEST_DEG):
        _polygon(home, shapely.get_coordinates(piece.exterior))
    around = (np.append(side, side[0]) for side in (one.lon_deg, one.lat_deg))
    for part in cut_line(*around):
        _line(home, np.column_stack(part[:2]), "clampToGround")


def _line(home: ET.Element, points: np.ndarray, mode: str) -> None:
    line = ET.SubElement(home, "LineString")
    _text(line, "tessellate", "1" if mode == "clampToGround" else "0")
    _text(line, "altitudeMode", mode)
    _text(line, "coordinates", _coordinates(points))


def _polygon(home: ET.Element, points: np.ndarray) -> None:
    polygon = ET.SubElement(home, "Polygon")
    _text(polygon, "tessellate", "1")
    _text(polygon, "altitudeMode", "clampToGround")
    inner = ET.SubElement(ET.SubElement(polygon, "outerBoundaryIs"), "LinearRing")
    _text(inner, "coordinates", _coordinates(points))


def _coordinates(points: np.ndarray) -> str:
    return " ".join(
        ",".join([f"{row[0]:.6f}", f"{row[1]:.6f}", *(f"{one:.1f}" for one in row[2:])])
        for row in points.tolist()
    )


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = _clean(text)


def _clean(text: str) -> str:
    """Without the characters that no XML may hold."""
    return _FORBIDDEN.sub("", text)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, float) else str(value)
