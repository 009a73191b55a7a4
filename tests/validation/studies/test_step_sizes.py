"""The grids in use: of the fourth order, near enough, and no finer than they need be."""

import numpy as np
import pytest

from twoplustwo.validation.studies.convergence import ALL, steps
from twoplustwo.validation.studies.recorded import number, read

MISS_M, LATE_S = 100.0, 0.1  # what is promised of every flight
ORDERS = (3.5, 4.6)
CLEAR_M = 1e-3  # errors above are those of a method, not of the arithmetic


@pytest.fixture(scope="module")
def recorded():
    return read("steps")


def rows(table, **wanted):
    return [r for r in table if all(r[key] == value for key, value in wanted.items())]


@pytest.mark.parametrize("phase", ["boost", "coast", ALL])
def test_without_air_the_order_is_four(recorded, phase):
    told = rows(recorded, air="no", phase=phase)
    orders = [
        number(r["order"])
        for r in told
        if number(r["steps"]) >= 0.5 and number(r["error_m"]) > CLEAR_M
    ]
    assert len(orders) >= 3
    assert all(ORDERS[0] < o < ORDERS[1] for o in orders if np.isfinite(o))


def test_the_descent_without_air_needs_no_steps(recorded):
    """Altitude is the variable: without drag its right-hand side hardly changes on the way."""
    assert all(number(r["error_m"]) < CLEAR_M for r in rows(recorded, air="no", phase="descent"))


def test_the_grids_in_use_are_near_enough(recorded):
    used = [r for r in rows(recorded, steps="1") if r["air"] == "yes"]
    assert {r["flight"] for r in used} == {"irbm", "icbm", "icbm-heavy"}
    assert all(number(r["error_m"]) < MISS_M for r in used)
    assert all(number(r["error_s"]) < LATE_S for r in used)


def test_the_grids_in_use_are_at_their_knee(recorded):
    """A quarter of the steps breaks the promise, twice the steps gain what nobody can see."""
    whole = rows(recorded, air="yes", phase=ALL)
    worst = {s: max(number(r["error_m"]) for r in rows(whole, steps=s)) for s in ("0.25", "1", "2")}
    assert worst["0.25"] > MISS_M > worst["1"] > worst["2"]


def test_what_is_recorded_still_holds(recorded):
    """One flight anew; an error may move by a third, or two metres, until it is recorded anew."""
    factors = (0.5, 1.0)
    fresh = steps(flights=("icbm",), phases=(ALL,), factors=factors, airs=(True,)).records()
    for row in fresh:
        (old,) = rows(recorded, flight="icbm", air="yes", phase=ALL, steps=f"{row['steps']:g}")
        assert row["error_m"] == pytest.approx(number(old["error_m"]), rel=0.33, abs=2.0)
        assert row["error_s"] == pytest.approx(number(old["error_s"]), rel=0.33, abs=0.01)


def test_aimed_flights_land_where_they_should():
    table = read("aims")
    assert {r["flight"] for r in table} == {"irbm", "icbm", "icbm-heavy"}
    assert all(number(r["miss_m"]) < MISS_M for r in table)
    assert all(number(r["miss_on_finest_m"]) < MISS_M for r in table)
