"""Stacks of motors: masses add up, ideal speed bounds what is flown."""

import numpy as np
import pytest

from twoplustwo.validation.builders import public_stack

G0 = 9.80665
STACK = {
    "stages": {
        "propellant_kg": (12_000.0, 3_000.0),
        "structure_kg": (900.0, 350.0),
        "isp_vacuum_s": (280.0, 285.0),
        "isp_sea_level_s": (280.0, 285.0),
        "burn_time_s": (65.0, 70.0),
    },
    "drag": "slender",
    "diameter_m": 1.2,
    "vertical_time_s": 3.0,
    "kick_time_s": 4.0,
    "reference_angle_rad": np.radians(35.0),
}


def test_masses_and_the_rocket_equation():
    assert public_stack.launch_mass(150.0, STACK) == pytest.approx(16_400.0)
    ideal = G0 * (285.0 * np.log(3_500.0 / 500.0) + 280.0 * np.log(16_400.0 / 4_400.0))
    assert public_stack.ideal_speed(150.0, STACK) == pytest.approx(ideal, rel=1e-9)


def test_losses_and_readings():
    for payload in (60.0, 400.0, 1_500.0):
        burnout, energy = (
            public_stack.speed(payload, reading, STACK) for reading in ("burnout", "energy")
        )
        assert burnout < energy < public_stack.ideal_speed(payload, STACK)
        assert burnout > public_stack.ideal_speed(payload, STACK) - 2_000.0
    assert public_stack.speed(60.0, "burnout", STACK) > public_stack.speed(90.0, "burnout", STACK)
