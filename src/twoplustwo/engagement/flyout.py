"""Flyouts of one interceptor: fly a fan of path angles and azimuths and table when they get where.

A point is given as seen from the site: bearing, central angle, and true elevation. At a bearing
and a central angle the fan sweeps elevations up to an envelope; each elevation below it is
reached twice, low and lofted. Both arrival times are smooth in s = sqrt(envelope - elevation),
negative for the low branch, so that one even table in (bearing, angle, s) holds the whole
wavefront, its edge included.
"""

from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jaxtyping import Float
from numpy.typing import NDArray

from twoplustwo.base import constants as k
from twoplustwo.engagement import tables
from twoplustwo.engagement.seen import seen_from
from twoplustwo.physics.arrays import Array
from twoplustwo.physics.boost import Environment, Launch, fly_boost
from twoplustwo.physics.earth import Vector, from_geodetic, to_earth_fixed
from twoplustwo.physics.fall import fly_coast
from twoplustwo.physics.vehicle import Rocket

F = NDArray[np.float64]

FLATTEST_RAD = np.radians(1.0)  # path angle at burnout below which no flyout counts
STAGES = 2  # of every equivalent interceptor
BOOST_REFINE = 0.5  # half the steps of a missile: some 50 m, a hundredth of a second
PARTS = 2  # of a fan, by azimuth
FARTHEST_RAD = np.radians(75.0)
LARGEST_S = 1.5  # sqrt of an elevation difference: 129 degrees, more than there is
UNDERGROUND_M = (
    -2_500_000.0
)  # paths go on below ground for a while, so that no cell of a table ends at it


class Sampling(NamedTuple):
    """How finely the fan is sampled; numerics, tested by halving each."""

    angles: int = 94  # path angles at burnout, about a degree apart
    azimuths: int = 24  # an even number
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


@jax.jit
def _fan(
    rocket: Rocket, kick_rad: Array, azimuth_rad: Array, site: tuple[Array, Array], horizon_s: Array
) -> tuple[Array, Vector, Vector]:
    """Fly every path angle on A azimuths: times and inertial states, (times, A * angles)."""
    a, kick = (x.ravel() for x in jnp.meshgrid(azimuth_rad, kick_rad, indexing="ij"))
    zero = jnp.zeros_like(a)
    launch = Launch(zero + site[0], zero, a, jnp.where(jnp.isnan(kick), 0.01, kick), zero + 1.0)
    env = Environment()
    b, path = fly_boost(rocket, launch, env, refine=BOOST_REFINE, path=True, stages=STAGES)
    assert path is not None
    beta = jnp.asarray(rocket.ballistic_coefficient_kg_m2)
    coast = fly_coast(b, beta, env, horizon_s - b.time_s)
    every = 2  # the boost path is smooth; its far end is the first point of the coast
    time = jnp.concatenate([path[0][::every], coast.time_s])
    r = Vector(*(jnp.concatenate([p[::every], c]) for p, c in zip(path[1], coast.r, strict=True)))
    v = Vector(*(jnp.concatenate([p[::every], c]) for p, c in zip(path[2], coast.v, strict=True)))
    return time, r, v


@partial(jax.jit, static_argnames=("sampling",))
def _look(
    flown: tuple[Array, Vector, Vector],
    kick_rad: Array,
    azimuth_rad: Array,
    site: tuple[Array, Array],
    sampling: Sampling,
) -> tuple[Array, Array]:
    """Look at the paths of `_fan` from the site.

    A step of its own: fused with the flight, both were done over and over.

    Returns
    -------
    arc_rad : Array, shape (times, A, angles)
        Central angles; NaN from where a path no longer counts.
    fields : Array, shape (times, A, angles, 7)
        Elevation, time, velocity up, onward and right, nominal angle, bearing minus azimuth.
    """
    time, r, v = flown
    a, kick = (x.ravel() for x in jnp.meshgrid(azimuth_rad, kick_rad, indexing="ij"))
    missing = jnp.isnan(kick)
    same = time[:, :1]  # all burn out together: one angle of the Earth for each node
    fixed = to_earth_fixed(r, same)
    spin = k.EARTH_ROTATION_RAD_S
    turned = to_earth_fixed(v, same)
    moving = Vector(turned.x + spin * fixed.y, turned.y - spin * fixed.x, turned.z)
    here = from_geodetic(jnp.asarray(site[0]), jnp.zeros(()), jnp.asarray(site[1]))
    bearing, arc, elevation, local, height = seen_from(here, fixed, moving)
    bad = tables.along(jnp.logical_or, missing[None] | (height < UNDERGROUND_M))
    turned_by = bearing - a[None]
    offset = turned_by - 2 * jnp.pi * jnp.round(turned_by / (2 * jnp.pi))
    nominal = jnp.tile(jnp.asarray(path_angles(sampling)), len(azimuth_rad))
    spread = [jnp.broadcast_to(x, elevation.shape) for x in (time, nominal)]
    arc = jnp.where(bad, jnp.nan, arc)
    every = (elevation, spread[0], *local, spread[1], offset)
    fields = jnp.stack([x + 0.0 * arc for x in every], axis=-1)  # NaN where the arc is
    shape = (time.shape[0], len(azimuth_rad), sampling.angles)
    return arc.reshape(shape), fields.reshape(*shape, 7)


def wavefront(
    rocket: Rocket,
    kick_rad: Float[Array, "angles"],
    latitude_rad: Array | float,
    altitude_m: Array | float,
    horizon_s: Array | float,
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
    azimuth = np.linspace(0.0, 2 * np.pi, sampling.azimuths, endpoint=False)
    site = (np.float64(latitude_rad), np.float64(altitude_m))
    grid, ends = arc_grid(sampling), (LARGEST_S, sampling.branch)

    def part(some: F) -> tuple[Array, ...]:
        flown = _fan(rocket, kick_rad, some, site, np.float64(horizon_s))
        arc, fields = _look(flown, kick_rad, some, site, sampling)
        return tables.by_branch(tables.at_arcs(arc, fields, grid), *ends)

    parts = list(_two().map(part, np.split(azimuth, PARTS)))
    table, envelope, turn = (jnp.concatenate(x) for x in zip(*parts, strict=True))
    field, envelope = tables.by_bearing(table, envelope, turn)
    return Wavefront(field, envelope, np.sum(rocket.burn_time_s))


@cache
def _two() -> ThreadPoolExecutor:
    """Halves of a fan fly side by side."""
    return ThreadPoolExecutor(PARTS, thread_name_prefix="fan")
