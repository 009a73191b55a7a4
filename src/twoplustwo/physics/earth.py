"""The rotating WGS84 ellipsoid: places, heights, local axes, and the two frames.

Frames
------
*Inertial*: centred on the Earth, z to the north pole, x through Greenwich at the moment of launch.
*Earth-fixed*: turns with the Earth; the two coincide at t = 0. Both have the same latitude and
altitude for a point, so gravity and air need no angle of rotation.
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp

from twoplustwo.base import constants as k
from twoplustwo.physics.arrays import Array

E2 = k.EARTH_ECCENTRICITY_SQUARED
A = k.EARTH_EQUATORIAL_RADIUS_M
B = k.EARTH_POLAR_RADIUS_M
OMEGA = k.EARTH_ROTATION_RAD_S


class Vector(NamedTuple):
    """Three components as separate arrays (measured: twice as fast as one array of three)."""

    x: Array
    y: Array
    z: Array


def dot(a: Vector, b: Vector) -> Array:
    """Scalar product, component arrays of one shape."""
    return a.x * b.x + a.y * b.y + a.z * b.z


def norm(a: Vector) -> Array:
    """Length of a vector."""
    return jnp.sqrt(dot(a, a))


def combine(*terms: tuple[Array | float, Vector]) -> Vector:
    """Weighted sum of vectors: ``combine((2.0, a), (-1.0, b))`` is 2a - b."""
    return Vector(*(sum(w * v[i] for w, v in terms) for i in range(3)))


def from_geodetic(latitude_rad: Array, longitude_rad: Array, altitude_m: Array) -> Vector:
    """Earth-fixed position [m] of a geodetic place on WGS84."""
    s, c = jnp.sin(latitude_rad), jnp.cos(latitude_rad)
    prime_m = A / jnp.sqrt(1.0 - E2 * s * s)
    ring_m = (prime_m + altitude_m) * c
    return Vector(
        ring_m * jnp.cos(longitude_rad),
        ring_m * jnp.sin(longitude_rad),
        (prime_m * (1.0 - E2) + altitude_m) * s,
    )


def altitude_and_up(r: Vector) -> tuple[Array, Vector]:
    """Geodetic altitude [m] and the outward normal of the ellipsoid below a point.

    Bowring's parametric latitude, one pass: altitude within a millimetre below 2,000 km.
    """
    ring = jnp.sqrt(r.x * r.x + r.y * r.y)
    # tan of the parametric latitude, then one Bowring step to the geodetic one
    t0 = r.z * A / (ring * B)
    c0 = 1.0 / jnp.sqrt(1.0 + t0 * t0)
    s0 = t0 * c0
    num = r.z + (E2 / (1.0 - E2)) * B * s0 * s0 * s0
    den = ring - E2 * A * c0 * c0 * c0
    length = jnp.sqrt(num * num + den * den)
    sin_lat, cos_lat = num / length, den / length
    prime_m = A / jnp.sqrt(1.0 - E2 * sin_lat * sin_lat)
    altitude_m = ring * cos_lat + r.z * sin_lat - A * A / prime_m
    inv = cos_lat / ring
    return altitude_m, Vector(r.x * inv, r.y * inv, sin_lat)


def altitude(r: Vector) -> Array:
    """Geodetic altitude [m] alone, a third of the work of `altitude_and_up`.

    The gap between the point and the ellipsoid along the radius, shortened by the angle between
    radius and normal: within 2 cm below 500 km, within 5 cm below 2,500 km.
    """
    r2 = dot(r, r)
    inv2 = 1.0 / r2
    radius = jnp.sqrt(r2)
    sine2 = r.z * r.z * inv2
    x = E2 * (1.0 - sine2)  # ellipsoid below the point: B / sqrt(1 - x), x at most 0.0067
    below = B * (1.0 + x * (1.0 / 2 + x * (3.0 / 8 + x * (5.0 / 16 + x * (35.0 / 128)))))
    tilt2 = (2.0 * k.EARTH_FLATTENING) ** 2 * sine2 * (1.0 - sine2)
    return (radius - below) * (1.0 - 0.5 * tilt2 * below * radius * inv2)


@jax.jit
def to_geodetic(r: Vector) -> tuple[Array, Array, Array]:
    """Geodetic latitude [rad], longitude [rad] and altitude [m] of an Earth-fixed position."""
    altitude_m, up = altitude_and_up(r)
    return jnp.arcsin(up.z), jnp.arctan2(r.y, r.x), altitude_m


def east_north(r: Vector, up: Vector) -> tuple[Vector, Vector]:
    """Unit vectors to the east and to the north at a point; any frame turning about z."""
    ring = jnp.sqrt(r.x * r.x + r.y * r.y)
    east = Vector(-r.y / ring, r.x / ring, jnp.zeros_like(ring))
    north = Vector(-up.z * east.y, up.z * east.x, up.x * east.y - up.y * east.x)
    return east, north


def ground_velocity(r: Vector, v: Vector) -> Vector:
    """Velocity [m/s] relative to the turning Earth, from inertial position and velocity."""
    return Vector(v.x + OMEGA * r.y, v.y - OMEGA * r.x, v.z)


def to_earth_fixed(v: Vector, time_s: Array, turning: Array | float = 1.0) -> Vector:
    """Components of an inertial vector along the Earth-fixed axes `time_s` after launch.

    `turning` 0 switches the rotation of the Earth off, 1 on.
    """
    angle = OMEGA * turning * time_s
    c, s = jnp.cos(angle), jnp.sin(angle)
    return Vector(c * v.x + s * v.y, -s * v.x + c * v.y, v.z)
