"""The rocket that a recipe makes, and how curves over the path angle are read."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.base import constants as k
from twoplustwo.engagement.equivalent import Recipe, by_angle, energy_speed, rocket

RECIPE = Recipe(
    burn_time_s=140.0,
    exhaust_m_s=2_746.0,
    area_density_kg_m2=12_000.0,
    vertical_time_s=4.0,
    kick_time_s=9.0,
    reference_angle_rad=np.radians(35.0),
    drag_mach=(0.0, 1.0, 5.0),
    drag_cd=(0.3, 0.5, 0.2),
)


def masses(made) -> tuple[float, float, float, float]:
    """At launch, after the first burn, at the second ignition, at the end."""
    p, s = np.asarray(made.propellant_kg), np.asarray(made.structure_kg)
    full = float(made.payload_kg + p.sum() + s.sum())
    return full, full - p[0], full - p[0] - s[0], full - p[0] - s[0] - p[1]


@given(st.floats(1_500.0, 14_000.0))
def test_two_equal_burns_give_the_ideal_speed(ideal_m_s):
    made = rocket(RECIPE, ideal_m_s)
    full, first, lit, last = masses(made)
    assert full == pytest.approx(1.0, rel=1e-12)  # unit launch mass
    assert lit == pytest.approx(first, rel=1e-12)  # nothing is dropped
    each = [RECIPE.exhaust_m_s * np.log(full / first), RECIPE.exhaust_m_s * np.log(lit / last)]
    assert each == pytest.approx([ideal_m_s / 2, ideal_m_s / 2], rel=1e-9)
    assert list(made.burn_time_s) == [70.0, 70.0, 0.0]
    assert np.asarray(made.exhaust_sea_level_m_s)[:2] == pytest.approx(2_746.0, rel=1e-12)
    assert float(made.drag_area_m2) == pytest.approx(1.0 / 12_000.0, rel=1e-12)
    assert (float(made.vertical_time_s), float(made.kick_time_s)) == (4.0, 9.0)


def test_a_ladder_of_speeds_is_many_rockets():
    ladder = rocket(RECIPE, np.array([4_000.0, 8_000.0]))
    for i, ideal in enumerate((4_000.0, 8_000.0)):
        for whole, one in zip(ladder, rocket(RECIPE, ideal), strict=True):
            assert np.asarray(whole)[i] == pytest.approx(np.asarray(one), rel=1e-12)


@given(speed=st.floats(1_000.0, 9_000.0), radius=st.floats(6.4e6, 7e6))
def test_energy_speed_has_the_energy(speed, radius):
    """On the ground, at the equator, with the same energy a kilogram."""
    ground = k.EARTH_EQUATORIAL_RADIUS_M
    energy = speed**2 / 2 - k.EARTH_MU_M3_S2 / radius
    there = float(energy_speed(np.float64(speed), np.float64(radius)))
    assert there**2 / 2 - k.EARTH_MU_M3_S2 / ground == pytest.approx(energy, rel=1e-9)


KICK = np.geomspace(0.001, 2.0, 60)
ANGLE = 1.5 - 0.25 * np.log(KICK / 0.001)  # steep to flat
SPEED, RADIUS, HIGH = 5_000.0 + 400.0 * ANGLE, np.full(60, 6.6e6), np.full(60, 1e4)


def test_kick_and_speeds_by_path_angle():
    log_kick, burnout, energy = by_angle(ANGLE, KICK, SPEED, RADIUS, HIGH)
    at = np.linspace(ANGLE[-1], ANGLE[0], 37)
    assert np.exp(log_kick(at)) == pytest.approx(0.001 * np.exp((1.5 - at) / 0.25), rel=1e-6)
    assert burnout(at) == pytest.approx(5_000.0 + 400.0 * at, rel=1e-9)
    assert energy(at) == pytest.approx(energy_speed(5_000.0 + 400.0 * at, 6.6e6), rel=1e-6)
    assert np.isnan(burnout([ANGLE[0] + 1e-6, ANGLE[-1] - 1e-6])).all()


def test_what_touches_the_ground_ends_the_curve():
    """The flights from the first that does, even if a later one would not."""
    low = HIGH.copy()
    low[40] = -1.0
    _, burnout, _ = by_angle(ANGLE, KICK, SPEED, RADIUS, low)
    assert np.isfinite(burnout(ANGLE[39]))
    assert np.isnan(burnout(ANGLE[39] - 1e-6))
    low[3] = 0.0
    assert np.isnan(by_angle(ANGLE, KICK, SPEED, RADIUS, low)[1](ANGLE[:5])).all()  # three left


def test_only_ever_flatter_flights_count():
    """An angle that rises again would make two kicks of one angle: it is left out."""
    bent = ANGLE.copy()
    bent[30] = ANGLE[25]
    _, burnout, _ = by_angle(bent, KICK, SPEED, RADIUS, HIGH)
    at = np.linspace(ANGLE[-1], ANGLE[0], 50)
    assert burnout(at) == pytest.approx(5_000.0 + 400.0 * at, rel=1e-9)
