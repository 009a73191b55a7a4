"""Flights under what the engine leaves out: small extra accelerations, integrated by DOP853.

Powered flight is disturbed to first order: the extra acceleration along the undisturbed path is
summed to a change of velocity and place at burnout. From there the flight is integrated anew, with
the disturbance and without it, by one and the same method, so that the difference is the
disturbance alone.
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from numpy.typing import NDArray
from scipy.integrate import cumulative_trapezoid, solve_ivp, trapezoid

from twoplustwo.base import constants as k
from twoplustwo.physics import gravity
from twoplustwo.physics.arrays import Array
from twoplustwo.physics.atmosphere import temperature_pressure_density
from twoplustwo.physics.boost import Environment, Launch, acceleration, fly_boost
from twoplustwo.physics.earth import (
    Vector,
    altitude_and_up,
    combine,
    from_geodetic,
    ground_velocity,
    norm,
    to_earth_fixed,
    to_geodetic,
)
from twoplustwo.physics.vehicle import Rocket
from twoplustwo.validation.studies.phases import Landed, earth_fixed

F = NDArray[np.float64]

NODES = 97  # of the path that is given back
LONGEST_S = 10_000.0
EXACT = {"method": "DOP853", "rtol": 1e-11, "atol": 1e-6}


class Disturbance(NamedTuple):
    """What acts besides the engine's own; all nil by default."""

    j3: float = 0.0
    j4: float = 0.0
    jet_m_s: float = 0.0  # level wind across the flight, to the left
    jet_bottom_m: float = 0.0
    jet_top_m: float = 0.0
    in_boost: float = 1.0  # 0: only after burnout
    in_fall: float = 1.0  # 0: only before
    j2: float = k.EARTH_J2
    air: float = 1.0


NONE = Disturbance()


def zonal_potential(r: Vector, terms: dict[int, Array | float]) -> Array:
    """Potential of zonal terms [J/kg]: -(mu/r) sum J_n (R/r)^n P_n(sin latitude).

    Vallado, Fundamentals, eq. 8-19, without the central term; degrees 2 to 4.
    """
    radius = norm(r)
    s = r.z / radius
    legendre = {
        2: 0.5 * (3.0 * s**2 - 1.0),
        3: 0.5 * (5.0 * s**3 - 3.0 * s),
        4: 0.125 * (35.0 * s**4 - 30.0 * s**2 + 3.0),
    }
    ratio = k.EARTH_EQUATORIAL_RADIUS_M / radius
    whole = sum(j * ratio**n * legendre[n] for n, j in terms.items())
    return -k.EARTH_MU_M3_S2 / radius * whole


def extra_gravity(r: Vector, d: Disturbance) -> Vector:
    """Acceleration by J3 and J4 [m/s2]: the gradient of their potential."""
    return jax.grad(zonal_potential)(r, {3: d.j3, 4: d.j4})


def wind(r: Vector, v: Vector, d: Disturbance) -> Vector:
    """Velocity of the jet [m/s], nil outside its layer; to the left of the motion."""
    height, up = altitude_and_up(r)
    over = ground_velocity(r, v)
    across = Vector(
        up.y * over.z - up.z * over.y, up.z * over.x - up.x * over.z, up.x * over.y - up.y * over.x
    )
    inside = (height >= d.jet_bottom_m) & (height <= d.jet_top_m)
    size = jnp.where(inside, d.jet_m_s, 0.0) / jnp.maximum(norm(across), 1e-9)
    return combine((size, across))


def land(rocket: Rocket, launch: Launch, d: Disturbance = NONE, sphere_m: float = 0.0) -> Landed:
    """Fly one launch under a disturbance.

    Parameters
    ----------
    rocket : Rocket
    launch : Launch
        Arrays of shape (1,).
    d : Disturbance
    sphere_m : float
        Radius [m] of a sphere to come down on; 0 for the ellipsoid.
    """
    time, state = _burnout(rocket, launch, d)
    falling = d._replace(jet_m_s=d.jet_m_s * d.in_fall, j3=d.j3 * d.in_fall, j4=d.j4 * d.in_fall)
    beta = float(np.asarray(rocket.ballistic_coefficient_kg_m2))
    switches = Disturbance(*(np.float64(x) for x in falling))

    def rhs(_t: float, s: F) -> F:
        return np.asarray(_fall(s, beta, switches))

    def ground(_t: float, s: F) -> float:
        return float(np.linalg.norm(s[:3])) - sphere_m if sphere_m else float(_height(s))

    ground.terminal, ground.direction = True, -1  # type: ignore[attr-defined]
    out = solve_ivp(rhs, (time, time + LONGEST_S), state, events=ground, dense_output=True, **EXACT)  # type: ignore[call-overload]
    end = float(out.t_events[0][0])
    times = np.linspace(time, end, NODES)
    path = np.asarray(out.sol(times))[..., None]  # (6, N, 1)
    track = earth_fixed(times[:, None], Vector(*path[:3]), Vector(*path[3:]))
    last = to_earth_fixed(Vector(*path[:3, -1]), np.array([end]))
    lat, lon, _ = to_geodetic(last)
    return Landed(
        np.asarray(lat), np.asarray(lon), np.array([end]), jax.tree.map(np.asarray, track)
    )


@jax.jit
def _height(s: Array) -> Array:
    return altitude_and_up(Vector(*s[:3]))[0]


@jax.jit
def _fall(s: Array, beta: float, d: Disturbance) -> Array:
    r, v = Vector(*s[:3]), Vector(*s[3:])
    height, _ = altitude_and_up(r)
    density = d.air * temperature_pressure_density(height)[2]
    moving = combine((1.0, ground_velocity(r, v)), (-1.0, wind(r, v, d)))
    a = combine(
        (1.0, gravity.acceleration(r, d.j2)),
        (1.0, extra_gravity(r, d)),
        (-0.5 * density * norm(moving) / beta, moving),
    )
    return jnp.stack([*v, *a])


def _burnout(rocket: Rocket, launch: Launch, d: Disturbance) -> tuple[float, F]:
    """Time and state at burnout, moved by what was met on the way up."""
    time, state, push = (np.asarray(x) for x in _met(rocket, launch, Disturbance(*map(float, d))))
    faster = cumulative_trapezoid(push, time, axis=1, initial=0.0)
    moved = trapezoid(faster, time, axis=1)
    return float(time[-1]), state[:, -1] + d.in_boost * np.concatenate([moved, faster[:, -1]])


@jax.jit
def _met(rocket: Rocket, launch: Launch, d: Disturbance) -> tuple[Array, Array, Array]:
    """Times (N,), states (6, N) and extra acceleration (3, N) on the powered path."""
    _, path = fly_boost(rocket, launch, path=True)
    assert path is not None
    time = jnp.concatenate([jnp.zeros(1), path[0][:, 0]])
    pad = from_geodetic(launch.latitude_rad, launch.longitude_rad, jnp.zeros(1))
    spin = k.EARTH_ROTATION_RAD_S
    start = (*pad, -spin * pad.y, spin * pad.x, jnp.zeros(1))
    both = (*path[1], *path[2])
    state = jnp.stack([jnp.concatenate([a, b[:, 0]]) for a, b in zip(start, both, strict=True)])
    cold = rocket._replace(  # mass flows, nothing pushes: what is left is drag and gravity
        exhaust_vacuum_m_s=jnp.zeros_like(jnp.asarray(rocket.exhaust_vacuum_m_s)),
        exhaust_sea_level_m_s=jnp.zeros_like(jnp.asarray(rocket.exhaust_vacuum_m_s)),
    )
    ends = jnp.cumsum(jnp.asarray(rocket.burn_time_s))

    def extra(t: Array, s: Array) -> Array:
        r, v = Vector(*s[:3]), Vector(*s[3:])
        stage = jnp.minimum(jnp.sum(t > ends), len(ends) - 1)
        since = t - jnp.where(stage > 0, ends[stage - 1], 0.0)
        blown = combine((1.0, v), (-1.0, wind(r, v, d)))
        a, b = (acceleration(cold, Environment(), stage, since, r, x, None) for x in (blown, v))
        return jnp.stack(combine((1.0, a), (-1.0, b), (1.0, extra_gravity(r, d))))

    return time, state, jax.vmap(extra, in_axes=(0, 1), out_axes=1)(time, state)
