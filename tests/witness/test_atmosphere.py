"""The lower atmosphere against ambiance, another person's ICAO standard atmosphere of 1993.

Up to 80 km of geopotential height the two standards are the same. ambiance starts each layer from
a pressure printed to six digits and takes a gas constant of eight, where ours carries on the
hydrostatic law from the ground; so they may differ by one part in 100,000, and do.
"""

import numpy as np
import pytest
from ambiance import Atmosphere

from twoplustwo.physics.atmosphere import speed_of_sound, temperature_pressure_density

TOP_M = 81_020.0  # 80 km of geopotential height
HEIGHTS_M = np.linspace(-5_000.0, TOP_M, 6_000)


@pytest.fixture(scope="module")
def ours():
    return [np.asarray(x) for x in temperature_pressure_density(HEIGHTS_M)]


@pytest.fixture(scope="module")
def theirs():
    return Atmosphere(HEIGHTS_M)


def test_temperature(ours, theirs):
    assert ours[0] == pytest.approx(theirs.temperature, abs=1e-9)


def test_pressure(ours, theirs):
    assert ours[1] == pytest.approx(theirs.pressure, rel=1e-5)


def test_density(ours, theirs):
    assert ours[2] == pytest.approx(theirs.density, rel=1e-5)


def test_speed_of_sound(ours, theirs):
    assert np.asarray(speed_of_sound(ours[0])) == pytest.approx(theirs.speed_of_sound, rel=1e-6)
