"""Whether a threat of a dossier gets anywhere: its missiles' range against the way to its aims."""

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.constants import EARTH_MEAN_RADIUS_M
from twoplustwo.base.errors import DossierError
from twoplustwo.base.units import show
from twoplustwo.dossier.find import place_of
from twoplustwo.dossier.models import Dossier, Thing
from twoplustwo.dossier.regions import CELLS
from twoplustwo.physics.sphere import angle_and_bearing, geocentric
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import Held, resolve
from twoplustwo.question_cards.narrowed import KINDS, THREAT, narrowed
from twoplustwo.runs.flown_range import FAR_APART, flown_ranges_m
from twoplustwo.stages import records
from twoplustwo.stages.inputs import Inputs, Missing

F = NDArray[np.float64]


def too_far(dossier: Dossier) -> list[DossierError]:
    """A warning for each threat no missile of which flies as far as the nearest of its aims.

    With the range on an Earth that does not turn, and as much again as `FAR_APART` allows; under
    every party that holds what the flights need.
    """
    found = []
    for threat in dossier.things.get(KINDS[THREAT], {}).values():
        for party in sorted(dossier.parties):
            try:
                reaches_m, way_m = _range_and_way_m(
                    dossier, threat, resolve(dossier, Position(party))
                )
            except Missing:
                continue
            if reaches_m * FAR_APART < way_m:
                found.append(
                    DossierError(
                        f"no missile of threats.{threat.id} flies so far",
                        f"{place_of(dossier, threat.file)}:{threat.line}",
                        f"the nearest aim is {show(round(way_m, -3), 'km')} away, the longest "
                        f"range {show(round(reaches_m, -3), 'km')}, as {party} holds them",
                        "list other missiles, nearer places to start from, or nearer aims",
                        warning=True,
                    )
                )
                break
    return found


def _range_and_way_m(dossier: Dossier, threat: Thing, held: Held) -> tuple[float, float]:
    """Longest range of its missiles, and least distance from a start to an aim [m]."""
    left = narrowed(dossier, {THREAT: threat.id})
    things, given = left.things(dossier.things), Inputs([held])

    def places(kind: str) -> F:
        named = [records.place(given, f"{kind}.{one}.location")[0] for one in things.get(kind, {})]
        return np.array([(at.latitude_rad, at.longitude_rad) for at in named]).reshape(-1, 2)

    starts = np.concatenate([places("bases"), places("launch-areas")])
    # with regions alone the targets of others are no aims of it
    aims = places("targets") if "targets" in left.only or not left.regions else np.empty((0, 2))
    if left.regions:
        (ref,) = given.values(CELLS)
        cells = dossier.in_regions(ref, None, left.regions).table
        degrees = np.column_stack([cells.column("lat_deg"), cells.column("lon_deg")])
        aims = np.concatenate([aims, np.radians(degrees)])
    flown = {str(held[f"bases.{b}.missile"].value) for b in things.get("bases", {})}
    flown |= {*things["missiles"]} if things.get("launch-areas") else set()
    if not (len(starts) and len(aims) and flown):
        return np.inf, 0.0
    angle, _ = angle_and_bearing(
        geocentric(starts[:, None, 0]), starts[:, None, 1], geocentric(aims[:, 0]), aims[:, 1]
    )
    reaches_m = max(flown_ranges_m(dossier, missile, [held])[0] for missile in sorted(flown))
    return reaches_m, float(angle.min()) * EARTH_MEAN_RADIUS_M
