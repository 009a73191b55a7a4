"""Flyouts of one interceptor: fly a fan of path angles and azimuths and table when they get where.

A point is given as seen from the site: bearing, central angle, and true elevation. At a bearing
and a central angle the fan sweeps elevations up to an envelope; each elevation below it is
reached twice, low and lofted. Both arrival times are smooth in s = sqrt(envelope - elevation),
negative for the low branch, so that one even table in (bearing, angle, s) holds the whole
wavefront, its edge included.
"""

from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from numpy.typing import NDArray

from twoplustwo.base import constants as k
from twoplustwo.engagement.seen import seen_from
from twoplustwo.physics.arrays import Array
from twoplustwo.physics.boost import Environment, Launch, fly_boost
from twoplustwo.physics.earth import Vector, from_geodetic, to_earth_fixed
from twoplustwo.physics.fall import fly_coast
from twoplustwo.physics.vehicle import Rocket

F = NDArray[np.float64]

FLATTEST_RAD = np.radians(1.0)  # path angle at burnout below which no flyout counts
STAGES = 2  # of every equivalent interceptor
FARTHEST_RAD = np.radians(75.0)
LARGEST_S = 1.5  # sqrt of an elevation difference: 129 degrees, more than there is
UNDERGROUND_M = (
    -2_500_000.0
)  # paths go on below ground for a while, so that no cell of a table ends at it


class Sampling(NamedTuple):
    """How finely the fan is sampled; numerics, tested by halving each."""

    angles: int = 94  # path angles at burnout, about a degree apart
    azimuths: int = 24
    arcs: int = 80  # central angles, dense near the site
    branch: int = 72  # values of s on each branch


class Wavefront(NamedTuple):
    """Arrival tables of one fan.

    `field` has shape (azimuths, arcs, 2 * branch + 1, 5): flight time [s], velocity [m/s] up,
    onward (away from the site) and to the right of it, relative to the ground, and the nominal
    path angle at burnout [rad]; NaN where no flyout comes. `envelope_rad` (azimuths, arcs) is the
    highest elevation reached.
    """

    field: Array
    envelope_rad: Array
    burn_time_s: Array


def path_angles(sampling: Sampling) -> F:
    """Path angles at burnout [rad] of a fan, even almost to the vertical.

    It starts below `FLATTEST_RAD`, so that this limit is read off between flyouts, not cut at one.
    """
    return np.radians(np.linspace(-2.0, 89.5, sampling.angles))


def arc_grid(sampling: Sampling) -> F:
    """Central angles [rad] of the table: squares, so that they are dense near the site."""
    return FARTHEST_RAD * (np.arange(1, sampling.arcs + 1) / sampling.arcs) ** 2


@partial(jax.jit, static_argnames=("sampling",))
def wavefront(
    rocket: Rocket,
    kick_rad: Array,
    latitude_rad: Array,
    altitude_m: Array,
    horizon_s: Array,
    sampling: Sampling,
) -> Wavefront:
    """Fly the fan with Earth rotation and table its arrivals.

    Parameters
    ----------
    rocket : Rocket
        One equivalent interceptor.
    kick_rad : Array, shape (angles,)
        Kick for each path angle; NaN leaves that angle out.
    latitude_rad, altitude_m : float
        Site; its longitude does not matter.
    horizon_s : float
        Longest flight tabled.
    """
    azimuth = jnp.linspace(0.0, 2 * jnp.pi, sampling.azimuths, endpoint=False)
    a, kick = (x.ravel() for x in jnp.meshgrid(azimuth, kick_rad, indexing="ij"))
    missing = jnp.isnan(kick)
    zero = jnp.zeros_like(a)
    launch = Launch(zero + latitude_rad, zero, a, jnp.where(missing, 0.01, kick), zero + 1.0)
    env = Environment()
    b, path = fly_boost(rocket, launch, env, path=True, stages=STAGES)
    assert path is not None
    beta = jnp.asarray(rocket.ballistic_coefficient_kg_m2)
    coast = fly_coast(b, beta, env, horizon_s - b.time_s)
    every = 3  # the boost path is smooth; its far end is the first point of the coast
    time = jnp.concatenate([path[0][::every], coast.time_s])
    r = Vector(*(jnp.concatenate([p[::every], c]) for p, c in zip(path[1], coast.r, strict=True)))
    v = Vector(*(jnp.concatenate([p[::every], c]) for p, c in zip(path[2], coast.v, strict=True)))
    fixed = to_earth_fixed(r, time)
    spin = k.EARTH_ROTATION_RAD_S
    turned = to_earth_fixed(v, time)
    moving = Vector(turned.x + spin * fixed.y, turned.y - spin * fixed.x, turned.z)
    site = from_geodetic(jnp.asarray(latitude_rad), jnp.zeros(()), jnp.asarray(altitude_m))
    bearing, arc, elevation, local, height = seen_from(site, fixed, moving)
    bad = missing[None] | (height < UNDERGROUND_M)
    bad = jnp.cumsum(bad, axis=0) > 0
    shape = (time.shape[0], sampling.azimuths, sampling.angles)
    offset = jnp.mod(bearing - a[None] + jnp.pi, 2 * jnp.pi) - jnp.pi
    nominal = jnp.tile(jnp.asarray(path_angles(sampling)), sampling.azimuths)
    spread = [jnp.broadcast_to(x, elevation.shape) for x in (time, nominal)]
    fields = jnp.stack([elevation, spread[0], *local, spread[1], offset], axis=-1)
    fields = jnp.where(bad[..., None], jnp.nan, fields).reshape(*shape, 7)
    arc = jnp.where(bad, jnp.nan, arc).reshape(shape)
    by_arc = _at_arcs(arc, fields, jnp.asarray(arc_grid(sampling)))
    table, envelope, turn = _by_branch(by_arc, sampling)
    return _by_bearing(table, envelope, turn, b.time_s[0], sampling)


def _at_arcs(arc: Array, fields: Array, grid: Array) -> Array:
    """Read each path at the central angles of the grid; NaN before it starts or after it ends."""

    def one(x: Array, f: Array) -> Array:
        valid = ~jnp.isnan(x)
        x = jnp.where(valid, x, -jnp.inf)
        rising = jax.lax.cummax(x)  # near the vertical the Earth turns below the path
        end = jnp.max(rising)
        last = jnp.sum(valid) - 1
        rising = jnp.where(valid, rising, end + 1.0 + jnp.arange(x.shape[0]))
        i = jnp.clip(jnp.searchsorted(rising, grid) - 1, 0, jnp.maximum(last - 1, 0))
        w = (grid - rising[i]) / jnp.maximum(rising[i + 1] - rising[i], 1e-12)
        inside = (grid <= end) & (last > 0)
        w = jnp.clip(w, 0.0, 1.0)[:, None]
        return jnp.where(inside[:, None], f[i] * (1 - w) + f[i + 1] * w, jnp.nan)

    over_angles = jax.vmap(one, in_axes=(1, 1), out_axes=1)
    return jax.vmap(over_angles, in_axes=(1, 1))(arc, fields)  # (azimuth, arc, angle, field)


def _by_branch(by_arc: Array, sampling: Sampling) -> tuple[Array, Array, Array]:
    """From path angles to the even grid of s on both branches around the envelope."""
    s_grid = jnp.linspace(0.0, LARGEST_S, sampling.branch + 1)

    def one(f: Array) -> tuple[Array, Array, Array]:
        e = f[:, 0]
        count = e.shape[0]
        known = ~jnp.isnan(e)
        top = jnp.argmax(jnp.where(known, e, -jnp.inf))
        mid = jnp.clip(top, 1, count - 2)
        e0, e1, e2 = e[mid - 1], e[mid], e[mid + 1]
        curve = e0 - 2 * e1 + e2
        shift = jnp.where(curve < 0.0, 0.5 * (e0 - e2) / curve, 0.0)
        smooth = (mid == top) & jnp.isfinite(curve)
        shift = jnp.where(smooth, jnp.clip(shift, -1.0, 1.0), 0.0)
        peak = jnp.where(smooth, e1 - 0.25 * (e0 - e2) * shift, e[top])
        f0, f1, f2 = f[mid - 1], f[mid], f[mid + 1]
        at_peak = f1 + 0.5 * shift * (f2 - f0) + 0.5 * shift**2 * (f0 - 2 * f1 + f2)
        at_peak = jnp.where(smooth, at_peak, f[top])
        s = jnp.sqrt(jnp.maximum(peak - e, 0.0))
        index = jnp.arange(count)
        place = mid + jnp.where(smooth, shift, 0.0)
        place = jnp.where(smooth, place, top)

        def branch(mine: Array) -> Array:
            x = jnp.where(mine & known, s, jnp.inf)
            order = jnp.argsort(x)
            x = jnp.concatenate([jnp.zeros(1), x[order]])
            y = jnp.concatenate([at_peak[None], f[order]])
            i = jnp.clip(jnp.searchsorted(x, s_grid, side="right") - 1, 0, count - 1)
            w = (s_grid - x[i]) / jnp.where(x[i + 1] > x[i], x[i + 1] - x[i], 1.0)
            value = y[i] * (1 - w[:, None]) + y[i + 1] * w[:, None]
            value = jnp.where(jnp.isfinite(x[i + 1])[:, None], value, jnp.nan)
            return value.at[0].set(at_peak)

        low, high = branch(index < place), branch(index > place)
        return jnp.concatenate([low[::-1], high[1:]])[:, 1:], peak, at_peak[6]

    return jax.vmap(jax.vmap(one))(by_arc)


def _by_bearing(
    table: Array, envelope: Array, turn: Array, burn_time_s: Array, sampling: Sampling
) -> Wavefront:
    """From launch azimuths to the bearing at the point: Coriolis turns the paths."""
    count = sampling.azimuths
    azimuth = jnp.arange(count) * (2 * jnp.pi / count)
    step = 2 * jnp.pi / count

    def read(values: Array, at: Array) -> Array:
        """Periodic linear reading of (azimuth, ...) at azimuths of the same shape."""
        x = jnp.mod(at / step, count)
        i = jnp.floor(x).astype(int) % count
        w = x - jnp.floor(x)
        a = jnp.take_along_axis(values, i, axis=0)
        b = jnp.take_along_axis(values, (i + 1) % count, axis=0)
        return a * (1 - w) + b * w

    def source(offset: Array) -> Array:
        start = azimuth.reshape(-1, *([1] * (offset.ndim - 1))) - offset
        return start + offset - read(offset, start)

    at = source(table[..., 5])
    field = jnp.stack([read(table[..., i], at) for i in range(5)], axis=-1)
    # kept in single precision: a ten-thousandth of a second, at half the memory
    return Wavefront(field.astype(jnp.float32), read(envelope, source(turn)), burn_time_s)
