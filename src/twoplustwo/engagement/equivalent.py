"""The equivalent interceptor: a rocket made from a claimed speed and burn time alone."""

from dataclasses import dataclass

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
KICKS = 160
KICK_RANGE_RAD = np.radians((0.05, 150.0))
BURNOUT, ENERGY = "burnout", "energy"


@dataclass(frozen=True)
class Recipe:
    """How an equivalent interceptor is made; every field is a claim.

    Two stages, each burning half the time and giving half the ideal speed; vertical rise, linear
    kick, gravity turn; reference path angle at which the claimed speed holds.
    """

    burn_time_s: float
    exhaust_m_s: float
    area_density_kg_m2: float
    vertical_time_s: float
    kick_time_s: float
    reference_angle_rad: float
    drag_mach: tuple[float, ...]
    drag_cd: tuple[float, ...]


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

    Flown once without Earth rotation for a ladder of ideal speeds; everything else is read off.
    """

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe
        kick = np.geomspace(KICK_RANGE_RAD[0], KICK_RANGE_RAD[1], KICKS)
        zero = np.zeros(KICKS)
        launch = Launch(zero, zero, zero + np.pi / 2, kick, zero + 1.0)
        ladder = rocket(recipe, DELTA_V_M_S)
        speed, angle, radius, lowest = (np.asarray(a) for a in still(ladder, launch))
        rows = [
            by_angle(a, kick, s, r, low)
            for a, s, r, low in zip(angle, speed, radius, lowest, strict=True)
        ]
        at = recipe.reference_angle_rad
        self._log_kick = [row[0] for row in rows]
        speeds = np.array([[float(f(at)) for f in row[1:]] for row in rows])
        # a thrust too weak for its weight has no flyout at the reference angle
        self._first = int(np.argmax(np.isfinite(speeds).all(axis=1)))
        self._speeds: dict[str, F] = dict(
            zip((BURNOUT, ENERGY), speeds[self._first :].T, strict=True)
        )
        self._ladder = DELTA_V_M_S[self._first :]

    def delta_v(self, speed_m_s: F | float, reading: str) -> F:
        """Ideal speed [m/s] whose flyout at the reference angle has a speed in a reading.

        NaN outside the ladder (slower than about 1 or faster than about 12.5 km/s).
        """
        x = self._speeds[reading]
        rising = np.concatenate([[True], np.diff(np.maximum.accumulate(x)) > 0.0])
        return PchipInterpolator(x[rising], self._ladder[rising], extrapolate=False)(speed_m_s)

    def speed(self, delta_v_m_s: F | float, reading: str) -> F:
        """Speed at the reference angle in a reading, from the ideal speed; inverse of `delta_v`."""
        return CubicSpline(self._ladder, self._speeds[reading])(delta_v_m_s)

    def kicks(self, delta_v_m_s: float, angle_rad: F) -> F:
        """Kick for each path angle at burnout; NaN below the flattest that stays off the ground."""
        at = (delta_v_m_s - DELTA_V_M_S[0]) / (DELTA_V_M_S[1] - DELTA_V_M_S[0])
        first = int(np.clip(np.floor(at) - 1, self._first, len(DELTA_V_M_S) - 4))
        rows = np.array([self._log_kick[i](angle_rad) for i in range(first, first + 4)])
        nodes = DELTA_V_M_S[first : first + 4]
        weights = [
            np.prod([(delta_v_m_s - b) / (a - b) for b in nodes if b != a]) for a in nodes
        ]  # cubic Lagrange; NaN stays where it is
        return np.exp(np.asarray(weights) @ rows)


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
