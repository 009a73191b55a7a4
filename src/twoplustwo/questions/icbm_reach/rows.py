"""The rows and tables of one position, from the arrays of the stages."""

from collections import Counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.constants import EARTH_MEAN_RADIUS_M
from twoplustwo.base.outcomes import Outcome
from twoplustwo.base.table import Column, Table
from twoplustwo.engagement.reach import Latest, maxima
from twoplustwo.engagement.shots import first_meeting
from twoplustwo.engagement.timeline import Commit
from twoplustwo.engagement.window import Points
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.sphere import angle_and_bearing, geocentric
from twoplustwo.questions.icbm_reach.pairs import Pairs
from twoplustwo.questions.result import Headlined, Result
from twoplustwo.questions.tracks import track_table
from twoplustwo.scenario.threats import Joined

F = NDArray[np.float64]

PIECE = 128  # paths looked at together, whatever their number: one compile


def result(
    pairs: Pairs,
    position: int,
    joined: Joined,
    windowed: Points,
    latest: Latest | None,
    peak: tuple[Latest, Points] | None,
    commit: Commit,
    sites: Table,
) -> Result:
    """Rows, tables and headlines of one position."""
    rows = _rows(pairs, position, joined, _meeting(windowed, latest, peak, commit), commit)
    met = rows["outcome"] == Outcome.MET
    flown = rows["outcome"] != Outcome.THREAT_CANNOT_REACH
    share = float(met.sum() / flown.sum()) if flown.any() else None
    weight = np.where(flown, rows["weight"], 0.0)
    weighted = float((weight * met).sum() / weight.sum()) if weight.sum() > 0 else None
    to_capital = flown & (rows["target"] == pairs.capital)
    late = np.where(to_capital, rows["latest_launch_s"], np.nan)
    best = int(np.nanargmax(late)) if np.isfinite(late).any() else None
    words = {
        "met": int(met.sum()),
        "pairs": int(flown.sum()),
        "best_base": "–" if best is None else rows["base"][best],
        "latest": "–" if best is None else _seconds(rows["latest_launch_s"][best]),
        "commit": "–" if best is None else _seconds(rows["commit_delay_s"][best]),
    }
    percent = "–" if weighted is None else f"{100 * weighted:.0f} %"
    headlines = (
        Headlined("share_reachable", share, words),
        Headlined("share_reachable_weighted", weighted, {"share": percent}, says="weighted"),
    )
    tables = {
        "bases": _bases(pairs, position, rows),
        "targets": _places(pairs.targets, "target", pairs.target_places(position)),
        "sites": sites,
        "maxima": _maxima(pairs, joined, windowed, latest),
        "tracks": _tracks(pairs, joined),
    }
    outcomes = dict(Counter(str(x) for x in rows["outcome"]))
    return Result(_table(rows), headlines, outcomes, tables)


def _seconds(value: float) -> str:
    return "–" if not np.isfinite(value) else f"{value:.0f} s"


def _rows(
    pairs: Pairs, p: int, joined: Joined, met: dict[str, F], commit: Commit
) -> dict[str, Any]:
    count = len(pairs.bases) * len(pairs.targets)
    base, target = np.divmod(np.arange(count), len(pairs.targets))
    missile = np.array(pairs.missile(p), dtype=object)
    out: dict[str, Any] = {
        "base": np.array(pairs.bases, dtype=object)[base],
        "target": np.array(pairs.targets, dtype=object)[target],
        "missile": missile[base],
        "weight": pairs.weights(p)[base],
    }
    flown = joined.point

    def spread(values: F) -> F:
        full = np.full(count, np.nan)
        full[flown] = values
        return full

    delay = spread(np.where(np.isfinite(commit.delay_s), commit.delay_s, np.nan))
    chain = np.full(count, None, dtype=object)
    chain[flown] = [c or None for c in commit.chain]
    late = spread(met.pop("latest_launch_s"))
    outcome = np.full(count, Outcome.THREAT_CANNOT_REACH, dtype=object)
    outcome[flown] = Outcome.TOO_LATE
    margin = late - delay
    outcome[flown] = np.select(
        [np.isnan(late[flown]), np.isnan(delay[flown]), margin[flown] >= 0.0],
        [Outcome.OUT_OF_REACH, Outcome.NEVER_TRACKED, Outcome.MET],
        Outcome.TOO_LATE,
    )
    out |= {
        "reachable": outcome == Outcome.MET,
        "outcome": outcome,
        "latest_launch_s": late,
        "commit_delay_s": delay,
        "commit_chain": chain,
        "margin_s": margin,
    }
    out |= {name: spread(values) for name, values in met.items()}
    out["icbm_flight_s"] = spread(joined.flight.time_s)
    out["icbm_burnout_s"] = spread(joined.flight.burnout_time_s)
    out["mean_path_speed_m_s"] = _ground_distance(pairs, p) / out["icbm_flight_s"]
    return out


def _meeting(
    windowed: Points,
    latest: Latest | None,
    peak: tuple[Latest, Points] | None,
    commit: Commit,
) -> dict[str, F]:
    """Where, when and how the latest launch of each flight meets it; NaN where it never does."""
    names = ("latest_launch_s", "flight_time_s", "closing_speed_m_s", "crossing_angle_rad",
             "meeting_s", "intercept_lat_deg", "intercept_lon_deg", "intercept_altitude_km",
             "earliest_meeting_s", "earliest_altitude_km")  # fmt: skip
    if latest is None or peak is None or not len(commit.delay_s):
        return {name: np.full(len(commit.delay_s), np.nan) for name in names}
    best, where = peak
    none = ~np.isfinite(np.asarray(best.launch_s)[0])

    def at(values: Any) -> F:
        return np.where(none, np.nan, np.asarray(values)[0])

    time = np.asarray(windowed.seen.time_s)
    paths = (np.asarray(latest.launch_s), time, commit.delay_s)
    soon = in_chunks(lambda piece: first_meeting(*piece), paths, PIECE)
    soon = np.where(np.isfinite(soon), soon, np.nan)
    return {
        "latest_launch_s": at(best.launch_s),
        "flight_time_s": at(best.flight_time_s),
        "closing_speed_m_s": at(best.closing_m_s),
        "crossing_angle_rad": at(best.crossing_rad),
        "meeting_s": at(where.seen.time_s),
        "intercept_lat_deg": np.degrees(at(where.latitude_rad)),
        "intercept_lon_deg": np.degrees(at(where.longitude_rad)),
        "intercept_altitude_km": at(where.altitude_m) / 1e3,
        "earliest_meeting_s": soon,
        "earliest_altitude_km": _altitude_at(soon, time, np.asarray(windowed.altitude_m)) / 1e3,
    }


def _altitude_at(when: F, time: F, altitude: F) -> F:
    return np.array([
        np.interp(w, time[:, i], altitude[:, i]) if np.isfinite(w) else np.nan
        for i, w in enumerate(when)
    ])  # fmt: skip


def _ground_distance(pairs: Pairs, p: int) -> F:
    bases, targets = pairs.base_places(p), pairs.target_places(p)
    angle, _ = angle_and_bearing(
        geocentric(bases[:, None, 0]), bases[:, None, 1], geocentric(targets[None, :, 0]),
        targets[None, :, 1],
    )  # fmt: skip
    return (angle * EARTH_MEAN_RADIUS_M).ravel()


def _table(rows: dict[str, Any]) -> Table:
    return Table(tuple(Column(name) for name in rows), rows)


def _places(names: list[str], what: str, where: F) -> Table:
    return _table({
        what: np.array(names, dtype=object),
        "lat_deg": np.degrees(where[:, 0]),
        "lon_deg": np.degrees(where[:, 1]),
    })  # fmt: skip


def _bases(pairs: Pairs, p: int, rows: dict[str, Any]) -> Table:
    """Base by base: its share of pairs, and the pair to the capital."""
    where = np.degrees(pairs.base_places(p))
    out: dict[str, list[Any]] = {"share_reachable": []}
    copied = ("outcome", "latest_launch_s", "commit_delay_s", "commit_chain", "margin_s",
              "closing_speed_m_s", "meeting_s", "intercept_lat_deg", "intercept_lon_deg",
              "intercept_altitude_km")  # fmt: skip
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
    return _table({k: np.array(v, dtype=object) if isinstance(v[0], str | None) else np.array(v)
                   for k, v in data.items()})  # fmt: skip


def _maxima(pairs: Pairs, joined: Joined, windowed: Points, latest: Latest | None) -> Table:
    """All local maxima of the latest launch: a flank shot and a chase are different things."""
    names = ("launch_s", "meeting_s", "flight_time_s", "closing_speed_m_s", "crossing_angle_rad",
             "lat_deg", "lon_deg", "altitude_km")  # fmt: skip
    if latest is None or not len(joined.point):
        return _table({"base": [], "target": [], "kind": []} | {n: [] for n in names})
    launch = np.asarray(latest.launch_s)
    times, flights = np.nonzero(maxima(launch, apart=3))
    order = np.lexsort((-launch[times, flights], flights))
    times, flights = times[order], flights[order]
    base, target = np.divmod(joined.point[flights], len(pairs.targets))

    def at(values: Any) -> F:
        return np.asarray(values)[times, flights]

    crossing = at(latest.crossing_rad)
    values = (launch[times, flights], at(windowed.seen.time_s), at(latest.flight_time_s),
              at(latest.closing_m_s), crossing, np.degrees(at(windowed.latitude_rad)),
              np.degrees(at(windowed.longitude_rad)), at(windowed.altitude_m) / 1e3)  # fmt: skip
    return _table({
        "base": np.array(pairs.bases, dtype=object)[base],
        "target": np.array(pairs.targets, dtype=object)[target],
        "kind": np.where(crossing < np.pi / 2, "chase", "flank").astype(object),
    } | dict(zip(names, values, strict=True)))  # fmt: skip


def _tracks(pairs: Pairs, joined: Joined) -> Table:
    """Paths over the ground of the flights to the capital, one a base."""
    base, target = np.divmod(joined.point, len(pairs.targets))
    chosen = np.flatnonzero(target == pairs.targets.index(pairs.capital))
    names = {"base": np.array(pairs.bases, dtype=object)[base[chosen]],
             "target": np.array([pairs.capital] * len(chosen), dtype=object)}  # fmt: skip
    return track_table(joined.track, chosen, names)
