"""How long a radar has a coasting threat in view, from when on, and what hides it otherwise."""

from typing import NamedTuple

import jax
import jax.numpy as jnp

from twoplustwo.physics.arrays import Array
from twoplustwo.physics.earth import altitude
from twoplustwo.physics.fly import Track
from twoplustwo.sensors.detect import track_start
from twoplustwo.sensors.radar import Radar, Refraction, margin

UNLIMITED_M = 1e15  # a range beyond everything, to look at horizon and sector alone


class View(NamedTuple):
    """What one radar sees of each flight, shape (B,); times in s after launch.

    Only the coast counts, from burnout to the edge of the air on the way down.
    """

    first_s: Array  # first sight; inf where there is none
    altitude_m: Array  # of the threat then; NaN where there is none
    in_view_s: Array  # all time in view
    longest_s: Array  # longest unbroken view
    burnout_s: Array
    coast_s: Array  # time from burnout to the edge of the air
    risen: Array  # whether it is ever above the least elevation
    turned_to: Array  # whether it is ever so in the sector, and not behind a mask


@jax.jit
def view(
    track: Track, radar: Radar, refraction: Refraction, cross_section_m2: Array | float
) -> View:
    """View of each flight by one radar; crossings between nodes are interpolated.

    Parameters
    ----------
    track : Track
        Coast of the threats, shape (N, B), burnout first.
    radar : Radar
    refraction : Refraction
    cross_section_m2 : float
        Of the threats.
    """
    inside = margin(radar, refraction, cross_section_m2, track.r)
    far = radar._replace(reach_range_m=UNLIMITED_M)
    anywhere = far._replace(sector_rad=2 * jnp.pi, blind_rad=0.0 * jnp.asarray(radar.blind_rad))
    facing = margin(far, refraction, cross_section_m2, track.r)
    above = margin(anywhere, refraction, cross_section_m2, track.r)
    _, first = track_start(inside, track.time_s, 0.0)
    seen = jnp.isfinite(first)
    when = jnp.where(seen, first, track.time_s[0])
    height = jax.vmap(jnp.interp, in_axes=(0, 1, 1))(when, track.time_s, altitude(track.r))
    total, longest = _in_view(inside, track.time_s)
    return View(
        first,
        jnp.where(seen, height, jnp.nan),
        total,
        longest,
        track.time_s[0],
        track.time_s[-1] - track.time_s[0],
        (above >= 0.0).any(axis=0),
        (facing >= 0.0).any(axis=0),
    )


def _in_view(inside: Array, time_s: Array) -> tuple[Array, Array]:
    """Total and longest unbroken time with a margin of at least 0, linear between the nodes."""
    one, two = inside[:-1], inside[1:]
    gap = jnp.where(two == one, 1.0, two - one)
    share = jnp.where(one >= 0.0, jnp.where(two >= 0.0, 1.0, -one / gap), two / gap)
    part = jnp.where((one >= 0.0) | (two >= 0.0), share, 0.0) * jnp.diff(time_s, axis=0)

    def step(run: Array, x: tuple[Array, Array]) -> tuple[Array, Array]:
        now, time = x
        run = run + time
        return jnp.where(now, run, 0.0), run

    _, runs = jax.lax.scan(step, jnp.zeros_like(time_s[0]), (two >= 0.0, part))
    return part.sum(axis=0), runs.max(axis=0)
