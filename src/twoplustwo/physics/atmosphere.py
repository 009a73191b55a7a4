"""US Standard Atmosphere 1976: exact layers to 86 km, printed densities above, log-linear."""

import jax.numpy as jnp
import numpy as np

from twoplustwo.base import constants as k
from twoplustwo.physics.arrays import Array

_G_R = k.STANDARD_GRAVITY_M_S2 / k.US76_GAS_CONSTANT_J_KG_K
_HB = np.array(k.US76_BASE_HEIGHT_M)
_TB = np.array(k.US76_BASE_TEMPERATURE_K)
_LB = np.array(k.US76_GRADIENT_K_M)


def _base_log_pressure() -> np.ndarray:
    """Log of the pressure at the foot of each layer, by the hydrostatic law."""
    logs = [np.log(k.US76_SEA_LEVEL_PRESSURE_PA)]
    for i in range(6):
        rise = _HB[i + 1] - _HB[i]
        if _LB[i] == 0.0:
            logs.append(logs[-1] - _G_R * rise / _TB[i])
        else:
            logs.append(logs[-1] - _G_R / _LB[i] * np.log((_TB[i] + _LB[i] * rise) / _TB[i]))
    return np.array(logs)


_LOG_PB = _base_log_pressure()
_UP_H = np.array(k.US76_UPPER_HEIGHT_M)
_UP_LOG = np.log(np.array(k.US76_UPPER_DENSITY_KG_M3))
_UP_SLOPE = np.diff(_UP_LOG) / np.diff(_UP_H)


def temperature_pressure_density(altitude_m: Array) -> tuple[Array, Array, Array]:
    """Kinetic (molecular-scale) temperature [K], pressure [Pa] and density [kg/m3].

    Parameters
    ----------
    altitude_m : Array
        Geometric altitude, m; below 0 the lowest layer is continued, above 1,000 km the air is
        continued with its last gradient.

    Notes
    -----
    Temperature and pressure are those of the layers to 86 km; above, temperature stays and
    pressure follows the density (it only serves the thrust, where it is nil).
    """
    h = jnp.clip(altitude_m, -5_000.0, k.US76_LOWER_TOP_M)
    geopotential = k.US76_GEOPOTENTIAL_RADIUS_M * h / (k.US76_GEOPOTENTIAL_RADIUS_M + h)
    above = [geopotential >= b for b in _HB[1:]]

    def pick(values: np.ndarray) -> Array:
        chosen = jnp.full_like(geopotential, values[0])
        for flag, value in zip(above, values[1:], strict=True):
            chosen = jnp.where(flag, value, chosen)
        return chosen

    base_k, gradient = pick(_TB), pick(_LB)
    rise = geopotential - pick(_HB)
    temperature_k = base_k + gradient * rise
    ratio = jnp.log(temperature_k / base_k)
    sloped = gradient != 0.0
    fall = jnp.where(sloped, ratio / jnp.where(sloped, gradient, 1.0), rise / base_k)
    pressure_pa = jnp.exp(pick(_LOG_PB) - _G_R * fall)
    lower = pressure_pa / (k.US76_GAS_CONSTANT_J_KG_K * temperature_k)
    log_upper = jnp.full_like(h, _UP_LOG[0])
    for start, end, slope in zip(_UP_H[:-1], _UP_H[1:], _UP_SLOPE, strict=True):
        top = np.inf if end == _UP_H[-1] else end - start
        log_upper = log_upper + slope * jnp.clip(altitude_m - start, 0.0, top)
    high = altitude_m > k.US76_LOWER_TOP_M
    density = jnp.where(high, jnp.exp(log_upper), lower)
    pressure = jnp.where(high, pressure_pa * density / lower, pressure_pa)
    return temperature_k, pressure, density


def speed_of_sound(temperature_k: Array) -> Array:
    """Speed of sound [m/s] of the standard air at a molecular-scale temperature [K]."""
    return jnp.sqrt(k.US76_HEAT_RATIO * k.US76_GAS_CONSTANT_J_KG_K * temperature_k)
