"""The missile of the flight benchmarks, and its flights: made up, and nobody's claim.

A two-stage solid of about the size of a notional intermediate-range missile, with a payload that
gives it a little over 3,000 km. Each flight has its own azimuth, path angle and cut-off, so that no
two are alike.
"""

import numpy as np

from twoplustwo.base import constants as k
from twoplustwo.physics.boost import Launch
from twoplustwo.physics.vehicle import Rocket

G0 = 9.80665
DRAG_MACH = np.array(
    [0.0, 0.6, 0.8, 0.9, 1.0, 1.1, 1.2, 1.35, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0, 6.0, 8.0, 25.0]
)
DRAG_CD = np.array(
    [
        0.20,
        0.20,
        0.22,
        0.30,
        0.42,
        0.52,
        0.55,
        0.53,
        0.48,
        0.38,
        0.32,
        0.28,
        0.26,
        0.24,
        0.21,
        0.20,
        0.20,
        0.20,
    ]
)

MISSILE = Rocket(
    propellant_kg=np.array([14_000.0, 5_600.0, 0.0]),
    structure_kg=np.array([2_100.0, 900.0, 0.0]),
    exhaust_vacuum_m_s=np.array([250.0, 262.0, 0.0]) * G0,
    exhaust_sea_level_m_s=np.array([230.0, 235.0, 0.0]) * G0,
    burn_time_s=np.array([60.0, 60.0, 0.0]),
    payload_kg=np.float64(950.0),
    drag_area_m2=np.float64(np.pi / 4.0 * 1.4**2),
    vertical_time_s=np.float64(5.0),
    kick_time_s=np.float64(10.0),
    ballistic_coefficient_kg_m2=np.float64(8_000.0),
    drag_mach=DRAG_MACH,
    drag_cd=DRAG_CD,
)

LATITUDE_RAD = np.radians(35.0)
KICKS_RAD = np.radians((22.0, 38.0))
CUTOFFS = (0.92, 1.0)
NEAREST_M, FARTHEST_M = 1_000e3, 2_900e3
SEED = 20071012


def flights(count: int) -> Launch:
    """Launches all round the compass, steep and flat, full and shortened burns; shape (count,)."""
    rng = np.random.default_rng(SEED)
    one = np.ones(count)
    return Launch(
        LATITUDE_RAD * one,
        0.0 * one,
        rng.uniform(0.0, 2.0 * np.pi, count),
        rng.uniform(*KICKS_RAD, count),
        rng.uniform(*CUTOFFS, count),
    )


def miss_m(one: tuple[np.ndarray, ...], other: tuple[np.ndarray, ...]) -> np.ndarray:
    """Distance [m] between places (latitude, longitude, ...) a few kilometres apart at most."""
    north = other[0] - one[0]
    east = np.remainder(other[1] - one[1] + np.pi, 2.0 * np.pi) - np.pi
    return k.EARTH_MEAN_RADIUS_M * np.hypot(north, east * np.cos(one[0]))


def aim_points(count: int) -> tuple[np.ndarray, ...]:
    """Launch places and aim points [rad], the latter all round, evenly by distance."""
    rng = np.random.default_rng(SEED)
    angle = rng.uniform(NEAREST_M, FARTHEST_M, count) / k.EARTH_MEAN_RADIUS_M
    azimuth = rng.uniform(0.0, 2.0 * np.pi, count)
    sine = np.sin(LATITUDE_RAD) * np.cos(angle)
    sine += np.cos(LATITUDE_RAD) * np.sin(angle) * np.cos(azimuth)
    east = np.arctan2(
        np.sin(azimuth) * np.sin(angle) * np.cos(LATITUDE_RAD),
        np.cos(angle) - np.sin(LATITUDE_RAD) * sine,
    )
    one = np.ones(count)
    return LATITUDE_RAD * one, 0.0 * one, np.arcsin(sine), east
