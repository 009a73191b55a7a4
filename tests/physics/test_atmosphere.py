"""The standard atmosphere against its printed digits."""

import numpy as np
import pytest

from twoplustwo.base import constants as k
from twoplustwo.physics.atmosphere import speed_of_sound, temperature_pressure_density

from ..known.atmosphere import LAYERS, TOP, UPPER


def last_digit(printed: str) -> float:
    """One unit of the last printed digit: the print cuts further digits off."""
    return 10.0 ** -len(printed.partition(".")[2])


def geometric(geopotential_km: float) -> float:
    h = geopotential_km * 1e3
    return k.US76_GEOPOTENTIAL_RADIUS_M * h / (k.US76_GEOPOTENTIAL_RADIUS_M - h)


@pytest.mark.parametrize("height", LAYERS, ids=lambda h: f"{h:g} km")
def test_layers(height):
    t, p, rho = (float(x) for x in temperature_pressure_density(np.float64(geometric(height))))
    for value, printed in zip((t, p / 100.0, rho), LAYERS[height], strict=True):
        assert value == pytest.approx(float(printed), abs=last_digit(printed))


def test_top():
    _, p, rho = (float(x) for x in temperature_pressure_density(np.float64(86e3)))
    assert p / 100.0 == pytest.approx(float(TOP[0]), abs=last_digit(TOP[0]))
    assert rho == pytest.approx(float(TOP[1]), abs=last_digit(TOP[1]))


@pytest.mark.parametrize("height", UPPER, ids=lambda h: f"{h:g} km")
def test_above(height):
    rho = float(temperature_pressure_density(np.float64(height * 1e3))[2])
    assert rho == pytest.approx(float(UPPER[height]), rel=1e-12)


def test_no_step_anywhere():
    h = np.arange(-500.0, 1_100e3, 50.0)
    _, p, rho = (np.asarray(x) for x in temperature_pressure_density(h))
    assert (np.diff(rho) < 0.0).all()
    assert (np.diff(p) < 0.0).all()
    assert np.abs(np.diff(np.log(rho))).max() < 0.012  # 50 m over the least scale height


def test_speed_of_sound_at_sea_level():
    assert float(speed_of_sound(np.float64(288.15))) == pytest.approx(340.294, abs=5e-4)
