"""Stand-ins for tested missiles: fitted to apogee and range, then flown as far as they go."""

import numpy as np
import pytest

from twoplustwo.validation.builders import flown
from twoplustwo.validation.flights.farthest import STILL, farthest, sweep
from twoplustwo.validation.flights.lofted import lofted, standard_range
from twoplustwo.validation.flights.root import root
from twoplustwo.validation.flights.vehicle import Vehicle

STAGES = {
    "propellant_kg": (30_000.0, 8_000.0),
    "structure_kg": (3_500.0, 1_200.0),
    "isp_vacuum_s": (285.0, 295.0),
    "isp_sea_level_s": (255.0, 260.0),
    "burn_time_s": (90.0, 80.0),
}
REST = {
    "diameter_m": 1.8,
    "vertical_time_s": 5.0,
    "kick_time_s": 10.0,
    "ballistic_coefficient_kg_m2": 6_000.0,
}
VEHICLE = Vehicle.read(STAGES, "slender", **REST)


def test_the_rocket_of_a_vehicle():
    rocket = VEHICLE.rocket(700.0)
    assert rocket.payload_kg == 700.0
    assert rocket.propellant_kg.tolist() == [30_000.0, 8_000.0, 0.0]
    assert rocket.exhaust_vacuum_m_s[1] == pytest.approx(295.0 * 9.80665)
    assert rocket.exhaust_sea_level_m_s[0] == pytest.approx(255.0 * 9.80665)
    assert rocket.drag_area_m2 == pytest.approx(np.pi * 0.81)
    assert len(rocket.drag_mach) == len(rocket.drag_cd) > 3


def test_nothing_turns_in_a_sweep():
    assert (STILL.turning, STILL.j2, STILL.air) == (0.0, 0.0, 1.0)
    far, flight = sweep(VEHICLE.rocket(1_500.0), np.radians(np.full(4, 3.0)))
    assert far == pytest.approx(far[0])
    assert flight.latitude_rad == pytest.approx(np.zeros(4), abs=1e-12)


def test_the_farthest_is_no_nearer_than_any_other():
    rocket = VEHICLE.rocket(1_500.0)
    best = farthest(rocket)
    far, flight = sweep(rocket, np.geomspace(np.radians(0.1), np.radians(80.0), 301))
    assert np.nanmax(far) <= best.range_m + 1.0
    assert best.range_m == pytest.approx(np.nanmax(far), rel=1e-3)
    at = int(np.nanargmax(far))
    assert best.apogee_m == pytest.approx(flight.apogee_m[at], rel=0.05)
    assert best.time_s == pytest.approx(flight.time_s[at], rel=0.05)
    assert best.burnout_speed_m_s == pytest.approx(flight.burnout_speed_m_s[at], rel=0.02)


def test_the_fit_is_a_flight_with_that_apogee_and_range():
    fitted = lofted(VEHICLE, 2_000e3, 600e3)
    kick = np.geomspace(np.radians(0.02), np.radians(25.0), 2_000)
    far, flight = sweep(VEHICLE.rocket(fitted.payload_kg), kick)
    steep = far[: int(np.nanargmax(far))]
    at = int(np.argmin(np.abs(steep - 600e3)))
    assert flight.apogee_m[at] == pytest.approx(2_000e3, rel=2e-3)
    assert fitted.time_s == pytest.approx(flight.time_s[at], rel=2e-3)
    assert fitted.burnout_speed_m_s == pytest.approx(flight.burnout_speed_m_s[at], rel=2e-3)
    assert fitted.burnout_time_s == pytest.approx(170.0)
    assert flown.lofted_time(2_000e3, 600e3, STAGED) == fitted.time_s


STAGED = {"stages": STAGES, "drag": "slender", **REST}


def test_higher_means_lighter_and_farther():
    low, high = (lofted(VEHICLE, a * 1e3, 600e3) for a in (1_500, 2_500))
    assert high.payload_kg < low.payload_kg
    assert high.time_s > low.time_s
    near, far = (flown.standard_range(a * 1e3, 600e3, STAGED) for a in (1_500, 2_500))
    assert near < far
    assert near == standard_range(VEHICLE, 1_500e3, 600e3)
    assert near == farthest(VEHICLE.rocket(low.payload_kg)).range_m
    # more than the lofted speed would give if it were turned: the flat boost loses less
    assert far > flown.turned_range(2_500e3, 600e3, high.burnout_altitude_m)


def test_an_apogee_beyond_every_payload_is_told():
    with pytest.raises(ValueError, match=r"tops out between .* not at 90000 km"):
        lofted(VEHICLE, 90_000e3, 600e3)


def test_a_root_is_found_between_its_ends():
    assert root(lambda x: x * x - 2.0, 0.0, 2.0, 1e-12) == pytest.approx(np.sqrt(2.0), rel=1e-9)
