"""The table of least-energy arcs, on flights of which everything is known in closed form.

A still, airless ball: speed grows evenly with the cut-off, and the fan is filled in with the
distance that a speed and a path angle give. The arc of least energy then is the textbook's.
"""

import numpy as np
import pytest

from twoplustwo.base import constants as k
from twoplustwo.physics import arcs as module
from twoplustwo.physics.fan import FINE_CUTOFFS, FINE_STEP_RAD, SLACK, Fan
from twoplustwo.physics.kepler import minimum_energy

R, MU = k.EARTH_MEAN_RADIUS_M, k.EARTH_MU_M3_S2
AZIMUTHS, EARLIEST = 4, 0.3
NOMINAL = np.arange(np.radians(-4.0), np.radians(88.0), FINE_STEP_RAD)
CUTOFF = np.linspace(EARLIEST, 1.0, FINE_CUTOFFS)


def speed(cutoff):
    """1,950 m/s at the earliest cut-off, 6,500 m/s at full burn."""
    return 6_500.0 * np.asarray(cutoff)


def central_angle(v, climb):
    """Ground to ground: tan(half angle) = Q sin cos / (1 - Q cos^2), Q = v^2 R / mu (BMW, 6.2)."""
    q = v * v * R / MU
    return 2.0 * np.arctan2(q * np.sin(climb) * np.cos(climb), 1.0 - q * np.cos(climb) ** 2)


def turned(climb, cutoff):
    """Offset of the bearing: something that grows evenly, to be read back."""
    return 0.1 * climb + 0.05 * cutoff


def tabled(fastest: float = 6_500.0):
    """The table of arcs of a fan whose speed grows to `fastest`."""
    shape = (AZIMUTHS, len(NOMINAL), FINE_CUTOFFS)
    climb = np.broadcast_to(NOMINAL[None, :, None], shape)
    cutoff = np.broadcast_to(CUTOFF[None, None, :], shape)
    v = speed(cutoff) * fastest / 6_500.0
    angle = np.where(climb > 0.0, central_angle(v, climb), 0.0)
    grazing = v**2 * R / MU * np.cos(climb) ** 2 > 1.0  # it would circle the Earth
    flown = Fan(
        np.linspace(0.0, 2 * np.pi, AZIMUTHS, endpoint=False),
        NOMINAL,
        CUTOFF,
        np.where(grazing, np.nan, angle),
        turned(climb, cutoff),
        v**2 / 2 - MU / R,
        climb >= np.radians(1.0),
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "fan", lambda *_: flown)
        return module.arcs(None, None, 0.5)


@pytest.fixture(scope="module")
def table():
    return tabled()


def test_what_circles_the_earth_gets_everywhere():
    """Full burn at 8 km/s, low: no landing is known, so nothing is too far."""
    fast = tabled(8_000.0)
    assert np.degrees(fast.greatest_rad) == pytest.approx(179.0, abs=1e-9)


def test_the_greatest_distance(table):
    climb = np.linspace(0.1, 1.0, 20_000)
    assert table.greatest_rad == pytest.approx(central_angle(6_500.0, climb).max(), rel=1e-4)
    assert table.share[[0, -1]] == pytest.approx([0.01, 1.0], rel=1e-12)
    assert table.earliest == pytest.approx(EARLIEST - SLACK, rel=1e-12)


def least_possible(table) -> tuple[np.ndarray, np.ndarray]:
    """Distances that the least-energy arc reaches within the burn, and where they stand."""
    goal = table.share * table.greatest_rad[0]
    v, _, _, _ = minimum_energy(goal * R)
    free = (v > speed(EARLIEST) * 1.05) & (table.share < 0.98)
    return goal[free], free


def test_it_is_the_arc_of_the_textbook(table):
    goal, free = least_possible(table)
    v, climb, _, _ = minimum_energy(goal * R)
    assert free.sum() > 50
    for a in range(AZIMUTHS):
        # the least is flat: angles of a fan of one degree, mended by a parabola
        assert np.degrees(table.nominal_rad[a, free] - climb) == pytest.approx(0.0, abs=0.05)
        assert speed(table.cutoff[a, free]) == pytest.approx(v, rel=5e-4)
        offset = turned(table.nominal_rad[a, free], table.cutoff[a, free])
        assert table.offset_rad[a, free] == pytest.approx(offset, abs=1e-9)


def test_cutoff_and_angle_go_together(table):
    """Whatever arc was taken, flown with its cut-off it reaches the distance."""
    goal, free = least_possible(table)
    for a in range(AZIMUTHS):
        reached = central_angle(speed(table.cutoff[a, free]), table.nominal_rad[a, free])
        assert reached == pytest.approx(goal, rel=2e-3)


def test_the_slope_is_that_of_the_distance(table):
    _, free = least_possible(table)
    climb, cutoff = table.nominal_rad[0, free], table.cutoff[0, free]
    step = 0.5 * (CUTOFF[1] - CUTOFF[0])
    true = (
        central_angle(speed(cutoff + step), climb) - central_angle(speed(cutoff - step), climb)
    ) / (2 * step)
    assert table.slope_rad[0, free] == pytest.approx(true, rel=0.12)
    assert np.median(table.slope_rad[0, free] / true) == pytest.approx(1.0, abs=0.02)


def test_too_near_is_reached_by_a_lofted_arc(table):
    """The earliest cut-off flies too far with the least-energy arc: the flattest that does not."""
    goal = table.share * table.greatest_rad[0]
    v, climb, _, _ = minimum_energy(goal * R)
    near = np.flatnonzero((v < 0.97 * speed(EARLIEST)) & (goal > 0.02))
    assert len(near) > 1
    for i in near:
        nominal = table.nominal_rad[0, i]
        assert nominal > climb[i]
        slow = speed(EARLIEST)
        assert central_angle(slow, nominal + FINE_STEP_RAD) <= goal[i]
        assert central_angle(slow, nominal - 2.0 * FINE_STEP_RAD) > goal[i]
        assert table.cutoff[0, i] == pytest.approx(EARLIEST, abs=0.03)
