"""Rows, tables and headlines of one position: who sees which flight, from when on, how long."""

import math
import statistics
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import Any, NamedTuple

import jax
import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.outcomes import Outcome
from twoplustwo.base.table import Table, Tables
from twoplustwo.question_cards.card import LANGUAGES, card
from twoplustwo.question_cards.result import HeadlineValue, Result
from twoplustwo.sensors.view import View
from twoplustwo.stages.flights import JoinedFlights
from twoplustwo.wording.denominators import flight_counts
from twoplustwo.wording.names import display_name, localized_name, localized_share

F = NDArray[np.float64]
BASE, AREA, OWN = "base", "launch_area", "own"
QUESTION = "radar-view"
OWN_RADARS, ONE_RADAR = "share_seen_own", "share_seen"
AT_BURNOUT_S = 0.5  # sooner after burnout is at burnout, in whole seconds


class Sight(IntEnum):
    """How a flight looks to a radar, as a number that arrays hold."""

    IN_VIEW = 0
    BELOW_HORIZON = 1
    OUTSIDE_SECTOR = 2
    BEYOND_SIGHT = 3
    THREAT_CANNOT_REACH = 4


OUTCOMES = tuple(Outcome[sight.name] for sight in Sight)


class FlightGroup(NamedTuple):
    """All flights from one kind of place at one position, and each radar's view of them.

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


def aimed_at(group: FlightGroup, target: str) -> FlightGroup:
    """The flights of a group to one target alone."""
    mine = np.flatnonzero(group.target == target)
    number = np.full(len(group.target), -1)
    number[mine] = np.arange(len(mine))
    lanes = np.flatnonzero(number[group.flown] >= 0)
    joined, views = jax.tree.map(
        lambda a: np.asarray(a)[..., lanes], (group.joined, dict(group.views))
    )
    joined = joined._replace(point=number[joined.point])
    aims = (group.origin[mine], group.missile[mine], group.target[mine])
    return FlightGroup(group.name, *aims, joined, views)


def sights(view: View) -> NDArray[np.int_]:
    """How each flight looks, as a `Sight` and place in `OUTCOMES`, shape (B,).

    The first that hides it for good: the horizon, then sector and mask, then range.
    """
    hidden = np.where(
        ~np.asarray(view.risen, bool),
        Sight.BELOW_HORIZON,
        np.where(~np.asarray(view.turned_to, bool), Sight.OUTSIDE_SECTOR, Sight.BEYOND_SIGHT),
    )
    return np.where(np.asarray(view.in_view_s) > 0.0, Sight.IN_VIEW, hidden)


def coast_shares(view: View) -> F:
    """Share of each coast that is in view, shape (B,)."""
    return np.asarray(view.in_view_s) / np.maximum(np.asarray(view.coast_s), 1e-9)


def result(
    groups: Sequence[FlightGroup],
    chains: Mapping[str, str],
    radar: str,
    names: Mapping[str, Mapping[str, str]],
    maps: Mapping[str, Callable[[], Table]],
    beside: Sequence[str] = (),
    first: str = OWN_RADARS,
) -> Result:
    """Headlines of one position, and its rows and tables for those who look at them.

    Parameters
    ----------
    groups : sequence of FlightGroup
        From the bases first.
    chains : mapping
        Radar to chain.
    radar : str
        The radar that the sentences speak of; it may be gone.
    names : mapping
        Identifier to name by language.
    maps : mapping
        What makes further tables, by name.
    beside : sequence of str
        Radars without which the chosen one is looked at: what it sees and none of them does.
    first : str
        The headline that comes first: the card's, or that of a radar asked for by name.
    """
    own = [r for r, chain in chains.items() if chain == OWN]
    outcomes = _outcomes(groups[0], own if first == OWN_RADARS else [radar])

    def make() -> tuple[Table, Tables]:
        every = [
            row for group in groups for r in group.views for row in _origins(group, r, chains[r])
        ]

        def each_flight() -> Table:
            return Table.concat(
                [_rows(group, r, chains[r]) for group in groups for r in group.views]
            )

        def chosen(origin: str) -> Table:
            rows = [row for row in every if (row["radar"], row["from"]) == (radar, origin)]
            return card(QUESTION).table("rows", rows)

        return card(QUESTION).table("rows", every), Tables(
            {
                "flights": each_flight,
                "chosen": lambda: chosen(BASE),
                "chosen_areas": lambda: chosen(AREA),
                **maps,
            }
        )

    over: dict[str, str] = {lang: str(len(groups[0].flown)) for lang in LANGUAGES}
    heads = _headlines(groups, chains, radar, names)
    if beside:
        heads = (*heads, _alone(groups[0], radar, beside, names))
    heads = tuple(sorted(heads, key=lambda headline: headline.column != first))
    return Result(heads, outcomes, make, over=over)


def _outcomes(bases: FlightGroup, radars: Sequence[str]) -> dict[str, int]:
    """How the flights from the bases look, counted: those that the first headline is a share of.

    To several radars a flight looks as to the one that comes nearest to seeing it.
    """
    counted: Counter[str] = Counter()
    if looks := [sights(bases.views[r]) for r in radars if r in bases.views]:
        seen, hidden = np.min(looks, axis=0) == Sight.IN_VIEW, np.max(looks, axis=0)
        counted.update(str(OUTCOMES[code]) for code in np.where(seen, Sight.IN_VIEW, hidden))
    missing = len(bases.origin) - len(bases.flown)
    if missing:
        counted[str(Outcome.THREAT_CANNOT_REACH)] += missing
    return dict(counted)


def _headlines(
    groups: Sequence[FlightGroup],
    chains: Mapping[str, str],
    radar: str,
    names: Mapping[str, Mapping[str, str]],
) -> tuple[HeadlineValue, ...]:
    """What all own radars see, then what one radar sees, from the bases and from elsewhere."""
    bases = groups[0]
    areas = next((group for group in groups if group.name == AREA), None)
    seen = _any_seen(bases, [r for r, chain in chains.items() if chain == OWN])
    case = "headline" if seen.any() else "none_seen"
    own = HeadlineValue(OWN_RADARS, _share(seen), _counts(bases, seen), case=case)
    asked = _of_one(bases, radar, names, "")
    theirs = () if areas is None else _of_one(areas, radar, names, "_areas")
    first = _earliest(bases, radar, names)
    return (own, *asked, first, *theirs)


def _of_one(
    some: FlightGroup, radar: str, names: Mapping[str, Mapping[str, str]], ending: str
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
        case = f"gone{ending}"
    else:
        case = f"chosen{ending}" if median is not None else f"chosen_none{ending}"
    return (
        HeadlineValue(f"share_seen{ending}", _share(seen), words, case=case),
        HeadlineValue(f"median_share_when_seen{ending}", median, words, case=case),
    )


def _alone(
    bases: FlightGroup, radar: str, beside: Sequence[str], names: Mapping[str, Mapping[str, str]]
) -> HeadlineValue:
    """What one radar sees of the flights from the bases, and none of some others does."""
    alone = _any_seen(bases, [radar]) & ~_any_seen(bases, beside)
    words = {
        **_counts(bases, alone),
        **localized_name("radar", radar, names),
        "alone": int(alone.sum()),
    }
    for lang in LANGUAGES:
        words[f"beside_{lang}"] = ", ".join(display_name(one, names, lang) for one in beside)
    case = "alone" if radar in bases.views else "gone_areas"
    return HeadlineValue("share_seen_alone", _share(alone), words, case=case)


def _counts(some: FlightGroup, seen: NDArray[np.bool_]) -> dict[str, Any]:
    number = int(seen.sum())
    return {
        "seen": number,
        "never": len(seen) - number,
        **flight_counts(len(some.origin), len(seen)),
    }


def _any_seen(group: FlightGroup, radars: Sequence[str]) -> NDArray[np.bool_]:
    """Which flights any of some radars has in view for any time, shape (B,)."""
    seen = np.zeros(len(group.flown), dtype=bool)
    for r in radars:
        if r in group.views:
            seen |= sights(group.views[r]) == Sight.IN_VIEW
    return seen


def _share(seen: NDArray[np.bool_]) -> float | None:
    return float(seen.mean()) if len(seen) else None


def _median(group: FlightGroup, radar: str) -> float | None:
    """Median share in view of the coasts that are seen at all; None where none is."""
    if radar not in group.views:
        return None
    view = group.views[radar]
    seen = sights(view) == Sight.IN_VIEW
    return float(np.median(coast_shares(view)[seen])) if seen.any() else None


def _earliest(
    group: FlightGroup, radar: str, names: Mapping[str, Mapping[str, str]]
) -> HeadlineValue:
    """Earliest first sight of any flight, after its launch; at its burnout where it is seen then,
    since the powered flight is not looked at.
    """
    if not _any_seen(group, [radar]).any():
        return HeadlineValue("earliest_sight_s", None, {}, show="s", case="quiet")
    view = group.views[radar]
    first = np.asarray(view.first_s)
    which = int(np.nanargmin(np.where(np.isfinite(first), first, np.nan)))
    value = float(first[which])
    at_burnout = value - float(np.asarray(view.burnout_s)[which]) < AT_BURNOUT_S
    words = {
        **localized_name("radar", radar, names),
        **localized_name("origin", str(group.origin[int(group.flown[which])]), names),
        "first": round(value),
        "altitude": round(float(np.asarray(view.altitude_m)[which]) / 1e3),
    }
    case = "earliest_at_burnout" if at_burnout else "earliest"
    return HeadlineValue("earliest_sight_s", value, words, show="s", case=case)


def _rows(group: FlightGroup, radar: str, chain: str) -> Table:
    """Every aim of one group as seen by one radar."""
    view, count, flown = group.views[radar], len(group.origin), group.flown

    def spread(values: Any) -> F:
        full = np.full(count, np.nan)
        full[flown] = np.where(np.isfinite(values), values, np.nan)
        return full

    code = np.full(count, Sight.THREAT_CANNOT_REACH)
    code[flown] = sights(view)
    first = np.asarray(view.first_s)
    flight = group.joined.flight
    columns = {
        "radar": np.full(count, radar, dtype=object),
        "chain": np.full(count, chain, dtype=object),
        "from": np.full(count, group.name, dtype=object),
        "origin": group.origin,
        "missile": group.missile,
        "target": group.target,
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
    return Table.of_columns(columns)


def _origins(group: FlightGroup, radar: str, chain: str) -> list[dict[str, Any]]:
    """One radar's view by origin and missile, over all aims that are reached: medians and ends."""
    view, flown = group.views[radar], group.flown
    code, share = sights(view), coast_shares(view)
    first, in_view = np.asarray(view.first_s), np.asarray(view.in_view_s)
    after, height = first - np.asarray(view.burnout_s), np.asarray(view.altitude_m) / 1e3
    pairs = list(zip(group.origin[flown], group.missile[flown], strict=True))
    rows = []
    for origin, missile in dict.fromkeys(pairs):
        of_pair = np.array([pair == (origin, missile) for pair in pairs])
        sight = of_pair & (code == Sight.IN_VIEW)
        hidden = Counter(str(OUTCOMES[c]) for c in code[of_pair & (code != Sight.IN_VIEW)])
        rows.append(
            {
                "radar": radar,
                "chain": chain,
                "from": group.name,
                "origin": origin,
                "missile": missile,
                "flights": float(of_pair.sum()),
                "seen": float(sight.sum()),
                "share_seen": float(sight.sum() / of_pair.sum()),
                "first_sight_s": _middle(first[sight]),
                "after_burnout_s": _middle(after[sight]),
                "first_sight_altitude_km": _middle(height[sight]),
                "time_in_view_s": _middle(in_view[of_pair]),
                "share_in_view": _middle(share[of_pair]),
                "share_in_view_worst": float(share[of_pair].min()),
                "share_in_view_best": float(share[of_pair].max()),
                "hidden_by": hidden.most_common(1)[0][0] if hidden else None,
            }
        )
    return rows


def _middle(values: F) -> float:
    # of a handful of numbers at a time, for which NumPy's median takes twenty times as long
    found = values.tolist()
    if not found or any(map(math.isnan, found)):
        return math.nan
    return statistics.median(found)
