"""Places, speeds, assumptions and citations that the sample answers are made of."""

from typing import Any

import numpy as np

from twoplustwo.answers.answer import Assumption
from twoplustwo.answers.schema import array
from twoplustwo.base.table import Column, Table

PARTIES = ("independent", "russia", "us")

BASES = {
    "barnaul": (53.3, 83.5),
    "dombarovsky": (51.0, 59.8),
    "irkutsk": (52.3, 104.3),
    "kozelsk": (54.0, 35.8),
    "nizhny-tagil": (58.1, 60.2),
    "novosibirsk": (55.3, 83.0),
    "tatishchevo": (51.7, 45.6),
    "teykovo": (56.8, 40.6),
    "uzhur": (55.2, 89.7),
    "vypolzovo": (57.9, 33.7),
    "yoshkar-ola": (56.6, 48.1),
}
TARGETS = {
    "washington": (38.9, -77.0),
    "new-york": (40.7, -74.0),
    "boston": (42.4, -71.1),
    "chicago": (41.9, -87.6),
    "atlanta": (33.7, -84.4),
    "miami": (25.8, -80.2),
    "houston": (29.8, -95.4),
    "denver": (39.7, -105.0),
    "seattle": (47.6, -122.3),
    "san-francisco": (37.8, -122.4),
    "los-angeles": (34.1, -118.2),
    "minneapolis": (45.0, -93.3),
}
SITE = ("redzikowo", "interceptors", 54.48, 17.1)
SPEED = {"independent": (8.0, 7.7, 8.3), "russia": (8.0, 7.7, 8.3), "us": (6.3, 6.0, 6.5)}
UNITS = {
    "_m_s": "m/s",
    "_s": "s",
    "_lat_deg": "deg",
    "_lon_deg": "deg",
    "_km": "km",
    "_rad": "rad",
    "_deg": "deg",
    "_km2": "km2",
    "_kg": "kg",
}
SHARES = ("share", "defended", "coverage", "area_defended", "area_threatened")


def table(records: list[dict[str, Any]], **units: str) -> Table:
    """A table of records; the unit of a column follows from its name unless given."""
    names = list(records[0]) if records else list(units)
    columns = []
    for name in names:
        unit = units.get(name) or next(
            (unit for end, unit in UNITS.items() if name.endswith(end)), ""
        )
        if not unit and name.startswith(SHARES):
            unit = "1"
        columns.append(Column(name, unit=unit))
    data = {
        one.name: array([row[one.name] for row in records], numeric=bool(one.unit))
        for one in columns
    }
    return Table(tuple(columns), data)


def arc(start, end, steps=40) -> np.ndarray:
    """Points along a great circle, latitude and longitude in degrees."""

    def unit(place):
        lat, lon = np.radians(place)
        return np.array([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])

    a, b = unit(start), unit(end)
    angle = np.arccos(a @ b)
    t = np.linspace(0, 1, steps)[:, None]
    points = (np.sin((1 - t) * angle) * a + np.sin(t * angle) * b) / np.sin(angle)
    return np.degrees(
        np.column_stack([np.arcsin(points[:, 2]), np.arctan2(points[:, 1], points[:, 0])])
    )


def assumptions(party: str) -> tuple[Assumption, ...]:
    best, low, high = SPEED[party]
    who = {"us": ("mda", "own"), "russia": ("postol", "adopted"), "independent": ("postol", "own")}
    by, how = who[party]
    return (
        Assumption(
            "interceptors.gbi-2.burnout_speed",
            best * 1e3,
            low * 1e3,
            high * 1e3,
            "m/s",
            f"{best} km/s",
            f"interceptors.gbi-2.burnout_speed@{by}-2007",
            by,
            how=how,
            point="best",
            status="secondary" if party == "us" else "derived",
            source="afp-2007",
            reading="unstated",
            means={"en": "speed at the end of powered flight"},
        ),
        Assumption(
            "engagement.max_flight",
            1200.0,
            600.0,
            1500.0,
            "s",
            "1200 s",
            "engagement.max_flight@compilers",
            "compilers",
            how="common",
            point="best",
            status="assumed",
            source="",
            reading="",
            means={"en": "longest flight of the interceptor"},
        ),
        Assumption(
            "nature.refraction.bending_0",
            0.0122,
            None,
            None,
            "rad",
            "0.7 deg",
            "nature.refraction.bending_0@text",
            "compilers",
            how="common",
            point="value",
            status="recalled",
            source="skolnik",
            reading="",
            means={"en": "bending of a ray to space at 0° elevation"},
        ),
    )


CITATIONS = (
    {
        "id": "afp-2007",
        "type": "article-newspaper",
        "issued": "2007-09-27",
        "title": "US interceptors in Europe fast enough to hit Russian ICBMs, researcher",
        "container-title": "AFP, in Defence Talk",
        "URL": "https://example.org/afp-2007",
        "seen": "opening",
    },
    {
        "id": "skolnik",
        "type": "book",
        "title": "Introduction to Radar Systems",
        "author": [{"family": "Skolnik", "given": "M."}],
        "issued": "2001",
        "seen": "none",
    },
)
