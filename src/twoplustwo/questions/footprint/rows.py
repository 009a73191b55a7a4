"""Shares by country, region, threat and city, from the shots counted against every flight."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.table import Table, Tables
from twoplustwo.engagement.shots import MOST
from twoplustwo.question_cards.card import LANGUAGES, Card
from twoplustwo.question_cards.result import HeadlineValue, Result
from twoplustwo.questions.footprint.people import People
from twoplustwo.questions.footprint.words import Meant, covered
from twoplustwo.stages.ground_paths import Thinned
from twoplustwo.stages.ground_tracks import track_table
from twoplustwo.stages.records import Place
from twoplustwo.wording import criteria as spoken
from twoplustwo.wording import figures

F = NDArray[np.float64]
B = NDArray[np.bool_]
Z = NDArray[np.int_]
Flown = Callable[[Z], Thinned]


def result(
    people: People,
    all_threats: list[Any],
    shots: F,
    areas: dict[str, Place],
    sites: Callable[[], Table],
    flown: Flown,
    asked: Card,
    meant: Meant,
) -> Result:
    """Rows, tables and headlines of one position.

    Parameters
    ----------
    people : People
        C cells.
    all_threats : list of Threat
        T missiles and launch areas.
    shots : ndarray, shape (T, C)
        Shot opportunities against each flight; inf where the threat does not reach the cell.
    areas : dict of Place
        Launch areas by name.
    sites : callable
        Gives the table of where the defence stands.
    flown : callable
        Gives the paths of some of the flights, numbered t * C + c.
    asked : Card
        By which it is asked; its test stands beside the shares.
    meant : Meant
        What the sentences say of the missiles and of what a launch needs.
    """
    least = shots.min(axis=0, initial=np.inf)
    threatened = np.isfinite(least)
    names, held = people.regions, people.held
    regions = _shares(people, people.held_by, len(names), least[held], held)
    columns = [r.replace("-", "_") for r in names]
    headlines = [
        HeadlineValue(
            f"coverage_{r}",
            _value(regions["defended_1"][i]),
            covered(people, least, i, meant, spoken.card_tests(asked, f"coverage_{r}")),
            case=_says(f"_{r}", regions["threatened"][i], regions["defended_1"][i])
            if people.inside[i].any()
            else f"not_meant_{r}",
        )
        for i, r in enumerate(columns)
    ]
    first = asked.headline["column"]
    headlines.sort(key=lambda headline: headline.column != first)
    main = next((i for i, r in enumerate(columns) if f"coverage_{r}" == first), 0)
    outcomes = {"not_threatened": int((~threatened).sum()), "undefended": int((least == 0).sum())}
    outcomes |= {f"defended_{n}": int((least == n).sum()) for n in range(1, MOST + 1)}

    def make() -> tuple[Table, Tables]:
        return _by_country(people, least), Tables(
            {
                "regions": lambda: Table.of_columns({"region": list(names)} | regions),
                "cells": lambda: _cells(people, threatened, least),
                "threats": lambda: _by_threat(people, all_threats, shots),
                "cities": lambda: _cities(people, threatened, least),
                "launch_areas": lambda: _places("launch_area", areas),
                "sites": sites,
                "tracks": lambda: _tracks(people, all_threats, shots, flown),
            }
        )

    over = {
        lang: figures.people_text(float(regions["threatened"][main]), lang) for lang in LANGUAGES
    }
    return Result(tuple(headlines), outcomes, make, over=over)


def _says(ending: str, threatened: float, share: float) -> str:
    """Which sentence of the card says it: nobody is threatened, nobody covered, or how many are."""
    if threatened <= 0.0:
        return f"nobody{ending}"
    return f"none_covered{ending}" if share == 0.0 else f"headline{ending}"


def _shares(people: People, group: Z, count: int, least: F, cells: Z) -> dict[str, F]:
    """Sums and shares of groups of cells, as columns.

    Parameters
    ----------
    people : People
        C cells.
    group : ndarray of int, shape (..., N)
        Group of each cell counted, below `count`.
    count : int
        How many groups there are.
    least : ndarray, shape (..., N)
        Fewest shots against whatever threatens the cell; inf where nothing does.
    cells : ndarray of int, shape (N,)
        Which cells are counted, a cell of several regions once in each.
    """
    hit = np.isfinite(least)
    inhabitants, area_km2 = people.population[cells], people.area_km2[cells]

    def total(weight: F, where: B) -> F:
        counted = np.where(where, weight, 0.0)
        return np.bincount(group.ravel(), counted.ravel(), minlength=count).astype(float)

    def share(weight: F, shots: int) -> F:
        whole = total(weight, hit)
        some = total(weight, hit & (least >= shots))
        return np.where(whole > 0, some / np.where(whole > 0, whole, 1.0), np.nan)

    return {
        "population": total(inhabitants, np.ones_like(hit)),
        "threatened": total(inhabitants, hit),
        "defended_1": share(inhabitants, 1),
        "defended_2": share(inhabitants, 2),
        "area_threatened_km2": total(area_km2, hit),
        "area_defended_1": share(area_km2, 1),
    }


def _value(share: float) -> float | None:
    return None if np.isnan(share) else float(share)


def _by_country(people: People, least: F) -> Table:
    known = people.known
    names = {
        "country": known,
        "name": [people.countries[c] for c in known],
        "region": people.region[people.first_cell],
    }
    every = np.arange(len(people.cell))
    shares = _shares(people, people.country_number, len(known), least, every)
    return Table.of_columns(names | shares)


def _by_threat(people: People, all_threats: list[Any], shots: F) -> Table:
    if not all_threats:
        return Table(())
    regions, count = people.regions, len(people.regions)
    group = np.arange(len(all_threats))[:, None] * count + people.held_by
    names = {
        "missile": [threat.missile for threat in all_threats for _ in regions],
        "launch_area": [threat.area for threat in all_threats for _ in regions],
        "region": [*regions] * len(all_threats),
    }
    held = people.held
    shares = _shares(people, group, len(all_threats) * count, shots[:, held], held)
    return Table.of_columns(names | shares)


def _shown(threatened: B, least: F) -> F:
    return np.where(threatened, least, np.nan)


def _cells(people: People, threatened: B, least: F) -> Table:
    return Table.of_columns(
        {
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
    )


def _cities(people: People, threatened: B, least: F) -> Table:
    at = people.city_cell
    cities = {name: people.cities.column(name)[people.city] for name in people.cities.names}
    data = {name: cities[name] for name in ("city", "country")}
    copied = {name: cities[name] for name in ("lat_deg", "lon_deg", "population")}
    data |= {"region": people.region[at], **copied}
    data |= {"threatened": threatened[at], "opportunities": _shown(threatened, least)[at]}
    return Table.of_columns(data)


def _places(what: str, places: dict[str, Place]) -> Table:
    if not places:
        return Table(())
    lat, lon = np.degrees([(p.latitude_rad, p.longitude_rad) for p in places.values()]).T
    return Table.of_columns({what: list(places), "lat_deg": lat, "lon_deg": lon})


def _tracks(people: People, all_threats: list[Any], shots: F, flown: Flown) -> Table:
    """One path for each threat and region: to the most populous cell that it reaches there."""
    threat, at = np.nonzero(np.isfinite(shots[:, people.held]))
    if not len(threat):
        return Table(())
    cell = people.held[at]
    kind = threat * len(people.regions) + people.held_by[at]
    # of each kind the first flight to the most people
    order = np.lexsort((cell, -people.population[cell], kind))
    chosen = order[np.diff(kind[order], prepend=-1) > 0]
    names = {
        "missile": [all_threats[threat[i]].missile for i in chosen],
        "launch_area": [all_threats[threat[i]].area for i in chosen],
        "cell": [people.cell[cell[i]] for i in chosen],
    }
    return track_table(flown(threat[chosen] * len(people.cell) + cell[chosen]), names)
