"""An answer with places to export; nothing in it is a result."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from pyproj import Geod

from twoplustwo.answers.answer import Answer, Headline
from twoplustwo.base.outcomes import Outcome
from twoplustwo.base.table import Column, Table

EVIL = 'a <b> & "c" \x07'
NAMES = {"kozelsk": {"en": "Kozelsk", "ru": "Козельск"}, "evil": EVIL, "us": {"en": "US"}}


def table(**columns: Sequence[Any]) -> Table:
    """A table of some columns; None among numbers is null."""
    data = {}
    for name, values in columns.items():
        if all(isinstance(one, bool) for one in values):
            data[name] = np.array(values)
        elif any(isinstance(one, str) for one in values):
            data[name] = np.array(values, dtype=object)
        else:
            data[name] = np.array([np.nan if one is None else one for one in values], dtype=float)
    return Table(tuple(Column(name) for name in columns), data)


def track(lon_deg: Sequence[float], lat_deg: Sequence[float], base: str = "kozelsk") -> Table:
    """One flight from a base, a sample every ten seconds."""
    count = len(lon_deg)
    return table(
        base=[base] * count,
        target=["washington"] * count,
        time_s=[10.0 * at for at in range(count)],
        lat_deg=lat_deg,
        lon_deg=lon_deg,
        altitude_km=[float(at) for at in range(count)],
    )


def answer(tables: Mapping[str, Table] | None = None, **more: Any) -> Answer:
    """An answer with a point, tracks, rings and cells, unless `tables` are given."""
    rows = table(
        base=["kozelsk", "evil"],
        target=["washington", "boston"],
        outcome=[Outcome.MET, Outcome.TOO_LATE],
        margin_s=[12.5, None],
        intercept_lat_deg=[70.1234567, None],
        intercept_lon_deg=[-20.7654321, None],
        intercept_altitude_km=[612.0, None],
    )
    circle = np.radians(np.arange(0.0, 360.0, 30.0))
    known = (
        tables
        if tables is not None
        else {
            "bases": table(
                base=["kozelsk", "evil"],
                lat_deg=[54.0, 61.0],
                lon_deg=[35.8, 179.5],
                weight=[1.0, None],
            ),
            "tracks": track([170.0, 178.0, -174.0, -166.0], [60.0, 66.0, 66.0, 60.0]),
            "rings": table(
                ring=["far"] * 12 + ["polar"] * 12,
                missile=["ss-25"] * 24,
                lat_deg=[*(-5.0 * np.sin(circle)), *([70.0] * 12)],
                lon_deg=[
                    *(178.0 + 5.0 * np.cos(circle) - 360.0 * (5.0 * np.cos(circle) > 2.0)),
                    *np.degrees(-circle),
                ],
            ),
            "cells": table(
                cell=["A", "B", "C"],
                lat_deg=[50.4, -10.2, 3.3],
                lon_deg=[10.6, -0.4, 179.9],
                threatened=[True, False, True],
                opportunities=[0.0, None, 2.0],
            ),
            "hidden": table(base=["kozelsk"], lat_deg=[1.0], lon_deg=[2.0]),
        }
    )
    views = (
        {"kind": "map.links", "from": "base", "to": "target", "mark": "outcome"},
        {"kind": "map.rings", "table": "rings", "ring": "ring", "label": "missile"},
        {"kind": "map.cells", "table": "cells", "mask": "threatened"},
    )
    given = {
        "question": "icbm-reach",
        "position": "us",
        "as_of": "2009-09-17",
        "dossier": {"id": "sample", "hash": "0" * 64},
        "headline": Headline("share_reachable", 0.5, sentence={"en": f"Half {EVIL}."}),
        "rows": rows,
        "tables": known,
        "views": views,
        "id": "icbm-reach-0",
    }
    return Answer(**{**given, **more})


EARTH = Geod(ellps="WGS84")


def circle(lon: float, lat: float, far_m: float, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Longitudes and latitudes, degrees, of points so far from a place, clockwise round it."""
    azimuth = np.linspace(0.0, 360.0, count, endpoint=False)
    whole = np.full(count, 1.0)
    out = EARTH.fwd(lon * whole, lat * whole, azimuth, far_m * whole)
    return np.asarray(out[0]), np.asarray(out[1])


def circles(count: int) -> Iterator[tuple[float, float, float]]:
    """Centres anywhere (longitude and latitude, degrees) and radii, m, from 50 to 19,500 km: of
    ten two at a pole, one on the meridian of 180 degrees, one whose edge goes through a pole.
    """
    chance = np.random.default_rng(7)
    for at in range(count):
        lon, lat = chance.uniform(-180.0, 180.0), np.degrees(np.arcsin(chance.uniform(-1.0, 1.0)))
        far = chance.uniform(50e3, 19.5e6)
        if at % 10 < 2:
            lat = (90.0, -90.0)[at % 10]
        elif at % 10 == 2:
            lon = 180.0
        elif at % 10 == 3:
            far = min(max(EARTH.inv(lon, lat, lon, 90.0)[2], 50e3), 19.5e6)
        yield lon, lat, far
