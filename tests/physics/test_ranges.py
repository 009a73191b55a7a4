"""Lumped missiles fly as far as published, without Earth rotation."""

import numpy as np
import pytest

from twoplustwo.physics.boost import Environment, Launch
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.fly import IMPACT, fly
from twoplustwo.physics.sphere import angle_and_bearing, geocentric

from ..known.missiles import RANGES

STILL = Environment(turning=0.0)
MEAN_RADIUS_KM = 6_371.0


def ranges_km(rocket, lat_deg: float, cutoff: float = 1.0) -> np.ndarray:
    """Range of each of a dense sweep of kicks; 0 where it does not land."""
    kick = np.geomspace(np.radians(0.02), np.radians(85.0), 512)
    zero = np.zeros_like(kick)
    launch = Launch(zero + np.radians(lat_deg), zero, zero + 0.5 * np.pi, kick, zero + cutoff)
    flight = in_chunks(lambda piece: fly(rocket, piece, STILL)[0], launch)
    angle, _ = angle_and_bearing(
        geocentric(launch.latitude_rad),
        zero,
        geocentric(flight.latitude_rad),
        flight.longitude_rad,
    )
    return np.where(flight.outcome == IMPACT, angle * MEAN_RADIUS_KM, 0.0)


@pytest.mark.parametrize("name", RANGES)
def test_published_range(rockets, name):
    published = RANGES[name][0]
    for lat_deg in (0.0, 45.0):
        assert ranges_km(rockets[name], lat_deg).max() == pytest.approx(published, rel=0.05)


@pytest.mark.parametrize("name", ["shahab-3", "irbm", "ss-25"])
def test_farther_the_longer_it_burns(rockets, name):
    least = 0.4 if rockets[name].burn_time_s[1] == 0 else 0.1
    far = [ranges_km(rockets[name], 30.0, c).max() for c in np.linspace(least, 1.0, 10)]
    assert (np.diff(far) > 0.0).all()
    kick = np.full(40, np.radians(15.0))
    zero = np.zeros(40)
    launch = Launch(zero, zero, zero, kick, np.linspace(least, 1.0, 40))
    flight = in_chunks(lambda piece: fly(rockets[name], piece, STILL)[0], launch)
    assert (np.diff(flight.latitude_rad) > 0.0).all()  # one pitch programme, to the north


def test_shahab_farther_with_less(rockets):
    """1,300 km is printed with 930 kg and with 700 kg: the two cannot both be right."""
    light = rockets["shahab-3"]._replace(payload_kg=np.float64(700.0))
    assert ranges_km(light, 0.0).max() > 1.05 * ranges_km(rockets["shahab-3"], 0.0).max()
