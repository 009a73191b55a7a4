"""The standard air of the engine, at a height or across one."""

from twoplustwo.base import constants as k
from twoplustwo.physics.atmosphere import temperature_pressure_density


def temperature(geopotential_m: float | None = None, altitude_m: float | None = None) -> float:
    """Temperature [K] of `physics.atmosphere`, at a geopotential or a geometric height [m]."""
    return _air(geopotential_m, altitude_m)[0]


def pressure(geopotential_m: float | None = None, altitude_m: float | None = None) -> float:
    """Pressure [Pa] of `physics.atmosphere`, at a geopotential or a geometric height [m]."""
    return _air(geopotential_m, altitude_m)[1]


def density(geopotential_m: float | None = None, altitude_m: float | None = None) -> float:
    """Density [kg/m3] of `physics.atmosphere`, at a geopotential or a geometric height [m]."""
    return _air(geopotential_m, altitude_m)[2]


def warming(from_geopotential_m: float, to_geopotential_m: float) -> float:
    """Change of temperature [K] of `physics.atmosphere` between two geopotential heights [m]."""
    return _air(to_geopotential_m, None)[0] - _air(from_geopotential_m, None)[0]


def _air(geopotential_m: float | None, altitude_m: float | None) -> tuple[float, float, float]:
    if altitude_m is None:
        assert geopotential_m is not None
        radius = k.US76_GEOPOTENTIAL_RADIUS_M
        altitude_m = radius * geopotential_m / (radius - geopotential_m)
    t, p, rho = (float(one) for one in temperature_pressure_density(altitude_m))  # type: ignore[arg-type]
    return t, p, rho
