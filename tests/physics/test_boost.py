"""Powered flight straight up over the equator, against the same flight along one axis."""

import jax
import numpy as np
import pytest
from scipy.integrate import solve_ivp

from twoplustwo.base import constants as k
from twoplustwo.physics.atmosphere import temperature_pressure_density
from twoplustwo.physics.boost import (
    Burnout,
    Environment,
    Launch,
    burn_durations,
    fly_boost,
    ground_speed_and_angle,
)
from twoplustwo.physics.earth import OMEGA, Vector
from twoplustwo.physics.vehicle import Rocket, last_stage

A, MU, J2 = k.EARTH_EQUATORIAL_RADIUS_M, k.EARTH_MU_M3_S2, k.EARTH_J2
MACH, CD = np.array([0.0, 0.8, 1.2, 4.0, 8.0]), np.array([0.3, 0.3, 0.6, 0.4, 0.3])
ROCKET = Rocket(
    propellant_kg=np.array([12_000.0, 3_000.0, 0.0]),
    structure_kg=np.array([1_500.0, 400.0, 0.0]),
    exhaust_vacuum_m_s=np.array([2_600.0, 2_800.0, 0.0]),
    exhaust_sea_level_m_s=np.array([2_300.0, 2_500.0, 0.0]),
    burn_time_s=np.array([60.0, 50.0, 0.0]),
    payload_kg=800.0,
    drag_area_m2=1.2,
    vertical_time_s=5.0,
    kick_time_s=10.0,
    ballistic_coefficient_kg_m2=1e4,
    drag_mach=MACH,
    drag_cd=CD,
)
STILL, CLOUDS_M = Environment(turning=0.0), 9_000.0
CUTOFFS = np.array([1.0, 0.4])


@pytest.fixture(scope="module")
def flown():
    """Two flights straight up, the second cut off early, and the states on the way."""
    zero = np.zeros(2)
    launch = Launch(zero, zero, zero, zero, CUTOFFS)
    fly = jax.jit(fly_boost, static_argnames=("path", "refine"))
    burnout, path = fly(ROCKET, launch, STILL, CLOUDS_M, path=True)
    return jax.tree.map(np.asarray, burnout), jax.tree.map(np.asarray, path)


def upwards(cutoff: float):
    """Height and speed by SciPy: stage masses, thrust by pressure, drag by Mach number, J2."""
    masses, stages = [17_700.0, 4_200.0], []
    for i, end in enumerate((60.0, 50.0 * cutoff)):
        flow = ROCKET.propellant_kg[i] / ROCKET.burn_time_s[i]
        stages.append(
            (masses[i], flow, ROCKET.exhaust_vacuum_m_s[i], ROCKET.exhaust_sea_level_m_s[i], end)
        )

    def rhs(t, s, full, flow, vacuum, sea):
        height, speed = s
        temperature, pressure, rho = (
            float(x) for x in temperature_pressure_density(np.float64(height))
        )
        mass = full - flow * t
        thrust = flow * (vacuum - (vacuum - sea) * pressure / 101_325.0)
        mach = abs(speed) / np.sqrt(1.4 * 8314.32 / 28.9644 * temperature)
        drag = 0.5 * rho * speed**2 * np.interp(mach, MACH, CD) * 1.2
        r = A + height
        return [speed, (thrust - drag) / mass - MU / r**2 * (1 + 1.5 * J2 * (A / r) ** 2)]

    state, clouds = np.zeros(2), None
    for full, flow, vacuum, sea, end in stages:
        out = solve_ivp(
            rhs,
            (0.0, end),
            state,
            args=(full, flow, vacuum, sea),
            rtol=1e-7,
            atol=1e-3,
            events=lambda _, s, *rest: s[0] - CLOUDS_M,
        )
        if clouds is None and len(out.t_events[0]):
            clouds = out.t_events[0][0]
        state = out.y[:, -1]
    return state, clouds


@pytest.mark.parametrize("number", [0, 1])
def test_straight_up(flown, number):
    burnout, _ = flown
    (height, speed), clouds = upwards(CUTOFFS[number])
    assert burnout.time_s[number] == pytest.approx(60.0 + 50.0 * CUTOFFS[number], abs=1e-9)
    assert burnout.r.x[number] - A == pytest.approx(height, abs=30.0)
    assert burnout.v.x[number] == pytest.approx(speed, abs=0.5)
    for across in (burnout.r.y, burnout.r.z, burnout.v.y, burnout.v.z):
        assert across[number] == pytest.approx(0.0, abs=1e-6)
    assert burnout.cloud_break_s[number] == pytest.approx(clouds, abs=0.02)


def test_the_way_there(flown):
    burnout, (time, r, v) = flown
    assert (np.diff(time[:, 0]) >= 0.0).all()
    assert (np.diff(r.x[:, 0]) >= 0.0).all()
    assert time[-1] == pytest.approx(burnout.time_s, abs=1e-9)
    assert r.x[-1] == pytest.approx(burnout.r.x, abs=1e-6)
    assert v.x[-1] == pytest.approx(burnout.v.x, abs=1e-9)
    after_kick = np.searchsorted(time[:, 0], 15.0 + 1e-9)
    assert burnout.lowest_m[0] == pytest.approx(r.x[after_kick, 0] - A, abs=1.0)


def test_the_segments_of_the_burn():
    """Rise, kick, rest of the first stage, second, third; the last that burns is cut off."""
    cut = burn_durations(ROCKET, np.array([1.0, 0.25]))
    assert np.asarray(cut)[:, 0] == pytest.approx([5.0, 10.0, 45.0, 50.0, 0.0], abs=1e-12)
    assert np.asarray(cut)[:, 1] == pytest.approx([5.0, 10.0, 45.0, 12.5, 0.0], abs=1e-12)
    single = ROCKET._replace(burn_time_s=np.array([60.0, 0.0, 0.0]))
    assert np.asarray(burn_durations(single, np.array([0.5])))[:, 0] == pytest.approx(
        [5.0, 10.0, 15.0, 0.0, 0.0], abs=1e-12
    )
    short = np.asarray(burn_durations(single, np.array([0.2, 0.05])))
    assert short[:, 0] == pytest.approx([5.0, 7.0, 0.0, 0.0, 0.0], abs=1e-12)
    assert short[:, 1] == pytest.approx([3.0, 0.0, 0.0, 0.0, 0.0], abs=1e-12)
    assert (last_stage(ROCKET), last_stage(single)) == (1, 0)


@pytest.mark.parametrize("turning", [0.0, 1.0])
def test_speed_and_angle_are_relative_to_the_ground(turning):
    """Up at 1 km/s and east at 2 km/s over the ground, above the equator."""
    one = np.ones(1)
    r = Vector((A + 100e3) * one, 0.0 * one, 0.0 * one)
    spin = turning * OMEGA * (A + 100e3)
    v = Vector(1_000.0 * one, (2_000.0 + spin) * one, 0.0 * one)
    speed, angle = ground_speed_and_angle(Burnout(one, r, v, one, one), turning)
    assert float(speed[0]) == pytest.approx(np.hypot(1_000.0, 2_000.0), rel=1e-9)
    assert float(angle[0]) == pytest.approx(np.arctan2(1_000.0, 2_000.0), rel=1e-9)
