"""Stage of what rows and maps say beyond a verdict: the first meeting, and every local best."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twoplustwo.engagement.reach import Latest, maxima
from twoplustwo.engagement.shots import first_meeting
from twoplustwo.engagement.window import Points
from twoplustwo.physics.chunks import in_chunks, piece
from twoplustwo.stages.disk_cache import template
from twoplustwo.stages.stage import Stage

F = NDArray[np.float64]
Z = NDArray[np.int_]

Way = tuple[Points, Latest]
"""Windows and latest launches of one layer, flight by flight."""


class Details(NamedTuple):
    """Of B flights the soonest meeting, and of M local maxima of the latest launch each.

    The maxima go flight by flight, the best of each first; that one was looked at closely.
    """

    earliest_s: F
    earliest_altitude_m: F
    flight: Z
    launch_s: F
    meeting_s: F
    flight_time_s: F
    closing_m_s: F
    crossing_rad: F
    latitude_rad: F
    longitude_rad: F
    altitude_m: F


_details = Stage("meeting details", 48, like=template(Details))


def kept(reads: Sequence[bytes], compute: Callable[[], Details]) -> Details:
    """Details that are known by all that they were made from, or else are made now."""
    return _details.row(_details.digest(reads), compute)


def details(
    delay_s: F, stands: bool, peak: tuple[Latest, Points], ways: Sequence[Way], best: Way
) -> Details:
    """The details of B flights.

    Parameters
    ----------
    delay_s : ndarray, shape (B,)
        When each may first be fired at.
    stands : bool
        Whether there are interceptors at all.
    peak : Latest, Points
        The latest launch of each flight looked at closely, shape (1, B).
    ways : sequence of (Points, Latest)
        Of every layer that stands.
    best : Points, Latest
        Flight by flight of the layer whose interceptor may leave latest.
    """
    soonest, altitude = _soonest(delay_s, stands, ways)
    windowed, latest = best
    launch = np.asarray(latest.launch_s)
    times, flights = np.nonzero(maxima(launch, apart=2))
    order = np.lexsort((-launch[times, flights], flights))
    times, flights = times[order], flights[order]
    first = np.diff(flights, prepend=-1) > 0
    close, where = peak

    def either(near: Any, coarse: Any) -> F:
        return np.where(first, np.asarray(near)[0, flights], np.asarray(coarse)[times, flights])

    return Details(
        soonest,
        altitude,
        flights,
        either(close.launch_s, latest.launch_s),
        either(where.seen.time_s, windowed.seen.time_s),
        either(close.flight_time_s, latest.flight_time_s),
        either(close.closing_m_s, latest.closing_m_s),
        either(close.crossing_rad, latest.crossing_rad),
        either(where.latitude_rad, windowed.latitude_rad),
        either(where.longitude_rad, windowed.longitude_rad),
        either(where.altitude_m, windowed.altitude_m),
    )


def _soonest(delay: F, stands: bool, ways: Sequence[Way]) -> tuple[F, F]:
    """When any layer first meets each flight, and at which altitude; NaN where none does."""
    soonest, earliest_altitude = np.full((2, len(delay)), np.nan)
    for windowed, latest in ways if len(delay) else ():
        time = np.asarray(windowed.seen.time_s)
        paths = (np.asarray(latest.launch_s), time, delay)
        first = in_chunks(lambda piece: first_meeting(*piece), paths, piece(len(delay)))
        first = np.where(np.isfinite(first) & stands, first, np.nan)
        sooner = ~(soonest <= first) & ~np.isnan(first)
        height = _altitude_at(first, time, np.asarray(windowed.altitude_m))
        soonest = np.where(sooner, first, soonest)
        earliest_altitude = np.where(sooner, height, earliest_altitude)
    return soonest, earliest_altitude


def _altitude_at(when: F, time: F, altitude: F) -> F:
    """Altitude at a time of each column, on straight lines between the rows; NaN where NaN."""
    column = np.arange(len(when))
    i = np.clip((time < when).sum(axis=0) - 1, 0, len(time) - 2)
    t0, t1, h0, h1 = (a[n, column] for a in (time, altitude) for n in (i, i + 1))
    gap = t1 - t0
    share = np.clip((when - t0) / np.where(gap > 0, gap, 1.0), 0.0, 1.0)
    return h0 + share * (h1 - h0)
