"""Shot opportunities: shoot, look, shoot again, as long as the path allows."""

from collections.abc import Sequence
from typing import NamedTuple

import jax
import jax.numpy as jnp
from jaxtyping import Float

from twoplustwo.physics.arrays import Array

MOST = 4  # opportunities counted; more than anybody asks for


class Shots(NamedTuple):
    """Opportunities against each threat; `meeting_s` has shape (MOST, B), inf where none."""

    count: Array
    meeting_s: Array


@jax.jit
def first_meeting(
    launch_s: Float[Array, "N B"], time_s: Float[Array, "N B"], ready_s: Float[Array, "B"]
) -> Float[Array, "B"]:
    """Earliest time of a meeting whose interceptor leaves at `ready_s` or later.

    Parameters
    ----------
    launch_s, time_s : Array, shape (N, B)
        Latest launch for a meeting at each time, and the times.
    ready_s : Array, shape (B,)

    Returns
    -------
    Array, shape (B,)
        Interpolated between the samples; inf where there is none.
    """
    works = launch_s >= ready_s
    # the first that works; a search by argmax takes three times as long
    count = works.shape[0]
    i = jnp.min(jnp.where(works, jnp.arange(count)[:, None], count), axis=0)[None] % count
    j = jnp.maximum(i - 1, 0)
    l1, l0 = (jnp.take_along_axis(launch_s, x, axis=0)[0] for x in (i, j))
    t1, t0 = (jnp.take_along_axis(time_s, x, axis=0)[0] for x in (i, j))
    rise = l1 - l0
    share = jnp.where(jnp.isfinite(rise) & (rise > 0.0), (l1 - ready_s) / rise, 0.0)
    return jnp.where(works.any(axis=0), t1 - jnp.clip(share, 0.0, 1.0) * (t1 - t0), jnp.inf)


def opportunities_of_layers(
    paths: Sequence[tuple[Array, Array]], commit_s: Array, looks_s: Array, stock: Array
) -> Shots:
    """Greedy count over several layers: whichever meets the threat first fires next.

    Parameters
    ----------
    paths : sequence of (launch_s, time_s)
        Of each layer, arrays of shape (N, B); see `first_meeting`.
    commit_s : Array, shape (B,)
        First moment at which an interceptor may leave; inf if never.
    looks_s, stock : Array, shape (K,)
        Of each layer: time from a meeting to the next launch of anybody, and how many interceptors
        it has, inf where nobody says.
    """
    return _of_layers(tuple(paths), jnp.asarray(commit_s), jnp.asarray(looks_s), jnp.asarray(stock))


@jax.jit
def _of_layers(
    paths: tuple[tuple[Array, Array], ...], commit_s: Array, looks_s: Array, stock: Array
) -> Shots:
    def one(state: tuple[Array, Array], _: None) -> tuple[tuple[Array, Array], Array]:
        ready, left = state
        meetings = jnp.stack([first_meeting(*path, ready) for path in paths])
        meetings = jnp.where(left >= 1.0, meetings, jnp.inf)
        first = jnp.argmin(meetings, axis=0)
        meeting = jnp.min(meetings, axis=0)
        fires = (jnp.arange(len(paths))[:, None] == first) & jnp.isfinite(meeting)
        return (meeting + looks_s[first], left - jnp.where(fires, 1.0, 0.0)), meeting

    left = jnp.broadcast_to(stock[:, None], (len(paths), commit_s.shape[0]))
    _, meetings = jax.lax.scan(one, (commit_s, left), None, length=MOST)
    return Shots(jnp.sum(jnp.isfinite(meetings), axis=0), meetings)


@jax.jit
def opportunities(
    launch_s: Float[Array, "N B"],
    time_s: Float[Array, "N B"],
    commit_s: Float[Array, "B"],
    assess_s: Array,
) -> Shots:
    """Greedy count: earliest meeting after commit, then the next launch after assessment.

    Parameters
    ----------
    launch_s, time_s : Array, shape (N, B)
        See `first_meeting`.
    commit_s : Array, shape (B,)
        First moment at which an interceptor may leave; inf if never.
    assess_s : float
        Time from a meeting to the next launch.
    """

    def one(ready: Array, _: None) -> tuple[Array, Array]:
        meeting = first_meeting(launch_s, time_s, ready)
        return meeting + assess_s, meeting

    _, meetings = jax.lax.scan(one, commit_s, None, length=MOST)
    return Shots(jnp.sum(jnp.isfinite(meetings), axis=0), meetings)
