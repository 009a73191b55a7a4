"""A rocket as a case writes it down: hashable, so that cases share what was flown with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

import numpy as np

from twoplustwo.base.constants import STANDARD_GRAVITY_M_S2 as G0
from twoplustwo.physics.vehicle import MAX_STAGES, Rocket
from twoplustwo.validation.drag import drag_table

NO_DRAG_KG_M2 = 1e9  # a ballistic coefficient that feels no air


@dataclass(frozen=True)
class Vehicle:
    """Staged rocket without its payload; tuples have one entry a stage, SI.

    Parameters
    ----------
    propellant_kg, structure_kg, isp_vacuum_s, isp_sea_level_s, burn_time_s : tuple of float
    diameter_m : float
    mach, cd : tuple of float
        Drag table.
    vertical_time_s, kick_time_s : float
        Pitch programme.
    ballistic_coefficient_kg_m2 : float
        Of what falls down again.
    """

    propellant_kg: tuple[float, ...]
    structure_kg: tuple[float, ...]
    isp_vacuum_s: tuple[float, ...]
    isp_sea_level_s: tuple[float, ...]
    burn_time_s: tuple[float, ...]
    diameter_m: float
    mach: tuple[float, ...]
    cd: tuple[float, ...]
    vertical_time_s: float
    kick_time_s: float
    ballistic_coefficient_kg_m2: float = NO_DRAG_KG_M2

    @classmethod
    def read(cls, stages: Mapping[str, Any], drag: str, **rest: Any) -> Self:
        """From the inputs of a case: `stages` maps names to lists, `drag` names a table."""
        mach, cd = drag_table(drag)
        return cls(**stages, mach=mach, cd=cd, **rest)

    def rocket(self, payload_kg: float) -> Rocket:
        """The same with a payload, as the engine takes it."""

        def padded(values: tuple[float, ...], factor: float = 1.0) -> np.ndarray:
            return np.array([v * factor for v in values] + [0.0] * (MAX_STAGES - len(values)))

        return Rocket(
            propellant_kg=padded(self.propellant_kg),
            structure_kg=padded(self.structure_kg),
            exhaust_vacuum_m_s=padded(self.isp_vacuum_s, G0),
            exhaust_sea_level_m_s=padded(self.isp_sea_level_s, G0),
            burn_time_s=padded(self.burn_time_s),
            payload_kg=np.float64(payload_kg),
            drag_area_m2=np.float64(np.pi / 4.0 * self.diameter_m**2),
            vertical_time_s=np.float64(self.vertical_time_s),
            kick_time_s=np.float64(self.kick_time_s),
            ballistic_coefficient_kg_m2=np.float64(self.ballistic_coefficient_kg_m2),
            drag_mach=np.array(self.mach),
            drag_cd=np.array(self.cd),
        )
