"""Stages of view: what one radar sees of every flight, and how far it sees at all."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.fly import Track
from twoplustwo.sensors.outline import AZIMUTHS, clear_azimuths, edge, is_whole
from twoplustwo.sensors.radar import Radar, Refraction
from twoplustwo.sensors.view import View, view
from twoplustwo.stages.commit import sizes_of_flights
from twoplustwo.stages.disk_cache import template
from twoplustwo.stages.inputs import key
from twoplustwo.stages.records import Records
from twoplustwo.stages.stage import Stage, StageRows

F = NDArray[np.float64]
Ring = tuple[F, F]
"""Latitudes and longitudes [rad] of the points of a closed line, its last point not its first."""

_outlines = Stage("outlines", 256)
_views = Stage("views", 256, like=template(View))


def views(joined: StageRows, radar: Records, cross_section: Records, bending: Records) -> StageRows:
    """View of every flight by one radar.

    Parameters
    ----------
    joined : StageRows
        `threats.Joined` of each position.
    radar, cross_section, bending : Records
        The radar; radar cross-section [m2], one for all flights or one for each list of flights
        that was joined; refraction.

    Returns
    -------
    StageRows
        `view.View` with host arrays of shape (B,).
    """

    def compute(p: int) -> View:
        track: Track = joined[p].track
        if track.time_s.shape[-1] == 0:
            return View(*(np.zeros(0) for _ in View._fields))
        size = sizes_of_flights(joined[p], cross_section[p])
        if isinstance(size, np.ndarray):
            return in_chunks(
                lambda some: view(some[0], radar[p], bending[p], some[1]), (track, size)
            )
        return in_chunks(lambda some: view(some, radar[p], bending[p], size), track)

    return _views([joined.keys, radar.keys, cross_section.keys, bending.keys], compute)


def outlines(
    radar: Records, cross_section: Records, bending: Records, altitudes_m: Sequence[float]
) -> StageRows:
    """Outline of what one radar can see of targets at each altitude.

    Parameters
    ----------
    radar, cross_section, bending : Records
        The radar; radar cross-section [m2] (1-tuples); refraction.
    altitudes_m : sequence of float

    Returns
    -------
    StageRows
        For each altitude a list of `Ring`, one for each stretch of azimuth; none where the target
        is out of range even overhead.
    """

    def compute(p: int) -> list[list[Ring]]:
        return [_rings(radar[p], bending[p], cross_section[p][0], height) for height in altitudes_m]

    heights = [key(list(altitudes_m))] * len(radar.keys)
    return _outlines([radar.keys, cross_section.keys, bending.keys, heights], compute)


def _rings(
    radar: Radar, bending: Refraction, cross_section_m2: float, altitude_m: float
) -> list[Ring]:
    found = []
    for stretch in clear_azimuths(radar):
        whole = is_whole(stretch)
        azimuth = np.linspace(*stretch, AZIMUTHS, endpoint=not whole)
        ring = [np.asarray(a) for a in edge(radar, bending, cross_section_m2, altitude_m, azimuth)]
        if np.isnan(ring[0]).any():
            continue
        if not whole:  # from the radar out, round, and back
            site = (radar.latitude_rad, radar.longitude_rad)
            ring = [np.append(float(s), a) for s, a in zip(site, ring, strict=True)]
        found.append((ring[0], ring[1]))
    return found
