"""Flight with a prescribed path angle, against an independent integration in the plane."""

import numpy as np
import pytest
from scipy.integrate import solve_ivp

from twoplustwo.base import constants as k
from twoplustwo.physics.atmosphere import speed_of_sound, temperature_pressure_density
from twoplustwo.validation.builders import presets
from twoplustwo.validation.flights import pitch

A, MU = k.EARTH_EQUATORIAL_RADIUS_M, k.EARTH_MU_M3_S2
MACH, CD = (0.0, 0.9, 1.2, 4.0), (0.2, 0.2, 0.5, 0.2)
RISE = (1.01, 0.0, 0.3)
RULES = pitch.Rules(np.radians(38.0), 6.0, np.array(RISE), 150e3, 1.25)
# two stages of a made-up rocket, the third place empty
STAGES = pitch.Stages(
    [20_000.0, 5_000.0, 1.0], [150.0, 30.0, 0.0], [350e3, 85e3, 0.0], [80.0, 100.0, 0.0]
)
AREA = 1.5


def reference() -> tuple[float, float]:
    """Burnout speed and height by DOP853 in polar coordinates, from the same rules."""

    def rhs(t, s, lit, mass, flow, thrust, first):
        r, _, v = s
        height = r - A
        share = np.clip((t - 6.0) / (180.0 - 6.0), 0, 1)
        angle = np.pi / 2 + (np.radians(38.0) - np.pi / 2) * share
        x = height / 150e3
        factor = 1.01 + 0.3 * x * x if x < 1 else (1.25 if first else 1.0)
        temperature, _, density = (float(q) for q in temperature_pressure_density(height))
        cd = np.interp(v / float(speed_of_sound(temperature)), MACH, CD)
        force = thrust * factor - 0.5 * density * v * v * cd * AREA
        m = mass - flow * (t - lit)
        return [v * np.sin(angle), v * np.cos(angle) / r, force / m - MU / r**2 * np.sin(angle)]

    state = np.array([A, 0.0, 1e-3])
    for t0, t1, args in (
        (0.0, 80.0, (0.0, 20_000.0, 150.0, 350e3, True)),
        (80.0, 180.0, (80.0, 5_000.0, 30.0, 85e3, False)),
    ):
        out = solve_ivp(rhs, (t0, t1), state, "DOP853", args=args, rtol=1e-8, atol=1e-3)
        state = out.y[:, -1]
    return state[2], state[0] - A


def test_against_an_integration_in_the_plane():
    flown = pitch.fly(STAGES, RULES, AREA, MACH, CD, 1e9, False)
    speed, height = reference()
    assert flown.burnout_speed_m_s == pytest.approx(speed, rel=3e-4)
    assert flown.burnout_time_s == pytest.approx(180.0, rel=1e-12)
    # from there on two bodies: apogee by energy and angular momentum
    r, angle = A + height, np.radians(38.0)
    a = 1 / (2 / r - speed**2 / MU)
    e = np.sqrt(1 - (r * speed * np.cos(angle)) ** 2 / (MU * a))
    assert flown.apogee_m == pytest.approx(a * (1 + e) - A, rel=1e-3)


PRESET = {
    "propellant_kg": (8_000.0,),
    "structure_kg": (1_500.0,),
    "isp_s": (230.0,),
    "thrust_kgf": [18_000.0],
    "diameter_m": 1.0,
    "aimed_range_m": 700e3,
}
WRITTEN = {
    "thrust_rise": [1.0, 0.1],
    "rise_height_m": 160e3,
    "above_first": 1.1,
    "vertical_time_s": 5.0,
    "gravity_m_s2": 9.81,
    "radius_m": 6_370e3,
}


def by_rules(measure: str, **more) -> float:
    return presets.by_their_rules(measure, 900.0, PRESET, WRITTEN, "v2", **more)


def test_burn_time_and_range_of_a_preset():
    assert by_rules("burnout time") == pytest.approx(230.0 * 8_000.0 / 18_000.0)
    far, high, long = by_rules("range"), by_rules("apogee"), by_rules("time")
    assert 600e3 < far < 850e3
    assert high < far / 2
    assert long > by_rules("burnout time") + 2 * np.sqrt(2 * high / 9.81) * 0.8


def test_what_falls_through_air_falls_short():
    falling = {"mass_kg": 900.0, "area_m2": 1.0, "cd": 0.2}
    assert by_rules("range", falling=falling) < by_rules("range") - 500.0


def test_a_first_stage_kept_weighs_on_the_third():
    three = PRESET | {
        "propellant_kg": (8_000.0, 2_000.0, 300.0),
        "structure_kg": (1_500.0, 300.0, 50.0),
        "isp_s": (230.0, 250.0, 260.0),
        "thrust_kgf": [26_000.0, 6_000.0, 1_500.0],
    }
    given = ("burnout speed", 500.0, three, WRITTEN, "v2")
    dropped = presets.by_their_rules(*given)
    kept = presets.by_their_rules(*given, keeps_first_stage=True)
    # the third stage adds c ln(m0 / m1) either way, less what gravity takes
    third, rest = 300.0, 500.0 + 50.0
    gain = (
        260.0
        * 9.81
        * (np.log((third + rest) / rest) - np.log((third + rest + 9_500.0) / (rest + 9_500.0)))
    )
    assert dropped - kept == pytest.approx(gain, rel=0.1)


def test_our_rules_use_the_gain_of_every_stage():
    given = (900.0, PRESET)
    rest = ("v2", 5.0, 8.0)
    plain, more = (presets.by_our_rules(*given, [g], *rest) for g in (1.0, 1.1))
    assert 1.1 * plain < more < 1.5 * plain
