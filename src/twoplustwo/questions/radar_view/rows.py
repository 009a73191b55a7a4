"""Rows, tables and headlines of one position: who sees which flight, from when on, how long."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.outcomes import Outcome
from twoplustwo.base.table import Column, Table, Tables
from twoplustwo.question_cards.card import LANGUAGES, card
from twoplustwo.question_cards.result import HeadlineValue, Result
from twoplustwo.sensors.view import View
from twoplustwo.stages.flights import JoinedFlights
from twoplustwo.wording.denominators import flight_counts
from twoplustwo.wording.names import localized_name, localized_share

F = NDArray[np.float64]
BASE, AREA, OWN = "base", "launch_area", "own"
QUESTION = "radar-view"
AT_BURNOUT_S = 0.5  # sooner after burnout is at burnout, in whole seconds
OUTCOMES = (
    Outcome.IN_VIEW,
    Outcome.BELOW_HORIZON,
    Outcome.OUTSIDE_SECTOR,
    Outcome.BEYOND_SIGHT,
    Outcome.THREAT_CANNOT_REACH,
)
SEEN, BELOW, ASIDE, BEYOND, CANNOT = range(len(OUTCOMES))


class Sort(NamedTuple):
    """All flights from one sort of places at one position, and each radar's view of them.

    `origin`, `missile` and `target` have a name for each aim; `joined.point` says which are flown.
    """

    name: str
    origin: NDArray[Any]
    missile: NDArray[Any]
    target: NDArray[Any]
    joined: JoinedFlights
    views: Mapping[str, View]

    @property
    def flown(self) -> NDArray[np.int_]:
        """Numbers of the aims whose missile gets there."""
        return np.asarray(self.joined.point)


def codes(view: View) -> NDArray[np.int_]:
    """Outcome of each flight, as its place in `OUTCOMES`, shape (B,).

    The first that hides it for good: the horizon, then sector and mask, then range.
    """
    hidden = np.where(
        ~np.asarray(view.risen, bool),
        BELOW,
        np.where(~np.asarray(view.turned_to, bool), ASIDE, BEYOND),
    )
    return np.where(np.asarray(view.in_view_s) > 0.0, SEEN, hidden)


def coast_shares(view: View) -> F:
    """Share of each coast that is in view, shape (B,)."""
    return np.asarray(view.in_view_s) / np.maximum(np.asarray(view.coast_s), 1e-9)


def result(
    sorts: Sequence[Sort],
    chains: Mapping[str, str],
    radar: str,
    names: Mapping[str, Mapping[str, str]],
    maps: Mapping[str, Callable[[], Table]],
) -> Result:
    """Headlines of one position, and its rows and tables for those who look at them.

    Parameters
    ----------
    sorts : sequence of Sort
        From the bases first.
    chains : mapping
        Radar to chain.
    radar : str
        The radar that the sentences speak of; it may be gone.
    names : mapping
        Identifier to name by language.
    maps : mapping
        What makes further tables, by name.
    """
    outcomes: Counter[str] = Counter()
    for one in sorts:
        if radar in one.views:
            outcomes.update(str(OUTCOMES[code]) for code in codes(one.views[radar]))
        missing = len(one.origin) - len(one.flown)
        if missing:
            outcomes[str(Outcome.THREAT_CANNOT_REACH)] += missing

    def make() -> tuple[Table, Tables]:
        every = [row for one in sorts for r in one.views for row in _origins(one, r, chains[r])]
        mine = [row for row in every if row["radar"] == radar]

        def each_flight() -> Table:
            return _stacked([_rows(one, r, chains[r]) for one in sorts for r in one.views])

        def chosen(sort: str) -> Table:
            return _table([row for row in mine if row["from"] == sort], ORIGIN_COLUMNS)

        return _table(every, ORIGIN_COLUMNS), Tables(
            {
                "flights": each_flight,
                "chosen": lambda: chosen(BASE),
                "chosen_areas": lambda: chosen(AREA),
                **maps,
            }
        )

    over: dict[str, str] = {lang: str(len(sorts[0].flown)) for lang in LANGUAGES}
    return Result(_headlines(sorts, chains, radar, names), dict(outcomes), make, over=over)


def _headlines(
    sorts: Sequence[Sort],
    chains: Mapping[str, str],
    radar: str,
    names: Mapping[str, Mapping[str, str]],
) -> tuple[HeadlineValue, ...]:
    """First what all own radars see, or what the radar sees that was asked for by name."""
    bases = sorts[0]
    areas = next((one for one in sorts if one.name == AREA), None)
    seen = _any_seen(bases, [r for r, chain in chains.items() if chain == OWN])
    says = "headline" if seen.any() else "none_seen"
    own = HeadlineValue("share_seen_own", _share(seen), _counts(bases, seen), case=says)
    mine = _of_one(bases, radar, names, "")
    theirs = () if areas is None else _of_one(areas, radar, names, "_areas")
    first = _earliest(bases, radar, names)
    asked_for = radar != card(QUESTION).options["radar"]["default"]
    main = (mine[0], own) if asked_for else (own, mine[0])
    return (*main, mine[1], first, *theirs)


def _of_one(
    some: Sort, radar: str, names: Mapping[str, Mapping[str, str]], ending: str
) -> tuple[HeadlineValue, HeadlineValue]:
    """What one radar sees of some flights: how many of them, and how much of those it sees."""
    seen = _any_seen(some, [radar])
    median = _median(some, radar)
    words = (
        _counts(some, seen)
        | localized_name("radar", radar, names)
        | localized_share("median", median)
    )
    if radar not in some.views:
        says = f"gone{ending}"
    else:
        says = f"chosen{ending}" if median is not None else f"chosen_none{ending}"
    return (
        HeadlineValue(f"share_seen{ending}", _share(seen), words, case=says),
        HeadlineValue(f"median_share_when_seen{ending}", median, words, case=says),
    )


def _counts(some: Sort, seen: NDArray[np.bool_]) -> dict[str, Any]:
    number = int(seen.sum())
    return {
        "seen": number,
        "never": len(seen) - number,
        **flight_counts(len(some.origin), len(seen)),
    }


def _any_seen(one: Sort, radars: Sequence[str]) -> NDArray[np.bool_]:
    """Which flights any of some radars has in view for any time, shape (B,)."""
    seen = np.zeros(len(one.flown), dtype=bool)
    for r in radars:
        if r in one.views:
            seen |= codes(one.views[r]) == SEEN
    return seen


def _share(seen: NDArray[np.bool_]) -> float | None:
    return float(seen.mean()) if len(seen) else None


def _median(one: Sort, radar: str) -> float | None:
    """Median share in view of the coasts that are seen at all; None where none is."""
    if radar not in one.views:
        return None
    view = one.views[radar]
    seen = codes(view) == SEEN
    return float(np.median(coast_shares(view)[seen])) if seen.any() else None


def _earliest(one: Sort, radar: str, names: Mapping[str, Mapping[str, str]]) -> HeadlineValue:
    """Earliest first sight of any flight, after its launch; at its burnout where it is seen then,
    since the powered flight is not looked at.
    """
    if not _any_seen(one, [radar]).any():
        return HeadlineValue("earliest_sight_s", None, {}, show="s", case="quiet")
    view = one.views[radar]
    first = np.asarray(view.first_s)
    which = int(np.nanargmin(np.where(np.isfinite(first), first, np.nan)))
    value = float(first[which])
    at_burnout = value - float(np.asarray(view.burnout_s)[which]) < AT_BURNOUT_S
    words = {
        **localized_name("radar", radar, names),
        **localized_name("origin", str(one.origin[int(one.flown[which])]), names),
        "first": round(value),
        "altitude": round(float(np.asarray(view.altitude_m)[which]) / 1e3),
    }
    says = "earliest_at_burnout" if at_burnout else "earliest"
    return HeadlineValue("earliest_sight_s", value, words, show="s", case=says)


def _rows(one: Sort, radar: str, chain: str) -> dict[str, NDArray[Any]]:
    """Every aim of one sort as seen by one radar, as columns."""
    view, count, flown = one.views[radar], len(one.origin), one.flown

    def spread(values: Any) -> F:
        full = np.full(count, np.nan)
        full[flown] = np.where(np.isfinite(values), values, np.nan)
        return full

    code = np.full(count, CANNOT)
    code[flown] = codes(view)
    first = np.asarray(view.first_s)
    flight = one.joined.flight
    return {
        "radar": np.full(count, radar, dtype=object),
        "chain": np.full(count, chain, dtype=object),
        "from": np.full(count, one.name, dtype=object),
        "origin": one.origin,
        "missile": one.missile,
        "target": one.target,
        "outcome": np.array([str(o) for o in OUTCOMES], dtype=object)[code],
        "first_sight_s": spread(first),
        "after_burnout_s": spread(first - np.asarray(view.burnout_s)),
        "first_sight_altitude_km": spread(np.asarray(view.altitude_m) / 1e3),
        "time_in_view_s": spread(np.asarray(view.in_view_s)),
        "longest_view_s": spread(np.asarray(view.longest_s)),
        "share_in_view": spread(coast_shares(view)),
        "burnout_s": spread(np.asarray(flight.burnout_time_s)),
        "burnout_altitude_km": spread(np.asarray(flight.burnout_altitude_m) / 1e3),
        "flight_s": spread(np.asarray(flight.time_s)),
    }


ORIGIN_COLUMNS = (
    "radar",
    "chain",
    "from",
    "origin",
    "missile",
    "flights",
    "seen",
    "share_seen",
    "first_sight_s",
    "after_burnout_s",
    "first_sight_altitude_km",
    "time_in_view_s",
    "share_in_view",
    "share_in_view_worst",
    "share_in_view_best",
    "hidden_by",
)


def _origins(one: Sort, radar: str, chain: str) -> list[dict[str, Any]]:
    """One radar's view by origin and missile, over all aims that are reached: medians and ends."""
    view, flown = one.views[radar], one.flown
    code, share = codes(view), coast_shares(view)
    first, in_view = np.asarray(view.first_s), np.asarray(view.in_view_s)
    after, height = first - np.asarray(view.burnout_s), np.asarray(view.altitude_m) / 1e3
    pairs = list(zip(one.origin[flown], one.missile[flown], strict=True))
    rows = []
    for origin, missile in dict.fromkeys(pairs):
        mine = np.array([pair == (origin, missile) for pair in pairs])
        sight = mine & (code == SEEN)
        hidden = Counter(str(OUTCOMES[c]) for c in code[mine & (code != SEEN)])
        rows.append(
            {
                "radar": radar,
                "chain": chain,
                "from": one.name,
                "origin": origin,
                "missile": missile,
                "flights": float(mine.sum()),
                "seen": float(sight.sum()),
                "share_seen": float(sight.sum() / mine.sum()),
                "first_sight_s": _middle(first[sight]),
                "after_burnout_s": _middle(after[sight]),
                "first_sight_altitude_km": _middle(height[sight]),
                "time_in_view_s": float(np.median(in_view[mine])),
                "share_in_view": float(np.median(share[mine])),
                "share_in_view_worst": float(share[mine].min()),
                "share_in_view_best": float(share[mine].max()),
                "hidden_by": hidden.most_common(1)[0][0] if hidden else None,
            }
        )
    return rows


def _middle(values: F) -> float:
    return float(np.median(values)) if len(values) else np.nan


def _stacked(parts: Sequence[dict[str, NDArray[Any]]]) -> Table:
    data = {n: np.concatenate([part[n] for part in parts]) for n in parts[0]} if parts else {}
    return Table(tuple(Column(n) for n in data), data)


def _table(rows: Sequence[dict[str, Any]], names: Sequence[str]) -> Table:
    data = {}
    for n in names:
        values = [row[n] for row in rows]
        numbers = bool(values) and all(isinstance(v, float) for v in values)
        data[n] = np.array(values, dtype=float if numbers else object)
    return Table(tuple(Column(n) for n in names), data)
