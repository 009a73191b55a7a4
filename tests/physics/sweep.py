"""How far a rocket goes on a bearing: a dense sweep of kicks, flown, no table in between."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import PchipInterpolator

from twoplustwo.physics.boost import Launch
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.fly import IMPACT, fly
from twoplustwo.physics.vehicle import Rocket

F = NDArray[np.float64]
COARSE, DENSE, SPREAD = 12, 48, 2.5
FLATTEST_RAD = np.radians(1.0)  # as for the engine: anything flatter is no ballistic flight
ON_BEARING_RAD = np.radians(0.2)
FLATTENING = 1.0 / 298.257223563


class Landings(NamedTuple):
    """Central angle and bearing error [rad], NaN where it does not land; shape (n, kicks)."""

    angle_rad: F
    off_rad: F


def centric(lat: F) -> F:
    """Geocentric latitude of a geodetic one on the ellipsoid."""
    return np.arctan((1 - FLATTENING) ** 2 * np.tan(lat))


def place(lat0: F, bearing: F, angle: F) -> tuple[F, F]:
    """Geodetic latitude and longitude [rad] at a central angle and bearing from longitude 0."""
    c = centric(lat0)
    up = np.sin(c) * np.cos(angle) + np.cos(c) * np.sin(angle) * np.cos(bearing)
    lat = np.arcsin(np.clip(up, -1.0, 1.0))
    east = np.sin(bearing) * np.sin(angle) * np.cos(c)
    lon = np.arctan2(east, np.cos(angle) - np.sin(c) * up)
    return np.arctan(np.tan(lat) / (1 - FLATTENING) ** 2), lon


def landings(rocket: Rocket, lat0: F, bearing: F, azimuth: F, kick: F) -> Landings:
    """Fly all kicks, each on its azimuth (n, kicks), at full burn."""
    shape = azimuth.shape
    a, q, lat, b = (
        np.broadcast_to(x, shape).ravel() for x in (azimuth, kick, lat0[:, None], bearing[:, None])
    )
    launch = Launch(lat, np.zeros_like(a), a, q, np.ones_like(a))
    flight = in_chunks(lambda piece: fly(rocket, piece)[0], launch)
    c0, c1, lon = centric(lat), centric(flight.latitude_rad), flight.longitude_rad
    east = np.cos(c1) * np.sin(lon)
    north = np.cos(c0) * np.sin(c1) - np.sin(c0) * np.cos(c1) * np.cos(lon)
    level = np.sin(c0) * np.sin(c1) + np.cos(c0) * np.cos(c1) * np.cos(lon)
    angle = np.arctan2(np.hypot(east, north), level)
    off = np.angle(np.exp(1j * (np.arctan2(east, north) - b)))
    # beyond half a turn it lands behind, the long way round
    behind = np.abs(off) > np.pi / 2
    angle = np.where(behind, 2 * np.pi - angle, angle)
    off = np.where(behind, off - np.sign(off) * np.pi, off)
    good = (flight.outcome == IMPACT) & (flight.burnout_angle_rad >= FLATTEST_RAD)
    return Landings(*(np.where(good, x, np.nan).reshape(shape) for x in (angle, off)))


def greatest(rocket: Rocket, lat0: F, bearing: F) -> F:
    """Greatest central angle [rad] on each bearing, by a sweep around the best kick."""
    wide = np.geomspace(np.radians(0.02), np.radians(85.0), 400)[None]
    here = landings(rocket, np.zeros(1), np.zeros(1), np.zeros_like(wide), wide).angle_rad
    best = wide[0, np.nanargmax(here[0])]
    kick = np.geomspace(best / SPREAD, best * SPREAD, COARSE)
    azimuth = np.repeat(bearing[:, None], COARSE, axis=1)
    for _ in range(3):  # turn each launch until it lands on the bearing
        off = landings(rocket, lat0, bearing, azimuth, kick).off_rad
        azimuth = azimuth - np.clip(_filled(off), -0.4, 0.4)
    dense = np.geomspace(kick[0], kick[-1], DENSE)
    azimuth = PchipInterpolator(np.log(kick), azimuth, axis=1)(np.log(dense))
    flown = landings(rocket, lat0, bearing, azimuth, dense)
    on = np.abs(flown.off_rad) < ON_BEARING_RAD
    return np.nanmax(np.where(on, flown.angle_rad, np.nan), axis=1)


def _filled(rows: F) -> F:
    """NaN replaced by the nearest number in the row."""
    every = np.arange(rows.shape[1])
    return np.array([np.interp(every, every[~np.isnan(r)], r[~np.isnan(r)]) for r in rows])
