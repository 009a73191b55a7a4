"""Made-up sounding rockets of one and two stages, flown by RocketPy as points of mass.

RocketPy knows a flat Earth that stands still, and a rocket that turns into the wind as fast as it
is told to. So ours flies without rotation, from a place near the pole where their gravity (the
normal gravity of WGS84) holds no centrifugal part, and theirs turns into the wind at once, which
is a gravity turn. The pitch programme is no part of RocketPy: an inclined flight is handed over
at the end of the kick, 4 s after launch. Everything else is theirs: integration, gravity, air,
masses, drag, staging, apogee and impact.

What may differ, and by how much: RocketPy reads its atmosphere off a coarse table, its speed of
sound 0.24 % too low at 5 km and its density up to 0.05 % off; that moves the drag, whose share of
the speed is a third: 0.1 % of the apogee. Over a flat Earth nothing slows down as it rises, over a
round one the ground passes below by the square of radius over distance: 1.5 % of the range of a
flight to 70 km. Their range is brought to a round Earth by the mean height of their flight.
"""

from typing import NamedTuple

import numpy as np
import pytest
from rocketpy import Environment as TheirEarth
from rocketpy import Flight as TheirFlight
from rocketpy import PointMassMotor, PointMassRocket

from twoplustwo.base import constants as k
from twoplustwo.physics.boost import Environment, Launch, fly_boost
from twoplustwo.physics.earth import (
    Vector,
    altitude_and_up,
    combine,
    dot,
    east_north,
    from_geodetic,
)
from twoplustwo.physics.fly import IMPACT, fly
from twoplustwo.physics.vehicle import MAX_STAGES, Rocket

LATITUDE_DEG, HANDOVER_S = 89.5, 4.0
MACH = np.array([0.0, 0.8, 1.1, 2.0, 5.0, 10.0])
CD = np.array([0.30, 0.30, 0.60, 0.40, 0.25, 0.25])
FALLING_CD, RADIUS_M = 0.3, 0.17
AREA_M2 = np.pi * RADIUS_M**2
QUICK = 1_000.0  # how fast theirs turns into the wind: a thousandth of a second late


class Made(NamedTuple):
    """A made-up rocket: one entry a stage, what is left at the end, and the kick."""

    propellant_kg: tuple[float, ...]
    structure_kg: tuple[float, ...]  # the last stage's falls on with the payload
    exhaust_m_s: tuple[float, ...]
    burn_s: tuple[float, ...]
    payload_kg: float
    kick_deg: float


ONE_STAGE = Made((120.0,), (60.0,), (2_300.0,), (28.0,), 50.0, 8.0)
CASES = {
    "one stage": ONE_STAGE,
    "one stage, almost straight up": ONE_STAGE._replace(kick_deg=2.0),
    "two stages": Made((110.0, 45.0), (45.0, 20.0), (2_200.0, 2_300.0), (18.0, 16.0), 50.0, 6.0),
}
# of the apogee, of the speed at burnout, and in seconds
APOGEE_SHARE, SPEED_SHARE, TIME_S = 2e-3, 1e-3, 0.2


class Flown(NamedTuple):
    """What is compared."""

    apogee_m: float
    burnout_altitude_m: float
    burnout_speed_m_s: float
    burnout_angle_deg: float
    impact_s: float
    range_m: float


def ours(made: Made) -> tuple[Flown, list[float]]:
    """Our flight, and the state handed over: time, place, velocity, attitude in local axes."""

    def stages(values: tuple[float, ...]) -> np.ndarray:
        return np.array([*values, *[0.0] * (MAX_STAGES - len(values))])

    falling_kg = made.payload_kg + made.structure_kg[-1]
    rocket = Rocket(
        stages(made.propellant_kg),
        stages(made.structure_kg),
        stages(made.exhaust_m_s),
        stages(made.exhaust_m_s),
        stages(made.burn_s),
        made.payload_kg,
        AREA_M2,
        HANDOVER_S / 2,
        HANDOVER_S / 2,
        falling_kg / (AREA_M2 * FALLING_CD),
        MACH,
        CD,
    )
    launch = Launch(
        *(
            np.array([x])
            for x in (np.radians(LATITUDE_DEG), 0.0, np.pi, np.radians(made.kick_deg), 1.0)
        )
    )
    still = Environment(turning=0.0)
    flight, _ = fly(rocket, launch, still)
    assert int(flight.outcome[0]) == IMPACT
    angle = float(launch.latitude_rad[0] - flight.latitude_rad[0])
    flown = Flown(
        float(flight.apogee_m[0]),
        float(flight.burnout_altitude_m[0]),
        float(flight.burnout_speed_m_s[0]),
        float(np.degrees(flight.burnout_angle_rad[0])),
        float(flight.time_s[0]),
        angle * k.EARTH_POLAR_RADIUS_M / (1.0 - k.EARTH_FLATTENING) ** 2,
    )
    _, path = fly_boost(rocket, launch, still, path=True)
    time, r, v = path
    at = int(np.argmin(np.abs(np.asarray(time)[:, 0] - HANDOVER_S)))
    pad = from_geodetic(*(np.array([x]) for x in (np.radians(LATITUDE_DEG), 0.0, 0.0)))
    _, up = altitude_and_up(pad)
    axes = (*east_north(pad, up), up)
    here = combine((1.0, Vector(*(np.asarray(c)[at] for c in r))), (-1.0, pad))
    moving = Vector(*(np.asarray(c)[at] for c in v))
    place, speed = ([float(dot(x, a)[0]) for a in axes] for x in (here, moving))
    lean = np.arctan2(speed[1], speed[2])  # northwards, about the eastern axis
    attitude = [np.cos(lean / 2), -np.sin(lean / 2), 0.0, 0.0, 0.0, 0.0, 0.0]
    return flown, [float(np.asarray(time)[at, 0]), *place, *speed, *attitude]


def theirs(made: Made, start: list[float]) -> Flown:
    """RocketPy's flight from the handover, stage by stage."""
    earth = TheirEarth(latitude=LATITUDE_DEG, longitude=0.0, elevation=0.0)
    ends = np.cumsum(made.burn_s)
    left_kg = made.payload_kg + sum(made.propellant_kg) + sum(made.structure_kg)
    state: list[float] | TheirFlight = start
    for i, (push, burn) in enumerate(zip(made.propellant_kg, made.burn_s, strict=True)):
        motor = PointMassMotor(
            thrust_source=made.exhaust_m_s[i] * push / burn,
            dry_mass=1e-6,
            propellant_initial_mass=push,
            burn_time=(ends[i] - burn, ends[i]),
        )
        rocket = PointMassRocket(
            RADIUS_M,
            left_kg - push,
            0.0,
            power_off_drag=FALLING_CD,
            power_on_drag=lambda mach: float(np.interp(mach, MACH, CD)),
            weathercock_coeff=QUICK,
        )
        rocket.add_motor(motor, position=0.0)
        last = i == len(made.burn_s) - 1
        state = TheirFlight(
            rocket,
            earth,
            rail_length=1.0,
            initial_solution=state,
            max_time=3_000.0 if last else float(ends[i]),
            rtol=1e-8,
            atol=[1e-5] * 3 + [1e-7] * 3 + [1e-9] * 4 + [1e-6] * 3,
            simulation_mode="3 DOF",
        )
        left_kg -= push + made.structure_kg[i]
    assert isinstance(state, TheirFlight)
    times = np.linspace(start[0], state.t_final, 200)
    height_m = np.mean([state.z(t) for t in times[times > ends[-1]]])
    round_earth = 1.0 - 2.0 * height_m / k.EARTH_MEAN_RADIUS_M
    up, level = state.vz(ends[-1]), np.hypot(state.vx(ends[-1]), state.vy(ends[-1]))
    return Flown(
        state.apogee,
        state.z(ends[-1]),
        np.hypot(up, level),
        np.degrees(np.arctan2(up, level)),
        state.t_final,
        np.hypot(state.x_impact, state.y_impact) * round_earth,
    )


@pytest.mark.filterwarnings("ignore:UTM coordinates")
@pytest.mark.parametrize("name", CASES)
def test_same_flight(name):
    made = CASES[name]
    mine, start = ours(made)
    other = theirs(made, start)
    for part in zip(Flown._fields, mine, other, strict=True):
        print(name, *part)
    assert 30e3 < other.apogee_m < 80e3  # no more than their atmosphere knows
    assert mine.apogee_m == pytest.approx(other.apogee_m, rel=APOGEE_SHARE)
    assert mine.burnout_altitude_m == pytest.approx(other.burnout_altitude_m, rel=SPEED_SHARE)
    assert mine.burnout_speed_m_s == pytest.approx(other.burnout_speed_m_s, rel=SPEED_SHARE)
    assert mine.burnout_angle_deg == pytest.approx(other.burnout_angle_deg, abs=0.1)
    assert mine.impact_s == pytest.approx(other.impact_s, abs=TIME_S)
    assert mine.range_m == pytest.approx(other.range_m, rel=5e-3)
