"""The standard air as a table for flights: one reading a step instead of logarithms and powers.

Cells are even in geopotential altitude, so that every layer of the standard begins at the edge of
a cell: temperature is exact, density cubic (relative error below 1e-7 up to 86 km).
"""

from functools import cache

import jax
import jax.numpy as jnp
import numpy as np
from numpy.typing import NDArray

from twoplustwo.base import constants as k
from twoplustwo.physics.arrays import Array
from twoplustwo.physics.atmosphere import temperature_pressure_density

F = NDArray[np.float64]

LOWEST_M, HIGHEST_M, CELL_M = -5_000.0, 250_000.0, 500.0  # geopotential; no air above
_R = k.US76_GEOPOTENTIAL_RADIUS_M


def density(altitude_m: Array) -> Array:
    """Density [kg/m3] at a geometric altitude [m]; nil above about 260 km."""
    cell, part = _place(altitude_m)
    return _density(cell, part)


def temperature_and_density(altitude_m: Array) -> tuple[Array, Array]:
    """Molecular-scale temperature [K] and density [kg/m3]; pressure is R times both."""
    cell, part = _place(altitude_m)
    rows = jnp.asarray(_table()[4:])
    return rows[0, cell] + part * rows[1, cell], _density(cell, part)


def _place(altitude_m: Array) -> tuple[Array, Array]:
    """Cell, and the share of it that lies below; beyond the ends the share is held."""
    geopotential = _R * altitude_m / (_R + altitude_m)
    x = jnp.clip((geopotential - LOWEST_M) / CELL_M, 0.0, _table().shape[1] - 0.5)
    cell = x.astype(jnp.int32)
    return cell, x - cell


def _density(cell: Array, part: Array) -> Array:
    a, b, c, d = (jnp.asarray(row)[cell] for row in _table()[:4])
    return a + part * (b + part * (c + part * d))


@cache
def _table() -> F:
    """Coefficients by cell, shape (6, cells): four of the density, two of the temperature.

    The cubic goes through the density at both edges and at the thirds between them. The last
    cell is empty.
    """
    low = np.arange(LOWEST_M, HIGHEST_M, CELL_M)
    part = np.linspace(0.0, 1.0, 4)
    # the upper edge itself belongs to the next layer
    height = low[:, None] + CELL_M * np.minimum(part, 1.0 - 1e-9)
    with jax.ensure_compile_time_eval():  # asked for while a flight is traced
        geometric = _R * height / (_R - height)
        t, _, d = (np.asarray(a) for a in temperature_pressure_density(geometric))
    cubic = np.linalg.solve(np.vander(part, increasing=True), d.T)
    table = np.concatenate([cubic, [t[:, 0], t[:, -1] - t[:, 0]]])
    last = np.array([0.0, 0.0, 0.0, 0.0, t[-1, -1], 0.0])
    return np.concatenate([table, last[:, None]], axis=1)
