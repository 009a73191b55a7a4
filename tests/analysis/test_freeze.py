"""Freeze and tied activation: known values, properties, measures, equal treatment."""

import importlib
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from twoplustwo.analysis.ask import ask
from twoplustwo.analysis.freeze.years import (
    Plan,
    free_freeze,
    tied_lag,
    year_built,
    years_uncovered,
    years_working,
)
from twoplustwo.doors.cli.main import app

from .parties import with_parties

held = importlib.import_module("twoplustwo.analysis.freeze.shield_plans")

REACH, EUROPE, US = 0.25, 0.9, 0.5
SPAN = st.floats(0.0, 20.0)


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Coverage and reach are asked of other questions; here they are known numbers."""

    def known(question, positions, dossier):
        n = len(positions)
        if question == "reach":
            return {"share_reachable": np.full(n, REACH)}
        return {"coverage_europe": np.full(n, EUROPE), "coverage_us": np.full(n, US)}

    monkeypatch.setattr(held, "headline_values", known)


@pytest.fixture
def freeze(europe):
    return lambda *positions, **options: ask("freeze", positions, europe, **options)[0]


def pairs(answer):
    return {
        (r["threat_by"], r["shield_by"], r["region"]): r for r in answer.table("pairs").records()
    }


@st.composite
def plans(draw):
    return Plan(
        ready=draw(st.floats(2005.0, 2020.0)),
        restart=draw(st.floats(0.0, 3.0)),
        horizon=2030.0,
        tied=False,
        veto=False,
        proof=draw(st.floats(0.0, 4.0)),
        decision=draw(st.floats(0.0, 3.0)),
        ready_lag=draw(st.floats(0.0, 2.0)),
        test_to_threat=draw(st.floats(0.0, 6.0)),
    )


def test_leads_are_those_in_print(freeze):
    """Two to four years on the American date, nine to sixteen on the Russian ones (notes, 5)."""
    leads = freeze("us@2007-10", "russia").table("leads").records()

    def of(who, region, *ends):
        return [
            r[end] for r in leads if (r["threat_by"], r["region"]) == (who, region) for end in ends
        ]

    us = of("us@2007-10", "us", "lead_years")
    assert (min(us), max(us)) == pytest.approx((2.0, 4.0), rel=1e-12)
    russia = of("russia", "europe", "lead_low_years", "lead_high_years")
    assert (min(russia), max(russia)) == pytest.approx((9.0, 16.0), rel=1e-12)
    assert {r["ready_year"] for r in leads} == {2011.0, 2012.0, 2013.0}


def test_a_restart_shortens_what_is_free_by_itself(freeze):
    found = pairs(freeze("russia", "russia+set:deployment.restart=0 years"))
    with_restart = found["russia", "russia", "europe"]
    assert (with_restart["lead_years"], with_restart["free_years"]) == pytest.approx((9.0, 8.0))
    without = [r for k, r in found.items() if k[0] == k[1] and "set" in k[0]]
    assert [r["free_years"] for r in without] == pytest.approx([9.0, 9.0], rel=1e-12)


def test_for_europe_the_american_date_was_before_every_plan(freeze):
    row = pairs(freeze("us"))["us", "us", "europe"]
    assert row["lead_years"] == pytest.approx(-2.5, rel=1e-12)
    assert row["free_years"] == 0.0
    assert row["uncovered_years"] == pytest.approx(2.5, rel=1e-12)
    assert row["lost_years"] == pytest.approx(2.5 * EUROPE, rel=1e-12)


def test_every_pair_of_sides_is_there(freeze, parties):
    answer = freeze(*parties)
    assert set(pairs(answer)) == {
        (a, b, r) for a in parties for b in parties for r in ("europe", "us")
    }
    assert len(answer.rows) == len(parties) ** 2 * 2 * 21
    assert answer.headline.value == min(r["free_years"] for r in pairs(answer).values())
    said = answer.headline.sentence
    assert "Russia: Europe 8 years, United States 8 years" in said["en"]
    assert "Россия: Европа 8 лет, США 8 лет" in said["ru"]
    assert "United States: Europe 0 years (uncovered for 2.5 years without any)" in said["en"]
    assert "США: Европа 0 лет (без прикрытия и без замораживания: 2,5 года)" in said["ru"]
    assert "the time to resume work besides: " in said["en"] and "Russia 1 year" in said["en"]
    assert "Россия 1 год" in said["ru"]
    cited = {c["id"] for c in answer.citations}
    assert {"crs-rl34051-2007", "interfax-2007", "mda-budget-2008"} <= cited


def test_the_measures_do_what_they_say(freeze):
    names = ("us", "us+freeze-5", "us+tied-activation", "us+joint-decision")
    found = pairs(freeze(*names))
    own = {name: found[name, name, "us"] for name in names}
    assert own["us+freeze-5"]["held_freeze_years"] == 5.0
    # 2013 + 5 + 1 against 2017.5
    assert own["us+freeze-5"]["uncovered_years"] == pytest.approx(1.5, rel=1e-12)
    # first test 2014.5, a decision and a lag of a tenth of a year each
    assert own["us+tied-activation"]["working_year"] == pytest.approx(2014.7, rel=1e-12)
    assert own["us+joint-decision"]["working_year"] == pytest.approx(2015.1, rel=1e-12)
    assert own["us+tied-activation"]["uncovered_years"] == 0.0


def test_a_refusal_leaves_the_shield_off_to_the_horizon(freeze):
    name = "us+set:deployment.activation=on_proof+set:deployment.decides=joint"
    refused = f"{name}+set:deployment.veto=yes"
    row = pairs(freeze(refused))[refused, refused, "us"]
    assert row["tied_lag_years"] is None
    assert row["uncovered_years"] == pytest.approx(2030.0 - 2017.5, rel=1e-12)


def test_a_trigger_beyond_the_range_of_the_missile_never_comes(freeze):
    name = "us+set:deployment.activation=on_proof+set:deployment.trigger_range=5000 km"
    found = pairs(freeze(name))
    assert found[name, name, "europe"]["working_year"] == pytest.approx(2030.0, rel=1e-12)
    assert found[name, name, "us"]["uncovered_years"] == 0.0


def test_a_removed_missile_leaves_no_threat(freeze):
    found = pairs(freeze("us+universal-inf"))
    assert {region for _, _, region in found} == {"us"}


@given(plans(), st.floats(2008.0, 2029.0), SPAN, SPAN)
def test_a_longer_freeze_never_covers_more_nor_spares_less(plan, threat, freeze, more):
    for tied in (False, True):
        one = years_uncovered(plan, threat, freeze, tied)
        two = years_uncovered(plan, threat, freeze + more, tied)
        assert 0.0 <= one <= two + 1e-9
        assert two <= max(0.0, plan.horizon - threat) + 1e-9
        assert years_working(plan, threat, freeze + more, tied) <= years_working(
            plan, threat, freeze, tied
        )


@given(plans(), st.floats(2008.0, 2029.0), st.floats(0.1, 20.0))
def test_the_formula_of_the_freeze(plan, threat, freeze):
    whole = max(0.0, plan.ready + freeze + plan.restart - threat)
    assert years_uncovered(plan, threat, freeze) == pytest.approx(
        min(whole, plan.horizon - threat), abs=1e-9
    )
    edge = free_freeze(plan, threat)
    if edge > 0.2:
        assert years_uncovered(plan, threat, edge - 0.1) == pytest.approx(0.0, abs=1e-9)
        assert years_uncovered(plan, threat, edge + 0.1) > 0.0 or threat > plan.horizon - 0.2


@given(plans(), st.floats(2024.5, 2026.0))
def test_a_trigger_costs_its_lag_whatever_the_dates(plan, threat):
    """Where the shield is long built, only the two clocks that start with the threat count."""
    early = plan._replace(ready=2000.0, horizon=2050.0)
    assert years_uncovered(early, threat, 0.0, True) == pytest.approx(tied_lag(early), abs=1e-9)
    later = years_uncovered(early, threat + 7.0, 0.0, True)
    assert later == pytest.approx(years_uncovered(early, threat, 0.0, True), abs=1e-9)


@given(plans(), st.floats(2008.0, 2029.0), SPAN, st.floats(-15.0, 15.0))
def test_moving_the_calendar_moves_nothing(plan, threat, freeze, shift):
    moved = plan._replace(ready=plan.ready + shift, horizon=plan.horizon + shift)
    for tied in (False, True):
        there = years_uncovered(moved, threat + shift, freeze, tied)
        assert there == pytest.approx(years_uncovered(plan, threat, freeze, tied), abs=1e-8)
    assert year_built(moved, freeze) == pytest.approx(year_built(plan, freeze) + shift, abs=1e-8)


def test_what_tying_adds_is_the_difference_and_not_what_is_uncovered_anyway(freeze, europe):
    """The American dates leave 2.5 years uncovered with no freeze and no tie; a tie adds none."""
    answer = freeze("us", "russia")
    for row in answer.rows.records():
        more = row["uncovered_tied_years"] - row["uncovered_years"]
        assert row["tied_adds_years"] == pytest.approx(more, abs=1e-12)
        if row["freeze_years"] == 0.0:
            assert row["added_years"] == 0.0 == row["tied_adds_years"]
            held_row = pairs(answer)[row["threat_by"], row["shield_by"], row["region"]]
            assert held_row["tied_adds_years"] == row["tied_adds_years"]
    us = pairs(answer)["us", "us", "europe"]
    assert us["uncovered_years"] == pytest.approx(2.5, rel=1e-12) and us["tied_adds_years"] == 0.0
    assert "tying activation to proof adds: United States 0 years" in answer.headline.sentence["en"]
    one = replace(
        europe, propositions={"b02-tied-free": europe.propositions["b02-tied-free"]}, couplings={}
    )
    (claims,) = ask("claims", ["us", "russia"], one)
    assert {row["own"] for row in claims.rows.records()} == {"holds"}


def test_a_tie_that_nothing_proves_adds_all_the_years_to_the_horizon(freeze):
    name = "us+set:deployment.trigger_range=5000 km"
    row = pairs(freeze(name))[name, name, "europe"]
    assert row["tied_adds_years"] == pytest.approx(2030.0 - 2013.0, rel=1e-12)
    assert "17 years" in freeze(name).headline.sentence["en"]


def test_reach_years_spared_are_the_share_times_the_years(freeze):
    rows = {r["freeze_years"]: r for r in freeze("russia").table("curve").records()}
    assert rows[0.0]["reach_years_spared"] == 0.0
    assert rows[5.0]["reach_years_spared"] == pytest.approx(6.0 * REACH, rel=1e-12)
    # off from 2013 until two tenths of a year after the first test of 2019
    assert rows[0.0]["reach_years_spared_tied"] == pytest.approx(6.2 * REACH, rel=1e-9)


def test_neither_order_nor_name_of_the_parties_matters(freeze, europe, parties):
    assert pairs(freeze(*parties)) == pairs(freeze(*parties[::-1]))
    renamed = with_parties(europe, {"us": "zz"})
    (answer,) = ask("freeze", ["zz"], renamed)
    mine, theirs = pairs(answer)["zz", "zz", "us"], pairs(freeze("us"))["us", "us", "us"]
    assert {**mine, "threat_by": "", "shield_by": ""} == {
        **theirs,
        "threat_by": "",
        "shield_by": "",
    }
    alone = pairs(freeze("us"))
    assert {k: v for k, v in pairs(freeze(*parties)).items() if k in alone} == alone


def test_who_holds_no_date_of_the_shield_is_named(europe):
    silent = replace(europe, parameters={**europe.parameters, "deployment.ready": ()})
    (answer,) = ask("freeze", ["us"], silent)
    assert answer.headline.value is None and len(answer.rows) == 0
    assert "United States: no claim of deployment.ready" in answer.headline.sentence["en"]


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("longest=0", ["longest = 0 cannot be", "1 to 100", "e.g. longest=20"]),
        ("longest=ten", ["longest = ten cannot be"]),
        ("europe=irbn", ["did you mean irbm?"]),
        ("longst=3", ["did you mean longest?"]),
    ],
)
def test_wrong_options_say_what_is_right(option, words):
    said = CliRunner().invoke(app, ["ask", "freeze", "-o", option])
    assert said.exit_code == 2 and said.stdout == ""
    for word in words:
        assert word in said.stderr


def test_where_nothing_is_covered_no_freeze_is_called_free(freeze, monkeypatch):
    def nothing(question, positions, dossier):
        n = len(positions)
        names = ("share_reachable", "coverage_europe", "coverage_us")
        return {name: np.zeros(n) for name in names}

    monkeypatch.setattr(held, "headline_values", nothing)
    answer = freeze("us")
    assert answer.headline.value is None
    assert (
        "United States: Europe no cover to lose, United States no cover to lose."
        in (answer.headline.sentence["en"])
    )
    assert {row["free_years"] for row in answer.table("pairs").records()} == {None}


def test_a_position_given_twice_is_asked_once(freeze):
    twice, once = freeze("us", "us"), freeze("us")
    assert twice.positions == ("us",) and twice.id == once.id
    assert list(twice.rows.records()) == list(once.rows.records())
