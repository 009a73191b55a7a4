"""What each radar can see at stated altitudes, as closed lines over the ground."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from twoplustwo.base.errors import OptionError, UnitError
from twoplustwo.base.table import Column, Table
from twoplustwo.base.units import parse_quantity, show
from twoplustwo.stages.stage import StageRows

MOST = 6  # altitudes at once
HIGHEST_M = 40_000_000.0
COLUMNS = ("radar", "chain", "ring", "altitude", "altitude_km", "lat_deg", "lon_deg")


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
    parts: list[dict[str, Any]] = []
    for radar, lanes in edges.items():
        for height, rings in zip(heights, lanes[position], strict=True):
            shown = show(height, "km")
            for number, (latitude, longitude) in enumerate(rings):
                count = len(latitude)
                name = f"{radar} {shown}" + (f" ({number + 1})" if number else "")
                parts.append(
                    {
                        "radar": [radar] * count,
                        "chain": [chains[radar]] * count,
                        "ring": [name] * count,
                        "altitude": [shown] * count,
                        "altitude_km": np.full(count, height / 1e3),
                        "lat_deg": np.degrees(latitude),
                        "lon_deg": np.degrees(longitude),
                    }
                )
    data: dict[str, Any] = {}
    for name in COLUMNS:
        kind = object if name in COLUMNS[:4] else float
        columns = [np.asarray(part[name], dtype=kind) for part in parts]
        data[name] = np.concatenate([np.array([], dtype=kind), *columns])
    return Table(tuple(Column(name) for name in COLUMNS), data)


def site_table(radars: Mapping[str, Any], position: int) -> Table:
    """Where the radars of one position stand."""
    there = [(name, looks[position]) for name, looks in radars.items()]
    data = {
        "site": np.array([name for name, _ in there], dtype=object),
        "what": np.array(["radar"] * len(there), dtype=object),
        "lat_deg": np.degrees([float(one.latitude_rad) for _, one in there]),
        "lon_deg": np.degrees([float(one.longitude_rad) for _, one in there]),
    }
    return Table(tuple(Column(name) for name in data), data)
