"""Stages of range: how far each missile goes, azimuth by azimuth, and where nothing turns."""

import numpy as np
from numpy.typing import NDArray

from twoplustwo.physics.aim import Aimer
from twoplustwo.physics.farthest import STILL, Farthest, farthest
from twoplustwo.stages.disk_cache import template
from twoplustwo.stages.inputs import key
from twoplustwo.stages.records import Records
from twoplustwo.stages.stage import Stage, StageRows

AZIMUTHS = 24

_rings = Stage("rings", 512, like=template(Farthest))
_stills = Stage("still range", 128, like=template(Farthest))


def rings(aimer: StageRows, start: Records) -> StageRows:
    """Greatest range on each azimuth from a place, on the turning Earth; `Farthest`.

    Parameters
    ----------
    aimer : StageRows
        From `threats.aimers`.
    start : Records
        `records.Place`; of it only the latitude counts.
    """
    latitudes = [key(place.latitude_rad) for place in start.items]

    def compute(p: int) -> Farthest:
        one: Aimer = aimer[p]
        azimuth = np.linspace(0.0, 2 * np.pi, AZIMUTHS, endpoint=False)
        if not one.kicks.climbs:
            return _nowhere(azimuth)
        return farthest(one.rocket, one.kicks, start[p].latitude_rad, azimuth)

    return _rings([aimer.keys, latitudes], compute)


def still_ranges(aimer: StageRows) -> StageRows:
    """Greatest range on an Earth that does not turn, eastwards on the equator; `Farthest`."""

    def compute(p: int) -> Farthest:
        one: Aimer = aimer[p]
        east = np.array([np.pi / 2])
        if not one.kicks.climbs:
            return _nowhere(east)
        return farthest(one.rocket, one.kicks, 0.0, east, STILL)

    return _stills([aimer.keys], compute)


def _nowhere(azimuth_rad: NDArray[np.float64]) -> Farthest:
    """What no pitch programme gets off the ground goes nowhere."""
    nil = np.zeros_like(azimuth_rad)
    return Farthest(azimuth_rad, nil, nil + np.nan, nil + np.nan)
