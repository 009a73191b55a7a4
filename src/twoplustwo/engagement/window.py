"""The part of a threat's path where a meeting may count: past burnout and above the keep-out."""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp

from twoplustwo.engagement.arrival import Seen
from twoplustwo.engagement.seen import seen_from
from twoplustwo.physics.arrays import Array
from twoplustwo.physics.earth import Vector, altitude_and_up, from_geodetic
from twoplustwo.physics.fly import Track


class Points(NamedTuple):
    """Points on the tracks as seen from the interceptors' site, and where they are; (N, B)."""

    seen: Seen
    latitude_rad: Array
    longitude_rad: Array
    altitude_m: Array


def hermite(track: Track, at_s: Array) -> tuple[Vector, Vector]:
    """Position and velocity on a track at times of shape (N, B), cubic between its nodes."""

    def one(time: Array, r: Array, v: Array, t: Array) -> tuple[Array, Array]:
        i = jnp.clip(jnp.searchsorted(time, t) - 1, 0, time.shape[0] - 2)
        h = time[i + 1] - time[i]
        u = (t - time[i]) / h
        r0, r1, v0, v1 = r[i], r[i + 1], h * v[i], h * v[i + 1]
        c2, c3 = 3 * (r1 - r0) - 2 * v0 - v1, 2 * (r0 - r1) + v0 + v1
        place = r0 + u * (v0 + u * (c2 + u * c3))
        return place, (v0 + u * (2 * c2 + u * 3 * c3)) / h

    each = jax.vmap(one, in_axes=1, out_axes=1)
    pairs = [each(track.time_s, r, v, at_s) for r, v in zip(track.r, track.v, strict=True)]
    return Vector(*(p[0] for p in pairs)), Vector(*(p[1] for p in pairs))


@partial(jax.jit, static_argnames=("samples",))
def window(
    track: Track,
    settle_s: Array,
    keep_out_m: Array,
    site: tuple[Array, Array, Array],
    samples: int,
) -> Points:
    """Sample the admissible part of each track evenly, ends included.

    Parameters
    ----------
    track : Track
        Coast of the threats, shape (N, B).
    settle_s : float
        Time after burnout before which nothing counts.
    keep_out_m : float
        Least altitude of a meeting.
    site : tuple
        Geodetic latitude, longitude [rad] and altitude [m] of the interceptors.
    samples : int
        Points for each track.

    Returns
    -------
    Points
        Shape (samples, B), times NaN for a track that never rises above the keep-out.
    """
    height, _ = altitude_and_up(track.r)
    above = height >= keep_out_m
    first, last = jnp.argmax(above, axis=0), above.shape[0] - 1 - jnp.argmax(above[::-1], axis=0)

    def crossing(inner: Array, outer: Array) -> Array:
        """Time at which the altitude passes the keep-out between two neighbouring nodes."""
        take = partial(jnp.take_along_axis, axis=0)
        hi, ho = (take(height, x[None])[0] for x in (inner, outer))
        ti, to = (take(track.time_s, x[None])[0] for x in (inner, outer))
        share = jnp.where(hi != ho, (hi - keep_out_m) / jnp.where(hi != ho, hi - ho, 1.0), 0.0)
        return ti + jnp.clip(share, 0.0, 1.0) * (to - ti)

    up = crossing(first, jnp.maximum(first - 1, 0))
    down = crossing(last, jnp.minimum(last + 1, above.shape[0] - 1))
    start = jnp.maximum(track.time_s[0] + settle_s, up)
    empty = ~above.any(axis=0) | (start >= down)
    share = jnp.linspace(0.0, 1.0, samples)[:, None]
    time = jnp.where(empty, track.time_s[0], start) * (1 - share) + share * jnp.where(
        empty, track.time_s[-1], down
    )
    points = at_times(track, time, site)
    return points._replace(seen=points.seen._replace(time_s=jnp.where(empty, jnp.nan, time)))


@jax.jit
def at_times(track: Track, time_s: Array, site: tuple[Array, Array, Array]) -> Points:
    """Points on the tracks at given times, shape (N, B), whether or not a meeting counts there."""
    r, v = hermite(track, time_s)
    here = from_geodetic(*(jnp.asarray(x) for x in site))
    bearing, arc, elevation, local, altitude = seen_from(here, r, v)
    _, normal = altitude_and_up(r)
    seen = Seen(bearing, arc, elevation, *local, time_s)
    return Points(seen, jnp.arcsin(normal.z), jnp.arctan2(r.y, r.x), altitude)
