"""The equivalent interceptor: a rocket made from a claimed speed and burn time alone."""

from dataclasses import dataclass, replace
from typing import Any

import jax
import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import CubicSpline, PchipInterpolator

from twoplustwo.base import constants as k
from twoplustwo.physics.arrays import Array
from twoplustwo.physics.boost import Environment, Launch, fly_boost, ground_speed_and_angle
from twoplustwo.physics.earth import norm
from twoplustwo.physics.vehicle import MAX_STAGES, Rocket

F = NDArray[np.float64]

DELTA_V_M_S = np.arange(1_500.0, 14_001.0, 250.0)
FROM_SLOW_M_S = np.linspace(500.0, 14_000.0, len(DELTA_V_M_S))  # one shape, one compile
KICKS = 160
KICK_RANGE_RAD = np.radians((0.05, 150.0))
BURNOUT, ENERGY = "burnout", "energy"
FEWEST_RUNGS = 4  # of a cubic


@dataclass(frozen=True)
class Recipe:
    """How an equivalent interceptor is made; every field is a claim.

    Two stages, each burning half the time and giving half the ideal speed; vertical rise, linear
    kick, gravity turn; reference path angle at which the claimed speed holds. Where the times of
    rise and kick leave too little of a short burn to get down to that angle, they take no more than
    these shares of it (`engagement.ladder`).
    """

    burn_time_s: float
    exhaust_m_s: float
    area_density_kg_m2: float
    vertical_time_s: float
    kick_time_s: float
    reference_angle_rad: float
    drag_mach: tuple[float, ...]
    drag_cd: tuple[float, ...]
    rise_share: float = 1.0
    kick_share: float = 1.0

    def shortened(self) -> "Recipe":
        """The same with rise and kick cut to their shares of the burn."""
        return replace(
            self,
            vertical_time_s=min(self.vertical_time_s, self.rise_share * self.burn_time_s),
            kick_time_s=min(self.kick_time_s, self.kick_share * self.burn_time_s),
        )


def rocket(recipe: Recipe, delta_v_m_s: float | F) -> Rocket:
    """Two-stage rocket of unit launch mass with a given ideal speed.

    Acceleration in a stage is a(t) = (c k / t_s) / (1 - k t / t_s) with k = 1 - exp(-dV / 2c);
    the mass falls with k and no structure is dropped, so that the drag follows the recipe.

    Parameters
    ----------
    recipe : Recipe
    delta_v_m_s : float or ndarray of shape (D,)
        Ideal speed, both stages; an array gives fields with a leading axis D.
    """
    d = np.asarray(delta_v_m_s, dtype=float)
    burned = 1.0 - np.exp(-d / (2.0 * recipe.exhaust_m_s))
    nil = np.zeros_like(burned)
    half = recipe.burn_time_s / 2.0

    def stages(a: F | float, b: F | float) -> F:
        return np.stack([nil + a, nil + b, nil], axis=-1)

    c = stages(recipe.exhaust_m_s, recipe.exhaust_m_s)
    lead = d.shape
    mach = np.broadcast_to(np.array(recipe.drag_mach), (*lead, len(recipe.drag_mach)))
    cd = np.broadcast_to(np.array(recipe.drag_cd), (*lead, len(recipe.drag_cd)))
    return Rocket(
        propellant_kg=stages(burned, burned * (1.0 - burned)),
        structure_kg=np.zeros((*lead, MAX_STAGES)),
        exhaust_vacuum_m_s=c,
        exhaust_sea_level_m_s=c,
        burn_time_s=stages(half, half),
        payload_kg=(1.0 - burned) ** 2,
        drag_area_m2=nil + 1.0 / recipe.area_density_kg_m2,
        vertical_time_s=nil + recipe.vertical_time_s,
        kick_time_s=nil + recipe.kick_time_s,
        ballistic_coefficient_kg_m2=nil + 1e9,  # coasts above the air
        drag_mach=mach,
        drag_cd=cd,
    )


@jax.jit
def still(rockets: Rocket, launch: Launch) -> tuple[Array, Array, Array, Array]:
    """Burnout without Earth rotation for a stack of rockets: speed, angle, radius, lowest."""

    def out(one: Rocket) -> tuple[Array, Array, Array, Array]:
        b, _ = fly_boost(one, launch, Environment(turning=0.0))
        speed, angle = ground_speed_and_angle(b, 0.0)
        return speed, angle, norm(b.r), b.lowest_m

    return jax.lax.map(out, rockets)


def energy_speed(speed_m_s: F, radius_m: F) -> F:
    """Speed at the surface with the same energy: sqrt(v^2 + 2 mu (1/R - 1/r))."""
    lift = 2.0 * k.EARTH_MU_M3_S2 * (1.0 / k.EARTH_EQUATORIAL_RADIUS_M - 1.0 / radius_m)
    return np.sqrt(speed_m_s**2 + lift)


class Family:
    """All equivalent interceptors of one recipe: speed to ideal speed, angle to kick.

    Flown once without Earth rotation for a ladder of ideal speeds; everything else is read off. Not
    every rung has a flyout at the reference angle: a thrust may be too weak for the weight, or a
    burn too short to tip over so far. Counted with is the longest unbroken stretch of those
    that do.

    Parameters
    ----------
    recipe : Recipe
    rungs_m_s : ndarray, shape (D,)
        The ladder of ideal speeds, even.
    """

    def __init__(self, recipe: Recipe, rungs_m_s: F = DELTA_V_M_S) -> None:
        self.recipe, self._rungs = recipe, rungs_m_s
        kick = np.geomspace(KICK_RANGE_RAD[0], KICK_RANGE_RAD[1], KICKS)
        zero = np.zeros(KICKS)
        launch = Launch(zero, zero, zero + np.pi / 2, kick, zero + 1.0)
        ladder = rocket(recipe, rungs_m_s)
        speed, angle, radius, lowest = (np.asarray(a) for a in still(ladder, launch))
        rows = [
            by_angle(a, kick, s, r, low)
            for a, s, r, low in zip(angle, speed, radius, lowest, strict=True)
        ]
        at = recipe.reference_angle_rad
        self._log_kick = [row[0] for row in rows]
        speeds = np.array([[float(f(at)) for f in row[1:]] for row in rows])
        self._first, end = longest_stretch(~np.isnan(speeds).any(axis=1))
        if end - self._first < FEWEST_RUNGS:
            end = self._first
        self._speeds: dict[str, F] = dict(
            zip((BURNOUT, ENERGY), speeds[self._first : end].T, strict=True)
        )
        self._ladder = rungs_m_s[self._first : end]

    def range_m_s(self, reading: str) -> tuple[float, float] | None:
        """Slowest and fastest speed at the reference angle in a reading; None if it makes none."""
        x = self._speeds[reading]
        return (float(x.min()), float(x.max())) if x.size else None

    def delta_v(self, speed_m_s: F | float, reading: str) -> F:
        """Ideal speed [m/s] whose flyout at the reference angle has a speed in a reading.

        NaN outside `range_m_s`.
        """
        x = self._speeds[reading]
        if not x.size:
            return np.full(np.shape(speed_m_s), np.nan)
        rising = np.concatenate([[True], np.diff(np.maximum.accumulate(x)) > 0.0])
        return PchipInterpolator(x[rising], self._ladder[rising], extrapolate=False)(speed_m_s)

    def speed(self, delta_v_m_s: F | float, reading: str) -> F:
        """Speed at the reference angle in a reading, from the ideal speed; inverse of `delta_v`."""
        if not self._ladder.size:
            return np.full(np.shape(delta_v_m_s), np.nan)
        return CubicSpline(self._ladder, self._speeds[reading])(delta_v_m_s)

    def kicks(self, delta_v_m_s: float, angle_rad: F) -> F:
        """Kick for each path angle at burnout; NaN below the flattest that stays off the ground."""
        at = (delta_v_m_s - self._rungs[0]) / (self._rungs[1] - self._rungs[0])
        last = max(self._first + len(self._ladder), FEWEST_RUNGS) - FEWEST_RUNGS
        first = int(np.clip(np.floor(at) - 1, min(self._first, last), last))
        rows = np.array([self._log_kick[i](angle_rad) for i in range(first, first + FEWEST_RUNGS)])
        nodes = self._rungs[first : first + FEWEST_RUNGS]
        weights = [
            np.prod([(delta_v_m_s - b) / (a - b) for b in nodes if b != a]) for a in nodes
        ]  # cubic Lagrange; NaN stays where it is
        return np.exp(np.asarray(weights) @ rows)


def longest_stretch(good: Any) -> tuple[int, int]:
    """First place and end of the longest unbroken run of true in (N,); of equals the first."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], good.astype(int), [0]])))
    runs = edges.reshape(-1, 2)
    if not len(runs):
        return 0, 0
    first, end = runs[np.argmax(runs[:, 1] - runs[:, 0])]
    return int(first), int(end)


def by_angle(
    angle: F, kick: F, speed: F, radius: F, lowest: F
) -> tuple[PchipInterpolator, PchipInterpolator, PchipInterpolator]:
    """Log kick, burnout speed and energy speed as functions of the path angle at burnout."""
    good = (lowest > 0.0) & np.isfinite(angle)
    end = int(np.argmin(good)) if not good.all() else len(good)
    angle, kick, speed, radius = angle[:end], kick[:end], speed[:end], radius[:end]
    keep = angle < np.minimum.accumulate(np.concatenate([[np.inf], angle[:-1]])) - 1e-7
    x = angle[keep][::-1]
    if len(x) < 4:
        nowhere = PchipInterpolator((-2.0, -1.9), (0.0, 0.0), extrapolate=False)
        return nowhere, nowhere, nowhere
    values = (np.log(kick), speed, energy_speed(speed, radius))
    log_kick, v, ve = (PchipInterpolator(x, y[keep][::-1], extrapolate=False) for y in values)
    return log_kick, v, ve
