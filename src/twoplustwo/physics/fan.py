"""What one rocket can do from one latitude: a fan of flights, turned into a table of best arcs."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import CubicSpline

from twoplustwo.physics.boost import Launch
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.fly import IMPACT, fly
from twoplustwo.physics.kick import KickMap
from twoplustwo.physics.sphere import angle_and_bearing, geocentric
from twoplustwo.physics.vehicle import Rocket, last_stage

F = NDArray[np.float64]

AZIMUTHS, ANGLES, CUTOFFS = 8, 14, 9  # flown
FINE_AZIMUTHS, FINE_STEP_RAD, SHARES = 24, np.radians(0.5), 80  # tabulated
LOWEST_RAD, HIGHEST_RAD = np.radians(4.0), np.radians(88.0)
# earliest cut-off tabulated: a last stage may end almost at once, a single stage not before it has
# flown; the search may go a little further
EARLIEST_LAST, EARLIEST_ONLY, SLACK = 0.06, 0.35, 0.055


class Arcs(NamedTuple):
    """Least-energy arcs from one latitude, by bearing and by share of the greatest distance.

    `greatest_rad` has shape (A,), central angle; the others (A, S). `nominal_rad` is the angle
    that labels the pitch programme (`kick.KickMap`), `offset_rad` bearing minus azimuth.
    """

    bearing_rad: F
    share: F
    greatest_rad: F
    nominal_rad: F
    cutoff: F
    offset_rad: F
    slope_rad: F  # d(central angle) / d(cut-off) along the arc's pitch programme
    earliest: float


def earliest_cutoff(rocket: Rocket) -> float:
    """Smallest share of the last stage's burn after which the model lets it be cut off."""
    return EARLIEST_ONLY if last_stage(rocket) == 0 else EARLIEST_LAST


def _fly_fan(rocket: Rocket, kicks: KickMap, latitude_rad: float) -> tuple[F, F, F, F, F, F]:
    """Fly azimuths x nominal angles x cut-offs; NaN where the flight does not land."""
    azimuth = np.linspace(0.0, 2 * np.pi, AZIMUTHS, endpoint=False)
    lowest = max(LOWEST_RAD, kicks.lowest_rad + np.radians(0.5))
    nominal = np.linspace(lowest, min(HIGHEST_RAD, kicks.highest_rad), ANGLES)
    cutoff = np.linspace(earliest_cutoff(rocket), 1.0, CUTOFFS)
    a, g, c = (x.ravel() for x in np.meshgrid(azimuth, nominal, cutoff, indexing="ij"))
    zero = np.zeros_like(a)
    launch = Launch(zero + latitude_rad, zero, a, kicks(g), c)
    flight = in_chunks(lambda piece: fly(rocket, piece)[0], launch)
    angle, bearing = angle_and_bearing(
        geocentric(zero + latitude_rad), zero, geocentric(flight.latitude_rad), flight.longitude_rad
    )
    shape = (AZIMUTHS, ANGLES, CUTOFFS)
    good = (flight.outcome == IMPACT).reshape(shape)
    offset = np.unwrap(bearing.reshape(shape) - azimuth[:, None, None], axis=1)
    offset = np.arctan2(np.sin(offset), np.cos(offset))
    fields = [np.where(good, x.reshape(shape), np.nan) for x in (angle, flight.burnout_energy_j_kg)]
    return azimuth, nominal, cutoff, fields[0], fields[1], np.where(good, offset, np.nan)


def _periodic(azimuth: F, values: F, fine: F) -> F:
    """Cubic interpolation around the compass, first axis."""
    closed = np.concatenate([values, values[:1]])
    return CubicSpline(np.append(azimuth, 2 * np.pi), closed, bc_type="periodic")(fine)


def arcs(rocket: Rocket, kicks: KickMap, latitude_rad: float) -> Arcs:
    """Tabulate the least-energy arc for every bearing and distance.

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
    azimuth, nominal, cutoff, angle, energy, offset = _fly_fan(rocket, kicks, latitude_rad)
    usable = np.isfinite(angle).all(axis=(0, 2))
    first = int(np.argmax(usable)) if usable.any() else 0
    chosen = slice(first, None)
    nominal, angle, energy, offset = (
        nominal[chosen], angle[:, chosen], energy[:, chosen], offset[:, chosen],
    )  # fmt: skip
    fine_a = np.linspace(0.0, 2 * np.pi, FINE_AZIMUTHS, endpoint=False)
    fine_g = np.arange(nominal[0], nominal[-1], FINE_STEP_RAD)
    fields = []
    for values in (angle, energy, offset):
        around = _periodic(azimuth, values, fine_a)
        fields.append(CubicSpline(nominal, around, axis=1)(fine_g))
    angle, energy, offset = fields
    greatest = angle[:, :, -1].max(axis=1)
    share = np.linspace(0.01, 1.0, SHARES)
    best = [_best_arc(fine_g, cutoff, angle[i], energy[i], offset[i], share * greatest[i])
            for i in range(FINE_AZIMUTHS)]  # fmt: skip
    g, c, o, d = (np.array(x) for x in zip(*best, strict=True))
    return Arcs(fine_a, share, greatest, g, c, o, d, cutoff[0] - SLACK)


def _best_arc(g: F, cutoff: F, angle: F, energy: F, offset: F, wanted: F) -> tuple[F, F, F, F]:
    """Nominal angle, cut-off and bearing offset of the best arc for each wanted distance."""
    angle = np.maximum.accumulate(angle, axis=1)
    index = np.arange(len(cutoff), dtype=float)
    # position along the cut-off axis at which each angle reaches each distance, shape (g, wanted)
    at = np.array([np.interp(wanted, a, index, left=-1.0, right=np.inf) for a in angle])
    fits = (at >= 0.0) & np.isfinite(at)
    low = np.clip(at, 0, len(cutoff) - 2).astype(int)
    part = np.where(fits, at - low, 0.0)
    rows = np.arange(len(g))[:, None]

    def along(values: F) -> F:
        return values[rows, low] * (1 - part) + values[rows, low + 1] * part

    cost = np.where(fits, along(energy), np.inf)
    lofted = g[:, None] >= (np.pi - wanted[None, :]) / 4.0
    cost = np.where(lofted | ~np.any(at < 0.0, axis=0, keepdims=True), cost, np.inf)
    pick = np.argmin(cost, axis=0)
    inner = np.clip(pick, 1, len(g) - 2)
    cols = np.arange(len(wanted))
    y0, y1, y2 = (cost[inner + d, cols] for d in (-1, 0, 1))
    with np.errstate(invalid="ignore", divide="ignore"):
        shift = 0.5 * (y0 - y2) / (y0 - 2 * y1 + y2)
    smooth = np.isfinite(shift) & (inner == pick) & (np.abs(shift) <= 1.0)
    nominal = g[pick] + np.where(smooth, shift, 0.0) * FINE_STEP_RAD
    none = ~np.isfinite(cost[pick, cols])
    top = int(np.argmax(angle[:, -1]))
    nominal = np.where(none, g[top], nominal)
    share = np.interp(np.where(none, len(cutoff) - 1.0, at[pick, cols]), index, cutoff)
    turned = np.where(none, offset[top, -1], along(offset)[pick, cols])
    rise = (angle[rows, low + 1] - angle[rows, low])[pick, cols] / (cutoff[1] - cutoff[0])
    steepest = (angle[top, -1] - angle[top, -2]) / (cutoff[1] - cutoff[0])
    return nominal, share, turned, np.where(none | (rise <= 0.0), steepest, rise)
