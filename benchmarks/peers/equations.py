"""The flight written once, for whatever algebra a peer brings: heyoka's expressions or JAX arrays.

The same physics as the engine's, from the same published constants, sharing no code with it:
rotating WGS84 ellipsoid (Bowring's altitude), J2, the layers of US76, drag by straight lines in a
Mach table. Layers and nodes are constants picked by comparison, so that one exponential and one
logarithm serve all layers. Powered flight and coast are in time; the fall below the edge of the
air has the altitude in place of the time, so that it ends exactly on the ground.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from twoplustwo.base import constants as k
from twoplustwo.physics.vehicle import Rocket

E2, A, B = k.EARTH_ECCENTRICITY_SQUARED, k.EARTH_EQUATORIAL_RADIUS_M, k.EARTH_POLAR_RADIUS_M
OMEGA, GAS = k.EARTH_ROTATION_RAD_S, k.US76_GAS_CONSTANT_J_KG_K
SOUND2 = k.US76_HEAT_RATIO * GAS
NEARLY_ZERO_K_M = 1e-9  # gradient of an isothermal layer, so that one formula serves all

_HB, _TB = np.array(k.US76_BASE_HEIGHT_M), np.array(k.US76_BASE_TEMPERATURE_K)
_LB = np.where(np.array(k.US76_GRADIENT_K_M) == 0.0, NEARLY_ZERO_K_M, k.US76_GRADIENT_K_M)
_FALL = k.STANDARD_GRAVITY_M_S2 / GAS


class Maths(NamedTuple):
    """Functions of one algebra; `pick(x, edges, values)` is values[i] between edges i - 1 and i."""

    sqrt: Callable[[Any], Any]
    exp: Callable[[Any], Any]
    log: Callable[[Any], Any]
    sin: Callable[[Any], Any]
    cos: Callable[[Any], Any]
    pick: Callable[[Any, np.ndarray, np.ndarray], Any]


class Burn(NamedTuple):
    """How a stage burns: flow, mass when lit, exhaust in vacuum and at sea level, when lit."""

    flow_kg_s: Any
    full_kg: Any
    vacuum_m_s: Any
    sea_level_m_s: Any
    lit_s: Any


class Steering(NamedTuple):
    """Sine and cosine of the azimuth, and the kick angle [rad]."""

    sine: Any
    cosine: Any
    kick_rad: Any


def burns(rocket: Rocket) -> list[Burn]:
    """Both stages of a rocket, ignition at full length of the first."""
    out, lit = [], 0.0
    stages = zip(
        rocket.propellant_kg,
        rocket.burn_time_s,
        rocket.exhaust_vacuum_m_s,
        rocket.exhaust_sea_level_m_s,
        strict=True,
    )
    weight = np.asarray(rocket.propellant_kg) + np.asarray(rocket.structure_kg)
    for i, (propellant, burn, vacuum, sea) in enumerate(stages):
        if burn > 0.0:
            full = float(rocket.payload_kg + weight[i:].sum())
            out.append(Burn(float(propellant / burn), full, float(vacuum), float(sea), lit))
            lit += float(burn)
    return out


def altitude_and_up(m: Maths, x: Any, y: Any, z: Any) -> tuple[Any, tuple[Any, Any, Any], Any]:
    """Geodetic altitude [m], unit normal of the ellipsoid, distance from the axis [m]."""
    ring = m.sqrt(x * x + y * y)
    t0 = (A / B) * z / ring
    c0 = 1.0 / m.sqrt(1.0 + t0 * t0)
    s0 = t0 * c0
    num = z + (E2 / (1.0 - E2) * B) * s0 * s0 * s0
    den = ring - (E2 * A) * c0 * c0 * c0
    inverse = 1.0 / m.sqrt(num * num + den * den)
    s, c = num * inverse, den * inverse
    altitude = ring * c + z * s - A * m.sqrt(1.0 - E2 * s * s)
    return altitude, (x * c / ring, y * c / ring, s), ring


def air(m: Maths, altitude_m: Any) -> tuple[Any, Any]:
    """Temperature [K] and pressure [Pa] of the layers below 86 km; above, the last one goes on."""
    r0 = k.US76_GEOPOTENTIAL_RADIUS_M
    level = r0 * altitude_m / (r0 + altitude_m)
    base, gradient = m.pick(level, _HB[1:], _TB), m.pick(level, _HB[1:], _LB)
    temperature = base + gradient * (level - m.pick(level, _HB[1:], _HB))
    log_base = m.pick(level, _HB[1:], _base_log_pressure())
    return temperature, m.exp(log_base - _FALL * m.log(temperature / base) / gradient)


def _base_log_pressure() -> np.ndarray:
    tops = _TB[:-1] + _LB[:-1] * np.diff(_HB)
    falls = _FALL * np.log(tops / _TB[:-1]) / _LB[:-1]
    return np.log(k.US76_SEA_LEVEL_PRESSURE_PA) - np.concatenate([[0.0], np.cumsum(falls)])


def _drag_coefficient(m: Maths, mach: Any, rocket: Rocket) -> Any:
    nodes, values = np.asarray(rocket.drag_mach), np.asarray(rocket.drag_cd)
    slopes = np.append(np.diff(values) / np.diff(nodes), 0.0)
    start = values - slopes * nodes
    return m.pick(mach, nodes[1:], start) + m.pick(mach, nodes[1:], slopes) * mach


def _gravity(m: Maths, x: Any, y: Any, z: Any) -> tuple[Any, Any, Any]:
    inverse = 1.0 / (x * x + y * y + z * z)
    central = -k.EARTH_MU_M3_S2 * inverse * m.sqrt(inverse)
    q = (1.5 * k.EARTH_J2 * A * A) * inverse
    sine = 5.0 * z * z * inverse
    ring = central * (1.0 + q * (1.0 - sine))
    return ring * x, ring * y, central * (1.0 + q * (3.0 - sine)) * z


def _dot(a: tuple, b: tuple) -> Any:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def powered(
    m: Maths, phase: str, rocket: Rocket, burn: Burn, steering: Steering | None, t: Any, y: tuple
) -> tuple:
    """Rates of (x, y, z, vx, vy, vz), inertial axes, in the phase rise, kick or turn.

    While rising the speed is its vertical part: the norm of a velocity has no Taylor series where
    it is zero. The difference is far below a millimetre a second.
    """
    x, yy, z, vx, vy, vz = y
    h, up, ring = altitude_and_up(m, x, yy, z)
    temperature, pressure = air(m, h)
    u = (vx + OMEGA * yy, vy - OMEGA * x, vz)
    mass = burn.full_kg - burn.flow_kg_s * (t - burn.lit_s)
    lost = (burn.vacuum_m_s - burn.sea_level_m_s) * pressure / k.US76_SEA_LEVEL_PRESSURE_PA
    push = burn.flow_kg_s * (burn.vacuum_m_s - lost) / mass
    if phase == "rise":
        speed, way = _dot(u, up), up
    else:
        speed = m.sqrt(_dot(u, u))
        way = tuple(a / speed for a in u)
    if phase == "kick":
        assert steering is not None
        way = _tilted(m, rocket, steering, t, (x, yy, ring), up)
    cd = _drag_coefficient(m, speed / m.sqrt(SOUND2 * temperature), rocket)
    drag = -0.5 * float(rocket.drag_area_m2) * (pressure / (GAS * temperature)) * speed * cd / mass
    g = _gravity(m, x, yy, z)
    return (vx, vy, vz, *(push * w + drag * c + b for w, c, b in zip(way, u, g, strict=True)))


def _tilted(
    m: Maths, rocket: Rocket, steering: Steering, t: Any, place: tuple, up: tuple
) -> tuple[Any, Any, Any]:
    x, y, ring = place
    tilt = steering.kick_rad * (t - float(rocket.vertical_time_s)) / float(rocket.kick_time_s)
    east = (-y / ring, x / ring)
    north = (-up[2] * east[1], up[2] * east[0], up[0] * east[1] - up[1] * east[0])
    s, c = m.sin(tilt), m.cos(tilt)
    return (
        c * up[0] + s * (steering.sine * east[0] + steering.cosine * north[0]),
        c * up[1] + s * (steering.sine * east[1] + steering.cosine * north[1]),
        c * up[2] + s * steering.cosine * north[2],
    )


def coast(m: Maths, y: tuple) -> tuple:
    """Rates in time under gravity alone, above the edge of the air."""
    return (*y[3:], *_gravity(m, *y[:3]))


def descent(m: Maths, rocket: Rocket, altitude_m: Any, y: tuple) -> tuple:
    """Rates of (x, y, z, vx, vy, vz, t) for each metre of altitude."""
    x, yy, z, vx, vy, vz, _ = y
    _, up, _ = altitude_and_up(m, x, yy, z)
    temperature, pressure = air(m, altitude_m)
    u = (vx + OMEGA * yy, vy - OMEGA * x, vz)
    beta = float(rocket.ballistic_coefficient_kg_m2)
    drag = (-0.5 / beta / GAS) * pressure / temperature * m.sqrt(_dot(u, u))
    slow = 1.0 / _dot((vx, vy, vz), up)
    a = [(drag * c + g) * slow for c, g in zip(u, _gravity(m, x, yy, z), strict=True)]
    return (vx * slow, vy * slow, vz * slow, *a, slow)
