"""The pitch programme: vertical rise, a linear kick, then a gravity turn (no guidance; fence)."""

import jax.numpy as jnp

from twoplustwo.physics.arrays import Array
from twoplustwo.physics.earth import Vector, combine, east_north


def tilted(r: Vector, up: Vector, heading: tuple[Array, Array], tilt_rad: Array) -> Vector:
    """Unit vector tilted from the local vertical towards an azimuth.

    Parameters
    ----------
    r, up : Vector
        Position and local vertical, inertial axes.
    heading : tuple of Array
        Sine and cosine of the azimuth, from north, clockwise.
    tilt_rad : Array
        Angle from the vertical.
    """
    east, north = east_north(r, up)
    level = combine((heading[0], east), (heading[1], north))
    return combine((jnp.cos(tilt_rad), up), (jnp.sin(tilt_rad), level))
