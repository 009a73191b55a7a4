"""Stages of the interceptors: flyouts by speed, and reach by the union rule."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

import jax
import numpy as np
from numpy.typing import NDArray

from twoplustwo.base import progress
from twoplustwo.base.phrase import Phrase
from twoplustwo.engagement.arrival import Arrival, Seen, arrival
from twoplustwo.engagement.equivalent import BURNOUT, Family, rocket
from twoplustwo.engagement.flyout import Sampling, Wavefront, path_angles, wavefront
from twoplustwo.engagement.reach import Latest, Limits, absorb, nothing
from twoplustwo.engagement.window import Points, at_times
from twoplustwo.physics.chunks import in_chunks, piece
from twoplustwo.stages.disk_cache import template
from twoplustwo.stages.inputs import Missing, key
from twoplustwo.stages.records import Records
from twoplustwo.stages.stage import Stage, StageRows

F = NDArray[np.float64]

SLOWEST_M_S, FASTEST_M_S = 2_000, 12_500  # rungs of the union, burnout speeds
RUNG_M_S = 500
HORIZON_STEP_S = 300.0
FINE = 33  # points of the close look between the neighbours of the best sample

_families = Stage("family", 24)
_fronts = Stage("front", 64, heaviest=400e6)  # 6 MB each
_unions = {
    True: Stage("union", 64, like=template(Latest), fleeting=True, heaviest=30e6),
    False: Stage("union", 48),
}  # with details, or not
_arrivals = Stage("arrival", 4096, heaviest=200e6)
_rungs = Stage("rung", 1024, heaviest=200e6)  # all of them: a slider stops anywhere
_peaks = Stage("peak", 4096, like=(template(Latest), template(Points)))


def need_made(rows: Sequence[Any], interceptor: str) -> None:
    """Raise `Missing` for the positions whose claimed speed no rocket of the recipe makes."""
    unmade = [p for p, row in enumerate(rows) if row is None]
    if unmade:
        raise Missing(
            Phrase(
                f"no equivalent of {interceptor} makes the held speed in the held burn time",
                ru=f"ни один аналог {interceptor} не набирает принятой скорости за принятое время",
            ),
            unmade,
        )


def ladder(family: Family, delta_v_m_s: float) -> list[float]:
    """Ideal speeds of the union below a given one.

    The rungs are burnout speeds on one fixed grid, whatever the claimed speed and its reading, so
    that every position with the same recipe climbs the same ladder.
    """
    rungs = family.delta_v(np.arange(SLOWEST_M_S, FASTEST_M_S, RUNG_M_S, dtype=float), BURNOUT)
    return [float(r) for r in rungs if r < delta_v_m_s]


def families(recipes: Records) -> StageRows:
    """Equivalent interceptors of each distinct recipe."""
    return _families([recipes.keys], lambda p: Family(recipes[p]))


def horizon(max_flight_s: float) -> float:
    """Longest flight tabled: rounded up, so that a claim within the interval shares the table."""
    return float(max(5.0, np.ceil(max_flight_s / HORIZON_STEP_S)) * HORIZON_STEP_S)


class InterceptorReach:
    """The interceptors of P positions: reads recipe, speed, reading, site and limits.

    Parameters
    ----------
    recipes : Records
        `equivalent.Recipe`.
    speeds : Records
        1-tuples, claimed speed [m/s].
    readings : list of str
        Reading of each speed, burnout or energy.
    site : Records
        `records.Place`.
    counts : Records
        `records.Counting`.
    sampling : Sampling
        Numerics of the fan.
    details : bool
        Whether to keep how the latest launch meets its threat, or only when it leaves.
    """

    def __init__(
        self,
        recipes: Records,
        speeds: Records,
        readings: list[str],
        site: Records,
        counts: Records,
        sampling: Sampling | None = None,
        details: bool = True,
    ) -> None:
        self.families = families(recipes)
        self.recipes, self.speeds, self.readings = recipes, speeds, readings
        self.site, self.counts = site, counts
        self.sampling = sampling or Sampling()
        self.details = details

    def latest(self, windowed: StageRows) -> StageRows:
        """Latest launch at every point of every track, by the union rule.

        Parameters
        ----------
        windowed : StageRows
            `window.Points` of each position.

        Returns
        -------
        StageRows
            `reach.Latest` with host arrays of shape (samples, B); None where the claimed speed
            is beyond what the recipe can make.
        """
        limits = [
            key(c.kv_min_s, c.max_flight_s, c.min_closing_m_s, r.burn_time_s)
            for c, r in zip(self.counts.items, self.recipes.items, strict=True)
        ]
        base = [windowed.keys, self.families.keys, self.site.keys, limits]
        numerics = key(*self.sampling, self.details)
        shared = [
            b"".join(len(x).to_bytes(4, "little") + x for x in row) + numerics
            for row in zip(*base, strict=True)
        ]

        def compute(p: int) -> Latest | None:
            # compile the flyouts while the threats fly
            rungs = _aside().submit(lambda: ladder(self.families[p], np.inf))
            first = _aside().submit(lambda: [self.front(p, r) for r in rungs.result()[:1]])
            points = windowed[p]
            first.result()
            family: Family = self.families[p]
            own = float(family.delta_v(self.speeds[p][0], self.readings[p]))
            if np.isnan(own):
                return None
            best = self._climb(p, points, windowed.keys[p], shared[p], ladder(family, own))
            return self._add(p, points, best, own, windowed.keys[p])

        readings = [name.encode() for name in self.readings]
        return _unions[self.details]([shared, self.speeds.keys, readings], compute)

    def peak(self, joined: StageRows, windowed: StageRows, latest: StageRows) -> StageRows:
        """The latest launch of each threat, looked at closely around its best sample.

        The union over all speeds is searched on the samples; around the best of them the flyouts
        of the claimed speed itself are searched again on a fine grid, and whichever leaves later
        counts.

        Parameters
        ----------
        joined, windowed, latest : StageRows
            `threats.Joined`, `window.Points` and `reach.Latest` with its details.

        Returns
        -------
        StageRows
            (Latest, Points) of shape (1, B); None where the claimed speed cannot be made.
        """

        def compute(p: int) -> tuple[Latest, Points] | None:
            coarse: Latest | None = latest[p]
            if coarse is None:
                return None
            track, points = joined[p].track, windowed[p]
            best = np.asarray(coarse.launch_s).argmax(axis=0)[None]
            own = _only(coarse, best), _only(points, best)
            if not best.size:
                return own
            time = np.asarray(points.seen.time_s)
            first, last = (np.clip(best + d, 0, len(time) - 1) for d in (-1, 1))
            start, end = (np.take_along_axis(time, i, axis=0) for i in (first, last))
            known = np.isfinite(start)
            share = np.linspace(0.0, 1.0, FINE)[:, None]
            fine = np.where(known, start * (1 - share) + end * share, track.time_s[:1])
            place = tuple(self.site[p])
            near = in_chunks(lambda x: at_times(*x, place), (track, fine), piece(best.size))
            near = near._replace(seen=near.seen._replace(time_s=np.where(known, fine, np.nan)))
            family: Family = self.families[p]
            speed = float(family.delta_v(self.speeds[p][0], self.readings[p]))
            closer = self._add(p, near, nothing(near.seen.time_s), speed)
            again = np.asarray(closer.launch_s).argmax(axis=0)[None]
            other = _only(closer, again), _only(near, again)
            later = other[0].launch_s > own[0].launch_s
            return jax.tree.map(lambda a, b: np.where(later, a, b), other, own)

        return _peaks([joined.keys, windowed.keys, latest.keys], compute)

    def _climb(
        self, p: int, windowed: Points, name: bytes, shared: bytes, rungs: list[float]
    ) -> Latest:
        """Union over the rungs, each remembered, so that a faster position goes on from there."""
        done, best = len(rungs), None
        while done and best is None:
            best = _rungs.recall([shared, done.to_bytes(4, "little")])
            done -= best is None
        if best is None:
            best = nothing(windowed.seen.time_s, self.details)
        for i in range(done, len(rungs)):
            progress.step("flyouts up to the claimed speed", i + 1, len(rungs))
            best = self._add(p, windowed, best, rungs[i], name)
            _rungs.row(_rungs.digest([shared, (i + 1).to_bytes(4, "little")]), lambda b=best: b)
        return best

    def _add(
        self, p: int, windowed: Points, best: Latest, delta_v_m_s: float, name: bytes = b""
    ) -> Latest:
        """Add the flyouts of one ideal speed to the union; `name` is the key of the points.

        When flyouts get to named points is remembered: which of them count is decided anew, for
        less than a tenth of the work.
        """
        count = windowed.seen.time_s.shape[-1]
        c, recipe = self.counts[p], self.recipes[p]
        limits = Limits(recipe.burn_time_s + c.kv_min_s, c.max_flight_s, c.min_closing_m_s)
        if count == 0:
            return best

        def compute() -> Arrival | None:
            front = self.front(p, delta_v_m_s)
            if front is None:
                return None

            def run(some: Seen) -> Arrival:
                found = arrival(front, some, self.sampling, self.details)
                # kept in single precision, like the tables that it comes from
                return jax.tree.map(lambda a: np.asarray(a).astype(np.float32), found)

            return in_chunks(run, windowed.seen, piece(count))

        row = [name, self._front_key(p, delta_v_m_s), key(self.details)]
        found = _arrivals.row(_arrivals.digest(row), compute) if name else compute()
        if found is None:
            return best

        def run(some: tuple) -> Latest:
            return absorb(*some, limits)

        return in_chunks(run, (best, found, windowed.seen.time_s), piece(count))

    def _front_key(self, p: int, delta_v_m_s: float) -> bytes:
        """What the flyouts of one ideal speed depend on."""
        where = (self.site[p].latitude_rad, self.site[p].altitude_m)
        until = horizon(self.counts[p].max_flight_s)
        return key(self.families.keys[p], delta_v_m_s, *where, until, *self.sampling)

    def front(self, p: int, delta_v_m_s: float) -> Wavefront | None:
        """Arrival tables of one ideal speed, remembered; None if nothing flies at that speed."""
        family: Family = self.families[p]

        def compute(_: int) -> Wavefront | None:
            kicks = family.kicks(delta_v_m_s, path_angles(self.sampling))
            if np.isnan(kicks).all():
                return None
            where = (self.site[p].latitude_rad, self.site[p].altitude_m)
            until = horizon(self.counts[p].max_flight_s)
            return wavefront(
                rocket(self.recipes[p], delta_v_m_s), kicks, *where, until, self.sampling
            )

        return _fronts([[self._front_key(p, delta_v_m_s)]], compute)[0]


@cache
def _aside() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, thread_name_prefix="aside")


def _only(arrays: Any, index: NDArray[np.int_]) -> Any:
    """One sample of each column, shape (1, B), of a pytree of (N, B) arrays."""
    return jax.tree.map(lambda a: np.take_along_axis(np.asarray(a), index, axis=0), arrays)
