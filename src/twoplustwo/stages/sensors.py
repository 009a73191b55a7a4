"""The sensors of a dossier as records: what every question of a commit reads."""

import math
from collections.abc import Sequence
from typing import Any

from twoplustwo.stages import records
from twoplustwo.stages.inputs import Inputs, key
from twoplustwo.stages.records import Records

CHAINS = ("own", "remote", "joint")
NOWHERE_M, AT_ONCE_S = math.inf, 0.0


def sensors(given: Inputs, dossier: Any, missiles: Sequence[str]) -> tuple[Any, ...]:
    """Commit rules, scan, cross-sections, refraction and the radars of each chain.

    Nothing is compulsory: of a dossier without radars of a chain, or without satellites, nobody
    need say whether that chain may be used.

    Parameters
    ----------
    given : Inputs
    dossier : Dossier
        For its satellites and radars; no values are read from it.
    missiles : sequence of str
        Whose flights they are, list by list.
    """
    radars: dict[str, list[Records]] = {chain: [] for chain in CHAINS}
    for name, thing in sorted(dossier.things.get("radars", {}).items()):
        radars[thing.structure["chain"]].append(records.radar(given, name))
    there = {
        "boost_cue": bool(_satellites(dossier)),
        "launch_on_boost": bool(_satellites(dossier)),
        "radar_track": bool(radars["own"]),
        "remote": bool(radars["remote"]),
        "joint": bool(radars["joint"]),
    }
    return (
        records.doctrine(given, [flag for flag, needed in there.items() if needed]),
        scans(given, dossier),
        sizes(given, missiles) if any(radars.values()) else records.same(given, (0.0,)),
        records.refraction(given) if any(radars.values()) else records.same(given, None),
        *(radars[chain] for chain in CHAINS),
    )


def sizes(given: Inputs, missiles: Sequence[str]) -> Records:
    """Radar cross-section [m2] of the warheads of each list of flights, its own or the common one;
    1-tuples where they are the same for all.
    """
    common = "warhead.radar_cross_section"
    columns = [
        given.own_or_common(f"missiles.{missile}.radar_cross_section", common)
        for missile in missiles
    ] or [given.values(common)]
    rows = list(zip(*columns, strict=True))
    items = [row[:1] if len({*row}) == 1 else row for row in rows]
    return Records(items, [key(*item) for item in items])


def clouds(given: Inputs, dossier: Any) -> Records:
    """What satellites ask of the flights: the altitude [m] whose first crossing they see.

    One satellite is a 1-tuple. Of several each sees a flight from its own altitude and scan on:
    pairs of both, of which `flights.strikes` finds the first sight of any. Where there is none, or
    a measure took it away, the altitude is one that is never crossed.
    """
    names = _satellites(dossier)
    highs = _columns(given, names, "cloud_break_altitude")
    columns = [[(value,) for value in column] for column in highs]
    if len(names) > 1:
        seconds = _columns(given, names, "scan_period")
        columns = [list(zip(*both, strict=True)) for both in zip(highs, seconds, strict=True)]

    def of(row: tuple[tuple[float | None, ...], ...]) -> tuple[float, ...]:
        left = [one for one in row if None not in one]
        return tuple(x for one in left for x in one if x is not None) or (NOWHERE_M,)

    items = [of(row) for row in zip(*columns, strict=True)] or [(NOWHERE_M,)] * len(given)
    return Records(items, [key(*item) for item in items])


def scans(given: Inputs, dossier: Any) -> Records:
    """Scan period [s] of the only satellite, 1-tuples; nought where `clouds` has it already."""
    names = _satellites(dossier)
    if len(names) != 1:
        return records.same(given, (AT_ONCE_S,))
    (column,) = _columns(given, names, "scan_period")
    items = [(AT_ONCE_S if value is None else value,) for value in column]
    return Records(items, [key(*item) for item in items])


def warnings_suffice(given: Inputs, dossier: Any) -> list[bool]:
    """Whether a satellite's warning is enough for a launch, position by position.

    Not where there is no satellite, or a measure took the last one away.
    """
    if not _satellites(dossier):
        return [False] * len(given)
    enough = given.names("commit.boost_cue")
    seen_from = clouds(given, dossier).items
    return [
        said == records.YES and one != (NOWHERE_M,)
        for said, one in zip(enough, seen_from, strict=True)
    ]


def _columns(given: Inputs, names: list[str], number: str) -> list[list[float | None]]:
    """A number of each satellite by position, None where a measure takes the satellite away."""
    found = []
    for name in names:
        column = given.values_or_none_if_removed(f"satellites.{name}.{number}")
        gone = given.removed(f"satellites.{name}")
        found.append([None if away else v for v, away in zip(column, gone, strict=True)])
    return found


def _satellites(dossier: Any) -> list[str]:
    return sorted(dossier.things.get("satellites", {}))
