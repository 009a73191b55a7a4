"""Reading the tables of arcs: evenly growing tables are read back exactly."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.physics.arcs import Arcs
from twoplustwo.physics.guess import Guess, read

COUNT, SHARE = 24, np.linspace(0.01, 1.0, 80)
AZIMUTH = np.linspace(0.0, 2 * np.pi, COUNT, endpoint=False)
bearings = st.floats(0.3, 5.7)  # where a table that grows with the azimuth does not jump
wanted = st.floats(0.02, 0.48)


def arcs(turn_rad: float = 0.0, greatest=lambda azimuth: 0.5 + 0.0 * azimuth) -> Arcs:
    a, s = AZIMUTH[:, None], SHARE[None, :]
    return Arcs(
        azimuth_rad=AZIMUTH,
        share=SHARE,
        greatest_rad=greatest(AZIMUTH),
        nominal_rad=0.2 + 0.1 * a + 0.3 * s,
        cutoff=0.4 + 0.02 * a + 0.5 * s,
        offset_rad=turn_rad + 0.0 * a * s,
        slope_rad=1.0 + 0.05 * a - 0.2 * s,
        earliest=0.1,
    )


def one(table: Arcs, far: float, bearing: float, farthest: bool = False) -> list[float]:
    return [float(x[0]) for x in read(table, np.array([far]), np.array([bearing]), farthest)]


@given(far=wanted, bearing=bearings, turn=st.floats(-0.2, 0.2))
def test_between_the_nodes(far, bearing, turn):
    """The launch azimuth is the bearing less the turn; the table is by azimuth."""
    nominal, cutoff, turned, share, slope, lean = one(arcs(turn), far, bearing)
    azimuth = bearing - turn
    assert turned == pytest.approx(turn, abs=1e-12)
    assert share == pytest.approx(far / 0.5, rel=1e-12)
    assert nominal == pytest.approx(0.2 + 0.1 * azimuth + 0.3 * share, abs=1e-9)
    assert cutoff == pytest.approx(0.4 + 0.02 * azimuth + 0.5 * share, abs=1e-9)
    assert slope == pytest.approx(1.0 + 0.05 * azimuth - 0.2 * share, abs=1e-9)
    assert lean == pytest.approx(0.0, abs=1e-12)


@given(far=wanted, bearing=bearings)
def test_a_turn_that_grows_round_the_compass(far, bearing):
    """It is read at the bearing, and again at the azimuth that this leaves."""
    table = arcs()._replace(offset_rad=0.02 * AZIMUTH[:, None] + 0.0 * SHARE)
    nominal, _, turned, share, _, _ = one(table, far, bearing)
    azimuth = bearing - 0.02 * bearing
    assert turned == pytest.approx(0.02 * azimuth, abs=1e-9)
    assert nominal == pytest.approx(0.2 + 0.1 * azimuth + 0.3 * share, abs=1e-9)


@given(far=wanted, bearing=bearings)
def test_where_the_greatest_distance_leans(far, bearing):
    """Farther to one side: the same distance is a smaller share, and turning gains distance."""
    table = arcs(greatest=lambda azimuth: 0.5 + 0.04 * azimuth)
    _, _, _, share, _, lean = one(table, far, bearing)
    assert share == pytest.approx(far / (0.5 + 0.04 * bearing), rel=1e-9)
    assert lean == pytest.approx(0.04 * share, rel=1e-6)


@given(far=wanted, bearing=bearings)
def test_the_farthest_takes_all_the_propellant(far, bearing):
    nominal, cutoff, _, share, slope, _ = one(arcs(), far, bearing, farthest=True)
    assert share == pytest.approx(far / 0.5, rel=1e-12)  # still that of the place
    assert nominal == pytest.approx(0.2 + 0.1 * bearing + 0.3, abs=1e-5)
    assert cutoff == pytest.approx(0.4 + 0.02 * bearing + 0.5, abs=1e-5)
    assert slope == pytest.approx(1.0 + 0.05 * bearing - 0.2, abs=1e-5)


@given(far=wanted, bearing=bearings)
def test_bearings_are_angles(far, bearing):
    for turns in (-2 * np.pi, 2 * np.pi):
        assert one(arcs(), far, bearing + turns) == pytest.approx(
            one(arcs(), far, bearing), abs=1e-9
        )


def test_the_last_azimuth_is_next_to_the_first():
    table = arcs()
    step = 2 * np.pi / COUNT
    nominal = one(table, 0.25, 2 * np.pi - step / 4)[0]
    ends = table.nominal_rad[-1], table.nominal_rad[0]
    at = np.interp(0.5, SHARE, 0.25 * ends[0] + 0.75 * ends[1])
    assert nominal == pytest.approx(at, abs=1e-9)


def test_nearer_than_the_table_is_read_at_its_end():
    nominal, cutoff, *_ = one(arcs(), 0.001, 1.0)
    assert nominal == pytest.approx(0.2 + 0.1 + 0.3 * 0.01, abs=1e-9)
    assert cutoff == pytest.approx(0.4 + 0.02 + 0.5 * 0.01, abs=1e-9)


def test_some_cases_of_many():
    guess = Guess(*(np.arange(5.0) + 10 * i for i in range(len(Guess._fields))))
    some = guess.of(np.array([3, 1]))
    assert [list(a) for a in some] == [[10 * i + 3, 10 * i + 1] for i in range(len(some))]
