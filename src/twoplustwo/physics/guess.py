"""Where the search for a launch starts: the tables of least-energy arcs, read at a place."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twoplustwo.physics.arcs import Arcs

F = NDArray[np.float64]


class Guess(NamedTuple):
    """A first launch for each case, shape (n,).

    `slope_rad` and `lean` are d(central angle) / d(cut-off) and / d(azimuth); `share` is that of
    the greatest distance on that azimuth.
    """

    kick_rad: F
    cutoff: F
    azimuth_rad: F
    earliest: F
    share: F
    slope_rad: F
    lean: F

    def of(self, cases: NDArray[np.int_]) -> "Guess":
        """The guesses of some cases."""
        return Guess(*(a[cases] for a in self))


class Reading(NamedTuple):
    """What one table says: `Guess` with the nominal angle for the kick, and turn for azimuth."""

    nominal_rad: F
    cutoff: F
    turn_rad: F
    share: F
    slope_rad: F
    lean: F


def read(table: Arcs, wanted: F, bearing: F, farthest: bool = False) -> Reading:
    """Read a table at central angles and bearings [rad].

    `farthest` gives the pitch programme of the greatest distance there, with all the propellant.
    """
    count = len(table.azimuth_rad)
    at = np.mod(bearing, 2 * np.pi) / (2 * np.pi) * count
    # the table is by azimuth, the question by bearing: read the turn, then read again
    i, j, w, share = _cells(table, at, wanted)
    turn = _blend(table.offset_rad, table.share, i, j, w, share)
    at = np.mod(bearing - turn, 2 * np.pi) / (2 * np.pi) * count
    i, j, w, share = _cells(table, at, wanted)
    place = np.ones_like(share) if farthest else share
    turn, nominal, cutoff, slope = (
        _blend(values, table.share, i, j, w, place)
        for values in (table.offset_rad, table.nominal_rad, table.cutoff, table.slope_rad)
    )
    lean = place * (table.greatest_rad[j] - table.greatest_rad[i]) * count / (2 * np.pi)
    return Reading(nominal, cutoff, turn, share, slope, lean)


def _cells(t: Arcs, at: F, wanted: F) -> tuple[NDArray[np.int_], NDArray[np.int_], F, F]:
    """Neighbouring azimuths, the weight of the second, and the share of the greatest distance."""
    count = len(t.azimuth_rad)
    i = np.floor(at).astype(int) % count
    j, w = (i + 1) % count, at - np.floor(at)
    return i, j, w, wanted / (t.greatest_rad[i] * (1 - w) + t.greatest_rad[j] * w)


def _blend(table: F, share: F, i: NDArray[np.int_], j: NDArray[np.int_], w: F, part: F) -> F:
    """Bilinear reading of a table (azimuth, share)."""
    x = np.clip((part - share[0]) / (share[1] - share[0]), 0.0, len(share) - 1.000001)
    low = x.astype(int)
    u = x - low
    one = table[i, low] * (1 - u) + table[i, low + 1] * u
    two = table[j, low] * (1 - u) + table[j, low + 1] * u
    return one * (1 - w) + two * w
