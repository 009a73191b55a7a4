"""What flies: a rocket of up to three stages, as plain numbers."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

MAX_STAGES = 3


class Rocket(NamedTuple):
    """Lumped staged rocket of policy-study fidelity; stages padded with zeros to `MAX_STAGES`.

    Fields with a stage axis have shape (MAX_STAGES,), the rest are scalars; all float64, SI.
    `thrust_growth` is 1 for thrust from the claimed impulses (vacuum and sea level) and constant
    mass flow. After the last burnout the payload falls with `ballistic_coefficient_kg_m2`.
    """

    propellant_kg: ArrayLike
    structure_kg: ArrayLike
    exhaust_vacuum_m_s: ArrayLike
    exhaust_sea_level_m_s: ArrayLike
    burn_time_s: ArrayLike
    payload_kg: ArrayLike
    drag_area_m2: ArrayLike
    vertical_time_s: ArrayLike
    kick_time_s: ArrayLike
    ballistic_coefficient_kg_m2: ArrayLike
    drag_mach: ArrayLike
    drag_cd: ArrayLike


def last_stage(rocket: Rocket) -> int:
    """Index of the last stage that burns."""
    return int(np.flatnonzero(np.asarray(rocket.burn_time_s) > 0.0)[-1])
