"""Whom the missiles reach, all of them and those that a universal treaty would leave."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import CubicSpline

from twoplustwo.base.constants import EARTH_MEAN_RADIUS_M
from twoplustwo.physics.farthest import Farthest
from twoplustwo.physics.sphere import angle_and_bearing, geocentric
from twoplustwo.question_cards.things import HasThings
from twoplustwo.stages.inputs import Inputs
from twoplustwo.stages.records import Place
from twoplustwo.stages.stage import Stage, StageRows

F = NDArray[np.float64]

_cells = Stage("range cells", 4)


class Cells(NamedTuple):
    """Land cells: places [rad] and inhabitants, shape (C,), and which each region holds."""

    latitude_rad: F
    longitude_rad: F
    population: F
    inside: dict[str, NDArray[np.bool_]]


def read_cells(inputs: Inputs, dossier: HasThings) -> StageRows:
    """The cells of the dossier's regions, `Cells` by position."""
    if not dossier.regions:  # who is reached is told of regions; the rest needs no people
        none = np.zeros(0)
        return _cells([[b""] * len(inputs)], lambda p: Cells(none, none, none, {}))
    refs, years = inputs.values("population.cells"), inputs.optional("population.year")
    found = [dossier.in_regions(*row) for row in zip(refs, years, strict=True)]

    def read(p: int) -> Cells:
        table = found[p].table
        lat, lon = (np.radians(table.column(n)) for n in ("lat_deg", "lon_deg"))
        regions = dict(zip(found[p].regions, found[p].inside, strict=True))
        return Cells(lat, lon, table.column("population"), regions)

    return _cells([[one.mark.encode() for one in found]], read)


def smooth(ring: Farthest, count: int) -> Farthest:
    """A ring that comes down everywhere with more points: periodic cubics between those flown."""
    turn = np.append(ring.azimuth_rad, ring.azimuth_rad[0] + 2 * np.pi)
    level = np.cos(ring.latitude_rad)
    place = np.stack(
        [
            level * np.cos(ring.longitude_rad),
            level * np.sin(ring.longitude_rad),
            np.sin(ring.latitude_rad),
            ring.range_m,
        ],
        axis=1,
    )
    curve = CubicSpline(turn, np.concatenate([place, place[:1]]), bc_type="periodic")
    azimuth = np.linspace(0.0, 2 * np.pi, count, endpoint=False)
    x, y, z, far = curve(azimuth).T
    return Farthest(azimuth, far, np.arctan2(z, np.hypot(x, y)), np.arctan2(y, x))


def reaches(ring: Farthest, start: Place, cells: Cells) -> NDArray[np.bool_]:
    """Which cells lie within a ring: nearer than the greatest range on their bearing, shape (C,).

    Parameters
    ----------
    ring : Farthest
        From the latitude of `start`.
    """
    lat0 = geocentric(start.latitude_rad)
    to = geocentric(cells.latitude_rad), cells.longitude_rad - start.longitude_rad
    zero = np.zeros_like(ring.azimuth_rad)
    angle, bearing = angle_and_bearing(lat0 + 0.0 * to[1], 0.0 * to[1], *to)
    _, landing = angle_and_bearing(
        lat0 + zero, zero, geocentric(ring.latitude_rad), ring.longitude_rad
    )
    landing = np.where(np.isnan(landing), ring.azimuth_rad, landing)
    order = np.argsort(np.mod(landing, 2 * np.pi))
    turn = np.mod(landing[order], 2 * np.pi)
    greatest = np.interp(np.mod(bearing, 2 * np.pi), turn, ring.range_m[order], period=2 * np.pi)
    return angle * EARTH_MEAN_RADIUS_M <= greatest


def people(within: list[NDArray[np.bool_]], cells: Cells, region: str) -> float:
    """Inhabitants of a region that any of several rings holds."""
    if not within:
        return 0.0
    there = np.any(within, axis=0) & cells.inside[region]
    return float(cells.population[there].sum())
