"""Coast and descent against closed forms: Kepler's time, a drop in a vacuum, terminal speed."""

import jax
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

from twoplustwo.base import constants as k
from twoplustwo.physics.atmosphere import temperature_pressure_density
from twoplustwo.physics.boost import Burnout, Environment
from twoplustwo.physics.earth import Vector
from twoplustwo.physics.fall import AIR_EDGE_M, coast_time, fly_coast, fly_descent

from .orbit import position

GROUND, MU = k.EARTH_EQUATORIAL_RADIUS_M, k.EARTH_MU_M3_S2
POINT = Environment(turning=0.0, j2=0.0, air=0.0)
STILL = Environment(turning=0.0, j2=0.0, air=1.0)
time_to_air = jax.jit(coast_time)


def burnout(speed, climb, altitude, time_s=100.0) -> Burnout:
    """One state above the equator, flying to the north-east."""
    level = speed * np.cos(climb) / np.sqrt(2.0)
    nil = np.zeros(1)
    r = Vector(nil + GROUND + altitude, nil, nil)
    return Burnout(
        nil + time_s, r, Vector(nil + speed * np.sin(climb), nil + level, nil + level), nil, nil
    )


def after(b: Burnout, time_s: float) -> tuple[float, float]:
    """Radius and radial speed of the orbit some time after burnout."""
    r, v = (np.array([c[0] for c in part]) for part in (b.r, b.v))
    before, here, later = (np.linalg.norm(position(r, v, time_s + d)) for d in (-0.1, 0.0, 0.1))
    return float(here), float(later - before) / 0.2


@given(speed=st.floats(2_500.0, 7_000.0), climb=st.floats(0.15, 1.5), altitude=st.floats(1e5, 3e5))
def test_a_high_flight_coasts_to_the_edge_of_the_air(speed, climb, altitude):
    b = burnout(speed, climb, altitude)
    radius, rising = after(b, float(time_to_air(b)[0]))
    assert radius - GROUND == pytest.approx(AIR_EDGE_M, abs=1.0)
    assert rising < 0.0


@given(speed=st.floats(300.0, 1_200.0), climb=st.floats(0.3, 1.5))
def test_a_low_flight_coasts_half_way_down_from_its_top(speed, climb):
    b = burnout(speed, climb, 20e3)
    radius, rising = after(b, float(time_to_air(b)[0]))
    energy = speed**2 / 2 - MU / (GROUND + 20e3)
    swept = ((GROUND + 20e3) * speed * np.cos(climb)) ** 2
    a = -MU / (2 * energy)
    top = a * (1 + np.sqrt(1 + 2 * energy * swept / MU**2))
    assert top - GROUND < 160e3
    assert radius == pytest.approx((GROUND + 20e3 + top) / 2, abs=1.0)
    assert rising < 0.0


@given(speed=st.floats(500.0, 6_500.0), fall=st.floats(0.02, 1.5), altitude=st.floats(1e4, 3e5))
def test_what_falls_at_burnout_goes_on_falling(speed, fall, altitude):
    """Down to the edge of the air, or half-way to the ground: not round the Earth first."""
    b = burnout(speed, -fall, altitude)
    took = float(time_to_air(b)[0])
    radius, rising = after(b, took)
    assert radius - GROUND == pytest.approx(min(AIR_EDGE_M, altitude / 2), abs=1.0)
    assert rising < 0.0
    downward = speed * np.sin(fall)
    assert 0.0 < took < altitude / downward


def test_what_never_comes_down_is_given_one_turn():
    b = burnout(8_000.0, 0.05, 400e3)  # lowest point above the air
    orbit = 1.0 / (2.0 / (GROUND + 400e3) - 8_000.0**2 / MU)
    radius, rising = after(b, float(time_to_air(b)[0]))
    lowest = min(after(b, t)[0] for t in np.linspace(0, 2 * np.pi * np.sqrt(orbit**3 / MU), 4_000))
    assert radius == pytest.approx(lowest, abs=50.0)
    assert rising == pytest.approx(0.0, abs=1e-3)


def column(x: float) -> np.ndarray:
    return np.array([x])


def dropped(altitude, speed_down, beta, env, refine=1):
    """Fall straight down over the equator: seconds to the ground, and where."""
    nil = np.zeros(1)
    r, v = Vector(column(GROUND + altitude), nil, nil), Vector(column(-speed_down), nil, nil)
    end = jax.jit(fly_descent, static_argnames="refine")(
        column(7.0), r, v, column(beta), env, refine
    )
    return float(end.time_s[0]) - 7.0, [float(c[0]) for c in end.r], bool(end.landed[0])


@pytest.mark.parametrize(("altitude", "speed"), [(90e3, 300.0), (50e3, 2_000.0), (90e3, 6_000.0)])
def test_a_drop_in_a_vacuum(altitude, speed):
    """Energy gives the speed at each height; its inverse is summed."""

    def fast(x):
        return np.sqrt(speed**2 + 2 * MU * (1 / (GROUND + altitude - x) - 1 / (GROUND + altitude)))

    took, place, landed = dropped(altitude, speed, 1e4, POINT)
    assert landed
    assert took == pytest.approx(quad(lambda x: 1 / fast(x), 0, altitude)[0], rel=5e-6)
    assert place == pytest.approx([GROUND, 0.0, 0.0], abs=0.01)


def test_finer_steps_come_nearer():
    """Fourth order: with twice the steps a sixteenth of the error, with half as many sixteen."""
    exact = dropped(90e3, 300.0, 1e4, POINT, 8)[0]
    half, once, twice = (abs(dropped(90e3, 300.0, 1e4, POINT, n)[0] - exact) for n in (0.5, 1, 2))
    assert half / once > 8.0
    assert once / twice > 8.0


def test_a_light_body_comes_down_at_its_terminal_speed():
    """Drag balances weight: v^2 = 2 beta g / rho; the body is slow enough to follow it."""
    beta = 100.0

    def terminal(h):
        rho = float(temperature_pressure_density(np.float64(h))[2])
        return np.sqrt(2 * beta * MU / (GROUND + h) ** 2 / rho)

    took, _, landed = dropped(15e3, terminal(15e3), beta, STILL)
    assert landed
    expected = quad(lambda h: 1 / terminal(h), 0.0, 15e3)[0]
    # it lags a little behind the ever slower terminal speed
    assert took == pytest.approx(expected, rel=0.02)


def test_what_climbs_at_the_edge_of_the_air_has_not_landed():
    assert not dropped(90e3, -100.0, 1e4, POINT)[2]


def test_drag_takes_energy_from_a_coast_in_the_air():
    """Level at 5 km/s and 80 km, one second: the loss is rho v^3 / (2 beta)."""
    b, beta = burnout(5_000.0, 0.0, 80e3), 50.0
    ends = [
        fly_coast(b, column(beta), env, column(1.0)) for env in (STILL, STILL._replace(air=0.0))
    ]
    speed = [np.sqrt(sum(float(c[-1, 0]) ** 2 for c in coast.v)) for coast in ends]
    rho = float(temperature_pressure_density(np.float64(80e3))[2])
    assert speed[1] - speed[0] == pytest.approx(rho * 5_000.0**2 / (2 * beta), rel=0.01)
    assert float(ends[0].time_s[-1, 0]) == pytest.approx(101.0, abs=1e-9)
    assert float(ends[0].time_s[0, 0]) == pytest.approx(100.0, abs=1e-9)


def test_the_air_turns_with_the_earth():
    """Still in inertial axes at 80 km, the air of the turning Earth drags it to the east."""
    nil = np.zeros(1)
    b = burnout(0.0, 0.0, 80e3)._replace(v=Vector(nil, nil, nil))
    turning = fly_coast(b, column(1.0), Environment(j2=0.0), column(1.0))
    wind = k.EARTH_ROTATION_RAD_S * (GROUND + 80e3)
    rho = float(temperature_pressure_density(np.float64(80e3))[2])
    assert float(turning.v.y[-1, 0]) == pytest.approx(0.5 * rho * wind**2, rel=0.02)
