"""The lower atmosphere against ambiance, another person's ICAO standard atmosphere of 1993.

Both our airs are asked: the standard in closed form, and the table of it that flights read.
Up to 80 km of geopotential height the two standards are the same. ambiance starts each layer from
a pressure printed to six digits and takes a gas constant of eight, where ours carries on the
hydrostatic law from the ground; so they may differ by one part in 100,000, and do.
"""

import numpy as np
import pytest
from ambiance import Atmosphere

from twoplustwo.base import constants as k
from twoplustwo.physics import air
from twoplustwo.physics.atmosphere import speed_of_sound, temperature_pressure_density

TOP_M = 81_020.0  # 80 km of geopotential height
HEIGHTS_M = np.linspace(-4_990.0, TOP_M, 6_000)


def closed(height_m):
    return temperature_pressure_density(height_m)


def tabled(height_m):
    """As flights read it; the pressure is R times the other two."""
    temperature, density = air.temperature_and_density(height_m)
    return temperature, k.US76_GAS_CONSTANT_J_KG_K * temperature * density, density


@pytest.fixture(scope="module", params=[closed, tabled])
def ours(request):
    return [np.asarray(x) for x in request.param(HEIGHTS_M)]


@pytest.fixture(scope="module")
def theirs():
    return Atmosphere(HEIGHTS_M)


def test_temperature(ours, theirs):
    assert ours[0] == pytest.approx(theirs.temperature, abs=1e-8)


def test_pressure(ours, theirs):
    assert ours[1] == pytest.approx(theirs.pressure, rel=1e-5)


def test_density(ours, theirs):
    assert ours[2] == pytest.approx(theirs.density, rel=1e-5)


def test_speed_of_sound(ours, theirs):
    assert np.asarray(speed_of_sound(ours[0])) == pytest.approx(theirs.speed_of_sound, rel=1e-6)
