"""From being in view to having a track: first sight, and the first unbroken stretch long enough."""

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Float

from twoplustwo.physics.arrays import Array
from twoplustwo.physics.fly import Track
from twoplustwo.sensors.radar import Radar, Refraction, margin


def track_start(
    margin_: Float[Array, "N B"], time_s: Float[Array, "N B"], needed_s: Array | float
) -> tuple[Float[Array, "B"], Float[Array, "B"]]:
    """Start of the first unbroken view of at least `needed_s`, and the first sight at all.

    Parameters
    ----------
    margin_, time_s : Array, shape (N, B)
        View margin (positive in view) and times; crossings are interpolated.
    needed_s : float

    Returns
    -------
    start_s, first_s : Array, shape (B,)
        inf where there is none.
    """
    seen: Array = margin_ >= 0.0
    before_m = jnp.concatenate([margin_[:1], margin_[:-1]])
    before_t = jnp.concatenate([time_s[:1], time_s[:-1]])
    gap = margin_ - before_m
    share = jnp.where(gap != 0.0, -before_m / jnp.where(gap != 0.0, gap, 1.0), 0.0)
    crossing = before_t + jnp.clip(share, 0.0, 1.0) * (time_s - before_t)

    def step(start: Array, x: tuple[Array, ...]) -> tuple[Array, Array]:
        now, was, cross, t = x
        start = jnp.where(now & ~was, cross, start)  # comes into view
        start = jnp.where(jnp.logical_or(now, was), start, jnp.inf)
        held = jnp.where(now, t, jnp.where(was, cross, -jnp.inf)) - start
        return start, jnp.where(held >= needed_s, start, jnp.inf)

    was = jnp.concatenate([jnp.zeros_like(seen[:1]), seen[:-1]])
    crossing = crossing.at[0].set(time_s[0])
    start = jnp.full_like(time_s[0], jnp.inf)
    _, starts = jax.lax.scan(step, start, (seen, was, crossing, time_s))
    entered = jnp.where(seen & ~was, crossing, jnp.inf)
    return jnp.min(starts, axis=0), jnp.min(entered, axis=0)


@jax.jit
def radar_track(
    track: Track,
    radar: Radar,
    refraction: Refraction,
    cross_section_m2: Array | float,
    needed_s: Array | float,
) -> tuple[Array, Array]:
    """Start of the first good radar track after burnout, and first sight [s after launch].

    Parameters
    ----------
    track : Track
        Coast of the threats, shape (N, B), burnout first.
    """
    inside = margin(radar, refraction, cross_section_m2, track.r)
    return track_start(inside, track.time_s, needed_s)


def satellite_sight(cloud_break_s: Array, scan_period_s: Array | float) -> Array:
    """First sight of a boosting missile by early-warning satellites [s after launch].

    The later of leaving the clouds and the first scan.
    """
    return np.maximum(cloud_break_s, scan_period_s)
