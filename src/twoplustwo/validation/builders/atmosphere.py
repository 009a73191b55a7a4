"""The standard air as flights of the engine read it (`physics.air`), at a height or across one."""

import numpy as np

from twoplustwo.base import constants as k
from twoplustwo.physics.air import temperature_and_density


def temperature(geopotential_m: float | None = None, altitude_m: float | None = None) -> float:
    """Temperature [K] at a geopotential or a geometric height [m]."""
    return _air(geopotential_m, altitude_m)[0]


def pressure(geopotential_m: float | None = None, altitude_m: float | None = None) -> float:
    """Pressure [Pa], gas constant times temperature times density as in the engine's thrust."""
    t, rho = _air(geopotential_m, altitude_m)
    return k.US76_GAS_CONSTANT_J_KG_K * t * rho


def density(geopotential_m: float | None = None, altitude_m: float | None = None) -> float:
    """Density [kg/m3] at a geopotential or a geometric height [m]."""
    return _air(geopotential_m, altitude_m)[1]


def warming(from_geopotential_m: float, to_geopotential_m: float) -> float:
    """Change of temperature [K] between two geopotential heights [m]."""
    return _air(to_geopotential_m, None)[0] - _air(from_geopotential_m, None)[0]


def _air(geopotential_m: float | None, altitude_m: float | None) -> tuple[float, float]:
    if altitude_m is None:
        assert geopotential_m is not None
        radius = k.US76_GEOPOTENTIAL_RADIUS_M
        altitude_m = radius * geopotential_m / (radius - geopotential_m)
    t, rho = temperature_and_density(np.float64(altitude_m))  # type: ignore[arg-type]
    return float(t), float(rho)
