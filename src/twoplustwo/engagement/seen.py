"""A point as seen from a place: bearing, central angle, elevation, and velocity in local axes."""

import jax.numpy as jnp

from twoplustwo.physics import angles
from twoplustwo.physics.arrays import Array
from twoplustwo.physics.earth import Vector, altitude_and_up, combine, dot, norm


def seen_from(
    site: Vector, r: Vector, v: Vector
) -> tuple[Array, Array, Array, tuple[Array, Array, Array], Array]:
    """Geometry of moving points around a site, Earth-fixed axes.

    Parameters
    ----------
    site : Vector
        Scalars, m.
    r, v : Vector
        Positions [m] and velocities relative to the ground [m/s], any one shape.

    Returns
    -------
    bearing_rad : Array
        From north, clockwise, about the line from the centre of the Earth.
    arc_rad : Array
        Central angle between site and point.
    elevation_rad : Array
        Angle of the straight line to the point above the plane normal to that line.
    local_m_s : tuple of Array
        Velocity upwards, onwards (away from the site) and to the right of onwards.
    altitude_m : Array
        Geodetic altitude of the point.
    """
    radius = norm(site)
    up0 = Vector(*(c / radius for c in site))
    ring = jnp.sqrt(up0.x**2 + up0.y**2)
    east0 = Vector(-up0.y / ring, up0.x / ring, jnp.zeros_like(ring))
    north0 = Vector(-up0.z * east0.y, up0.z * east0.x, ring)
    length = norm(r)
    up = Vector(*(c / length for c in r))
    e, n, c = dot(up, east0), dot(up, north0), dot(up, up0)
    s = jnp.sqrt(e * e + n * n)
    arc = angles.arctan2(s, c)
    elevation = angles.arctan2(length * c - radius, length * s)
    safe = jnp.maximum(s, 1e-9)
    onward = combine((c / safe, up), (-1.0 / safe, Vector(*(x + 0.0 * c for x in up0))))
    right = Vector(
        onward.y * up.z - onward.z * up.y,
        onward.z * up.x - onward.x * up.z,
        onward.x * up.y - onward.y * up.x,
    )
    altitude_m, _ = altitude_and_up(r)
    return (
        angles.arctan2(e, n),
        arc,
        elevation,
        (dot(v, up), dot(v, onward), dot(v, right)),
        altitude_m,
    )
