"""The equivalent interceptor has the speed that was claimed, in the reading that was claimed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from twoplustwo.base import constants as k
from twoplustwo.engagement.equivalent import BURNOUT, ENERGY, rocket, still
from twoplustwo.physics.boost import Launch

CLAIMED_M_S = 1e3 * np.array([5.0, 5.4, 6.0, 6.3, 6.5, 7.0, 7.7, 8.3, 9.0, 10.0])


def flown(recipe, family, ideal_m_s, angle_rad) -> tuple[np.ndarray, ...]:
    """Burnout speed, path angle and radius of actual flights, one for each ideal speed."""
    ideal = np.atleast_1d(ideal_m_s)
    kick = np.array([float(family.kicks(d, angle_rad)) for d in ideal])
    zero = np.zeros_like(kick)
    launch = Launch(zero, zero, zero + np.pi / 2, kick, zero + 1.0)
    out = still(rocket(recipe, ideal), launch)
    return tuple(np.asarray(a).diagonal() for a in out[:3])


@pytest.mark.parametrize("reading", [BURNOUT, ENERGY])
def test_claimed_speed_is_flown(recipe, family, reading):
    ideal = family.delta_v(CLAIMED_M_S, reading)
    speed, angle, radius = flown(recipe, family, ideal, recipe.reference_angle_rad)
    assert angle == pytest.approx(recipe.reference_angle_rad, abs=np.radians(0.02))
    if reading == ENERGY:
        ground = k.EARTH_EQUATORIAL_RADIUS_M  # the reference flight starts on the equator
        speed = np.sqrt(speed**2 + 2 * k.EARTH_MU_M3_S2 * (1 / ground - 1 / radius))
    assert speed == pytest.approx(CLAIMED_M_S, abs=0.5)


def test_readings_and_losses(family):
    """An ideal speed is more than an energy speed, and that more than a burnout speed."""
    burnout, energy = (family.delta_v(CLAIMED_M_S, r) for r in (BURNOUT, ENERGY))
    assert (burnout > energy).all()  # the same number, read as burnout, asks for more
    assert (energy > CLAIMED_M_S).all()


@given(slow=st.floats(3_000.0, 11_500.0), more=st.floats(1.0, 500.0))
def test_more_ideal_speed_is_more_speed(family, slow, more):
    for reading in (BURNOUT, ENERGY):
        assert family.delta_v(slow + more, reading) > family.delta_v(slow, reading)
        there = family.delta_v(slow, reading)
        assert family.speed(there, reading) == pytest.approx(slow, abs=0.5)


def test_beyond_what_the_recipe_makes(family):
    assert np.isnan(family.delta_v(30_000.0, BURNOUT))
    assert np.isnan(family.delta_v(100.0, ENERGY))


@pytest.mark.parametrize("angle_deg", [5.0, 10.0, 20.0, 35.0, 50.0, 70.0, 85.0])
def test_kick_gives_its_angle(recipe, family, angle_deg):
    ideal = family.delta_v(np.array([5_000.0, 6_300.0, 8_000.0]), BURNOUT) + 37.0  # off the ladder
    _, angle, _ = flown(recipe, family, ideal, np.radians(angle_deg))
    assert np.degrees(angle) == pytest.approx(angle_deg, abs=0.1)


def test_against_the_recipe_in_a_plane(recipe, family):
    """On a still Earth the flight stays in the plane of the equator: integrate it there."""
    from ..physics.witness import GAS, J2, MU, A, air

    ideal = float(family.delta_v(6_300.0, BURNOUT))
    kick = float(family.kicks(ideal, recipe.reference_angle_rad))
    c, half = recipe.exhaust_m_s, recipe.burn_time_s / 2
    burned = 1 - np.exp(-ideal / (2 * c))
    rise, turn = recipe.vertical_time_s, recipe.vertical_time_s + recipe.kick_time_s

    def rhs(t, s, lit, start, steered):
        r, _, up, along = s
        share = burned * (t - lit) / half
        push = c * burned / half / (1 - share)
        temperature, _, rho = air(r - A)
        speed = np.hypot(up, along)
        cd = np.interp(speed / np.sqrt(1.4 * GAS * temperature), recipe.drag_mach, recipe.drag_cd)
        drag = 0.5 * rho * speed * cd / (recipe.area_density_kg_m2 * start * (1 - share))
        tilt = kick * np.clip((t - rise) / (turn - rise), 0, 1)
        way = (np.cos(tilt), np.sin(tilt)) if steered else (up / speed, along / speed)
        g = MU / r**2 * (1 + 1.5 * J2 * (A / r) ** 2)
        return [
            up,
            along / r,
            push * way[0] - drag * up - g + along**2 / r,
            push * way[1] - drag * along - up * along / r,
        ]

    state = np.array([A, 0.0, 0.0, 0.0])
    for t0, t1, lit, start, steered in (
        (0, rise, 0, 1.0, True),
        (rise, turn, 0, 1.0, True),
        (turn, half, 0, 1.0, False),
        (half, 2 * half, half, 1 - burned, False),
    ):
        out = solve_ivp(
            rhs, (t0, t1), state, "DOP853", args=(lit, start, steered), rtol=1e-11, atol=1e-6
        )
        state = out.y[:, -1]
    assert np.hypot(state[2], state[3]) == pytest.approx(6_300.0, abs=0.5)
    assert np.arctan2(state[2], state[3]) == pytest.approx(recipe.reference_angle_rad, abs=5e-4)
