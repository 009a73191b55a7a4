"""Aim: the arc of least Earth-relative burnout energy to a place, or one lofted off it."""

from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base import constants as k
from twoplustwo.physics.boost import Launch
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.fan import Arcs, arcs
from twoplustwo.physics.fly import IMPACT, Flight, fly
from twoplustwo.physics.kick import KickMap, kick_map
from twoplustwo.physics.sphere import angle_and_bearing, geocentric, wrap
from twoplustwo.physics.vehicle import Rocket

F = NDArray[np.float64]

FAR_SHARE = 1.02  # beyond the tabulated greatest distance by more than its error: not flown
MISS_M = 30.0  # stop when nearer; the promise to users is 100 m
ITERATIONS = 14
REACHED, OUT_OF_RANGE, NOT_CONVERGED = 0, 1, 2


class Aimed(NamedTuple):
    """Solved launches, batch axis (B,); `outcome` is REACHED, OUT_OF_RANGE or NOT_CONVERGED."""

    launch: Launch
    outcome: NDArray[np.int_]
    miss_m: F
    flights: int  # flown to get here, fans left out


class Aimer:
    """Aim solver of one rocket; keeps its fans by launch latitude.

    Parameters
    ----------
    rocket : Rocket
        The vehicle, one for all launches.
    """

    def __init__(self, rocket: Rocket) -> None:
        self.rocket = rocket
        self._arcs: dict[float, Arcs] = {}

    @cached_property
    def kicks(self) -> KickMap:
        """Kick angles of this rocket, flown when first needed."""
        return kick_map(self.rocket)

    def arcs(self, latitude_rad: float) -> Arcs:
        """Table of least-energy arcs from a latitude, flown once."""
        if latitude_rad not in self._arcs:
            self._arcs[latitude_rad] = arcs(self.rocket, self.kicks, latitude_rad)
        return self._arcs[latitude_rad]

    def solve(self, lat0: F, lon0: F, lat1: F, lon1: F, loft_rad: float = 0.0) -> Aimed:
        """Find the launches from (lat0, lon0) that land at (lat1, lon1).

        Parameters
        ----------
        lat0, lon0, lat1, lon1 : ndarray, shape (B,)
            Geodetic launch places and aim points, rad.
        loft_rad : float
            Added to the path angle of the least-energy arc; the claimed interval around it.

        Returns
        -------
        Aimed
        """
        c0, c1 = geocentric(lat0), geocentric(lat1)
        wanted, bearing = angle_and_bearing(c0, lon0, c1, lon1)
        guess = self._guess(lat0, wanted, bearing, loft_rad)
        launch = Launch(lat0, lon0, guess.azimuth_rad, guess.kick_rad, guess.cutoff)
        return _Search(self.rocket, launch, c0, wanted, bearing, guess).run()

    def _guess(self, lat0: F, wanted: F, bearing: F, loft_rad: float) -> "_Guess":
        nominal, cutoff, offset, earliest, share, slope, lean = (
            np.empty_like(wanted) for _ in range(7)
        )
        for latitude in np.unique(lat0):
            here = lat0 == latitude
            t = self.arcs(float(latitude))
            at = np.mod(bearing[here], 2 * np.pi) / (2 * np.pi) * len(t.bearing_rad)
            # the table is by azimuth, the question by bearing: read the turn, then read again
            i, j, w, part = _cells(t, at, wanted[here])
            turn = _blend(t.offset_rad, t.share, i, j, w, part)
            at = np.mod(bearing[here] - turn, 2 * np.pi) / (2 * np.pi) * len(t.bearing_rad)
            i, j, w, part = _cells(t, at, wanted[here])
            turn = _blend(t.offset_rad, t.share, i, j, w, part)
            nominal[here] = _blend(t.nominal_rad, t.share, i, j, w, part)
            cutoff[here] = _blend(t.cutoff, t.share, i, j, w, part)
            slope[here] = _blend(t.slope_rad, t.share, i, j, w, part)
            lean[here] = part * (t.greatest_rad[j] - t.greatest_rad[i]) * len(t.bearing_rad)
            offset[here], earliest[here], share[here] = turn, t.earliest, part
        kick = self.kicks(nominal + loft_rad)
        return _Guess(kick, cutoff, bearing - offset, earliest, share, slope, lean / (2 * np.pi))


class _Guess(NamedTuple):
    """Where the search starts; `slope` and `lean` are d(central angle)/d(cut-off, azimuth)."""

    kick_rad: F
    cutoff: F
    azimuth_rad: F
    earliest: F
    share: F
    slope_rad: F
    lean: F


def _cells(t: Arcs, at: F, wanted: F) -> tuple[NDArray[np.int_], NDArray[np.int_], F, F]:
    """Neighbouring azimuths, the weight of the second, and the share of the greatest distance."""
    count = len(t.bearing_rad)
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


class _Search:
    """Broyden's method in (cut-off, azimuth) for a batch; solved ones drop out."""

    def __init__(
        self, rocket: Rocket, launch: Launch, c0: F, wanted: F, bearing: F, guess: _Guess
    ) -> None:
        self.rocket, self.launch, self.c0 = rocket, launch, c0
        self.wanted, self.bearing, self.guess = wanted, bearing, guess
        self.earliest, self.share = guess.earliest, guess.share
        self.flights = 0

    def run(self) -> Aimed:
        count = len(self.wanted)
        x = np.stack([self.launch.cutoff, self.launch.azimuth_rad])
        x[0] = np.clip(x[0], self.earliest, 1.0)
        near = np.flatnonzero(self.share <= FAR_SHARE)
        miss = np.full((2, count), np.inf)
        miss[:, near] = self._miss(near, x[:, near])
        far = k.EARTH_MEAN_RADIUS_M
        jacobian = np.zeros((2, 2, count))  # from the table; Broyden's updates mend it
        jacobian[0, 0], jacobian[0, 1] = far * self.guess.slope_rad, far * self.guess.lean
        jacobian[1, 1] = far * np.sin(self.wanted)
        todo = near[np.hypot(*miss[:, near]) > MISS_M]
        for _ in range(ITERATIONS):
            if not len(todo):
                break
            x_new = self._step(x[:, todo], miss[:, todo], jacobian[:, :, todo], todo)
            m_new = self._miss(todo, x_new)
            dx, dm = x_new - x[:, todo], m_new - miss[:, todo]
            jacobian[:, :, todo] = _broyden(jacobian[:, :, todo], dx, dm)
            better = np.hypot(*m_new) < 4.0 * np.hypot(*miss[:, todo])
            x[:, todo] = np.where(better, x_new, 0.5 * (x_new + x[:, todo]))
            miss[:, todo] = np.where(better, m_new, miss[:, todo])
            full = (x[0, todo] >= 1.0) & (miss[0, todo] < -MISS_M)  # all the propellant, and short
            stuck = (np.abs(dx[0]) < 1e-12) & (full | (np.abs(dx[1]) < 1e-12))
            todo = todo[(np.hypot(*miss[:, todo]) > MISS_M) & ~stuck]
        distance = np.hypot(*miss)
        short = (x[0] >= 1.0 - 1e-9) | (self.share > 1.0)
        outcome = np.where(
            distance <= MISS_M, REACHED, np.where(short, OUT_OF_RANGE, NOT_CONVERGED)
        )
        solved = self.launch._replace(cutoff=x[0], azimuth_rad=x[1])
        return Aimed(solved, outcome, distance, self.flights)

    def _step(self, x: F, miss: F, jac: F, todo: NDArray[np.int_]) -> F:
        det = jac[0, 0] * jac[1, 1] - jac[0, 1] * jac[1, 0]
        det = np.where(np.abs(det) < 1.0, 1.0, det)
        step = -np.stack([
            jac[1, 1] * miss[0] - jac[0, 1] * miss[1],
            jac[0, 0] * miss[1] - jac[1, 0] * miss[0],
        ]) / det  # fmt: skip
        limit = np.array([[0.15], [0.2]])
        new = x + np.clip(step, -limit, limit)
        new[0] = np.clip(new[0], self.earliest[todo], 1.0)
        return new

    def _miss(self, todo: NDArray[np.int_], x: F) -> F:
        """Down-range and cross-range miss [m], shape (2, n)."""
        start = Launch(*(a[todo] for a in self.launch))
        start = start._replace(cutoff=x[0], azimuth_rad=x[1])
        if not len(todo):
            return np.zeros((2, 0))
        flight: Flight = in_chunks(lambda p: fly(self.rocket, p)[0], start)
        self.flights += len(todo)
        angle, bearing = angle_and_bearing(
            self.c0[todo], start.longitude_rad, geocentric(flight.latitude_rad),
            flight.longitude_rad,
        )  # fmt: skip
        far = k.EARTH_MEAN_RADIUS_M
        along = (angle - self.wanted[todo]) * far
        across = np.sin(angle) * wrap(bearing - self.bearing[todo]) * far
        bad = flight.outcome != IMPACT
        return np.where(bad, 1e7, np.stack([along, across]))


def _broyden(jac: F, dx: F, dm: F) -> F:
    """Good Broyden update of each 2 x 2 matrix, axes (miss, unknown, batch)."""
    scale = np.array([1.0, 3.0])[:, None] ** 2  # an azimuth step of 1 rad against a full burn
    weighted = dx * scale
    length = np.maximum((dx * weighted).sum(axis=0), 1e-30)
    change = dm - np.einsum("ijb,jb->ib", jac, dx)
    return jac + change[:, None] * weighted[None] / length
