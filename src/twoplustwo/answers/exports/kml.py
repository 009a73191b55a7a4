"""Answers as KML 2.2: a folder a position, in it a folder a table, in it a placemark a feature."""

import colorsys
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import shapely

from twoplustwo.answers.answer import Answer
from twoplustwo.answers.exports.antimeridian import cut_line, cut_ring, lunes
from twoplustwo.answers.exports.chords import in_space, on_map
from twoplustwo.answers.exports.features import CELL, LAT, LON, POINT, RING, TRACK, Feature
from twoplustwo.answers.exports.map_content import MapContent, MapFeature, map_content
from twoplustwo.answers.exports.origin import (
    LANGUAGE,
    PHRASES,
    Paint,
    display_name,
    meaning,
    origin_in_words,
    phrase,
    plain,
    value,
)
from twoplustwo.base.constants import EARTH_MEAN_RADIUS_M
from twoplustwo.wording.locale import decimal
from twoplustwo.wording.phrases import phrases

SPACE = "http://www.opengis.net/kml/2.2"
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE, _FILL = "ff", "59"  # how opaque a line and an area are
_NEAREST_M, _FARTHEST_M = 5e5, 2e7  # of the eye
_EVERYWHERE = 0.1  # of what lies all round the Earth there is no middle
_BLACK, _GREY, _LIGHT = 0.2, 0.12, 0.6
_HUES = (
    (15, "red"),
    (33, "red-orange"),
    (50, "orange"),
    (70, "yellow"),
    (170, "green"),
    (260, "blue"),
    (345, "purple"),
    (361, "red"),
)
_WIDEST_DEG = 90.0  # of one polygon: Google Earth takes wider ones for what they leave out


def to_kml(
    answers: Sequence[Answer],
    table: str = "",
    names: Mapping[str, Any] | None = None,
    paint: Paint = plain,
    lang: str = LANGUAGE,
) -> str:
    """Every place, track, ring and cell of some answers.

    Of several positions only the first is shown until the reader ticks another, for they would
    lie on top of each other. Parameters are those of `map_content.map_content`.
    """
    content = map_content(answers, table, names, paint, lang)
    root = ET.Element("kml", xmlns=SPACE)
    document = ET.SubElement(root, "Document")
    legend = "\n".join(_legend(content))
    _text(document, "name", f"{content.title}: {'; '.join(content.labels.values())}")
    _text(document, "open", "1")
    origin = origin_in_words(answers, content.names)
    _text(document, "description", "\n\n".join(part for part in (origin, legend) if part))
    _look_at(document, [one.feature for one in content.features])
    for colour in sorted({one.look.color for one in content.features}):
        _style(document, colour)
    if legend:
        _text(_folder(document, phrase("legend", lang)), "description", legend)
    folders: dict[tuple[str, ...], ET.Element] = {}
    for one in content.features:
        position = one.feature.position
        if (position,) not in folders:
            folders[position,] = _folder(document, content.labels[position])
            about = [answer for answer in answers if answer.label == position]
            _text(folders[position,], "description", origin_in_words(about, content.names))
        inner = (position, one.folder)
        if inner not in folders:
            folders[inner] = _folder(folders[position,], one.folder)
        visible = position == content.features[0].feature.position
        _placemark(folders[inner], one, content, visible)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _legend(content: MapContent) -> list[str]:
    """What each colour means, and which shape is what."""
    lang = content.lang
    shapes = phrases(PHRASES)["shapes"]
    by_color: dict[str, dict[str, dict[str, None]]] = {}
    for one in content.features:
        ring = one.feature.sort == RING and one.feature.names
        name = display_name(one.feature.names[0], content.names, lang) if ring else ""
        says = one.look.says or {}
        meaning = says.get(lang) or says.get(LANGUAGE) or name or one.folder.lower()
        meanings = by_color.setdefault(one.look.color, {})
        meanings.setdefault(meaning, {})[shapes[one.feature.sort][lang]] = None
    lines = []
    for color, meanings in by_color.items():
        by_shapes: dict[str, list[str]] = {}
        for meaning, which in meanings.items():
            by_shapes.setdefault(phrase("and", lang).join(which), []).append(meaning)
        hue = _hue(color, lang)
        lines += [f"{hue} {which}: {', '.join(some)}" for which, some in by_shapes.items()]
    return lines


def _hue(color: str, lang: str) -> str:
    """A colour by name, with its code: a reader may see the name where he cannot see the colour."""
    red, green, blue = (int(color[at : at + 2], 16) / 255.0 for at in (1, 3, 5))
    hue, light, much = colorsys.rgb_to_hls(red, green, blue)
    known = next(word for edge, word in _HUES if hue * 360.0 < edge)
    word = "black" if light < _BLACK else "grey" if much < _GREY else known
    name = phrases(PHRASES)["colours"][word][lang]
    pale = light > _LIGHT and word == known
    return f"{phrase('light', lang, colour=name) if pale else name} ({color})"


def _look_at(document: ET.Element, found: Sequence[Feature]) -> None:
    """The eye over the middle of what is shown, so far that all of it is seen."""
    if not found:
        return
    points = np.concatenate([in_space(one.lon_deg, one.lat_deg) for one in found])
    points /= np.linalg.norm(points, axis=1)[:, None]
    middle = points.mean(axis=0)
    if np.linalg.norm(middle) < _EVERYWHERE:
        middle = points[0]
    lon, lat, _ = on_map(middle[None])
    widest = np.arccos(np.clip(points @ (middle / np.linalg.norm(middle)), -1.0, 1.0)).max()
    eye = ET.SubElement(document, "LookAt")
    _text(eye, "longitude", f"{lon[0]:.3f}")
    _text(eye, "latitude", f"{lat[0]:.3f}")
    far = np.clip(2.5 * widest * EARTH_MEAN_RADIUS_M, _NEAREST_M, _FARTHEST_M)
    _text(eye, "range", f"{far:.0f}")


def _folder(parent: ET.Element, name: str) -> ET.Element:
    folder = ET.SubElement(parent, "Folder")
    _text(folder, "name", name)
    return folder


def _style(document: ET.Element, colour: str) -> None:
    """KML writes colours as opacity, blue, green, red. Points that many flights have are small and
    show their names only when the reader points at them.
    """
    red, green, blue = colour[1:3], colour[3:5], colour[5:7]
    for ending, size, text in (("", "1", "0.8"), ("-quiet", "0.6", "0")):
        style = ET.SubElement(document, "Style", id=_style_id(colour) + ending)
        icon = ET.SubElement(style, "IconStyle")
        _text(icon, "color", _LINE + blue + green + red)
        _text(icon, "scale", size)
        _text(ET.SubElement(style, "LabelStyle"), "scale", text)
        line = ET.SubElement(style, "LineStyle")
        _text(line, "color", _LINE + blue + green + red)
        _text(line, "width", "2")
        area = ET.SubElement(style, "PolyStyle")
        _text(area, "color", _FILL + blue + green + red)
        _text(area, "outline", "0")


def _style_id(colour: str) -> str:
    return f"c{colour[1:]}"


def _placemark(parent: ET.Element, on_map: MapFeature, content: MapContent, visible: bool) -> None:
    one, names, lang = on_map.feature, content.names, content.lang
    mark = ET.SubElement(parent, "Placemark", id=re.sub(r"[^\w.-]", "_", one.id))
    _text(mark, "name", on_map.name)
    if not visible:
        _text(mark, "visibility", "0")
    if len(one.time_s):
        first, last = one.time_s[0], one.time_s[-1]
        times = phrase("times", lang, first=f"{first:.6g}", last=f"{last:.6g}")
        _text(mark, "description", decimal(times, lang))
    style = f"#{_style_id(on_map.look.color)}" + ("-quiet" if one.prefix else "")
    _text(mark, "styleUrl", style)
    data = ET.SubElement(mark, "ExtendedData")
    texts = {"position": display_name(one.position, names, lang)} | {
        key: on_map.ends if key == "outcome" else value(one.columns.get(key), what, names, lang)
        for key, what in one.about.items()
        if not key.endswith((LAT, LON))  # which is where it stands
    }
    for key, text in texts.items():
        entry = ET.SubElement(data, "Data", name=_clean(key))
        position = key == "position"
        means = phrase(key, lang) if position else meaning(one.columns.get(key), key, lang)
        _text(entry, "displayName", means)
        _text(entry, "value", text)
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
