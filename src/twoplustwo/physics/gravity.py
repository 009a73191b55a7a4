"""Gravity of the oblate Earth: central term and J2 (Vallado, Fundamentals, eq. 8-30)."""

import jax.numpy as jnp

from twoplustwo.base import constants as k
from twoplustwo.physics.arrays import Array
from twoplustwo.physics.earth import Vector, dot

_MU = k.EARTH_MU_M3_S2
_RE2 = k.EARTH_EQUATORIAL_RADIUS_M**2


def acceleration(r: Vector, j2: Array | float = k.EARTH_J2) -> Vector:
    """Gravitational acceleration [m/s2] at `r` [m], inertial or Earth-fixed axes alike.

    Parameters
    ----------
    r : Vector
        Position from the centre of the Earth, m.
    j2 : float
        Oblateness coefficient; 0 gives a point mass.
    """
    r2 = dot(r, r)
    inv2 = 1.0 / r2
    central = -_MU * inv2 * inv2 * jnp.sqrt(r2)
    q = 1.5 * j2 * _RE2 * inv2
    sine2 = 5.0 * r.z * r.z * inv2
    ring = central * (1.0 + q * (1.0 - sine2))
    return Vector(ring * r.x, ring * r.y, central * (1.0 + q * (3.0 - sine2)) * r.z)
