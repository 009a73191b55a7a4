"""Mirror images, turns of the globe, and what rotation does."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.physics.boost import Environment, Launch
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.fly import Flight, fly

angles = st.floats(0.02, 0.9)


def flown(rocket, turning: float, lat, lon, azimuth, kick, cutoff) -> Flight:
    values = np.broadcast_arrays(*(np.atleast_1d(x) for x in (lat, lon, azimuth, kick, cutoff)))
    launch = Launch(*(np.asarray(v, dtype=float) for v in values))
    env = Environment(turning=turning)
    return in_chunks(lambda piece: fly(rocket, piece, env)[0], launch)


@given(
    lat=st.floats(-1.2, 1.2), azimuth=st.floats(0.05, 3.1), kick=angles, cutoff=st.floats(0.2, 1)
)
def test_east_mirrors_west_on_a_still_earth(rockets, lat, azimuth, kick, cutoff):
    f = flown(rockets["ss-25"], 0.0, lat, 0.0, np.array([azimuth, -azimuth]), kick, cutoff)
    assert f.latitude_rad[0] == pytest.approx(f.latitude_rad[1], abs=1e-12)
    assert f.longitude_rad[0] == pytest.approx(-f.longitude_rad[1], abs=1e-12)
    assert f.time_s[0] == pytest.approx(f.time_s[1], abs=1e-8)


@given(
    lat=st.floats(0.05, 1.2), azimuth=st.floats(-3.1, 3.1), kick=angles, cutoff=st.floats(0.2, 1)
)
def test_north_mirrors_south(rockets, lat, azimuth, kick, cutoff):
    both = np.array([azimuth, np.pi - azimuth])
    f = flown(rockets["ss-25"], 1.0, np.array([lat, -lat]), 0.0, both, kick, cutoff)
    assert f.latitude_rad[0] == pytest.approx(-f.latitude_rad[1], abs=1e-12)
    assert f.longitude_rad[0] == pytest.approx(f.longitude_rad[1], abs=1e-12)
    assert f.apogee_m[0] == pytest.approx(f.apogee_m[1], abs=1e-4)


@given(lon=st.floats(-3.0, 3.0), azimuth=st.floats(-3.1, 3.1), kick=angles)
def test_longitude_is_a_label(rockets, lon, azimuth, kick):
    f = flown(rockets["irbm"], 1.0, 0.6, np.array([0.0, lon]), azimuth, kick, 1.0)
    turned = f.longitude_rad[1] - f.longitude_rad[0] - lon
    assert np.sin(turned) == pytest.approx(0.0, abs=1e-11)
    assert f.latitude_rad[0] == pytest.approx(f.latitude_rad[1], abs=1e-12)
    assert f.burnout_energy_j_kg[0] == pytest.approx(f.burnout_energy_j_kg[1], rel=1e-12)


def test_rotation_helps_to_the_east(rockets):
    """Rotation alone moves an ICBM by thousands of kilometres, east against west."""
    azimuth = np.radians([90.0, -90.0])
    kick = np.radians(45.0)
    turning = flown(rockets["ss-25"], 1.0, 0.0, 0.0, azimuth, kick, 1.0)
    still = flown(rockets["ss-25"], 0.0, 0.0, 0.0, azimuth, kick, 1.0)
    east, west = np.abs(turning.longitude_rad) * 6_378.0
    here = np.abs(still.longitude_rad) * 6_378.0
    assert east > here[0] + 1_000.0
    assert west < here[1] - 1_000.0
