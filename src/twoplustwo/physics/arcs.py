"""Which arc to fly: the least-energy arcs of one rocket from one latitude, as a table."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twoplustwo.physics.arrays import Array
from twoplustwo.physics.fan import FINE_STEP_RAD, SLACK, Fan, fan
from twoplustwo.physics.kick import KickMap
from twoplustwo.physics.vehicle import Rocket

F = NDArray[np.float64]

SHARES = 80
FARTHEST_RAD = np.radians(179.0)  # nothing lies farther than half-way round
NEAREST_RAD = 1e-9  # where nothing flies at all: every target lies beyond


class Arcs(NamedTuple):
    """Least-energy arcs from one latitude, by azimuth and by share of the greatest distance.

    `greatest_rad` has shape (A,), central angle; the others (A, S). `nominal_rad` is the angle
    that labels the pitch programme (`kick.KickMap`), `offset_rad` bearing minus azimuth.
    """

    azimuth_rad: F
    share: F
    greatest_rad: F
    nominal_rad: F
    cutoff: F
    offset_rad: F
    slope_rad: F  # d(central angle) / d(cut-off) along the arc's pitch programme
    earliest: float


def arcs(rocket: Rocket, kicks: KickMap, latitude_rad: float) -> Arcs:
    """Tabulate the least-energy arc for every azimuth and distance.

    Of all arcs that reach a distance on an azimuth (one for each nominal angle), the one with the
    least Earth-relative burnout energy is taken. Where even the earliest cut-off flies too far
    with it, the flattest lofted arc that still fits is taken.

    Parameters
    ----------
    rocket : Rocket
    kicks : KickMap
        Of that rocket.
    latitude_rad : float
        Geodetic latitude of the launch.
    """
    flown = fan(rocket, kicks, latitude_rad)
    far = np.where(np.isnan(flown.angle_rad), 2 * np.pi, flown.angle_rad)
    far = np.maximum.accumulate(far, axis=2)
    full = np.where(flown.flies[:, :, -1], far[:, :, -1], 0.0)
    greatest = np.clip(full.max(axis=1), NEAREST_RAD, FARTHEST_RAD)
    share = np.linspace(0.01, 1.0, SHARES)
    best = _best(flown, far, full.argmax(axis=1), share * greatest[:, None])
    earliest = float(flown.cutoff[0]) - SLACK
    return Arcs(flown.azimuth_rad, share, greatest, *best, earliest)


def _even(angle_rad: F) -> F:
    """Something that grows about evenly along the burn: the least speed for a distance."""
    s = np.sin(np.clip(angle_rad, 0.0, np.pi) / 2.0)
    return np.sqrt(s / (1.0 + s))


def _best(flown: Fan, far: F, top: NDArray[np.int_], wanted: F) -> tuple[F, F, F, F]:
    """Nominal angle, cut-off, offset and slope of the best arc, shape (azimuth, wanted).

    `top` is the nominal angle that goes farthest on each azimuth: taken where nothing fits.
    """
    g, c = flown.nominal_rad, flown.cutoff
    goal = wanted[:, None, :]
    # place along the cut-off axis at which each angle reaches each distance: (azimuth, g, wanted)
    low = np.clip((far[:, :, None, :] <= goal[..., None]).sum(axis=3) - 1, 0, len(c) - 2)

    def at(values: Array, i: NDArray[np.int_]) -> Array:
        return np.take_along_axis(values, i, axis=2)

    x0, x1 = at(far, low), at(far, low + 1)
    rise = np.maximum(_even(x1) - _even(x0), 1e-12)
    part = np.clip((_even(goal) - _even(x0)) / rise, 0.0, 1.0)

    def along(values: F) -> F:
        return at(values, low) * (1 - part) + at(values, low + 1) * part

    fits = (far[:, :, :1] <= goal) & (far[:, :, -1:] >= goal)
    fits &= at(flown.flies, low) & at(flown.flies, low + 1)
    too_far = (far[:, :, :1] > goal).any(axis=1, keepdims=True)
    lofted = g[None, :, None] >= (np.pi - goal) / 4.0
    cost = np.where(fits & (lofted | ~too_far), along(flown.energy_j_kg), np.inf)
    pick = np.argmin(cost, axis=1)
    none = ~np.isfinite(np.take_along_axis(cost, pick[:, None], axis=1)[:, 0])
    pick = np.where(none, top[:, None], pick)

    def of(values: F, shift: int = 0) -> F:
        i = np.clip(pick + shift, 0, len(g) - 1)
        return np.take_along_axis(values, i[:, None], axis=1)[:, 0]

    y0, y1, y2 = of(cost, -1), of(cost), of(cost, 1)
    with np.errstate(invalid="ignore", divide="ignore"):
        shift = 0.5 * (y0 - y2) / (y0 - 2 * y1 + y2)
    inner = np.isfinite(shift) & (np.abs(shift) <= 1.0) & ~none & (pick > 0) & (pick < len(g) - 1)
    shift = np.where(inner, shift, 0.0)

    def blend(values: F) -> F:
        """Values of the best arc, linear between the angles beside it."""
        side = np.where(shift < 0.0, of(values, -1), of(values, 1))
        return np.where(inner, of(values) * (1 - np.abs(shift)) + side * np.abs(shift), of(values))

    step = c[1] - c[0]
    cutoff = np.where(none, 1.0, blend(c[low] + part * step))
    slope = of(np.maximum(np.minimum(x1, FARTHEST_RAD) - x0, 1e-3) / step)
    return g[pick] + shift * FINE_STEP_RAD, cutoff, blend(along(flown.offset_rad)), slope
