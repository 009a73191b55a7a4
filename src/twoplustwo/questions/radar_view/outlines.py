"""What each radar can see at stated altitudes, as closed lines over the ground."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from twoplustwo.base.errors import OptionError, UnitError
from twoplustwo.base.table import Table
from twoplustwo.base.units import parse_quantity, show
from twoplustwo.question_cards.card import card
from twoplustwo.stages.stage import StageRows

MOST = 6  # altitudes at once
HIGHEST_M = 40_000_000.0


def altitudes(text: str) -> tuple[float, ...]:
    """Altitudes [m] out of an option such as ``200 km 500 km``, rising, each once.

    Raises
    ------
    OptionError
        One is no length above the ground, or there are none or too many.
    """
    where = "--option altitude"
    expected = "expected lengths with their unit, up to 40,000 km, e.g. 200 km 500 km"
    found = set()
    for one in re.findall(r"[^\s,]+(?:\s+[^\W\d_]+)?", str(text)):
        try:
            _, best, _ = parse_quantity(one, "km")
        except UnitError as wrong:
            raise OptionError(f"altitude: {wrong.what}", where, expected) from wrong
        if best is None or not 0.0 < best <= HIGHEST_M:
            raise OptionError(f"altitude: {one} is no altitude of a target", where, expected)
        found.add(best)
    if not found:
        raise OptionError("altitude is empty", where, expected)
    if len(found) > MOST:
        raise OptionError(f"altitude: {len(found)} altitudes", where, f"at most {MOST}")
    return tuple(sorted(found))


def outline_table(
    edges: Mapping[str, StageRows],
    chains: Mapping[str, str],
    heights: Sequence[float],
    position: int,
) -> Table:
    """Rings of all radars of one position; each row is a point, in order around its ring."""
    rows: list[dict[str, Any]] = []
    for radar, lanes in edges.items():
        for height, rings in zip(heights, lanes[position], strict=True):
            altitude = show(height, "km")
            for number, ring in enumerate(rings):
                shared = {
                    "radar": radar,
                    "chain": chains[radar],
                    "ring": f"{radar} {altitude}" + (f" ({number + 1})" if number else ""),
                    "altitude": altitude,
                    "altitude_km": height / 1e3,
                }
                points = zip(*np.degrees(ring), strict=True)
                rows += [{**shared, "lat_deg": lat, "lon_deg": lon} for lat, lon in points]
    return card("radar-view").table("outlines", rows)


def site_table(radars: Mapping[str, Any], position: int) -> Table:
    """Where the radars of one position stand."""
    stations = [(name, looks[position]) for name, looks in radars.items()]
    rows = [
        {
            "site": name,
            "what": "radar",
            "lat_deg": float(np.degrees(station.latitude_rad)),
            "lon_deg": float(np.degrees(station.longitude_rad)),
        }
        for name, station in stations
    ]
    return card("radar-view").table("sites", rows)
