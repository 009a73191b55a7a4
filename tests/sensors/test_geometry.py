"""Sight lines against closed forms on a sphere, and against printed tables for other radars."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.physics.earth import from_geodetic
from twoplustwo.sensors.radar import Radar, Refraction, margin

from ..known.horizons import ABOVE_BASE, ABOVE_IRAN, BASES_DEG, EMR_DEG, KURECIK_DEG, RADAR

STRAIGHT = Refraction(0.0, 0.0, 0.0, 8_000.0)
R_KM = 6_371.0


def arc(one: tuple[float, float], two: tuple[float, float]) -> float:
    """Central angle [rad] between places in degrees."""
    (a, b), (c, d) = np.radians(one), np.radians(two)
    return float(np.arccos(np.sin(a) * np.sin(c) + np.cos(a) * np.cos(c) * np.cos(b - d)))


def lowest_km(angle_rad: float, elevation_rad: float) -> float:
    """Lowest altitude seen at a central angle: the sine law in the triangle with the centre."""
    return R_KM * (np.cos(elevation_rad) / np.cos(angle_rad + elevation_rad) - 1.0)


def radar(place, elevation_deg=0.0, range_m=1e9) -> Radar:
    lat, lon = np.radians(place)
    return Radar(lat, lon, 0.0, range_m, 1.0, 0.1, 0.1, np.radians(elevation_deg), 0.0, 2 * np.pi)


def inside(one: Radar, lat_deg, lon_deg, altitude_m) -> float:
    r = from_geodetic(np.radians(lat_deg), np.radians(lon_deg), np.float64(altitude_m))
    return float(margin(one, STRAIGHT, 1.0, r))


@pytest.mark.parametrize("altitude_km", RADAR)
def test_printed_horizons_are_the_closed_form(altitude_km):
    angle = np.arccos(R_KM / (R_KM + altitude_km))
    ground_km, slant_km = RADAR[altitude_km]
    assert R_KM * angle == pytest.approx(ground_km, abs=0.6)
    assert (R_KM + altitude_km) * np.sin(angle) == pytest.approx(slant_km, abs=0.6)


@pytest.mark.parametrize("base", ABOVE_BASE)
def test_printed_altitudes_are_the_closed_form(base):
    at_0_km, at_2_km, distance_km = ABOVE_BASE[base]
    angle = arc(EMR_DEG, BASES_DEG[base])
    assert R_KM * angle == pytest.approx(distance_km, abs=2.0)
    for elevation_deg, printed_km in ((0.0, at_0_km), (2.0, at_2_km)):
        there = lowest_km(angle, np.radians(elevation_deg))
        assert there == pytest.approx(printed_km, abs=2.0)


@pytest.mark.parametrize("place", ABOVE_IRAN)
def test_kurecik_over_iran(place):
    lat, lon, at_0_km, at_2_km, distance_km = ABOVE_IRAN[place]
    assert R_KM * arc(KURECIK_DEG, (lat, lon)) == pytest.approx(distance_km, abs=1.5)
    for elevation_deg, printed_km in ((0.0, at_0_km), (2.0, at_2_km)):
        one = radar(KURECIK_DEG, elevation_deg)
        # the table is of a sphere, the engine of an ellipsoid: 1 % and a kilometre
        assert inside(one, lat, lon, 1e3 * (1.01 * printed_km + 1.0)) > 0.0
        assert inside(one, lat, lon, 1e3 * (0.99 * printed_km - 1.0)) < 0.0


@pytest.mark.parametrize("altitude_km", RADAR)
def test_range_counts_along_the_line(altitude_km):
    """A target straight above: its range is its altitude."""
    just, short = (radar((50.0, 20.0), range_m=1e3 * altitude_km + d) for d in (1.0, -1.0))
    assert inside(just, 50.0, 20.0, 1e3 * altitude_km) > 0.0
    assert inside(short, 50.0, 20.0, 1e3 * altitude_km) < 0.0


@given(
    lat=st.floats(35.0, 75.0),
    lon=st.floats(0.0, 90.0),
    altitude=st.floats(1e5, 3e6),
    mask=st.floats(0.0, 5.0),
    range_m=st.floats(3e5, 6e6),
)
def test_a_lower_mask_and_a_longer_range_see_more(lat, lon, altitude, mask, range_m):
    narrow = inside(radar(EMR_DEG, mask, range_m), lat, lon, altitude)
    assert inside(radar(EMR_DEG, mask / 2, range_m), lat, lon, altitude) >= narrow
    assert inside(radar(EMR_DEG, mask, 2 * range_m), lat, lon, altitude) >= narrow
