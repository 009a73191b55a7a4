"""Equivalent interceptors and their flyouts: claimed speeds, and arrivals found again."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from twoplustwo.engagement import flyout, tables
from twoplustwo.engagement.arrival import Seen, arrival
from twoplustwo.engagement.equivalent import BURNOUT, ENERGY, energy_speed, rocket
from twoplustwo.engagement.flyout import Sampling, path_angles, wavefront
from twoplustwo.engagement.seen import seen_from
from twoplustwo.physics.boost import Environment, Launch, fly_boost, ground_speed_and_angle
from twoplustwo.physics.earth import OMEGA, Vector, from_geodetic, norm, to_earth_fixed
from twoplustwo.physics.fall import fly_coast

SITE_RAD = np.radians(54.4728)
SPEEDS_M_S = (5_000.0, 6_300.0, 8_000.0, 9_000.0)


@pytest.mark.parametrize("reading", [BURNOUT, ENERGY])
@pytest.mark.parametrize("speed_m_s", SPEEDS_M_S)
def test_it_has_the_claimed_speed_at_the_reference_angle(recipe, family, speed_m_s, reading):
    """Without Earth rotation, on the flyout that burns out at 35 degrees."""
    delta_v = float(family.delta_v(speed_m_s, reading))
    kick = family.kicks(delta_v, np.array([recipe.reference_angle_rad]))
    zero = np.zeros(1)
    launch = Launch(zero, zero, zero + np.pi / 2, kick, zero + 1.0)
    b, _ = fly_boost(rocket(recipe, delta_v), launch, Environment(turning=0.0))
    speed, angle = (np.asarray(x) for x in ground_speed_and_angle(b, 0.0))
    if reading == ENERGY:
        speed = energy_speed(speed, np.asarray(norm(b.r)))
    assert np.degrees(angle[0]) == pytest.approx(35.0, abs=0.1)
    assert speed[0] == pytest.approx(speed_m_s, abs=0.5)


def test_more_ideal_speed_is_more_speed_and_the_readings_are_ordered(family):
    ladder = np.arange(4_000.0, 13_000.0, 100.0)
    burnout, energy = (family.speed(ladder, r) for r in (BURNOUT, ENERGY))
    assert (np.diff(burnout) > 0.0).all()
    assert (np.diff(energy) > 0.0).all()
    assert (energy > burnout).all()  # it burns out high up
    assert family.speed(family.delta_v(6_300.0, BURNOUT), BURNOUT) == pytest.approx(6_300, abs=1)


def fan(recipe, family, speed_m_s, sampling):
    delta_v = float(family.delta_v(speed_m_s, BURNOUT))
    kicks = family.kicks(delta_v, path_angles(sampling))
    return wavefront(rocket(recipe, delta_v), kicks, SITE_RAD, 0.0, 1_500.0, sampling), delta_v


def flown(recipe, family, delta_v, count=256):
    """Random flyouts, flown on their own, as points seen from the site."""
    rng = np.random.default_rng(2007)
    angle = np.radians(rng.uniform(5.0, 75.0, count))
    azimuth = rng.uniform(0.0, 2 * np.pi, count)
    one, zero = np.ones(count), np.zeros(count)
    launch = Launch(zero + SITE_RAD, zero, azimuth, family.kicks(delta_v, angle), one)
    b, _ = fly_boost(rocket(recipe, delta_v), launch)
    coast = fly_coast(b, jnp.asarray(1e9), Environment(), 1_200.0 - b.time_s)
    r, v = to_earth_fixed(coast.r, coast.time_s), to_earth_fixed(coast.v, coast.time_s)
    moving = Vector(v.x + OMEGA * r.y, v.y - OMEGA * r.x, v.z)
    site = from_geodetic(jnp.asarray(SITE_RAD), jnp.zeros(()), jnp.zeros(()))
    bearing, arc, elevation, local, height = seen_from(site, r, moving)
    keep = np.asarray(height) > 100e3
    return [np.asarray(x)[keep] for x in (bearing, arc, elevation, *local, coast.time_s)]


@pytest.mark.parametrize("speed_m_s", SPEEDS_M_S)
def test_flyouts_are_found_again_in_the_table(recipe, family, speed_m_s):
    """Points of flights flown on their own: the table gives their time and their velocity."""
    sampling = Sampling()
    front, delta_v = fan(recipe, family, speed_m_s, sampling)
    points = flown(recipe, family, delta_v)
    got = arrival(front, Seen(*(jnp.asarray(p) for p in points)), sampling)
    time, closing = np.asarray(got.flight_time_s), np.asarray(got.closing_m_s)
    error = np.abs(time - points[-1])
    branch = np.nanargmin(np.where(np.isnan(error), np.inf, error), axis=0)
    at = np.arange(len(branch))
    error, closing = error[branch, at], closing[branch, at]
    assert np.isnan(error).mean() < 0.01
    error, closing = error[~np.isnan(error)], closing[~np.isnan(closing)]
    assert np.median(error) < 1.0
    assert np.percentile(error, 95) < 4.0
    assert np.median(closing) < 20.0  # it closes on itself


def test_a_point_does_not_depend_on_its_neighbours(recipe, family):
    sampling = Sampling()
    front, delta_v = fan(recipe, family, 7_000.0, sampling)
    points = [p[:512] for p in flown(recipe, family, delta_v)]
    whole = arrival(front, Seen(*(jnp.asarray(p) for p in points)), sampling)
    other = np.arange(512) % 2 == 1  # every second point gets other neighbours
    mixed = [np.where(other, p[::-1], p) for p in points]
    again = arrival(front, Seen(*(jnp.asarray(p) for p in mixed)), sampling)
    for a, b in zip(whole, again, strict=True):
        mine, same = (np.asarray(x)[:, ~other] for x in (a, b))
        assert np.array_equal(mine, same, equal_nan=True)


def test_one_compile_serves_every_speed(recipe, family):
    sampling = Sampling()
    fan(recipe, family, 6_000.0, sampling)
    steps = (flyout._fan, flyout._look, tables.at_arcs, tables.by_branch, tables.by_bearing)
    before = [one._cache_size() for one in steps]
    for speed in (5_500.0, 7_300.0, 9_900.0):
        jax.block_until_ready(fan(recipe, family, speed, sampling)[0].field)
    assert [one._cache_size() for one in steps] == before
