"""A place at a pole gives what its neighbour a kilometre off gives; no bearing is lost there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.positions.position import parse_position
from twoplustwo.positions.resolve import resolve
from twoplustwo.runs.ask import ask
from twoplustwo.stages import records
from twoplustwo.stages.inputs import Inputs

ASKED = [
    ("icbm-reach", "bases.kozelsk"),
    ("icbm-reach", "targets.washington"),
    ("icbm-reach", "sites.redzikowo"),
    ("icbm-reach", "radars.emr"),
    ("range-classes", "launch-areas.tabriz"),
    ("radar-view", "bases.kozelsk"),
    ("radar-view", "radars.emr"),
    ("defended-footprint", "launch-areas.tabriz"),
]


def at(what: str, latitude_deg: float) -> str:
    return f"us+set:{what}.location.latitude={latitude_deg:.10g} deg"


@pytest.mark.parametrize(("question", "what"), ASKED)
@pytest.mark.parametrize("pole", [90.0, -90.0])
def test_a_pole_answers_as_its_neighbour(question, what, pole, europe):
    beside = pole * (1.0 - 1e-2 / 90.0)
    here, there = ask(question, [at(what, pole), at(what, beside)], europe)
    assert here.headline.value == pytest.approx(there.headline.value, abs=1e-12)
    assert here.outcomes == there.outcomes
    assert here.rows.records() == there.rows.records()
    assert sum(here.outcomes.values()) > 0


def test_farther_from_the_pole_little_changes(europe):
    """The neighbour itself is no accident: a tenth of a degree farther reaches alike."""
    here, there = ask("icbm-reach", [at("bases.kozelsk", x) for x in (90.0, 89.9)], europe)
    flights = [
        {r["target"]: r["icbm_flight_s"] for r in one.rows.records() if r["base"] == "kozelsk"}
        for one in (here, there)
    ]
    assert sum(time is not None for time in flights[0].values()) > 5
    for target, time in flights[0].items():
        assert time == pytest.approx(flights[1][target], abs=5.0)


@given(st.floats(-90.0, 90.0), st.sampled_from([kind for _, kind in ASKED]))
def test_no_place_is_moved_but_at_a_pole(europe, latitude, what):
    held = resolve(europe, parse_position(at(what, latitude), europe))
    read = records.radar if what.startswith("radars") else records.place
    name = what.removeprefix("radars.") if read is records.radar else f"{what}.location"
    found = read(Inputs([held]), name)[0].latitude_rad
    asked = float(f"{latitude:.10g}") * 3.141592653589793 / 180.0
    assert abs(found - asked) <= 1.8e-4
    assert abs(asked) > records.POLEWARD_RAD or found == pytest.approx(asked, abs=1e-14)
