"""From burnout to the ground in closed form, above a turning sphere: a first guess, not flight."""

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base import constants as k
from twoplustwo.physics.earth import Vector
from twoplustwo.physics.sphere import unfold

F = NDArray[np.float64]


def local(azimuth_rad: F, latitude_rad: float | F, r: Vector, v: Vector, time_s: F) -> F:
    """States at burnout in axes of the launch: along, left, up; then time; shape (7, ...).

    Parameters
    ----------
    azimuth_rad : ndarray
        Of the launch, from longitude 0.
    latitude_rad : float
        Geocentric latitude of the launch.
    r, v : tuple of ndarray
        Earth-fixed position [m] and velocity relative to the ground [m/s].
    time_s : ndarray
        After launch.
    """
    s, c = np.sin(latitude_rad), np.cos(latitude_rad)
    sa, ca = np.sin(azimuth_rad), np.cos(azimuth_rad)
    out = []
    for x, y, z in (r, v):
        north, up = -s * x + c * z, c * x + s * z
        out += [sa * y + ca * north, sa * north - ca * y, up]
    return np.stack([*out, time_s])


def energy(state: F) -> F:
    """Earth-relative energy [J/kg] of states of `local`."""
    return 0.5 * (state[3:6] ** 2).sum(axis=0) - k.EARTH_MU_M3_S2 / np.sqrt(
        (state[:3] ** 2).sum(axis=0)
    )


def path_angle(state: F) -> F:
    """Path angle above the horizontal [rad], relative to the ground, of states of `local`."""
    r, v = state[:3], state[3:6]
    size = np.sqrt((r * r).sum(axis=0) * (v * v).sum(axis=0))
    return np.arcsin((r * v).sum(axis=0) / size)


def fall(azimuth_rad: F, latitude_rad: float | F, state: F) -> F:
    """Direction, shape (3, ...), of the place where a state of `local` comes down.

    Without air and oblateness, on the sphere through the launch site, in the turning axes of
    the launch (along, left, up); NaN where it never comes down.
    """
    mu = k.EARTH_MU_M3_S2
    s, c = np.sin(latitude_rad), np.cos(latitude_rad)
    radius = k.EARTH_POLAR_RADIUS_M / np.sqrt(1.0 - k.EARTH_ECCENTRICITY_SQUARED * c * c)
    axis = np.stack([c * np.cos(azimuth_rad), c * np.sin(azimuth_rad), s + 0.0 * azimuth_rad])
    axis = axis + 0.0 * state[:3]  # of the Earth
    r, v = state[:3], state[3:6] + k.EARTH_ROTATION_RAD_S * np.cross(axis, state[:3], axis=0)
    r1 = np.sqrt((r * r).sum(axis=0))
    radial = (r * v).sum(axis=0) / r1
    level = v - radial * r / r1
    across = np.sqrt((level * level).sum(axis=0))
    p = (r1 * across) ** 2 / mu
    ecos, esin = p / r1 - 1.0, np.sqrt(p / mu) * radial
    e = np.hypot(ecos, esin)
    start = np.arctan2(esin, ecos)
    with np.errstate(invalid="ignore"):
        end = 2 * np.pi - np.arccos((p / radius - 1.0) / e)
        turn = end - start
        shrink = np.sqrt((1.0 - e) / (1.0 + e))
        e0, e1 = (2.0 * np.arctan2(shrink * np.sin(x / 2), np.cos(x / 2)) for x in (start, end))
        a = p / (1.0 - e * e)
        flown = np.sqrt(a**3 / mu) * ((e1 - e * np.sin(e1)) - (e0 - e * np.sin(e0)))
        # what falls already has a negative anomaly: the turn before is not flown
        flown = np.where(start < 0.0, flown - 2 * np.pi * np.sqrt(a**3 / mu), flown)
    place = np.cos(turn) * r / r1 + np.sin(turn) * level / np.maximum(across, 1e-9)
    spin = -k.EARTH_ROTATION_RAD_S * flown
    return (
        np.cos(spin) * place
        + np.sin(spin) * np.cross(axis, place, axis=0)
        + (1.0 - np.cos(spin)) * (axis * place).sum(axis=0) * axis
    )


def direction(angle_rad: F, offset_rad: F) -> F:
    """Direction of a place in the axes of the launch, shape (3, ...)."""
    s = np.sin(angle_rad)
    return np.stack([s * np.cos(offset_rad), -s * np.sin(offset_rad), np.cos(angle_rad)])


def distance(place: F) -> tuple[F, F]:
    """Central angle and bearing minus azimuth [rad] of a direction; beyond half a turn too."""
    angle = np.arctan2(np.hypot(place[0], place[1]), place[2])
    return unfold(angle, np.arctan2(-place[1], place[0]))
