"""Stage of view: what one radar sees of every flight."""

import numpy as np

from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.fly import Track
from twoplustwo.scenario.lanes import Lanes, Stage
from twoplustwo.scenario.records import Records
from twoplustwo.sensors.view import View, view

_views = Stage("views", 256, like=View(*range(len(View._fields))))


def views(joined: Lanes, radar: Records, cross_section: Records, bending: Records) -> Lanes:
    """View of every flight by one radar.

    Parameters
    ----------
    joined : Lanes
        `threats.Joined` of each position.
    radar, cross_section, bending : Records
        The radar; radar cross-section [m2] (1-tuples); refraction.

    Returns
    -------
    Lanes
        `view.View` with host arrays of shape (B,).
    """

    def compute(p: int) -> View:
        track: Track = joined[p].track
        if track.time_s.shape[-1] == 0:
            return View(*(np.zeros(0) for _ in View._fields))
        size = cross_section[p][0]
        return in_chunks(lambda some: view(some, radar[p], bending[p], size), track)

    return _views([joined.keys, radar.keys, cross_section.keys, bending.keys], compute)
