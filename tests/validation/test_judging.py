"""A status tells the truth or not, in either direction."""

import math

import pytest

from twoplustwo.validation import room as running
from twoplustwo.validation.cases import AGREES, DIFFERS, NOT_RUN, OPEN, load
from twoplustwo.validation.judge import agrees, difference, judge
from twoplustwo.validation.room import Result, compute, run

from .conftest import CASE, KNOWN

SAID = {
    AGREES: "status: agrees",
    DIFFERS: "status: differs\n  explanation: The book is wrong.",
    OPEN: "status: open\n  explanation: Nobody knows.",
}


def case(room, status: str = AGREES, expected: str = "2 km"):
    text = CASE.replace("status: agrees", SAID[status])
    text = text.replace("expected: 2 km", f"expected: {expected}")
    if expected.isalpha():
        text = text.replace("  tolerance: 10 m\n  because: Printed to ten metres.\n", "")
    return load(room(text), KNOWN).cases["half-of-four"]


@pytest.mark.parametrize(
    ("ours", "fits"),
    [
        (2000.0, True),
        (2010.0, True),
        (1990.0, True),
        (2010.1, False),
        (1989.9, False),
        (math.nan, False),
        (math.inf, False),
        ("yes", False),
    ],
)
def test_within_the_tolerance_on_both_sides(room, ours, fits):
    assert agrees(case(room), ours) is fits


@pytest.mark.parametrize(
    ("ours", "apart"), [(1985.0, -15.0), (1995.0, 0.0), (2100.0, 0.0), (2300.0, 200.0)]
)
def test_an_interval_is_widened_by_the_tolerance(room, ours, apart):
    wide = case(room, expected="1.99 km .. 2.1 km")
    assert difference(wide, ours) == pytest.approx(apart + (10.0 if apart < 0 else 0), abs=1e-9)
    assert agrees(wide, ours) is (ours in (1985.0, 1995.0, 2100.0))


@pytest.mark.parametrize(("ours", "fits"), [("yes", True), ("no", False), (1.0, False)])
def test_words_must_be_the_same(room, ours, fits):
    asked = case(room, expected="yes")
    assert agrees(asked, ours) is fits and difference(asked, ours) is None


@pytest.mark.parametrize(
    ("status", "ours", "deserves"),
    [
        (AGREES, 2000.0, AGREES),
        (AGREES, 2500.0, OPEN),  # agreed once, and does no more
        (DIFFERS, 2500.0, DIFFERS),
        (DIFFERS, 2000.0, AGREES),  # differed once, and does no more
        (OPEN, 2500.0, OPEN),
        (OPEN, 2000.0, AGREES),
    ],
)
def test_a_status_is_true_or_not(room, status, ours, deserves):
    one = case(room, status)
    assert judge(one, ours) == deserves
    assert Result(one, ours, judge(one, ours)).true is (status == deserves)


def test_an_explained_case_that_claims_to_agree(room):
    text = CASE.replace("status: agrees", "status: agrees\n  explanation: A note.")
    one = load(room(text), KNOWN).cases["half-of-four"]
    assert judge(one, 2500.0) == DIFFERS and judge(one, 2000.0) == AGREES


def test_what_was_not_run_stays_so(room):
    text = CASE[: CASE.index("  builder")] + "  status: not-run\n  explanation: No data.\n"
    result = run(load(room(text), KNOWN).cases["half-of-four"])
    assert (result.ours, result.judged, result.true, result.apart) == (None, NOT_RUN, True, None)


class Toy:
    """Stands for a module of builders."""

    made: object = None

    @staticmethod
    def half(length_m: float):
        return length_m / 2 if Toy.made is None else Toy.made


@pytest.mark.parametrize(
    ("made", "ours"), [(None, 2000.0), (True, "yes"), (False, "no"), ("far", "far"), (3, 3.0)]
)
def test_what_a_builder_gives(room, monkeypatch, made, ours):
    monkeypatch.setattr(Toy, "made", made)
    monkeypatch.setattr(running, "import_module", lambda name: Toy)
    assert compute(case(room)) == ours


def test_a_builder_that_gives_nothing_useful(room, monkeypatch):
    monkeypatch.setattr(Toy, "made", [1.0, 2.0])
    monkeypatch.setattr(running, "import_module", lambda name: Toy)
    with pytest.raises(RuntimeError, match=r"half-of-four \(.*toy.yaml:1\).*gave list"):
        run(case(room))
