"""When an interceptor can be at a point: reading a wavefront, low and lofted branch."""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp

from twoplustwo.engagement.flyout import FARTHEST_RAD, LARGEST_S, Sampling, Wavefront
from twoplustwo.physics import angles
from twoplustwo.physics.arrays import Array


class Seen(NamedTuple):
    """Threat positions as seen from the interceptors' site; one shape, usually (times, B)."""

    bearing_rad: Array
    arc_rad: Array
    elevation_rad: Array
    up_m_s: Array
    onward_m_s: Array
    right_m_s: Array
    time_s: Array  # after the threat's launch; NaN where a meeting is not admissible


class Arrival(NamedTuple):
    """Least flight times to each point; NaN where no flyout comes; leading axis (low, lofted)."""

    flight_time_s: Array
    closing_m_s: Array
    crossing_rad: Array | None  # angle between the two velocities relative to the ground
    angle_rad: Array  # path angle at burnout; those below the flattest that counts are here too


@partial(jax.jit, static_argnames=("sampling", "details"))
def arrival(front: Wavefront, seen: Seen, sampling: Sampling, details: bool = True) -> Arrival:
    """Flight time and closing speed of the two flyouts that pass through each point.

    Parameters
    ----------
    front : Wavefront
        Of one interceptor at one speed.
    seen : Seen
        Points, any shape S.
    details : bool
        Whether the angle between the velocities is wanted; None if not.

    Returns
    -------
    Arrival
        Arrays of shape (2, S).
    """
    count_a, count_r = sampling.azimuths, sampling.arcs
    x = jnp.mod(seen.bearing_rad / (2 * jnp.pi) * count_a, count_a)
    ia = jnp.floor(x).astype(jnp.int32) % count_a
    wa = x - jnp.floor(x)
    ja = (ia + 1) % count_a
    y = jnp.sqrt(seen.arc_rad / FARTHEST_RAD) * count_r - 1.0
    y = jnp.clip(y, 0.0, count_r - 1.0)
    ir = jnp.minimum(jnp.floor(y).astype(jnp.int32), count_r - 2)
    grid = FARTHEST_RAD * ((jnp.stack([ir, ir + 1]) + 1.0) / count_r) ** 2
    wr = jnp.clip((seen.arc_rad - grid[0]) / (grid[1] - grid[0]), 0.0, 1.0)
    corners = [
        (ia, ir, (1 - wa) * (1 - wr)),
        (ja, ir, wa * (1 - wr)),
        (ia, ir + 1, (1 - wa) * wr),
        (ja, ir + 1, wa * wr),
    ]
    highest = jnp.ravel(front.envelope_rad)
    envelope = sum(w * jnp.take(highest, a * count_r + r, mode="clip") for a, r, w in corners)
    below = envelope - seen.elevation_rad
    s = jnp.sqrt(jnp.maximum(below, 0.0)) / LARGEST_S * sampling.branch
    inside = (below >= 0.0) & (seen.arc_rad <= FARTHEST_RAD)

    cells = 2 * sampling.branch + 1
    rows = jnp.reshape(front.field, (count_a * count_r * cells, -1))

    def branch(sign: int) -> Array:
        z = sampling.branch + sign * jnp.minimum(s, sampling.branch - 1e-9)
        k0 = jnp.floor(z).astype(jnp.int32)
        u = (z - k0)[..., None]
        value = 0.0
        for a, r, w in corners:
            at = (a * count_r + r) * cells + k0
            one, two = (jnp.take(rows, x, axis=0, mode="clip") for x in (at, at + 1))
            value = value + w[..., None] * (one * (1 - u) + two * u)
        return jnp.where(inside[..., None], value, jnp.nan)

    both = jnp.stack([branch(-1), branch(1)])
    mine = [both[..., i] for i in (1, 2, 3)]
    theirs = [seen.up_m_s, seen.onward_m_s, seen.right_m_s]
    closing = jnp.sqrt(sum((a - b) ** 2 for a, b in zip(mine, theirs, strict=True)))
    crossing = None
    if details:
        product = sum(a * b for a, b in zip(mine, theirs, strict=True))
        lengths = jnp.sqrt(sum(a * a for a in mine) * sum(b * b for b in theirs))
        crossing = angles.arccos(jnp.clip(product / lengths, -1.0, 1.0))
    return Arrival(both[..., 0], closing, crossing, both[..., 4])
