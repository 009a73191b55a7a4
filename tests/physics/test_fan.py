"""A fan, interpolated, says what flights of their own say."""

import numpy as np
import pytest

from twoplustwo.physics import fan as module
from twoplustwo.physics.aim import OUT_OF_RANGE, Aimer
from twoplustwo.physics.boost import Launch
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.fan import earliest_cutoff, fan
from twoplustwo.physics.fly import IMPACT, fly
from twoplustwo.physics.kick import kick_map
from twoplustwo.physics.sphere import angle_and_bearing, geocentric, wrap

LATITUDE_RAD, COUNT = 0.6, 300
# of distance and of bearing; a first guess may be a little off on the flattest arcs
MEDIAN_RAD, MOST_RAD, WORST_RAD = 2e-5, 5e-4, 1e-2


@pytest.fixture(scope="module")
def filled(rockets):
    kicks = kick_map(rockets["irbm"], np.radians(-4.0))
    return rockets["irbm"], kicks, fan(rockets["irbm"], kicks, LATITUDE_RAD)


def test_anywhere_in_the_fan(filled):
    """Distance, bearing and energy at random places of the fine grid, flown on their own."""
    rocket, kicks, table = filled
    draw = np.random.default_rng(8)
    a, g, c = (draw.integers(0, n, COUNT) for n in table.angle_rad.shape)
    zero = np.zeros(COUNT)
    kick = kicks(table.nominal_rad[g])
    launch = Launch(zero + LATITUDE_RAD, zero, table.azimuth_rad[a], kick, table.cutoff[c])
    flight = in_chunks(lambda piece: fly(rocket, piece)[0], launch)
    climbs = (flight.outcome == IMPACT) & (flight.burnout_angle_rad > np.radians(2.0))
    assert climbs.sum() > 0.8 * COUNT
    angle, bearing = angle_and_bearing(
        geocentric(LATITUDE_RAD), zero, geocentric(flight.latitude_rad), flight.longitude_rad
    )
    offset = wrap(bearing - launch.azimuth_rad)
    here = (a[climbs], g[climbs], c[climbs])
    assert table.flies[here].all()
    along = np.abs(table.angle_rad[here] - angle[climbs])
    across = np.abs(np.sin(angle[climbs]) * wrap(table.offset_rad[here] - offset[climbs]))
    for error in (along, across):
        median, most, worst = np.quantile(error, [0.5, 0.9, 1.0])
        assert median < MEDIAN_RAD
        assert most < MOST_RAD
        assert worst < WORST_RAD
    assert table.energy_j_kg[here] == pytest.approx(flight.burnout_energy_j_kg[climbs], rel=1e-3)


def test_what_does_not_climb_does_not_fly(filled):
    _, _, table = filled
    # full burn: a nominal angle is nearly the true one
    assert not table.flies[:, table.nominal_rad < np.radians(-0.5), -1].any()
    assert table.flies[:, table.nominal_rad > np.radians(3.0), -1].all()
    assert table.flies[:, table.nominal_rad > np.radians(15.0), :].all()


def test_the_earliest_cutoff(rockets, filled):
    assert earliest_cutoff(rockets["shahab-3"]) == module.EARLIEST_ONLY
    assert earliest_cutoff(rockets["ss-25"]) == module.EARLIEST_LAST
    assert filled[2].cutoff[[0, -1]] == pytest.approx([module.EARLIEST_LAST, 1.0], rel=1e-12)


def test_waves_round_the_compass_are_kept():
    """Trigonometric interpolation is exact for all waves that eight azimuths can hold."""
    flown = np.arange(module.AZIMUTHS) * (2 * np.pi / module.AZIMUTHS)
    fine = np.arange(module.FINE_AZIMUTHS) * (2 * np.pi / module.FINE_AZIMUTHS)
    for n in range(module.AZIMUTHS // 2):
        for wave in (np.cos, np.sin):
            assert module._around() @ wave(n * flown) == pytest.approx(wave(n * fine), abs=1e-12)
    top = module.AZIMUTHS // 2
    assert module._around() @ np.cos(top * flown) == pytest.approx(np.cos(top * fine), abs=1e-12)


def test_one_that_is_tipped_over_too_late_has_no_fan(rockets):
    """It burns out while it still rises nearly straight: no city is within its range."""
    rocket = rockets["shahab-3"]
    burn_s = float(rocket.burn_time_s.sum())
    late = rocket._replace(vertical_time_s=np.float64(0.97 * burn_s))
    kicks = kick_map(late, np.radians(-4.0))
    assert kicks.climbs and not module.spreads(kicks)
    aimed = Aimer(late).solve(*(np.array([one]) for one in (0.6, 0.1, 0.65, 0.15)))
    assert aimed.outcome.tolist() == [OUT_OF_RANGE]
    assert module.spreads(kick_map(rocket, np.radians(-4.0)))
