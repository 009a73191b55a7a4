"""Places to hit and flights towards them: the two searches of the aim solver."""

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base import constants as k
from twoplustwo.physics.boost import Launch
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.fly import IMPACT, Flight, fly
from twoplustwo.physics.guess import Guess
from twoplustwo.physics.search import Bounds, search
from twoplustwo.physics.sphere import angle_and_bearing, geocentric, unfold, wrap
from twoplustwo.physics.vehicle import Rocket

F = NDArray[np.float64]
Cases = NDArray[np.int_]

MISS_M = 30.0  # stop when nearer; the promise to users is 100 m
FIRST_KICK_RAD, TRIAL_KICK_RAD = np.radians(2.0), np.radians(0.2)
WIDEST_KICK_RAD = 1.0


class Goal:
    """Places to hit from other places, batch axis (B,).

    Parameters
    ----------
    rocket : Rocket
    lat0, lon0 : ndarray
        Geodetic launch places, rad.
    wanted, bearing : ndarray
        Central angle and bearing of the places to hit, rad.

    Attributes
    ----------
    flights : int
        Flown so far.
    """

    def __init__(self, rocket: Rocket, lat0: F, lon0: F, wanted: F, bearing: F) -> None:
        self.rocket, self.lat0, self.lon0 = rocket, lat0, lon0
        self.wanted, self.bearing, self.flights = wanted, bearing, 0

    def by_cutoff(self, cases: Cases, guess: Guess) -> tuple[F, F]:
        """Search in (cut-off, azimuth) from a guess of these cases; those and the misses."""
        far, count = k.EARTH_MEAN_RADIUS_M, len(cases)
        jacobian = np.zeros((2, 2, count))
        jacobian[0, 0], jacobian[0, 1] = far * guess.slope_rad, far * guess.lean
        jacobian[1, 1] = far * np.maximum(np.sin(self.wanted[cases]), 0.01)
        turns = np.full(count, 10.0)  # azimuth is not bounded
        bounds = Bounds(
            np.stack([guess.earliest, -turns]),
            np.stack([np.ones(count), turns]),
            np.array([0.15, 0.2]),
        )

        def miss(some: Cases, x: F) -> F:
            return self._miss(cases[some], x[1], guess.kick_rad[some], x[0])

        start = np.stack([guess.cutoff, guess.azimuth_rad])
        return search(miss, start, jacobian, bounds, MISS_M)

    def by_kick(self, cases: Cases, cutoff: F) -> tuple[F, F, F]:
        """Search in the two components of the kick at a fixed cut-off, for places near by.

        The Earth turns below a steep flight, so where it lands is not in proportion to the kick,
        but nearly linear in its components. Returns kick, azimuth and misses.
        """

        def miss(some: Cases, x: F) -> F:
            azimuth, kick = np.arctan2(x[1], x[0]), np.hypot(x[0], x[1])
            return self._miss(cases[some], azimuth, kick, cutoff[some])

        every, towards = np.arange(len(cases)), self.bearing[cases]
        start = FIRST_KICK_RAD * np.stack([np.cos(towards), np.sin(towards)])
        here = miss(every, start)
        trials = ((TRIAL_KICK_RAD, 0.0), (0.0, TRIAL_KICK_RAD))
        sides = [miss(every, start + np.array(d)[:, None]) - here for d in trials]
        jacobian = np.stack(sides, axis=1) / TRIAL_KICK_RAD
        wide = np.full((2, len(cases)), WIDEST_KICK_RAD)
        x, left = search(miss, start, jacobian, Bounds(-wide, wide, np.array([0.1, 0.1])), MISS_M)
        return np.hypot(x[0], x[1]), np.arctan2(x[1], x[0]), left

    def _miss(self, cases: Cases, azimuth: F, kick: F, cutoff: F) -> F:
        """Down-range and cross-range miss [m], shape (2, n); NaN where it does not come down."""
        start = Launch(self.lat0[cases], self.lon0[cases], azimuth, kick, cutoff)
        flight: Flight = in_chunks(lambda p: fly(self.rocket, p, track=False)[0], start)
        self.flights += len(cases)
        angle, bearing = angle_and_bearing(
            geocentric(start.latitude_rad),
            start.longitude_rad,
            geocentric(flight.latitude_rad),
            flight.longitude_rad,
        )
        angle, offset = unfold(angle, wrap(bearing - self.bearing[cases]))
        far = k.EARTH_MEAN_RADIUS_M
        along, across = far * (angle - self.wanted[cases]), far * np.sin(angle) * offset
        return np.where(flight.outcome == IMPACT, np.stack([along, across]), np.nan)
