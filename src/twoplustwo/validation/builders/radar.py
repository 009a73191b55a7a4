"""What radars see by geometry and by their range; sight lines are straight, without bending.

Places are names of ``tables/places.csv``; radars stand at altitude 0.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.constants import Boltzmann, speed_of_light

from twoplustwo.base import constants as k
from twoplustwo.physics.earth import from_geodetic
from twoplustwo.physics.sphere import angle_and_bearing, geocentric
from twoplustwo.sensors.radar import Radar, Refraction, detection_range, margin
from twoplustwo.validation.places import Place, place

F = NDArray[np.float64]
_STRAIGHT = Refraction(0.0, 0.0, 0.0, 1.0)
_NEVER_TOO_FAR_M = 1e12
_HIGHEST_M = 2e7
_GRID = 401


def lowest_visible(radar: str, above: str, elevation_rad: float = 0.0) -> float:
    """Lowest altitude [m] in view straight above a place, by `sensors.radar.margin`.

    Parameters
    ----------
    radar, above : str
        Places on WGS84.
    elevation_rad : float
        Least elevation of the radar.
    """
    return _lowest(place(radar), place(above), elevation_rad)


def lowest_visible_downrange(
    radar: str,
    start: str,
    end: str,
    downrange_m: float,
    radius_m: float,
    elevation_rad: float = 0.0,
) -> float:
    """Lowest altitude [m] in view above a point of the great circle from one place to another."""
    lat0, lon0 = place(start)
    _, course = angle_and_bearing(lat0, lon0, *place(end))  # type: ignore[arg-type]
    arc = downrange_m / radius_m
    lat = np.arcsin(np.sin(lat0) * np.cos(arc) + np.cos(lat0) * np.sin(arc) * np.cos(course))
    lon = lon0 + np.arctan2(
        np.sin(course) * np.sin(arc) * np.cos(lat0), np.cos(arc) - np.sin(lat0) * np.sin(lat)
    )
    return _lowest(place(radar), Place(float(lat), float(lon)), elevation_rad)


def sees_by(radar: str, above: str, altitude_m: float, elevation_rad: float = 0.0) -> bool:
    """Whether what rises above a place is in view before it passes an altitude."""
    return lowest_visible(radar, above, elevation_rad) < altitude_m


def horizon_ground(altitude_m: float, latitude_rad: float) -> float:
    """Ground distance [m] at which a target at an altitude meets the horizon of a radar.

    The central angle along the meridian, by `sensors.radar.margin`, times the mean radius.
    """
    return k.EARTH_MEAN_RADIUS_M * _horizon(altitude_m, latitude_rad)[0]


def horizon_slant(altitude_m: float, latitude_rad: float) -> float:
    """Slant range [m] at which a target at an altitude meets the horizon of a radar."""
    return _horizon(altitude_m, latitude_rad)[1]


def scaled_range(reach_range_m: float, reach_target_size_m2: float, target_size_m2: float) -> float:
    """Range [m] against another target, same dwell, by `sensors.radar.detection_range`."""
    one = Radar(0.0, 0.0, 0.0, reach_range_m, reach_target_size_m2, 1.0, 1.0, 0.0, 0.0, 2 * np.pi)
    return float(detection_range(one, target_size_m2))


def range_ratio(size_ratio: float) -> float:
    """How much farther a radar sees a larger target, by `sensors.radar.detection_range`."""
    return scaled_range(1.0, 1.0, size_ratio)


def equation_range(
    mean_power_w: float,
    aperture_m2: float,
    efficiency: float,
    frequency_ghz: float,
    dwell_s: float,
    target_size_m2: float,
    noise_k: float,
    losses_db: float,
    signal_to_noise: float,
) -> float:
    """Range [m] by the radar equation; closed form, the engine takes ranges as claims.

    R^4 = P t A^2 sigma / (4 pi lambda^2 k T L S), with A the effective area of one antenna that
    sends and receives (Skolnik, Introduction to Radar Systems, ch. 2).
    """
    wavelength = speed_of_light / (frequency_ghz * 1e9)
    area = efficiency * aperture_m2
    sent = mean_power_w * dwell_s * area**2 * target_size_m2
    needed = 4 * np.pi * wavelength**2 * Boltzmann * noise_k * 10 ** (losses_db / 10)
    return float((sent / (needed * signal_to_noise)) ** 0.25)


def modules_aperture(
    modules: int, area_in_square_wavelengths: float, frequency_ghz: float
) -> float:
    """Area [m2] of many modules, each so many square wavelengths; closed form."""
    wavelength = speed_of_light / (frequency_ghz * 1e9)
    return modules * area_in_square_wavelengths * wavelength**2


def beamwidth(diameter_m: float, frequency_ghz: float, factor_deg: float) -> float:
    """Half-power beamwidth [rad] of a round antenna: factor times wavelength over diameter."""
    return float(np.radians(factor_deg) * speed_of_light / (frequency_ghz * 1e9) / diameter_m)


def _lowest(radar: Place, above: Place, elevation_rad: float) -> float:
    one = _radar(radar, elevation_rad)
    lat, lon = above
    return _root(lambda h: _margin(one, lat + 0.0 * h, lon + 0.0 * h, h), 0.0, _HIGHEST_M)


def _radar(at: Place, elevation_rad: float) -> Radar:
    return Radar(*at, 0.0, _NEVER_TOO_FAR_M, 1.0, 1.0, 1.0, elevation_rad, 0.0, 2 * np.pi)


def _margin(radar: Radar, lat: F, lon: F, altitude_m: F) -> F:
    r = from_geodetic(lat, lon, altitude_m)  # type: ignore[arg-type]
    return np.asarray(margin(radar, _STRAIGHT, 1.0, r))


def _horizon(altitude_m: float, latitude_rad: float) -> tuple[float, float]:
    one = _radar(Place(latitude_rad, 0.0), 0.0)
    south = _root(
        lambda s: -_margin(one, latitude_rad - s, 0.0 * s, altitude_m + 0.0 * s), 1e-3, 1.2
    )
    lat = np.array([latitude_rad, latitude_rad - south])
    at = geocentric(lat)
    angle, _ = angle_and_bearing(at[0], 0.0, at[1], 0.0)  # type: ignore[arg-type]
    ends = np.array(from_geodetic(lat, 0.0 * lat, np.array([0.0, altitude_m])))  # type: ignore[arg-type]
    return float(angle), float(np.linalg.norm(ends[:, 1] - ends[:, 0]))


def _root(rising: Callable[[F], F], low: float, high: float) -> float:
    """Where a function that rises through zero does so, by grids one inside the other."""
    for _ in range(4):
        x = np.linspace(low, high, _GRID)
        above = rising(x) >= 0.0
        if not above.any():
            return float("inf")
        first = int(np.argmax(above))
        low, high = x[max(first - 1, 0)], x[first]
    return 0.5 * (low + high)
