"""The flights that radars look for: every base at every target, every launch area at every city."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twoplustwo.question_cards.things import HasThings, InRegions
from twoplustwo.stages import flights as threats
from twoplustwo.stages import records
from twoplustwo.stages.inputs import Inputs, key
from twoplustwo.stages.pairs import BaseTargetPairs
from twoplustwo.stages.records import Records
from twoplustwo.stages.sensors import clouds
from twoplustwo.stages.stage import Stage, StageRows

F = NDArray[np.float64]

_cities = Stage("view cities", 4, of_tables=True)


class Flights(NamedTuple):
    """Flights from one sort of places, and by number where each starts, flies and aims.

    `joined` are lanes to `threats.Joined`; its `point` counts in `origin`, `missile`, `target`,
    which have one name for each aim, flown or not.
    """

    joined: StageRows
    lists: list[str]  # missile of each list of flights that was joined
    origin: NDArray[Any]
    missile: list[NDArray[Any]]  # by position
    target: NDArray[Any]


class Aims(NamedTuple):
    """Aim points of the launch areas: names, and places [rad]."""

    names: list[str]
    latitude_rad: F
    longitude_rad: F


NO_CITIES = Aims([], np.zeros(0), np.zeros(0))


def from_bases(inputs: Inputs, dossier: HasThings) -> Flights:
    """Every base at every listed target: the flights of icbm-reach, shared with it."""
    pairs = BaseTargetPairs(inputs, dossier, "")
    struck = [_strike(inputs, dossier, m, pairs.places(m)) for m in pairs.missiles]
    joined = threats.join_flights(struck, [pairs.numbers(m) for m in pairs.missiles])
    count = len(pairs.targets)
    return Flights(
        joined,
        pairs.missiles,
        np.repeat(np.array(pairs.bases, dtype=object), count),
        [np.repeat(np.array(pairs.missile(p), dtype=object), count) for p in range(len(inputs))],
        np.tile(np.array(pairs.targets, dtype=object), len(pairs.bases)),
    )


def from_areas(inputs: Inputs, dossier: HasThings, missiles: list[str]) -> Flights | None:
    """Every listed missile from every launch area at the largest city of each country of the first
    region and at every listed target; None where there is nothing to fly.
    """
    areas = {
        a: records.place(inputs, f"launch-areas.{a}.location")
        for a in sorted(dossier.things.get("launch-areas", {}))
    }
    targets = {
        t: records.place(inputs, f"targets.{t}.location")
        for t in sorted(dossier.things.get("targets", {}))
    }
    if not areas or not missiles:
        return None
    aims = _aims(inputs, dossier, targets)
    count = len(aims[0].names)
    if not count:
        return None
    struck, numbers, origin, flies = [], [], [], []
    for missile in missiles:
        for area, start in areas.items():
            places = _shared(start, aims)
            struck.append(_strike(inputs, dossier, missile, places))
            first = len(origin) * count
            numbers.append([first + np.arange(count)] * len(inputs))
            origin.append(area)
            flies.append(missile)
    return Flights(
        threats.join_flights(struck, numbers),
        flies,
        np.repeat(np.array(origin, dtype=object), count),
        [np.repeat(np.array(flies, dtype=object), count)] * len(inputs),
        np.tile(np.array(aims[0].names, dtype=object), len(origin)),
    )


def _strike(inputs: Inputs, dossier: HasThings, missile: str, places: list[Any]) -> StageRows:
    drag = records.drag_table(inputs, dossier.table)
    cloud = clouds(inputs, dossier)
    aimer = threats.aimers(records.rocket(inputs, missile, drag))
    loft = records.numbers(inputs, f"missiles.{missile}.loft")
    return threats.strikes(aimer, loft, cloud, places, f"flying {missile} for the radars")


def _aims(inputs: Inputs, dossier: HasThings, targets: dict[str, Records]) -> list[Aims]:
    """Aim points of each position, one object for all that hold the same."""
    # a dossier without regions aims at its targets alone, and needs no table of cities
    refs = inputs.values("population.cities") if dossier.regions else [None] * len(inputs)
    found = [None if ref is None else dossier.in_regions(ref) for ref in refs]
    named = list(targets.items())
    places = [key(*(x for t, r in named for x in (t, r.keys[p]))) for p in range(len(inputs))]

    def read(p: int) -> Aims:
        inside = found[p]
        cities = NO_CITIES if inside is None else _largest(inside)
        at = [r[p] for r in targets.values()]
        return Aims(
            [*cities.names, *targets],
            np.concatenate([cities.latitude_rad, [place.latitude_rad for place in at]]),
            np.concatenate([cities.longitude_rad, [place.longitude_rad for place in at]]),
        )

    marks = [b"" if one is None else one.mark.encode() for one in found]
    lanes = _cities([marks, places], read)
    return [lanes[p] for p in range(len(inputs))]


def _largest(found: InRegions) -> Aims:
    """The largest city of each country of the first region asked about, by name of the city."""
    cities = found.table
    country, people = cities.column("country"), cities.column("population")
    here = found.inside[int(found.inside.any(axis=1).argmax())]
    chosen = [
        max(np.flatnonzero(here & (country == one)), key=lambda i: people[i])
        for one in sorted(set(country[here]))
    ]
    return Aims(
        [str(cities.column("city")[i]) for i in chosen],
        np.radians(cities.column("lat_deg")[chosen]),
        np.radians(cities.column("lon_deg")[chosen]),
    )


def _shared(start: Records, aims: list[Aims]) -> list[tuple[F, F, F, F]]:
    """(lat0, lon0, lat1, lon1) of each position, one object for all that hold the same."""
    known: dict[tuple[bytes, int], tuple[F, F, F, F]] = {}
    out = []
    for p, one in enumerate(aims):
        mark = start.keys[p], id(one)
        if mark not in known:
            whole = np.ones_like(one.latitude_rad)
            known[mark] = (
                start[p].latitude_rad * whole,
                start[p].longitude_rad * whole,
                one.latitude_rad,
                one.longitude_rad,
            )
        out.append(known[mark])
    return out
