"""Shares by country, region, threat and city, from the shots counted against every flight."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.table import Column, Table
from twoplustwo.engagement.shots import MOST
from twoplustwo.questions.defended_footprint.people import REGIONS, People
from twoplustwo.questions.result import Headlined, Result
from twoplustwo.questions.tracks import track_table
from twoplustwo.scenario.records import Place
from twoplustwo.scenario.threats import Joined

F = NDArray[np.float64]
B = NDArray[np.bool_]


def result(
    people: People,
    all_threats: list[Any],
    joined: Joined | None,
    count: F,
    areas: dict[str, Place],
    sites: Callable[[], Table],
) -> Result:
    """Rows, tables and headlines of one position.

    Parameters
    ----------
    people : People
        C cells.
    all_threats : list of Threat
        T missiles and launch areas.
    joined : Joined
        Flights that reach their cells; `point` is t * C + c. None if there are no threats.
    count : ndarray
        Shot opportunities against each of those flights.
    areas : dict of Place
        Launch areas by name.
    sites : callable
        Gives the table of where the defence stands.
    """
    cells = len(people.cell)
    shots = np.full((len(all_threats), cells), np.inf)  # inf: this threat does not reach the cell
    if joined is not None:
        shots[np.divmod(joined.point, cells)] = count
    least = shots.min(axis=0, initial=np.inf)
    threatened = np.isfinite(least)
    regions = {r: _row(people, people.region == r, threatened, least, {"region": r})
               for r in REGIONS}  # fmt: skip
    headlines = tuple(
        Headlined(f"coverage_{r}", regions[r]["defended_1"], _words(regions[r]),
                  says="headline" if r == REGIONS[0] else r)
        for r in REGIONS
    )  # fmt: skip
    outcomes = {"not_threatened": int((~threatened).sum()),
                "undefended": int((least == 0).sum())}  # fmt: skip
    outcomes |= {f"defended_{n}": int((least == n).sum()) for n in range(1, MOST + 1)}

    def make() -> tuple[Table, dict[str, Table]]:
        rows = [_row(people, people.country == c, threatened, least, {
            "country": c, "name": people.countries[c],
            "region": people.region[people.country == c][0],
        }) for c in sorted(set(people.country))]  # fmt: skip
        return _table(rows), {
            "regions": _table(list(regions.values())),
            "cells": _cells(people, threatened, least),
            "threats": _table(_by_threat(people, all_threats, shots)),
            "cities": _cities(people, threatened, least),
            "launch_areas": _places("launch_area", areas),
            "sites": sites(),
            "tracks": _nothing() if joined is None else _tracks(people, all_threats, joined),
        }

    return Result(headlines, outcomes, make)


def _row(people: People, mine: B, threatened: B, least: F, names: dict[str, Any]) -> dict[str, Any]:
    hit = mine & threatened
    souls, area = people.population * hit, people.area_km2 * hit

    def share(weight: F, shots: int) -> float | None:
        whole = weight.sum()
        return float(weight[least >= shots].sum() / whole) if whole > 0 else None

    return names | {
        "population": float(people.population[mine].sum()),
        "threatened": float(souls.sum()),
        "defended_1": share(souls, 1),
        "defended_2": share(souls, 2),
        "area_threatened_km2": float(area.sum()),
        "area_defended_1": share(area, 1),
    }


def _words(row: dict[str, Any]) -> dict[str, str]:
    def percent(value: float | None) -> str:
        return "–" if value is None else f"{100 * value:.0f} %"

    return {
        "one": percent(row["defended_1"]),
        "two": percent(row["defended_2"]),
        "threatened": f"{row['threatened'] / 1e6:.0f}",
    }


def _by_threat(people: People, all_threats: list[Any], shots: F) -> list[dict[str, Any]]:
    return [
        _row(people, people.region == region, np.isfinite(line), line,
             {"missile": threat.missile, "launch_area": threat.area, "region": region})
        for threat, line in zip(all_threats, shots, strict=True)
        for region in REGIONS
    ]  # fmt: skip


def _shown(threatened: B, least: F) -> F:
    return np.where(threatened, least, np.nan)


def _cells(people: People, threatened: B, least: F) -> Table:
    data = {
        "cell": people.cell,
        "lat_deg": people.latitude_deg,
        "lon_deg": people.longitude_deg,
        "country": people.country,
        "region": people.region,
        "population": people.population,
        "area_km2": people.area_km2,
        "threatened": threatened,
        "opportunities": _shown(threatened, least),
    }
    return Table(tuple(Column(name) for name in data), data)


def _cities(people: People, threatened: B, least: F) -> Table:
    at = people.city_cell
    kept = ("city", "country", "region", "lat_deg", "lon_deg", "population")
    data = {name: people.cities.column(name) for name in kept}
    data |= {"threatened": threatened[at], "opportunities": _shown(threatened, least)[at]}
    return Table(tuple(Column(name) for name in data), data)


def _places(what: str, places: dict[str, Place]) -> Table:
    return _table([
        {what: name, "lat_deg": np.degrees(p.latitude_rad), "lon_deg": np.degrees(p.longitude_rad)}
        for name, p in places.items()
    ])  # fmt: skip


def _tracks(people: People, all_threats: list[Any], joined: Joined) -> Table:
    """One path for each threat and region: to the most populous cell that it reaches there."""
    threat, cell = np.divmod(joined.point, len(people.cell))
    chosen: list[int] = []
    for t in range(len(all_threats)):
        for region in REGIONS:
            mine = np.flatnonzero((threat == t) & (people.region[cell] == region))
            if len(mine):
                chosen.append(int(mine[np.argmax(people.population[cell[mine]])]))
    names = {
        "missile": [all_threats[threat[i]].missile for i in chosen],
        "launch_area": [all_threats[threat[i]].area for i in chosen],
        "cell": [people.cell[cell[i]] for i in chosen],
    }
    return track_table(joined.track, np.array(chosen, dtype=int), names)


def _nothing() -> Table:
    return Table((), {})


def _table(rows: list[dict[str, Any]]) -> Table:
    if not rows:
        return _nothing()
    data: dict[str, Any] = {}
    for name in rows[0]:
        values = [row[name] for row in rows]
        text = any(isinstance(v, str) for v in values)
        data[name] = np.array(values, dtype=object) if text else np.array(
            [np.nan if v is None else v for v in values], dtype=float
        )  # fmt: skip
    return Table(tuple(Column(name) for name in data), data)
