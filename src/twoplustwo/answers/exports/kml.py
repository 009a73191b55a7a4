"""Answers as KML 2.2: a folder a position, in it a folder a table, in it a placemark a feature."""

import colorsys
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import shapely

from twoplustwo.answers.answer import Answer
from twoplustwo.answers.exports.antimeridian import cut_line, cut_ring, lunes
from twoplustwo.answers.exports.chords import in_space, on_map
from twoplustwo.answers.exports.features import CELL, LAT, LON, POINT, RING, TRACK, Feature
from twoplustwo.answers.exports.launch_moment import moment
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
GOOGLE = "http://www.google.com/kml/ext/2.2"
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

    Parameters are those of `map_content.map_content`; the rest is as in `written`.
    """
    return written(map_content(answers, table, names, paint, lang))


def written(content: MapContent, legend_picture: str = "") -> str:
    """What a map holds as KML.

    Of several positions one is shown at a time, first the first, for they would lie on top of each
    other. What flies is there while it flies; at first all of it is in sight.

    Parameters
    ----------
    content : MapContent
    legend_picture : str
        The name of a picture beside the file that says what the colours mean, shown over the map.
    """
    answers, lang = content.answers, content.lang
    root = ET.Element("kml", {"xmlns": SPACE, "xmlns:gx": GOOGLE})
    document = ET.SubElement(root, "Document")
    legend = "\n".join(_lines(legend_entries(content), lang))
    _text(document, "name", f"{content.title}: {'; '.join(content.labels.values())}")
    _text(document, "open", "1")
    origin = origin_in_words(answers, content.names)
    features = [one.feature for one in content.features]
    flies = any(len(one.time_s) for one in features)
    launch = phrase("launch", lang, moment=moment(0.0)) if flies else ""
    _text(document, "description", "\n\n".join(part for part in (origin, launch, legend) if part))
    _look_at(document, features)
    for colour in sorted({one.look.color for one in content.features}):
        _style(document, colour)
    if legend:
        _text(_folder(document, phrase("legend", lang)), "description", legend)
    if legend and legend_picture:
        _overlay(document, phrase("legend", lang), legend_picture)
    shown = list(dict.fromkeys(one.position for one in features))
    several = len(shown) > 1
    home = _one_at_a_time(document, phrase("positions", lang)) if several else document
    folders: dict[tuple[str, ...], ET.Element] = {}
    for one in content.features:
        position = one.feature.position
        visible = position == shown[0]
        if (position,) not in folders:
            folders[position,] = _folder(home, content.labels[position], visible)
            about = [answer for answer in answers if answer.label == position]
            _text(folders[position,], "description", origin_in_words(about, content.names))
        inner = (position, one.folder)
        if inner not in folders:
            folders[inner] = _folder(folders[position,], one.folder, visible)
        _placemark(folders[inner], one, content, visible)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


class LegendEntry(NamedTuple):
    """A colour on the map, what has it (``point``, ``track`` and so on), and what it means."""

    color: str
    sorts: tuple[str, ...]
    means: str


def legend_entries(content: MapContent) -> list[LegendEntry]:
    """What each colour means, and which shape is what."""
    lang = content.lang
    found: dict[tuple[str, str], dict[str, None]] = {}
    for one in content.features:
        ring = one.feature.sort == RING and one.feature.names
        name = display_name(one.feature.names[0], content.names, lang) if ring else ""
        says = one.look.says or {}
        meaning = says.get(lang) or says.get(LANGUAGE) or name or one.folder.lower()
        found.setdefault((one.look.color, meaning), {})[one.feature.sort] = None
    return [LegendEntry(color, tuple(sorts), means) for (color, means), sorts in found.items()]


def _lines(entries: Sequence[LegendEntry], lang: str) -> list[str]:
    """The legend in words, a colour and what has it a line."""
    shapes = phrases(PHRASES)["shapes"]
    by_color: dict[str, dict[str, list[str]]] = {}
    for one in entries:
        which = phrase("and", lang).join(shapes[sort][lang] for sort in one.sorts)
        by_color.setdefault(one.color, {}).setdefault(which, []).append(one.means)
    return [
        f"{_hue(color, lang)} {which}: {', '.join(some)}"
        for color, by_shapes in by_color.items()
        for which, some in by_shapes.items()
    ]


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
    times = [one.time_s for one in found if len(one.time_s)]
    if times:  # else the slider would stand at a moment at which little is in the air
        every = np.concatenate(times)
        _span(ET.SubElement(eye, "gx:TimeSpan"), every.min(), every.max())
    _text(eye, "longitude", f"{lon[0]:.3f}")
    _text(eye, "latitude", f"{lat[0]:.3f}")
    far = np.clip(2.5 * widest * EARTH_MEAN_RADIUS_M, _NEAREST_M, _FARTHEST_M)
    _text(eye, "range", f"{far:.0f}")


def _span(span: ET.Element, first_s: float, last_s: float) -> None:
    _text(span, "begin", moment(float(first_s)))
    _text(span, "end", moment(float(last_s)))


def _folder(parent: ET.Element, name: str, visible: bool = True) -> ET.Element:
    folder = ET.SubElement(parent, "Folder")
    _text(folder, "name", name)
    if not visible:
        _text(folder, "visibility", "0")
    return folder


def _one_at_a_time(parent: ET.Element, name: str) -> ET.Element:
    """A folder of which one thing is shown, another instead of it when that is chosen."""
    folder = _folder(parent, name)
    _text(folder, "open", "1")
    style = ET.SubElement(ET.SubElement(folder, "Style"), "ListStyle")
    _text(style, "listItemType", "radioFolder")
    return folder


def _overlay(parent: ET.Element, name: str, picture: str) -> None:
    """A picture over the map, as large as it is, in the corner left above."""
    overlay = ET.SubElement(parent, "ScreenOverlay")
    _text(overlay, "name", name)
    _text(ET.SubElement(overlay, "Icon"), "href", picture)
    for tag, x, y in (("overlayXY", "0", "1"), ("screenXY", "0.01", "0.98")):
        ET.SubElement(overlay, tag, x=x, y=y, xunits="fraction", yunits="fraction")
    ET.SubElement(overlay, "size", x="0", y="0", xunits="fraction", yunits="fraction")


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
        _span(ET.SubElement(mark, "TimeSpan"), first, last)
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
