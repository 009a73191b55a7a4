"""What a radar sees of a coasting threat: range, elevation with bending, sector."""

from typing import NamedTuple

import jax.numpy as jnp

from twoplustwo.physics.arrays import Array
from twoplustwo.physics.earth import (
    Vector,
    altitude_and_up,
    combine,
    dot,
    east_north,
    from_geodetic,
    norm,
)


class Radar(NamedTuple):
    """One radar as claimed; scalars, SI and radians."""

    latitude_rad: Array | float
    longitude_rad: Array | float
    altitude_m: Array | float
    reach_range_m: Array | float  # claimed range ...
    reach_target_size_m2: Array | float  # ... against this radar cross-section ...
    reach_dwell_s: Array | float  # ... with this dwell
    dwell_s: Array | float
    min_elevation_rad: Array | float
    boresight_rad: Array | float
    sector_rad: Array | float  # full width; a whole turn is no limit


class Refraction(NamedTuple):
    """Bending of a line of sight to space, by apparent elevation; claims."""

    bending_0_rad: Array | float
    bending_2_rad: Array | float
    bending_5_rad: Array | float
    scale_height_m: Array | float


def detection_range(radar: Radar, cross_section_m2: Array | float) -> Array:
    """Range [m] against another target: fourth root of cross-section and of dwell."""
    ratio = cross_section_m2 / radar.reach_target_size_m2 * radar.dwell_s / radar.reach_dwell_s
    return radar.reach_range_m * jnp.asarray(ratio) ** 0.25


def bending(refraction: Refraction, elevation_rad: Array, altitude_m: Array) -> Array:
    """Angle [rad] by which the air lifts a target above its straight line of sight.

    Linear between the claimed values at 0, 2 and 5 degrees, beyond as the cotangent; scaled by
    1 - exp(-h / H) for targets still inside the air.
    """
    at = jnp.asarray([0.0, 2.0, 5.0]) * (jnp.pi / 180.0)
    values = jnp.stack([jnp.asarray(b) * 1.0 for b in refraction[:3]])
    low = jnp.interp(elevation_rad, at, values)
    high = refraction.bending_5_rad * jnp.tan(at[2]) / jnp.tan(jnp.maximum(elevation_rad, at[2]))
    outside = 1.0 - jnp.exp(-jnp.maximum(altitude_m, 0.0) / refraction.scale_height_m)
    return jnp.where(elevation_rad > at[2], high, low) * outside


def margin(
    radar: Radar, refraction: Refraction, cross_section_m2: Array | float, r: Vector
) -> Array:
    """How far inside the radar's view each point is: positive in view, negative out of it.

    The smallest of three margins, each a pure number: range (relative), elevation and sector
    (radians). Only its sign and its zero crossings mean anything.

    Parameters
    ----------
    r : Vector
        Earth-fixed positions [m], any shape.
    """
    site = from_geodetic(*(jnp.asarray(x) for x in radar[:3]))
    _, up = altitude_and_up(site)
    east, north = east_north(site, up)
    line = combine((1.0, r), (-1.0, Vector(*(c + 0.0 * r.x for c in site))))
    distance = norm(line)
    straight = jnp.arcsin(jnp.clip(dot(line, up) / distance, -1.0, 1.0))
    altitude_m, _ = altitude_and_up(r)
    apparent = straight + bending(refraction, straight, altitude_m)
    azimuth = jnp.arctan2(dot(line, east), dot(line, north))
    off = jnp.abs(jnp.mod(azimuth - radar.boresight_rad + jnp.pi, 2 * jnp.pi) - jnp.pi)
    all_round = radar.sector_rad >= 2 * jnp.pi - 1e-6
    in_sector = jnp.where(all_round, jnp.inf, radar.sector_rad / 2.0 - off)
    in_range = 1.0 - distance / detection_range(radar, cross_section_m2)
    return jnp.minimum(jnp.minimum(in_range, apparent - radar.min_elevation_rad), in_sector)
