"""The air of the engine at a height."""

from twoplustwo.base import constants as k
from twoplustwo.physics.atmosphere import temperature_pressure_density


def temperature(geopotential_m: float) -> float:
    """Temperature [K] of `physics.atmosphere` at a geopotential height."""
    return _air(geopotential_m)[0]


def pressure(geopotential_m: float) -> float:
    """Pressure [Pa] of `physics.atmosphere` at a geopotential height."""
    return _air(geopotential_m)[1]


def density(geopotential_m: float) -> float:
    """Density [kg/m3] of `physics.atmosphere` at a geopotential height."""
    return _air(geopotential_m)[2]


def _air(geopotential_m: float) -> tuple[float, float, float]:
    radius = k.US76_GEOPOTENTIAL_RADIUS_M
    height = radius * geopotential_m / (radius - geopotential_m)
    t, p, rho = (float(one) for one in temperature_pressure_density(height))
    return t, p, rho
