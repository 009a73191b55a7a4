"""Where the defence stands, as a table for maps."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from twoplustwo.base.table import Column, Table
from twoplustwo.stages import records
from twoplustwo.stages.inputs import Inputs

INTERCEPTORS, RADAR = "interceptors", "radar"


def site_tables(
    given: Inputs, dossier: Any, stand: Sequence[tuple[Sequence[str], records.Records]]
) -> Callable[[int], Table]:
    """By position: its interceptors at their sites, and the radars no measure takes away.

    `stand` has, of each layer of the shield, names and places of its site by position.
    """
    radars = {
        name: records.place(given, f"radars.{name}.location")
        for name in sorted(dossier.things.get("radars", {}))
    }
    gone = {name: given.removed(f"radars.{name}") for name in radars}

    def one(p: int) -> Table:
        there = [(name, RADAR, r[p]) for name, r in radars.items() if not gone[name][p]]
        homes = {sites[p]: (sites[p], INTERCEPTORS, home[p]) for sites, home in stand}
        rows = [*homes.values(), *there]
        data = {
            "site": np.array([r[0] for r in rows], dtype=object),
            "what": np.array([r[1] for r in rows], dtype=object),
            "lat_deg": np.degrees([r[2].latitude_rad for r in rows]),
            "lon_deg": np.degrees([r[2].longitude_rad for r in rows]),
        }
        return Table(tuple(Column(name) for name in data), data)

    return one
