"""Which kick gives which path angle at burnout: the monotone map that makes angles the handle."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import PchipInterpolator

from twoplustwo.physics.boost import Environment, Launch
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.fly import CRASHED, fly
from twoplustwo.physics.vehicle import Rocket

F = NDArray[np.float64]
SAMPLES = 192
KICK_RANGE_RAD = np.radians((0.02, 85.0))
CLIMBS_RAD = np.radians(2.0)  # nominal; of whatever stays below that at burnout no arc is made


class KickMap(NamedTuple):
    """Kick angle [rad] as a function of the nominal path angle at full burn [rad]."""

    angle_rad: F  # rising
    kick_rad: F

    @property
    def lowest_rad(self) -> float:
        """Lowest nominal path angle that stays off the ground."""
        return float(self.angle_rad[0])

    @property
    def highest_rad(self) -> float:
        """Steepest nominal path angle sampled."""
        return float(self.angle_rad[-1])

    @property
    def climbs(self) -> bool:
        """Whether some kick leaves the rocket on a climb; one too heavy to rise has none."""
        return len(self.angle_rad) > 1 and self.highest_rad > CLIMBS_RAD

    def __call__(self, angle_rad: F) -> F:
        """Kick for a nominal angle, clamped to the sampled interval."""
        x = np.clip(angle_rad, self.lowest_rad, self.highest_rad)
        return np.exp(PchipInterpolator(self.angle_rad, np.log(self.kick_rad))(x))


def kick_map(rocket: Rocket, lowest_rad: float = np.radians(1.0)) -> KickMap:
    """Fly a dense fan of kicks without Earth rotation and invert the path angle at burnout.

    The *nominal* angle is that of the full burn from the equator to the east on a still Earth:
    a label of the pitch programme, close to the true angle, which rotation and cut-off shift.

    Parameters
    ----------
    rocket : Rocket
        The vehicle.
    lowest_rad : float
        Flattest angle wanted; the map ends earlier where the rocket would touch the ground.
    """
    kick = np.geomspace(KICK_RANGE_RAD[0], KICK_RANGE_RAD[1], SAMPLES)
    zero = np.zeros(SAMPLES)
    launch = Launch(zero, zero, zero + np.pi / 2, kick, zero + 1.0)
    still = Environment(turning=0.0)
    flight = in_chunks(lambda piece: fly(rocket, piece, still, track=False)[0], launch)
    angle = flight.burnout_angle_rad
    good = (flight.outcome != CRASHED) & np.isfinite(angle)
    end = int(np.argmin(good)) if not good.all() else SAMPLES  # contiguous from the steep side
    angle, kick = angle[:end], kick[:end]  # none at all where it is too heavy to rise
    falling = angle < np.minimum.accumulate(np.concatenate([[np.inf], angle[:-1]]))
    keep = falling & (angle > lowest_rad - np.radians(0.5))
    return KickMap(angle[keep][::-1], kick[keep][::-1])
