"""The rows and tables of one position, from the arrays of the stages."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.outcomes import Outcome
from twoplustwo.base.table import Table, Tables
from twoplustwo.engagement.reach import Latest
from twoplustwo.engagement.timeline import Commit
from twoplustwo.engagement.window import Points
from twoplustwo.question_cards.card import card
from twoplustwo.question_cards.result import Result
from twoplustwo.questions.reach import meeting
from twoplustwo.questions.reach.verdict import OUTCOMES, Verdict, headlines, verdict
from twoplustwo.stages.flights import JoinedFlights
from twoplustwo.stages.ground_paths import Thinned
from twoplustwo.stages.ground_tracks import track_table
from twoplustwo.stages.meeting_details import Details
from twoplustwo.stages.pairs import BaseTargetPairs

F = NDArray[np.float64]


class PositionResults(NamedTuple):
    """What the stages found at one position.

    `stands` says whether there are interceptors at all; `flown` gives the paths of some flights,
    `details` what only rows and maps say.
    """

    joined: JoinedFlights
    peak: tuple[Latest, Points]
    commit: Commit
    stands: bool
    details: Callable[[], Details]
    flown: Callable[[NDArray[np.int_]], Thinned]


def result(
    pairs: BaseTargetPairs, position: int, results: PositionResults, sites: Callable[[int], Table]
) -> Result:
    """Headlines of one position, and its rows and tables for those who look at them."""
    count = len(pairs.bases) * len(pairs.targets)
    verdicts = verdict(count, results.joined.point, results.peak[0], results.commit, results.stands)
    outcomes = {
        str(OUTCOMES[code]): int((verdicts.code == code).sum()) for code in set(verdicts.code)
    }

    def make() -> tuple[Table, Tables]:
        rows = _rows(pairs, position, results, verdicts)
        return Table.of_columns(rows), Tables(
            {
                "bases": lambda: _bases(pairs, position, rows),
                "targets": lambda: _places(pairs.targets, "target", pairs.target_places(position)),
                "sites": lambda: sites(position),
                "maxima": lambda: _maxima(pairs, results),
                "tracks": lambda: _tracks(pairs, results),
            }
        )

    first = headlines(pairs, position, verdicts, results.stands)
    return Result(first.headlines, outcomes, make, guides=first.guides, over=first.over)


def _rows(
    pairs: BaseTargetPairs,
    p: int,
    results: PositionResults,
    verdicts: Verdict,
) -> dict[str, Any]:
    count = len(verdicts.code)
    base, target = np.divmod(np.arange(count), len(pairs.targets))
    flown = results.joined.point

    def spread(values: F) -> F:
        full = np.full(count, np.nan)
        full[flown] = values
        return full

    chain = np.full(count, None, dtype=object)
    chain[flown] = [c or None for c in results.commit.chain]
    outcome = np.array(OUTCOMES, dtype=object)[verdicts.code]
    columns: dict[str, Any] = {
        "base": np.array(pairs.bases, dtype=object)[base],
        "target": np.array(pairs.targets, dtype=object)[target],
        "missile": np.array(pairs.missile(p), dtype=object)[base],
        "weight": pairs.weights(p)[base],
        "reachable": outcome == Outcome.MET,
        "outcome": outcome,
        "latest_launch_s": verdicts.latest_launch_s,
        "commit_delay_s": verdicts.commit_delay_s,
        "commit_chain": chain,
        "margin_s": verdicts.latest_launch_s - verdicts.commit_delay_s,
    }
    columns |= {name: spread(values) for name, values in _meeting(results).items()}
    columns["meeting"] = meeting.sort(columns["crossing_angle_rad"])
    flight = results.joined.flight
    columns["icbm_flight_s"] = spread(flight.time_s)
    columns["icbm_burnout_s"] = spread(flight.burnout_time_s)
    columns["mean_path_speed_m_s"] = pairs.distance_m(p) / columns["icbm_flight_s"]
    return columns


def _meeting(results: PositionResults) -> dict[str, F]:
    """Where, when and how the latest launch of each flight meets it; NaN where it never does."""
    best, where = results.peak
    never = ~np.isfinite(np.asarray(best.launch_s)[0]) | (not results.stands)

    def at(values: Any) -> F:
        return np.where(never, np.nan, np.asarray(values)[0])

    details = results.details()
    return {
        "closing_speed_m_s": at(best.closing_m_s),
        "crossing_angle_rad": at(best.crossing_rad),
        "flight_time_s": at(best.flight_time_s),
        "meeting_s": at(where.seen.time_s),
        "intercept_lat_deg": np.degrees(at(where.latitude_rad)),
        "intercept_lon_deg": np.degrees(at(where.longitude_rad)),
        "intercept_altitude_km": at(where.altitude_m) / 1e3,
        "earliest_meeting_s": details.earliest_s,
        "earliest_altitude_km": details.earliest_altitude_m / 1e3,
    }


def _places(names: list[str], what: str, where: F) -> Table:
    lat, lon = np.degrees(where).T
    return Table.of_columns({what: names, "lat_deg": lat, "lon_deg": lon})


def _bases(pairs: BaseTargetPairs, p: int, rows: dict[str, Any]) -> Table:
    """Base by base: its share of pairs, and the pair to the capital."""
    shares, capital = [], []
    for base in pairs.bases:
        from_base = rows["base"] == base
        flown = from_base & (rows["outcome"] != Outcome.THREAT_CANNOT_REACH)
        met = (rows["outcome"][flown] == Outcome.MET).mean() if flown.any() else np.nan
        shares.append(met)
        capital.append(np.flatnonzero(from_base & (rows["target"] == pairs.capital))[0])
    lat, lon = np.degrees(pairs.base_places(p)).T
    of_base = {"lat_deg": lat, "lon_deg": lon, "share_reachable": shares}
    return Table.of_columns(
        {
            name: of_base[name] if name in of_base else rows[name][capital]
            for name in card("reach").tables["bases"]
        }
    )


def _maxima(pairs: BaseTargetPairs, results: PositionResults) -> Table:
    """All local maxima of the latest launch: a crossing shot and a chase are different things."""
    found = results.details()
    base, target = np.divmod(results.joined.point[found.flight], len(pairs.targets))
    return Table.of_columns(
        {
            "base": np.array(pairs.bases, dtype=object)[base],
            "target": np.array(pairs.targets, dtype=object)[target],
            "meeting": meeting.sort(found.crossing_rad),
            "launch_s": found.launch_s,
            "meeting_s": found.meeting_s,
            "flight_time_s": found.flight_time_s,
            "closing_speed_m_s": found.closing_m_s,
            "crossing_angle_rad": found.crossing_rad,
            "lat_deg": np.degrees(found.latitude_rad),
            "lon_deg": np.degrees(found.longitude_rad),
            "altitude_km": found.altitude_m / 1e3,
        }
    )


def _tracks(pairs: BaseTargetPairs, results: PositionResults) -> Table:
    """Paths of all flights, base to target."""
    point = results.joined.point
    base, target = np.divmod(point, len(pairs.targets))
    bases, targets = (np.array(names, dtype=object) for names in (pairs.bases, pairs.targets))
    return track_table(
        results.flown(np.arange(len(point))), {"base": bases[base], "target": targets[target]}
    )
