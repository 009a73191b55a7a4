"""The rows and tables of one position, from the arrays of the stages."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.outcomes import Outcome
from twoplustwo.base.table import Column, Table, Tables
from twoplustwo.engagement.reach import Latest, maxima
from twoplustwo.engagement.shots import first_meeting
from twoplustwo.engagement.timeline import Commit
from twoplustwo.engagement.window import Points
from twoplustwo.physics.chunks import in_chunks, piece
from twoplustwo.question_cards.result import Result
from twoplustwo.questions.icbm_reach import meeting
from twoplustwo.questions.icbm_reach.verdict import OUTCOMES, Verdict, headlines, verdict
from twoplustwo.stages.flights import JoinedFlights
from twoplustwo.stages.ground_paths import Thinned
from twoplustwo.stages.ground_tracks import track_table
from twoplustwo.stages.pairs import FlightPairs

F = NDArray[np.float64]


class Found(NamedTuple):
    """What the stages found at one position; `paths` gives the windows and latest launches.

    `stands` says whether there are interceptors at all; `flown` gives the paths of some flights.
    """

    joined: JoinedFlights
    peak: tuple[Latest, Points]
    commit: Commit
    stands: bool
    paths: Callable[[], tuple[Points, Latest]]
    flown: Callable[[NDArray[np.int_]], Thinned]


def result(
    pairs: FlightPairs, position: int, found: Found, sites: Callable[[int], Table]
) -> Result:
    """Headlines of one position, and its rows and tables for those who look at them."""
    count = len(pairs.bases) * len(pairs.targets)
    said = verdict(count, found.joined.point, found.peak[0], found.commit, found.stands)
    outcomes = {str(OUTCOMES[code]): int((said.code == code).sum()) for code in set(said.code)}

    def make() -> tuple[Table, Tables]:
        windowed, latest = found.paths()
        rows = _rows(pairs, position, found, said, windowed, latest)
        return _table(rows), Tables(
            {
                "bases": lambda: _bases(pairs, position, rows),
                "targets": lambda: _places(pairs.targets, "target", pairs.target_places(position)),
                "sites": lambda: sites(position),
                "maxima": lambda: _maxima(pairs, found, windowed, latest),
                "tracks": lambda: _tracks(pairs, found),
            }
        )

    told = headlines(pairs, position, said, found.stands)
    return Result(told.headlines, outcomes, make, guides=told.guides, over=told.over)


def _rows(
    pairs: FlightPairs, p: int, found: Found, said: Verdict, windowed: Points, latest: Latest
) -> dict[str, Any]:
    count = len(said.code)
    base, target = np.divmod(np.arange(count), len(pairs.targets))
    flown = found.joined.point

    def spread(values: F) -> F:
        full = np.full(count, np.nan)
        full[flown] = values
        return full

    chain = np.full(count, None, dtype=object)
    chain[flown] = [c or None for c in found.commit.chain]
    outcome = np.array(OUTCOMES, dtype=object)[said.code]
    out: dict[str, Any] = {
        "base": np.array(pairs.bases, dtype=object)[base],
        "target": np.array(pairs.targets, dtype=object)[target],
        "missile": np.array(pairs.missile(p), dtype=object)[base],
        "weight": pairs.weights(p)[base],
        "reachable": outcome == Outcome.MET,
        "outcome": outcome,
        "latest_launch_s": said.latest_launch_s,
        "commit_delay_s": said.commit_delay_s,
        "commit_chain": chain,
        "margin_s": said.latest_launch_s - said.commit_delay_s,
    }
    out |= {name: spread(values) for name, values in _meeting(found, windowed, latest).items()}
    out["meeting"] = meeting.sort(out["crossing_angle_rad"])
    flight = found.joined.flight
    out["icbm_flight_s"] = spread(flight.time_s)
    out["icbm_burnout_s"] = spread(flight.burnout_time_s)
    out["mean_path_speed_m_s"] = pairs.distance_m(p) / out["icbm_flight_s"]
    return out


def _meeting(found: Found, windowed: Points, latest: Latest) -> dict[str, F]:
    """Where, when and how the latest launch of each flight meets it; NaN where it never does."""
    names = (
        "closing_speed_m_s",
        "crossing_angle_rad",
        "flight_time_s",
        "meeting_s",
        "intercept_lat_deg",
        "intercept_lon_deg",
        "intercept_altitude_km",
        "earliest_meeting_s",
        "earliest_altitude_km",
    )
    delay = found.commit.delay_s
    if not len(delay):
        return {name: np.full(len(delay), np.nan) for name in names}
    best, where = found.peak
    none = ~np.isfinite(np.asarray(best.launch_s)[0]) | (not found.stands)

    def at(values: Any) -> F:
        return np.where(none, np.nan, np.asarray(values)[0])

    time = np.asarray(windowed.seen.time_s)
    paths = (np.asarray(latest.launch_s), time, delay)
    soon = in_chunks(lambda piece: first_meeting(*piece), paths, piece(len(delay)))
    soon = np.where(np.isfinite(soon) & found.stands, soon, np.nan)
    altitude = np.asarray(windowed.altitude_m)
    values = (
        at(best.closing_m_s),
        at(best.crossing_rad),
        at(best.flight_time_s),
        at(where.seen.time_s),
        np.degrees(at(where.latitude_rad)),
        np.degrees(at(where.longitude_rad)),
        at(where.altitude_m) / 1e3,
        soon,
        _altitude_at(soon, time, altitude) / 1e3,
    )
    return dict(zip(names, values, strict=True))


def _altitude_at(when: F, time: F, altitude: F) -> F:
    """Altitude at a time of each column, on straight lines between the rows; NaN where NaN."""
    column = np.arange(len(when))
    i = np.clip((time < when).sum(axis=0) - 1, 0, len(time) - 2)
    t0, t1, h0, h1 = (a[n, column] for a in (time, altitude) for n in (i, i + 1))
    gap = t1 - t0
    share = np.clip((when - t0) / np.where(gap > 0, gap, 1.0), 0.0, 1.0)
    return h0 + share * (h1 - h0)


def _table(rows: dict[str, Any]) -> Table:
    return Table(tuple(Column(name) for name in rows), rows)


def _places(names: list[str], what: str, where: F) -> Table:
    return _table(
        {
            what: np.array(names, dtype=object),
            "lat_deg": np.degrees(where[:, 0]),
            "lon_deg": np.degrees(where[:, 1]),
        }
    )


def _bases(pairs: FlightPairs, p: int, rows: dict[str, Any]) -> Table:
    """Base by base: its share of pairs, and the pair to the capital."""
    where = np.degrees(pairs.base_places(p))
    out: dict[str, list[Any]] = {"share_reachable": []}
    copied = (
        "outcome",
        "latest_launch_s",
        "commit_delay_s",
        "commit_chain",
        "margin_s",
        "meeting",
        "closing_speed_m_s",
        "meeting_s",
        "intercept_lat_deg",
        "intercept_lon_deg",
        "intercept_altitude_km",
    )
    out |= {name: [] for name in copied}
    for base in pairs.bases:
        mine = rows["base"] == base
        flown = mine & (rows["outcome"] != Outcome.THREAT_CANNOT_REACH)
        met = (rows["outcome"][flown] == Outcome.MET).mean() if flown.any() else np.nan
        out["share_reachable"].append(met)
        capital = int(np.flatnonzero(mine & (rows["target"] == pairs.capital))[0])
        for name in copied:
            out[name].append(rows[name][capital])
    data = {
        "base": pairs.bases,
        "missile": pairs.missile(p),
        "lat_deg": where[:, 0],
        "lon_deg": where[:, 1],
        "weight": pairs.weights(p),
    } | out
    return _table(
        {
            k: np.array(v, dtype=object) if isinstance(v[0], str | None) else np.array(v)
            for k, v in data.items()
        }
    )


def _maxima(pairs: FlightPairs, found: Found, windowed: Points, latest: Latest) -> Table:
    """All local maxima of the latest launch: a crossing shot and a chase are different things.

    The best of each flight is the one that was looked at closely.
    """
    names = (
        "launch_s",
        "meeting_s",
        "flight_time_s",
        "closing_speed_m_s",
        "crossing_angle_rad",
        "lat_deg",
        "lon_deg",
        "altitude_km",
    )
    point = found.joined.point
    if not len(point):
        return _table({"base": [], "target": [], "meeting": []} | {n: [] for n in names})
    launch = np.asarray(latest.launch_s)
    times, flights = np.nonzero(maxima(launch, apart=2))
    order = np.lexsort((-launch[times, flights], flights))
    times, flights = times[order], flights[order]
    base, target = np.divmod(point[flights], len(pairs.targets))
    best = np.diff(flights, prepend=-1) > 0

    def of(one: Latest, where: Points) -> list[Any]:
        how = [one.flight_time_s, one.closing_m_s, one.crossing_rad]
        place = [where.latitude_rad, where.longitude_rad, where.altitude_m]
        return [one.launch_s, where.seen.time_s, *how, *place]

    launch_s, when, flight, closing, crossing, lat, lon, altitude = (
        np.where(best, np.asarray(close)[0, flights], np.asarray(coarse)[times, flights])
        for close, coarse in zip(of(*found.peak), of(latest, windowed), strict=True)
    )
    values = (
        launch_s,
        when,
        flight,
        closing,
        crossing,
        np.degrees(lat),
        np.degrees(lon),
        altitude / 1e3,
    )
    return _table(
        {
            "base": np.array(pairs.bases, dtype=object)[base],
            "target": np.array(pairs.targets, dtype=object)[target],
            "meeting": meeting.sort(crossing),
        }
        | dict(zip(names, values, strict=True))
    )


def _tracks(pairs: FlightPairs, found: Found) -> Table:
    """Paths of all flights, base to target."""
    point = found.joined.point
    base, target = np.divmod(point, len(pairs.targets))
    bases, targets = (np.array(names, dtype=object) for names in (pairs.bases, pairs.targets))
    return track_table(
        found.flown(np.arange(len(point))), {"base": bases[base], "target": targets[target]}
    )
