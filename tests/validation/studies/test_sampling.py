"""Sampling of flyouts: halved or doubled, latest launches hardly move."""

import pytest

from twoplustwo.validation.studies.recorded import number, read
from twoplustwo.validation.studies.sampling import EVERY, NUMERICS, WINDOW, Numerics, found_again
from twoplustwo.validation.studies.sampling import Sampling as InUse

CALM_S = 5.0  # by halving everything at once, off the cliff


@pytest.fixture(scope="module")
def recorded():
    return read("samplings")


def test_every_sampling_was_halved_and_doubled(recorded):
    told = {(r["what"], r["finer"]) for r in recorded}
    assert told == {(what, finer) for what in NUMERICS for finer in ("0.5", "2")}


def test_off_the_cliff_nothing_moves_by_more_than_five_seconds(recorded):
    assert all(number(r["largest_s"]) < CALM_S for r in recorded)


def test_twice_as_fine_gains_half_of_what_half_as_fine_loses(recorded):
    """The samplings in use are at their knee: finer ones change less than coarser ones did."""
    whole = [r for r in recorded if r["what"] == EVERY]
    for speed in {r["speed_m_s"] for r in whole}:
        half, twice = (
            next(
                number(r["median_s"])
                for r in whole
                if r["speed_m_s"] == speed and r["finer"] == finer
            )
            for finer in ("0.5", "2")
        )
        assert twice < half / 2.0


def test_the_recorded_samplings_are_those_in_use(recorded):
    used = Numerics(InUse(), int(_in_use(recorded, WINDOW)))
    assert all(_in_use(recorded, one) == used.samples(one) for one in InUse._fields)


def _in_use(recorded, what):
    return {number(r["in_use"]) for r in recorded if r["what"] == what}.pop()


def test_the_table_of_arrivals_is_right_to_seconds():
    """Anew, for the speed on the cliff: flyouts flown on their own are found in it."""
    (fresh,) = found_again((6_300.0,)).records()
    (old,) = (r for r in read("arrivals") if number(r["speed_m_s"]) == 6_300.0)
    assert fresh["missing_share"] < 0.01
    assert fresh["median_s"] < 0.5
    assert fresh["most_s"] < 3.0
    for name in ("median_s", "most_s"):
        assert fresh[name] == pytest.approx(number(old[name]), rel=0.5, abs=0.2)
