"""The edge of what a radar sees of targets at one altitude: how far on which azimuth."""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Float
from numpy.typing import NDArray

from twoplustwo.physics.arrays import Array
from twoplustwo.physics.earth import (
    Vector,
    altitude_and_up,
    combine,
    east_north,
    from_geodetic,
    norm,
    to_geodetic,
)
from twoplustwo.sensors.radar import Radar, Refraction, margin

F = NDArray[np.float64]

AZIMUTHS = 72  # points of one edge: chords of a whole turn leave out a thousandth
HALVINGS = 40  # of a quarter of the Earth: to a hundredth of a millimetre
NARROWEST_RAD = 1e-6
TURN = 2.0 * np.pi


def clear_azimuths(radar: Radar) -> list[tuple[float, float]]:
    """Stretches of azimuth [rad] in which a radar may look, clockwise; a whole turn is one.

    The sector without the masks on it.
    """
    masks = [(float(m), float(h)) for m, h in np.asarray(radar.blind_rad) if h > 0.0]
    low, width = float(radar.boresight_rad - radar.sector_rad / 2.0), float(radar.sector_rad)
    if width >= TURN - NARROWEST_RAD:
        low, width = sum(masks[0]) if masks else 0.0, TURN
    high = low + width
    # each mask wherever it falls on the stretch, some turns away
    shut = sorted(
        (m - h + turn * TURN, m + h + turn * TURN) for m, h in masks for turn in range(-3, 4)
    )
    found, at = [], low
    for start, end in shut:
        if end <= at or start >= high:
            continue
        found.append((at, start))
        at = end
    found.append((at, high))
    return [(a, b) for a, b in found if b - a > NARROWEST_RAD]


def is_whole(stretch: tuple[float, float]) -> bool:
    """Whether a stretch of azimuth is a whole turn."""
    return stretch[1] - stretch[0] >= TURN - NARROWEST_RAD


@jax.jit
def edge(
    radar: Radar,
    refraction: Refraction,
    cross_section_m2: Array | float,
    altitude_m: Array | float,
    azimuth_rad: Float[Array, "A"],
) -> tuple[Array, Array]:
    """Farthest points in view on some azimuths, whatever sector and masks say.

    From overhead outwards range grows and elevation falls, so that there is one edge.

    Parameters
    ----------
    radar, refraction, cross_section_m2
        As for `radar.margin`.
    altitude_m : float
        Geodetic altitude of the target.
    azimuth_rad : Array, shape (A,)

    Returns
    -------
    latitude_rad, longitude_rad : Array, shape (A,)
        Geodetic; NaN where the target is out of range even overhead.
    """
    anywhere = radar._replace(sector_rad=TURN, blind_rad=0.0 * jnp.asarray(radar.blind_rad))
    place = partial(_above, radar, jnp.asarray(altitude_m), azimuth_rad)

    def halve(_: int, ends: tuple[Array, Array]) -> tuple[Array, Array]:
        near, far = ends
        middle = 0.5 * (near + far)
        seen = margin(anywhere, refraction, cross_section_m2, place(middle)) >= 0.0
        return jnp.where(seen, middle, near), jnp.where(seen, far, middle)

    nowhere = jnp.zeros_like(azimuth_rad)
    near, _ = jax.lax.fori_loop(0, HALVINGS, halve, (nowhere, nowhere + jnp.pi / 2))
    overhead = margin(anywhere, refraction, cross_section_m2, place(nowhere)) >= 0.0
    latitude, longitude, _ = to_geodetic(place(near))
    return jnp.where(overhead, latitude, jnp.nan), jnp.where(overhead, longitude, jnp.nan)


def _above(radar: Radar, altitude_m: Array, azimuth_rad: Array, angle_rad: Array) -> Vector:
    """Points at an altitude in the upright plane of an azimuth, at an angle from the site.

    The angle is at the foot of the site's vertical, one Earth's radius down.
    """
    site = from_geodetic(*(jnp.asarray(x) for x in radar[:3]))
    _, up = altitude_and_up(site)
    east, north = east_north(site, up)
    radius = norm(site)
    foot = combine((1.0, site), (-radius, up))
    sine, cosine = jnp.sin(azimuth_rad), jnp.cos(azimuth_rad)
    onward = combine((sine, east), (cosine, north))
    way = combine((jnp.sin(angle_rad), onward), (jnp.cos(angle_rad), up))

    def lift(_: int, length: Array) -> Array:
        height = altitude_and_up(combine((1.0, foot), (length, way)))[0]
        return length + altitude_m - height

    # the ellipsoid is nearly a sphere around the foot: each pass is a hundred times as close
    length = jax.lax.fori_loop(0, 6, lift, radius + altitude_m + 0.0 * angle_rad)
    return combine((1.0, foot), (length, way))
