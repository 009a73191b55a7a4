"""Which flights of least energy a radar sees, without boost: from the bases of a dossier to a city.

Two-body arcs from the ground over a sphere that does not turn; radars look with
`sensors.radar.margin`, straight, all round, from where the dossier has them.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twoplustwo.dossier import load
from twoplustwo.dossier.find import locate
from twoplustwo.dossier.models import Dossier
from twoplustwo.physics.earth import Vector, from_geodetic
from twoplustwo.physics.kepler import minimum_energy
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import resolve
from twoplustwo.sensors.radar import Radar, Refraction, margin
from twoplustwo.validation.flights.ellipse import RADIUS_M, Ellipse, along, apart
from twoplustwo.validation.places import Place

B = NDArray[np.bool_]
F = NDArray[np.float64]
_STRAIGHT = Refraction(0.0, 0.0, 0.0, 1.0)
_POINTS = 2001


def bases_in_view(
    dossier: str, radar: str, to: str, range_m: float, elevation_rad: float, above_m: float
) -> float:
    """Number of bases whose flight to a target comes into view above an altitude.

    Parameters
    ----------
    dossier : str
        Whose bases, targets and radars; places as its first party holds them.
    radar, to : str
        A radar and a target of it.
    range_m, elevation_rad : float
        Slant range and least elevation of the radar.
    above_m : float
        What lies lower is not looked at.
    """
    return float(_seen(dossier, radar, to, range_m, elevation_rad, above_m).sum())


def bases_in_view_alone(
    dossier: str,
    radar: str,
    beside: Sequence[str],
    to: str,
    range_m: float,
    elevation_rad: float,
    above_m: float,
) -> float:
    """Number of those whose flight one radar sees, and none of some others of the same range."""
    seen = _seen(dossier, radar, to, range_m, elevation_rad, above_m)
    for other in beside:
        seen &= ~_seen(dossier, other, to, range_m, elevation_rad, above_m)
    return float(seen.sum())


def nearer_by(dossier: str, radar: str, than: str) -> float:
    """How much nearer one radar stands to the bases than another [m], the median over them."""
    one, other = (_place(dossier, f"radars.{name}.location") for name in (radar, than))
    bases = [_place(dossier, path) for path in _locations(dossier, "bases")]
    saved = [apart(other, base)[0] - apart(one, base)[0] for base in bases]
    return float(np.median(saved) * RADIUS_M)


def land_within(dossier: str, radar: str, country: str, distance_m: float) -> float:
    """Share of a country's land that lies within a distance of a radar, by cells of one degree."""
    at = _place(dossier, f"radars.{radar}.location")
    one = _dossier(dossier)
    cells: Any = one.table(_held(dossier)["population.cells"].value)
    here = cells.column("country") == country
    lat, lon = (np.radians(cells.column(f"{x}_deg")[here]) for x in ("lat", "lon"))
    area = cells.column("area_km2")[here]
    near = [
        apart(at, Place(float(a), float(b)))[0] * RADIUS_M <= distance_m
        for a, b in zip(lat, lon, strict=True)
    ]
    return float(area[np.array(near)].sum() / area.sum())


def _seen(
    dossier: str, radar: str, to: str, range_m: float, elevation_rad: float, above_m: float
) -> B:
    """Whether each base's flight comes into view, bases alphabetically."""
    where: dict[str, float] = _held(dossier)[f"radars.{radar}.location"].value
    eye = Radar(
        where["latitude"],
        where["longitude"],
        where["altitude"],
        range_m,
        1.0,
        1.0,
        1.0,
        elevation_rad,
        0.0,
        2 * np.pi,
    )
    r, height = _paths(dossier, to)
    inside = np.asarray(margin(eye, _STRAIGHT, 1.0, r)) >= 0.0
    return np.asarray((inside & (height >= above_m)).any(axis=1))


@cache
def _paths(dossier: str, to: str) -> tuple[Vector, F]:
    """Places [m] and altitudes along the flights of all bases, bases alphabetically."""
    aim = _place(dossier, f"targets.{to}.location")
    rows = []
    for path in _locations(dossier, "bases"):
        base = _place(dossier, path)
        angle, course = apart(base, aim)
        apogee = float(minimum_energy(np.array(angle * RADIUS_M))[2])
        arc = np.linspace(0.0, angle, _POINTS)
        height = Ellipse(angle * RADIUS_M, apogee).altitude_m(arc)
        rows.append((*along(base, course, arc), height))
    lat, lon, height = (np.array(column) for column in zip(*rows, strict=True))
    return from_geodetic(lat, lon, height), height  # type: ignore[arg-type]


@cache
def _dossier(name: str) -> Dossier:
    return load(locate(name))


@cache
def _held(name: str) -> Any:
    one = _dossier(name)
    return resolve(one, Position(min(one.parties)))


def _locations(dossier: str, kind: str) -> list[str]:
    return [f"{kind}.{one}.location" for one in sorted(_dossier(dossier).things[kind])]


def _place(dossier: str, path: str) -> Place:
    where: dict[str, float] = _held(dossier)[path].value
    return Place(where["latitude"], where["longitude"])
