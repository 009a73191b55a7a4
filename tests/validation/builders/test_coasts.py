"""Bare coasts and arcs, held to energy, angular momentum and to each other."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.base import constants as k
from twoplustwo.validation.builders import flown, textbook
from twoplustwo.validation.flights.arcs import RADIUS_M, start_of_arc
from twoplustwo.validation.flights.coast import RADIUS_M as EQUATOR_M
from twoplustwo.validation.flights.coast import coast, orbit

MU = k.EARTH_MU_M3_S2


ARCS = [(1_500, 4_000, 200), (600, 5_500, 100), (4_500, 950, 300), (900, 9_000, 250)]


@given(apogee_km=st.floats(400, 5_000), range_km=st.floats(100, 9_000), low_km=st.floats(50, 350))
def test_an_arc_has_its_apogee(apogee_km, range_km, low_km):
    """From the energy and the angular momentum of its start."""
    speed, angle = start_of_arc(apogee_km * 1e3, range_km * 1e3, low_km * 1e3)
    start = RADIUS_M + low_km * 1e3
    momentum, energy = start * speed * np.cos(angle), speed**2 / 2 - MU / start
    a = -MU / (2 * energy)
    e = np.sqrt(1 - momentum**2 / (MU * a))
    assert a * (1 + e) - RADIUS_M == pytest.approx(apogee_km * 1e3, rel=1e-6)


@pytest.mark.parametrize(("apogee_km", "range_km", "low_km"), ARCS)
def test_a_coast_down_an_arc_lands_at_its_range(apogee_km, range_km, low_km):
    """The engine starts on the equator, 7 km farther out: the same arc, larger by so much."""
    speed, angle = start_of_arc(apogee_km * 1e3, range_km * 1e3, low_km * 1e3)
    grown = EQUATOR_M / RADIUS_M
    ends = coast(low_km * 1e3 * grown, speed / np.sqrt(grown), angle)
    assert ends.range_m == pytest.approx(range_km * 1e3 * grown, abs=50.0)
    assert ends.apogee_m == pytest.approx(apogee_km * 1e3 * grown, rel=1e-3)
    assert ends.landed


def test_air_shortens_a_coast_and_lengthens_its_time():
    free, slowed = coast(100e3, 4_000.0, 0.6), coast(100e3, 4_000.0, 0.6, 2_000.0)
    assert slowed.range_m < free.range_m - 500.0
    assert slowed.time_s > free.time_s + 1.0


def test_a_circle_closes_after_its_period():
    radius = EQUATOR_M + 800e3
    speed = textbook.circular_speed(800e3, EQUATOR_M)
    assert speed == pytest.approx(np.sqrt(MU / radius), rel=1e-12)
    period = 2 * np.pi * radius / speed
    assert orbit(800e3, speed, period) == pytest.approx(2 * np.pi, abs=5e-4)
    assert orbit(800e3, speed, period / 4) == pytest.approx(np.pi / 2, abs=1e-6)


def test_escape_is_the_root_of_two_times_circular():
    slow, fast = textbook.circular_speed(1e5, 6.4e6), textbook.escape_speed(1e5, 6.4e6)
    assert fast == pytest.approx(slow * np.sqrt(2), rel=1e-12)


def test_a_throw_and_a_burn_straight_up():
    assert textbook.thrown_up(2_000.0) == pytest.approx(
        1 / (1 / EQUATOR_M - 2_000.0**2 / (2 * MU)) - EQUATOR_M, rel=1e-4
    )
    slow = textbook.boosted_up("speed", 2_500.0, 100.0, 50.0, 10.0)
    assert slow == pytest.approx(2_500 * np.log(2) - 9.798 * 10, rel=5e-4)
    high = textbook.boosted_up("height", 2_500.0, 100.0, 50.0, 10.0)
    assert high == pytest.approx(2_500 * 10 * (1 - np.log(2)) - 9.798 * 50, rel=5e-4)


def test_turning_a_lofted_speed_gives_the_arc_of_least_energy():
    """At a range whose least-energy arc starts from that height, turning changes nothing."""
    far = flown.turned_range(3_000e3, 900e3, 100e3)
    speed = flown.arc_speed(3_000e3, 900e3, 100e3)
    radius = RADIUS_M + 100e3
    s = np.sin(far / RADIUS_M / 2)
    assert np.sqrt(2 * MU / radius * s / (1 + s)) == pytest.approx(speed, rel=1e-9)


def test_energy_speed_and_mean_speed():
    assert textbook.energy_speed(6_000.0, 0.0) == pytest.approx(6_000.0, rel=1e-12)
    assert textbook.energy_speed(6_000.0, 200e3) == pytest.approx(
        np.sqrt(6_000.0**2 + 2 * MU * (1 / EQUATOR_M - 1 / (EQUATOR_M + 200e3))), rel=1e-12
    )
    assert textbook.mean_ground_speed(5e6) * textbook.least_time(5e6) == pytest.approx(5e6)
