"""What a radar sees of a coasting threat: range, elevation with bending, sector."""

from typing import NamedTuple

import jax.numpy as jnp
import numpy as np

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

NOT_BLIND = np.zeros((4, 2))
"""Four masks that forbid nothing: middle and half width of the azimuths [rad]."""


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
    blind_rad: Array = NOT_BLIND  # middle and half width of azimuths where it must not look
    horizon_rad: Array | None = None  # rows: middle, half width of azimuths, least elevation there


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

    The smallest of some margins, each a pure number: range (relative), elevation, sector, azimuths
    where it must not look and horizons, mountains say, higher than its least elevation (radians).
    Only its sign and its zero crossings mean anything.

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
    off = _apart(azimuth, radar.boresight_rad)
    all_round = radar.sector_rad >= 2 * jnp.pi - 1e-6
    in_sector = jnp.where(all_round, jnp.inf, radar.sector_rad / 2.0 - off)
    # no loop over masks: their number is fixed, and one without width is none
    middle, half = (jnp.asarray(radar.blind_rad)[:, i] for i in (0, 1))
    beside = _apart(azimuth[..., None], middle) - half
    unmasked = jnp.where(half > 0, beside, jnp.inf).min(axis=-1)
    in_range = 1.0 - distance / detection_range(radar, cross_section_m2)
    seen = jnp.minimum(jnp.minimum(in_range, apparent - radar.min_elevation_rad), in_sector)
    seen = jnp.minimum(seen, unmasked)
    if radar.horizon_rad is None:
        return seen
    middle, half, least = (jnp.asarray(radar.horizon_rad)[:, i] for i in (0, 1, 2))
    # beside the azimuths of a row, or above it
    clear = jnp.maximum(_apart(azimuth[..., None], middle) - half, apparent[..., None] - least)
    return jnp.minimum(seen, clear.min(axis=-1))


def _apart(azimuth_rad: Array, other_rad: Array | float) -> Array:
    """Angle [rad] between two azimuths, 0 to pi."""
    return jnp.abs(jnp.mod(azimuth_rad - other_rad + jnp.pi, 2 * jnp.pi) - jnp.pi)
