"""Aim: the arc of least Earth-relative burnout energy to a place, or one lofted off it."""

from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import NamedTuple

import numpy as np
from jaxtyping import Float
from numpy.typing import NDArray

from twoplustwo.base.threads import thread_count
from twoplustwo.physics.arcs import Arcs, arcs
from twoplustwo.physics.boost import Launch
from twoplustwo.physics.fan import LOWEST_RAD, SLACK, spreads
from twoplustwo.physics.goal import MISS_M, Goal
from twoplustwo.physics.guess import Guess, read
from twoplustwo.physics.kick import KickMap, kick_map
from twoplustwo.physics.sphere import angle_and_bearing, geocentric
from twoplustwo.physics.vehicle import Rocket

F = NDArray[np.float64]

FAR_SHARE = 1.01  # beyond the tabulated greatest distance by more than its error: not flown
# so far round the Earth only grazing flights go, and the table errs more
GRAZING_RAD, GRAZING_ERROR = np.radians(115.0), 1.03
EDGE_SHARE, NEAR_SHARE = (0.7, 1.0), 0.15  # where a second search may help
SECOND_TRIES_RAD = np.radians((0.0, 1.5, -1.5))
PIECE = 20_000  # launches searched for together
ALMOST_ALL = 1.0 - 1e-9  # of the propellant
REACHED, OUT_OF_RANGE, NOT_CONVERGED, TOO_NEAR = 0, 1, 2, 3


class Aimed(NamedTuple):
    """Solved launches, batch axis (B,); `outcome` is one of the four above."""

    launch: Launch
    outcome: NDArray[np.int_]
    miss_m: F
    flights: int  # flown to get here, fans left out


class Aimer:
    """Aim solver of one rocket; keeps its tables by launch latitude.

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
        return kick_map(self.rocket, LOWEST_RAD)

    def arcs(self, latitude_rad: float) -> Arcs:
        """Table of least-energy arcs from a latitude, flown once."""
        if latitude_rad not in self._arcs:
            self._arcs[latitude_rad] = arcs(self.rocket, self.kicks, latitude_rad)
        return self._arcs[latitude_rad]

    def _table(self, latitudes: F) -> None:
        """Make the tables of several latitudes side by side."""
        wanted = [float(x) for x in latitudes if float(x) not in self._arcs]
        if len(wanted) > 1:
            _ = self.kicks
            with ThreadPoolExecutor(thread_count()) as pool:
                list(pool.map(self.arcs, wanted))

    def solve(
        self,
        lat0: Float[np.ndarray, "B"],
        lon0: Float[np.ndarray, "B"],
        lat1: Float[np.ndarray, "B"],
        lon1: Float[np.ndarray, "B"],
        loft_rad: float = 0.0,
    ) -> Aimed:
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
        starts = range(0, max(len(lat0), 1), PIECE)
        pieces = [slice(i, i + PIECE) for i in starts]
        parts = [self._solve(lat0[x], lon0[x], lat1[x], lon1[x], loft_rad) for x in pieces]
        launch, outcome, miss, flights = zip(*parts, strict=True)
        return Aimed(
            Launch(*(np.concatenate(x) for x in zip(*launch, strict=True))),
            np.concatenate(outcome),
            np.concatenate(miss),
            sum(flights),
        )

    def _solve(self, lat0: F, lon0: F, lat1: F, lon1: F, loft_rad: float) -> Aimed:
        """One piece of the launches: memory does not grow with their number."""
        # too heavy to fly at all, or tipped over too late to fly anywhere
        if not (self.kicks.climbs and spreads(self.kicks)):
            nil = np.zeros_like(lat0)
            nowhere = np.full(len(lat0), OUT_OF_RANGE)
            return Aimed(Launch(lat0, lon0, nil, nil, nil + 1.0), nowhere, nil + np.inf, 0)
        wanted, bearing = angle_and_bearing(geocentric(lat0), lon0, geocentric(lat1), lon1)
        goal = Goal(self.rocket, lat0, lon0, wanted, bearing)
        guess = self._guess(goal, np.arange(len(wanted)), loft_rad)
        share = guess.share / np.where(wanted > GRAZING_RAD, GRAZING_ERROR, 1.0)
        kick, (cutoff, azimuth) = guess.kick_rad.copy(), np.stack(guess[1:3])
        miss = np.full((2, len(wanted)), np.inf)
        todo = np.flatnonzero(share <= FAR_SHARE)
        (cutoff[todo], azimuth[todo]), miss[:, todo] = goal.by_cutoff(todo, guess.of(todo))
        if loft_rad == 0.0:
            self._try_again(goal, share, kick, cutoff, azimuth, miss)
            near = np.flatnonzero(_missed(miss) & (share < NEAR_SHARE))
            if len(near):
                cutoff[near] = guess.earliest[near] + SLACK
                kick[near], azimuth[near], miss[:, near] = goal.by_kick(near, cutoff[near])
        outcome = np.select(
            [
                ~_missed(miss),
                (cutoff > ALMOST_ALL) | (share > FAR_SHARE),
                cutoff <= guess.earliest + SLACK,
            ],
            [REACHED, OUT_OF_RANGE, TOO_NEAR],
            NOT_CONVERGED,
        )
        launch = Launch(lat0, lon0, azimuth, kick, cutoff)
        return Aimed(launch, outcome, np.hypot(*miss), goal.flights)

    def _try_again(self, goal: Goal, share: F, kick: F, cutoff: F, azimuth: F, miss: F) -> None:
        """Search from the pitch programme that goes farthest, and from its neighbours.

        Near the greatest distance only a narrow band of pitch programmes gets there.
        """
        for shift in SECOND_TRIES_RAD:
            edge = (share > EDGE_SHARE[0]) & (share <= EDGE_SHARE[1])
            again = np.flatnonzero(_missed(miss) & edge)
            if not len(again):
                return
            other = self._guess(goal, again, shift, farthest=True)
            x, left = goal.by_cutoff(again, other)
            better = np.hypot(*left) < np.hypot(*miss[:, again])
            for old, new in ((kick, other.kick_rad), (cutoff, x[0]), (azimuth, x[1])):
                old[again] = np.where(better, new, old[again])
            miss[:, again] = np.where(better, left, miss[:, again])

    def _guess(
        self, goal: Goal, cases: NDArray[np.int_], shift_rad: float, farthest: bool = False
    ) -> Guess:
        """First launches, their nominal angle shifted."""
        lat0, wanted, bearing = goal.lat0[cases], goal.wanted[cases], goal.bearing[cases]
        out = Guess(*(np.empty_like(wanted) for _ in Guess._fields))
        self._table(np.unique(lat0))
        for latitude in np.unique(lat0):
            here = lat0 == latitude
            table = self.arcs(float(latitude))
            seen = read(table, wanted[here], bearing[here], farthest)
            kick = self.kicks(seen.nominal_rad + shift_rad)
            azimuth = bearing[here] - seen.turn_rad
            one = Guess(kick, seen.cutoff, azimuth, np.full(len(kick), table.earliest), *seen[3:])
            for whole, part in zip(out, one, strict=True):
                whole[here] = part
        return out


def _missed(miss: F) -> NDArray[np.bool_]:
    return ~(np.hypot(*miss) <= MISS_M)
