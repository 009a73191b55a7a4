"""Stage of the interceptors of which only an envelope is printed: straight shots inside it."""

from typing import Any

import jax
import numpy as np
from numpy.typing import NDArray

from twoplustwo.engagement.reach import Latest
from twoplustwo.engagement.volume import Volume, straight_shots
from twoplustwo.engagement.window import Points
from twoplustwo.physics.chunks import in_chunks, piece
from twoplustwo.stages.disk_cache import template
from twoplustwo.stages.inputs import key
from twoplustwo.stages.records import Records
from twoplustwo.stages.stage import Stage, StageRows

_shots = Stage("straight shots", 1024, heaviest=100e6)
_best = Stage("best straight shot", 1024, like=(template(Latest), template(Points)), heaviest=40e6)


class EnvelopeReach:
    """The interceptors of P positions by range, floor, ceiling and mean speed alone.

    A meeting counts inside the envelope, and takes distance divided by mean speed; `reach` has the
    same for interceptors whose flyouts are flown. No burnout is known, so that nothing is asked
    between burnout and meeting, and closing speed and time of flight have no limits but those that
    the interceptor itself claims.

    Parameters
    ----------
    bounds : Records
        `records.Bounds`.
    speeds : Records
        1-tuples, mean speed [m/s].
    site : Records
        `records.Place`.
    counts : Records
        `records.Counting`.
    """

    def __init__(self, bounds: Records, speeds: Records, site: Records, counts: Records) -> None:
        self.bounds, self.speeds, self.site, self.counts = bounds, speeds, site, counts

    def latest(self, windowed: StageRows) -> StageRows:
        """Latest launch at every point of every track; `reach.Latest`, shape (samples, B).

        Parameters
        ----------
        windowed : StageRows
            `window.Points` of each position, from `inside.windows_inside`.
        """
        limits = [key(c.min_closing_m_s, c.max_flight_s) for c in self.counts.items]

        def compute(p: int) -> Latest:
            points, bounds, counts = windowed[p], self.bounds[p], self.counts[p]
            count = points.altitude_m.shape[-1]
            if not count:
                return Latest(*(points.altitude_m,) * 4)
            volume = Volume(*bounds[: len(Volume._fields)])

            def run(some: Points) -> Latest:
                return straight_shots(
                    some,
                    volume,
                    self.speeds[p][0],
                    tuple(self.site[p]),
                    counts.min_closing_m_s,
                    counts.max_flight_s,
                )

            return in_chunks(run, points, piece(count))

        reads = [windowed.keys, self.bounds.keys, self.speeds.keys, self.site.keys, limits]
        return _shots(reads, compute)

    def peak(self, joined: StageRows, windowed: StageRows, latest: StageRows) -> StageRows:
        """The latest launch of each threat: `reach.Latest` and `window.Points`, shape (1, B)."""
        return coarse_peak(joined, windowed, latest)

    def rocket_row(self, p: int) -> tuple[float]:
        """Never None: no rocket need be made."""
        return self.speeds[p]

    def is_cut(self, _: int) -> bool:
        """Whether steering is cut short: nothing is steered here."""
        return False


def coarse_peak(joined: StageRows, windowed: StageRows, latest: StageRows) -> StageRows:
    """The best sample of each threat; the ends of a window are samples, where most are best."""

    def compute(p: int) -> tuple[Latest, Points] | None:
        coarse: Latest | None = latest[p]
        if coarse is None:
            return None
        best: NDArray[np.int_] = np.asarray(coarse.launch_s).argmax(axis=0)[None]
        return _only(coarse, best), _only(windowed[p], best)

    return _best([joined.keys, windowed.keys, latest.keys], compute)


def _only(arrays: Any, index: NDArray[np.int_]) -> Any:
    """One sample of each column, shape (1, B), of a pytree of (N, B) arrays."""
    return jax.tree.map(lambda a: np.take_along_axis(np.asarray(a), index, axis=0), arrays)
