"""A burn straight up, without air, through the engine's powered flight."""

import jax
import numpy as np

from twoplustwo.physics.arrays import Array
from twoplustwo.physics.boost import Environment, Launch, fly_boost
from twoplustwo.physics.earth import altitude_and_up, norm
from twoplustwo.physics.vehicle import MAX_STAGES, Rocket


def straight_up(
    exhaust_m_s: float, launch_kg: float, propellant_kg: float, burn_time_s: float
) -> tuple[float, float]:
    """Speed [m/s] and height [m] at burnout of one stage that rises vertically all the time."""

    def first(value: float) -> np.ndarray:
        return np.array([value] + [0.0] * (MAX_STAGES - 1))

    rocket = Rocket(
        propellant_kg=first(propellant_kg),
        structure_kg=first(0.0),
        exhaust_vacuum_m_s=first(exhaust_m_s),
        exhaust_sea_level_m_s=first(exhaust_m_s),
        burn_time_s=first(burn_time_s),
        payload_kg=np.float64(launch_kg - propellant_kg),
        drag_area_m2=np.float64(1.0),
        vertical_time_s=np.float64(burn_time_s / 2.0),  # then a kick of nil
        kick_time_s=np.float64(burn_time_s / 2.0),
        ballistic_coefficient_kg_m2=np.float64(1.0),
        drag_mach=np.array([0.0, 1.0]),
        drag_cd=np.array([0.0, 0.0]),
    )
    zero = np.zeros(1)
    speed, height = _fly(rocket, Launch(zero, zero, zero + np.pi / 2, zero, zero + 1.0))
    return float(speed[0]), float(height[0])


@jax.jit
def _fly(rocket: Rocket, launch: Launch) -> tuple[Array, Array]:
    b, _ = fly_boost(rocket, launch, Environment(turning=0.0, j2=0.0, air=0.0))
    height, _ = altitude_and_up(b.r)
    return norm(b.v), height
