"""Stages of the interceptors: flyouts by speed, and reach by the union rule."""

from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any, NamedTuple

import jax
import numpy as np
from numpy.typing import NDArray

from twoplustwo.base import progress
from twoplustwo.engagement.arrival import Arrival, Seen, arrival
from twoplustwo.engagement.flyout import Sampling, Wavefront, path_angles, wavefront
from twoplustwo.engagement.ladder import Equivalents, Rung
from twoplustwo.engagement.reach import Latest, Limits, absorb, nothing
from twoplustwo.engagement.volume import Volume, only_inside
from twoplustwo.engagement.window import Points, at_times
from twoplustwo.physics.chunks import in_chunks, piece
from twoplustwo.stages.disk_cache import template
from twoplustwo.stages.envelope import coarse_peak
from twoplustwo.stages.inputs import key
from twoplustwo.stages.records import Records
from twoplustwo.stages.stage import Stage, StageRows

F = NDArray[np.float64]

HORIZON_STEP_S = 300.0
FINE = 33  # points of the close look between the neighbours of the best sample


class Own(NamedTuple):
    """The rocket of a claimed speed, and whether it or any rung below it has its steering cut."""

    rung: Rung
    cut: bool


_families = Stage("family", 24)
_own = Stage("own rocket", 4096, like=template(Own))  # on disk: no family is flown to know it
_fronts = Stage("front", 64, heaviest=400e6)  # 6 MB each
_unions = {
    True: Stage("union", 64, like=template(Latest), fleeting=True, heaviest=30e6),
    False: Stage("union", 48),
}  # with details, or not
_arrivals = Stage("arrival", 4096, heaviest=200e6)
_rungs = Stage("rung", 1024, heaviest=200e6)  # all of them: a slider stops anywhere
_peaks = Stage("peak", 4096, like=(template(Latest), template(Points)))


def families(recipes: Records) -> StageRows:
    """Equivalent interceptors of each distinct recipe, `ladder.Equivalents`."""
    return _families([recipes.keys], lambda p: Equivalents(recipes[p]))


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
    bounds : Records, optional
        `records.Bounds` of interceptors that have any of their own.
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
        bounds: Records | None = None,
    ) -> None:
        self.made = families(recipes)
        self.recipes, self.speeds, self.readings = recipes, speeds, readings
        self.site, self.counts = site, counts
        self.sampling = sampling or Sampling()
        self.details, self.bounds = details, bounds
        names = [name.encode() for name in readings]
        self._own = _own([self.made.keys, speeds.keys, names], self._find_own)

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
        base = [windowed.keys, self.made.keys, self.site.keys, limits]
        numerics = key(*self.sampling, self.details)
        shared = [
            b"".join(len(x).to_bytes(4, "little") + x for x in row) + numerics
            for row in zip(*base, strict=True)
        ]

        def compute(p: int) -> Latest | None:
            # compile the flyouts while the threats fly
            rungs = _aside().submit(lambda: self.made[p].below(None))
            first = _aside().submit(lambda: [self.front(p, r) for r in rungs.result()[:1]])
            points = windowed[p]
            first.result()
            own = self.own(p)
            if own is None:
                return None
            below = self.made[p].below(own)
            best = self._climb(p, points, windowed.keys[p], shared[p], below)
            best = self._add(p, points, best, own, windowed.keys[p])
            return best if self.bounds is None else self._inside(p, best, points)

        names = [name.encode() for name in self.readings]
        return _unions[self.details]([shared, self.speeds.keys, names], compute)

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

        if self.bounds is not None:  # the tracks that are joined end where the air begins
            return coarse_peak(joined, windowed, latest)

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
            rocket = self.own(p)
            assert rocket is not None
            closer = self._add(p, near, nothing(near.seen.time_s), rocket)
            again = np.asarray(closer.launch_s).argmax(axis=0)[None]
            other = _only(closer, again), _only(near, again)
            later = other[0].launch_s > own[0].launch_s
            return jax.tree.map(lambda a, b: np.where(later, a, b), other, own)

        return _peaks([joined.keys, windowed.keys, latest.keys], compute)

    def _climb(
        self, p: int, windowed: Points, name: bytes, shared: bytes, rungs: list[Rung]
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

    def _add(self, p: int, windowed: Points, best: Latest, rung: Rung, name: bytes = b"") -> Latest:
        """Add the flyouts of one rocket to the union; `name` is the key of the points.

        When flyouts get to named points is remembered: which of them count is decided anew, for
        less than a tenth of the work.
        """
        count = windowed.seen.time_s.shape[-1]
        c, recipe = self.counts[p], self.recipes[p]
        limits = Limits(recipe.burn_time_s + c.kv_min_s, c.max_flight_s, c.min_closing_m_s)
        if count == 0:
            return best

        def compute() -> Arrival | None:
            front = self.front(p, rung)
            if front is None:
                return None

            def run(some: Seen) -> Arrival:
                found = arrival(front, some, self.sampling, self.details)
                # kept in single precision, like the tables that it comes from
                return jax.tree.map(lambda a: np.asarray(a).astype(np.float32), found)

            return in_chunks(run, windowed.seen, piece(count))

        row = [name, self._front_key(p, rung), key(self.details)]
        found = _arrivals.row(_arrivals.digest(row), compute) if name else compute()
        if found is None:
            return best

        def run(some: tuple) -> Latest:
            return absorb(*some, limits)

        return in_chunks(run, (best, found, windowed.seen.time_s), piece(count))

    def _inside(self, p: int, best: Latest, points: Points) -> Latest:
        """Without what lies outside the interceptor's own bounds."""
        assert self.bounds is not None
        volume = Volume(*self.bounds[p][: len(Volume._fields)])
        count = points.altitude_m.shape[-1]
        if not count:
            return best
        return in_chunks(lambda x: only_inside(*x, volume), (best, points), piece(count))

    def own(self, p: int) -> Rung | None:
        """The rocket of the claimed speed; None where the recipe makes none."""
        found = self._own[p]
        return None if found is None else Rung(float(found.rung[0]), bool(found.rung[1]))

    def rocket_row(self, p: int) -> Own | None:
        """None where no rocket has the claimed speed, else something."""
        return self._own[p]

    def is_cut(self, p: int) -> bool:
        """Whether rise and kick are cut to their shares of the burn, of it or of a rung below."""
        found = self._own[p]
        return found is not None and bool(found.cut)

    def _find_own(self, p: int) -> Own | None:
        made: Equivalents = self.made[p]
        rung = made.rung(self.speeds[p][0], self.readings[p])
        if rung is None:
            return None
        return Own(rung, any(r.short for r in (rung, *made.below(rung))))

    def _front_key(self, p: int, rung: Rung) -> bytes:
        """What the flyouts of one rocket depend on."""
        where = (self.site[p].latitude_rad, self.site[p].altitude_m)
        until = horizon(self.counts[p].max_flight_s)
        return key(self.made.keys[p], *rung, *where, until, *self.sampling)

    def front(self, p: int, rung: Rung) -> Wavefront | None:
        """Arrival tables of one rocket, remembered; None if nothing flies at that speed."""
        made: Equivalents = self.made[p]

        def compute(_: int) -> Wavefront | None:
            kicks = made.kicks(rung, path_angles(self.sampling))
            if np.isnan(kicks).all():
                return None
            where = (self.site[p].latitude_rad, self.site[p].altitude_m)
            until = horizon(self.counts[p].max_flight_s)
            return wavefront(made.rocket(rung), kicks, *where, until, self.sampling)

        return _fronts([[self._front_key(p, rung)]], compute)[0]


@cache
def _aside() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, thread_name_prefix="aside")


def _only(arrays: Any, index: NDArray[np.int_]) -> Any:
    """One sample of each column, shape (1, B), of a pytree of (N, B) arrays."""
    return jax.tree.map(lambda a: np.take_along_axis(np.asarray(a), index, axis=0), arrays)
