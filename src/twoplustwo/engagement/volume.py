"""The volume in which an interceptor can meet: range over the ground, floor and ceiling."""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp

from twoplustwo.base.constants import EARTH_MEAN_RADIUS_M
from twoplustwo.engagement.reach import Latest
from twoplustwo.engagement.window import Points, at_times
from twoplustwo.physics import angles
from twoplustwo.physics.arrays import Array
from twoplustwo.physics.earth import from_geodetic, norm
from twoplustwo.physics.fly import Track

LOOKS = 384  # at each flight, to find where it enters and leaves: every second or two
HALVINGS = 24  # of the time between two looks: to a ten-millionth of a second
SLACK_M = 0.01  # of the edges, so that what was found on one of them is inside


class Volume(NamedTuple):
    """Where meetings count; every field is a claim, infinite where there is no such limit."""

    range_m: Array | float  # over the ground, from the site
    floor_m: Array | float
    ceiling_m: Array | float


def is_inside(points: Points, volume: Volume) -> Array:
    """Whether each point lies in the volume; edges are inside."""
    distance_m = EARTH_MEAN_RADIUS_M * points.seen.arc_rad
    return (
        (distance_m <= volume.range_m + SLACK_M)
        & (points.altitude_m >= volume.floor_m - SLACK_M)
        & (points.altitude_m <= volume.ceiling_m + SLACK_M)
    )


@partial(jax.jit, static_argnames=("samples",))
def window_inside(
    track: Track,
    from_s: Array,
    volume: Volume,
    site: tuple[Array, Array, Array],
    samples: int,
) -> Points:
    """Sample each track evenly from where it first enters a volume to where it last leaves it.

    A track that enters twice has samples outside between; `is_inside` tells them apart.

    Parameters
    ----------
    track : Track
        Whole flights, shape (N, B).
    from_s : Array, shape (B,)
        Time after launch before which nothing counts.
    volume : Volume
    site : tuple
        Geodetic latitude, longitude [rad] and altitude [m] of the interceptors.
    samples : int
        Points for each track, both ends included.

    Returns
    -------
    Points
        Shape (samples, B), times NaN for a track that is never inside.
    """
    share = jnp.linspace(0.0, 1.0, LOOKS)[:, None]
    grid = from_s * (1 - share) + track.time_s[-1] * share
    seen = is_inside(at_times(track, grid, site), volume) & (grid >= from_s)
    ever = seen.any(axis=0)
    first, last = jnp.argmax(seen, axis=0), LOOKS - 1 - jnp.argmax(seen[::-1], axis=0)

    def edge(inner: Array, outer: Array) -> Array:
        """Last time that is inside between a look inside and the one beside it outside."""
        one, other = (jnp.take_along_axis(grid, x[None], axis=0) for x in (inner, outer))

        def halve(_: int, ends: tuple[Array, Array]) -> tuple[Array, Array]:
            near, far = ends
            middle = 0.5 * (near + far)
            within = is_inside(at_times(track, middle, site), volume)
            return jnp.where(within, middle, near), jnp.where(within, far, middle)

        near, _ = jax.lax.fori_loop(0, HALVINGS, halve, (one, other))
        return near[0]

    start = edge(first, jnp.maximum(first - 1, 0))
    end = edge(last, jnp.minimum(last + 1, LOOKS - 1))
    part = jnp.linspace(0.0, 1.0, samples)[:, None]
    time = start * (1 - part) + end * part
    points = at_times(track, time, site)
    return points._replace(seen=points.seen._replace(time_s=jnp.where(ever, time, jnp.nan)))


@jax.jit
def only_inside(best: Latest, points: Points, volume: Volume) -> Latest:
    """The latest launches without those whose meeting lies outside the volume."""
    counts = is_inside(points, volume) & ~jnp.isnan(points.seen.time_s)
    return best._replace(launch_s=jnp.where(counts, best.launch_s, -jnp.inf))


@jax.jit
def straight_shots(
    points: Points,
    volume: Volume,
    mean_speed_m_s: Array | float,
    site: tuple[Array, Array, Array],
    least_closing_m_s: Array | float,
    longest_flight_s: Array | float,
) -> Latest:
    """Latest launch that meets each point, by an interceptor of one mean speed on a straight line.

    All that is printed of many interceptors is how far, how low, how high and how fast on average;
    with the time of flight that gives when, and no more. The velocity at the meeting is therefore
    the mean speed along the line of sight, which closing speed and angle are told by.

    Parameters
    ----------
    points : Points
        On the threats' tracks, shape (N, B).
    volume : Volume
    mean_speed_m_s : float
        From launch to meeting.
    site : tuple
        Geodetic latitude, longitude [rad] and altitude [m] of the interceptors.
    least_closing_m_s, longest_flight_s : float
        0 and infinite where the interceptor claims none.
    """
    seen = points.seen
    here = norm(from_geodetic(*(jnp.asarray(x) for x in site)))
    there = norm(from_geodetic(points.latitude_rad, points.longitude_rad, points.altitude_m))
    up = there - here * jnp.cos(seen.arc_rad)
    onward = here * jnp.sin(seen.arc_rad)
    distance = jnp.sqrt(up**2 + onward**2)
    per_m = mean_speed_m_s / jnp.maximum(distance, 1e-3)
    mine = (up * per_m, onward * per_m, jnp.zeros_like(up))
    theirs = (seen.up_m_s, seen.onward_m_s, seen.right_m_s)
    closing = jnp.sqrt(sum((a - b) ** 2 for a, b in zip(mine, theirs, strict=True)))
    length = jnp.sqrt(sum(b * b for b in theirs)) * mean_speed_m_s
    product = sum(a * b for a, b in zip(mine, theirs, strict=True))
    crossing = angles.arccos(jnp.clip(product / jnp.maximum(length, 1e-3), -1.0, 1.0))
    flight = distance / mean_speed_m_s
    counts = (closing >= least_closing_m_s) & (flight <= longest_flight_s)
    launch = jnp.where(counts, seen.time_s - flight, -jnp.inf)
    return only_inside(Latest(launch, flight, closing, crossing), points, volume)
