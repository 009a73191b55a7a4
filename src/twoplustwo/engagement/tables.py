"""From paths to arrival tables: read at central angles, then by branch, then by bearing.

Rows of all fields are read at once, and samples are put into the cells of an even grid by counting:
sorting and searching column by column took four times as long as flying.
"""

from collections.abc import Callable
from functools import partial

import jax
import jax.numpy as jnp
from jaxtyping import Float

from twoplustwo.physics.arrays import Array


def _rows(flat: Array, index: Array) -> Array:
    """Rows of (N, fields) at an index of any shape."""
    return jnp.take(flat, index, axis=0, mode="clip")


@jax.jit
def at_arcs(
    arc: Float[Array, "times azimuths angles"],
    fields: Float[Array, "times azimuths angles K"],
    grid: Float[Array, "arcs"],
) -> Float[Array, "azimuths arcs angles K"]:
    """Read each path at the central angles of a grid; NaN before it starts or after it ends.

    Parameters
    ----------
    arc : Array, shape (times, azimuths, angles)
        Central angle along each path, NaN from where it no longer counts.
    fields : Array, shape (times, azimuths, angles, K)
    grid : Array, shape (arcs,)
        Squares of an even grid that begins with one step from zero.

    Returns
    -------
    Array, shape (azimuths, arcs, angles, K)
    """

    times, azimuths, angles = arc.shape
    count, paths = grid.shape[0], azimuths * angles
    x = arc.reshape(times, paths)
    valid = ~jnp.isnan(x)
    # near the vertical the Earth turns below the path
    rising = along(jnp.maximum, jnp.where(valid, x, -jnp.inf))
    last = jnp.sum(valid, axis=0) - 1
    # the grid is even in the root of the angle: the first line of it at or beyond each node
    line = jnp.ceil(jnp.sqrt(jnp.maximum(rising, 0.0) / grid[-1]) * count) - 1
    line = jnp.where(valid, jnp.clip(line, 0, count), count).astype(jnp.int32)
    path = jnp.arange(paths)[None]
    counts = jnp.zeros((count + 1, paths), jnp.int32).at[line, path].add(1)
    below = along(jnp.add, counts)[:-1]
    at = jnp.clip(below - 1, 0, jnp.maximum(last - 1, 0)) * paths + path
    x0, x1 = (jnp.take(rising.ravel(), n, mode="clip") for n in (at, at + paths))
    w = jnp.clip((grid[:, None] - x0) / jnp.maximum(x1 - x0, 1e-12), 0.0, 1.0)[..., None]
    inside = (grid[:, None] <= rising[-1]) & (last > 0)
    flat = fields.reshape(times * paths, -1)
    f0, f1 = (_rows(flat, n) for n in (at, at + paths))
    out = jnp.where(inside[..., None], f0 * (1 - w) + f1 * w, jnp.nan)
    return out.reshape(count, azimuths, angles, -1).swapaxes(0, 1)


def along(join: Callable[[Array, Array], Array], values: Array) -> Array:
    """Running maximum or sum along the first axis (measured: a tenth of the library's time)."""

    def step(so_far: Array, row: Array) -> tuple[Array, Array]:
        joined = join(so_far, row)
        return joined, joined

    _, rest = jax.lax.scan(step, values[0], values[1:])
    return jnp.concatenate([values[:1], rest])


@partial(jax.jit, static_argnames=("branch",))
def by_branch(
    by_arc: Float[Array, "azimuths arcs angles K"], largest_s: float, branch: int
) -> tuple[
    Float[Array, "azimuths arcs cells fields"],
    Float[Array, "azimuths arcs"],
    Float[Array, "azimuths arcs"],
]:
    """From path angles to an even grid of s = sqrt(envelope - elevation), low branch negative.

    Parameters
    ----------
    by_arc : Array, shape (azimuths, arcs, angles, K)
        Elevation first; NaN where a path does not come. Elevation has one maximum over the angles.
    largest_s : float
        End of the grid on both sides.
    branch : int
        Cells on each branch.

    Returns
    -------
    table : Array, shape (azimuths, arcs, 2 * branch + 1, K - 1)
        The other fields.
    envelope, turn : Array, shape (azimuths, arcs)
        Highest elevation, by a parabola through the highest three, and the last field there.
    """
    azimuths, arcs, angles, _ = by_arc.shape
    base = (jnp.arange(azimuths * arcs) * angles).reshape(azimuths, arcs)
    flat = by_arc.reshape(azimuths * arcs * angles, -1)
    elevation = by_arc[..., 0]
    known = ~jnp.isnan(elevation)
    envelope, at_peak, place = _peak(flat, base, jnp.where(known, elevation, -jnp.inf))
    first = _first(known)[..., None]
    last = angles - 1 - _first(known[..., ::-1])[..., None]
    s = _below_the_envelope(elevation, known, envelope, place, last)
    step = largest_s / branch
    grid = (jnp.arange(2 * branch + 1) - branch) * step
    below = _samples_below(s, step, branch)
    i = jnp.clip(below - 1, 0, angles - 1)
    j = jnp.clip(below, 0, angles - 1)
    inside = (below - 1 >= first) & (below <= last)
    s0, s1 = (jnp.take(s.ravel(), base[..., None] + x) for x in (i, j))
    index = jnp.arange(angles)
    nearest = jax.lax.cummax(jnp.where(known, index, 0), axis=2)  # known, at or before
    low = jnp.take(nearest.ravel(), base[..., None] + i)
    y0, y1 = (_rows(flat, base[..., None] + x)[..., 1:] for x in (low, j))
    peak = at_peak[..., None, 1:]
    table = _between(grid, (s0, s1), (y0, y1), peak, inside)
    return table, envelope, at_peak[..., -1]


def _below_the_envelope(
    elevation: Array, known: Array, envelope: Array, place: Array, last: Array
) -> Array:
    """s = sqrt(envelope - elevation) of each path, rising: negative before the highest one."""
    index = jnp.arange(elevation.shape[-1])
    s = jnp.sqrt(jnp.maximum(envelope[..., None] - elevation, 0.0))
    s = jnp.where(index < place[..., None], -s, s)
    s = jnp.where(known, s, -jnp.inf)
    return jax.lax.cummax(jnp.where(index > last, jnp.inf, s), axis=2)


def _samples_below(s: Array, step: float, branch: int) -> Array:
    """Samples at or below each line of the even grid, shape (azimuths, arcs, lines)."""
    azimuths, arcs, _ = s.shape
    cell = jnp.clip(jnp.ceil(s / step) + branch, 0, 2 * branch + 1).astype(jnp.int32)
    column = jnp.arange(azimuths * arcs).reshape(azimuths, arcs, 1)
    counts = jnp.zeros((azimuths * arcs, 2 * branch + 2), jnp.int32).at[column, cell].add(1)
    return jnp.cumsum(counts, axis=1)[:, :-1].reshape(azimuths, arcs, -1)


def _between(
    grid: Array, s: tuple[Array, Array], y: tuple[Array, Array], peak: Array, inside: Array
) -> Array:
    """Fields on the grid, linear between samples; the peak neighbours those beside it."""
    (s0, s1), (y0, y1) = s, y
    before, after = (grid < 0.0) & (s1 > 0.0), (grid > 0.0) & (s0 < 0.0)
    s0, s1 = jnp.where(after, 0.0, s0), jnp.where(before, 0.0, s1)
    y0, y1 = (jnp.where(w[..., None], peak, one) for w, one in ((after, y0), (before, y1)))
    part = jnp.where(s1 > s0, (grid - s0) / jnp.where(s1 > s0, s1 - s0, 1.0), 0.0)[..., None]
    table = jnp.where(inside[..., None], y0 * (1 - part) + y1 * part, jnp.nan)
    return jnp.where((grid == 0.0)[:, None], peak, table)


def _first(true: Array) -> Array:
    """Place of the first true on the last axis, 0 where there is none."""
    count = true.shape[-1]
    return jnp.min(jnp.where(true, jnp.arange(count), count), axis=-1) % count


def _peak(flat: Array, base: Array, elevation: Array) -> tuple[Array, Array, Array]:
    """Highest elevation of each column, all fields there, and its place on the axis of angles."""
    top = _first(elevation == elevation.max(axis=2, keepdims=True))
    mid = jnp.clip(top, 1, elevation.shape[2] - 2)
    f0, f1, f2 = (_rows(flat, base + mid + d) for d in (-1, 0, 1))
    e0, e1, e2 = f0[..., 0], f1[..., 0], f2[..., 0]
    curve = e0 - 2 * e1 + e2
    smooth = (mid == top) & jnp.isfinite(curve)
    shift = jnp.where(curve < 0.0, 0.5 * (e0 - e2) / curve, 0.0)
    shift = jnp.where(smooth, jnp.clip(shift, -1.0, 1.0), 0.0)
    highest = _rows(flat, base + top)
    envelope = jnp.where(smooth, e1 - 0.25 * (e0 - e2) * shift, highest[..., 0])
    x = shift[..., None]
    fields = f1 + 0.5 * x * (f2 - f0) + 0.5 * x**2 * (f0 - 2 * f1 + f2)
    place = jnp.where(smooth, mid + shift, top)
    return envelope, jnp.where(smooth[..., None], fields, highest), place


@jax.jit
def by_bearing(
    table: Float[Array, "azimuths arcs cells K"],
    envelope: Float[Array, "azimuths arcs"],
    turn: Float[Array, "azimuths arcs"],
) -> tuple[Float[Array, "azimuths arcs cells K-1"], Float[Array, "azimuths arcs"]]:
    """From launch azimuths to the bearing at the point: Coriolis turns the paths.

    Parameters
    ----------
    table : Array, shape (azimuths, arcs, cells, K)
        Last field: bearing minus azimuth.
    envelope, turn : Array, shape (azimuths, arcs)
        From `by_branch`.

    Returns
    -------
    field : Array, shape (azimuths, arcs, cells, K - 1)
        In single precision: a ten-thousandth of a second, at half the memory.
    envelope : Array, shape (azimuths, arcs)
    """
    count = table.shape[0]
    step = 2 * jnp.pi / count

    def read(values: Array, at: Array) -> Array:
        """Periodic linear reading of (azimuth, ..., K) at azimuths of shape (azimuth, ...)."""
        x = at / step
        low = jnp.floor(x)
        w = (x - low)[..., None]
        i = (low - count * jnp.floor(low / count)).astype(jnp.int32)  # remainders are slow
        rest = at[0].size
        column = jnp.arange(rest).reshape(1, *at.shape[1:])
        flat = values.reshape(count * rest, -1)
        after = jnp.where(i + 1 == count, 0, i + 1)
        a, b = (_rows(flat, n * rest + column) for n in (i, after))
        return a * (1 - w) + b * w

    def source(offset: Array) -> Array:
        azimuth = (jnp.arange(count) * step).reshape(-1, *([1] * (offset.ndim - 1)))
        return azimuth - read(offset[..., None], azimuth - offset)[..., 0]

    azimuth = jax.lax.optimization_barrier(source(table[..., -1]))  # once, not for every field
    field = read(table, azimuth)[..., :-1]
    return field.astype(jnp.float32), read(envelope[..., None], source(turn))[..., 0]
