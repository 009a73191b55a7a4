"""Stage of the windows of interceptors with a floor, a ceiling or a range of their own."""

from collections.abc import Sequence
from typing import Any

import jax
import numpy as np

from twoplustwo.engagement.arrival import Seen
from twoplustwo.engagement.volume import Volume, window_inside
from twoplustwo.engagement.window import Points
from twoplustwo.physics.boost import Launch
from twoplustwo.physics.chunks import in_chunks, piece
from twoplustwo.physics.whole_track import whole_track
from twoplustwo.stages.flights import Strikes
from twoplustwo.stages.inputs import key
from twoplustwo.stages.records import Bounds, Records
from twoplustwo.stages.stage import Stage, StageRows

_inside = Stage("inside", 1024, fleeting=True)


def windows_inside(
    struck: Sequence[StageRows],
    aimers: Sequence[StageRows],
    bounds: Records,
    site: Records,
    samples: int,
) -> StageRows:
    """The part of each flight, pad to impact, that an interceptor's own bounds let it meet.

    `flights.windows` looks at the coast alone, which ends where the air begins.

    Parameters
    ----------
    struck, aimers : sequence of StageRows
        `flights.Strikes` of each missile and the solver that aimed it; the flights of all in a row.
    bounds, site : Records
        `records.Bounds`, `records.Place`.
    samples : int
        Points of each flight.
    """

    def compute(p: int) -> Points:
        parts = [
            _of_one(aimer[p].rocket, strikes[p], bounds[p], tuple(site[p]), samples)
            for strikes, aimer in zip(struck, aimers, strict=True)
            if strikes[p] is not None
        ]
        return jax.tree.map(lambda *a: np.concatenate(a, axis=-1), *parts)

    reads = [*(s.keys for s in struck), bounds.keys, site.keys, [key(samples)] * len(bounds.keys)]
    return _inside(reads, compute)


def _of_one(
    rocket: Any, strikes: Strikes, bounds: Bounds, site: tuple[float, float, float], samples: int
) -> Points:
    count = len(strikes.point)
    if not count:
        nil = np.zeros((samples, 0))
        return Points(Seen(*(nil for _ in Seen._fields)), nil, nil, nil)
    launch = Launch(*(np.asarray(a)[strikes.point] for a in strikes.aimed.launch))
    volume = Volume(*bounds[: len(Volume._fields)])

    def run(some: Launch) -> Points:
        track, burnout_s = whole_track(rocket, some)
        start = 0.0 * burnout_s if bounds.burning else burnout_s + bounds.settle_s
        return window_inside(track, start, volume, site, samples)

    return in_chunks(run, launch, piece(count))
