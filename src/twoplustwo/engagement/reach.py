"""Reach by the union rule: the latest launch that still meets the threat, at any speed up to v."""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Float
from numpy.typing import NDArray

from twoplustwo.engagement.arrival import Arrival, Seen, arrival
from twoplustwo.engagement.flyout import FLATTEST_RAD, Sampling, Wavefront
from twoplustwo.physics.arrays import Array

F = NDArray[np.float64]


class Limits(NamedTuple):
    """What makes a meeting count; every field is a claim."""

    earliest_flight_s: Array | float  # interceptor burn time plus the kill vehicle's least time
    longest_flight_s: Array | float
    least_closing_m_s: Array | float


class Latest(NamedTuple):
    """For each threat point the latest launch that meets it there; -inf where none; (N, B).

    How that launch meets it may be left out (None) where only the time matters.
    """

    launch_s: Array
    flight_time_s: Array | None
    closing_m_s: Array | None
    crossing_rad: Array | None


def nothing(time_s: Array, details: bool = True) -> Latest:
    """No interceptor yet; arrays of the host."""
    nil = np.full_like(time_s, np.nan) if details else None
    return Latest(np.full_like(time_s, -np.inf), nil, nil, nil)


@partial(jax.jit, static_argnames=("sampling",))
def add_speed(
    best: Latest, front: Wavefront, seen: Seen, limits: Limits, sampling: Sampling
) -> Latest:
    """`arrival` and `absorb` in one: the flyouts of one wavefront added to the union."""
    return absorb(best, arrival(front, seen, sampling), seen.time_s, limits)


@jax.jit
def absorb(best: Latest, arrival: Arrival, time_s: Float[Array, "N B"], limits: Limits) -> Latest:
    """Add the flyouts of one speed to the union.

    Both branches are tested, not only the faster one: a lofted flyout may close quickly enough
    where the low one does not.

    Parameters
    ----------
    best : Latest
        The union so far.
    arrival : Arrival
        Flyouts of the speed to add.
    time_s : Array, shape (N, B)
        Times of the threat points.
    limits : Limits
    """
    f = arrival.flight_time_s
    counts = (
        (f >= limits.earliest_flight_s)
        & (f <= limits.longest_flight_s)
        & (arrival.closing_m_s >= limits.least_closing_m_s)
        & (arrival.angle_rad >= FLATTEST_RAD)
    )
    for branch in (0, 1):
        launch = jnp.where(counts[branch], time_s - f[branch], -jnp.inf)
        launch = jnp.where(jnp.isnan(launch), -jnp.inf, launch)
        later = launch > best.launch_s
        how = [None if x is None else x[branch] for x in arrival[:3]]
        best = Latest(
            *(
                None if a is None or b is None else jnp.where(later, a, b)
                for a, b in zip((launch, *how), best, strict=True)
            )
        )
    return best


def maxima(launch_s: F, apart: int = 1) -> NDArray[np.bool_]:
    """Local maxima of the latest launch along each track, shape (N, B); plateaus count once."""
    padded = np.pad(launch_s, ((apart, apart), (0, 0)), constant_values=-np.inf)
    here = launch_s > -np.inf
    for shift in range(1, apart + 1):
        here &= launch_s > padded[apart - shift : len(padded) - apart - shift]
        here &= launch_s >= padded[apart + shift : len(padded) - apart + shift]
    return here
