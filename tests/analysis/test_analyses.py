"""Analyses about several positions: slider, readings, contested, what must be true, intervals."""

from collections import Counter

import numpy as np
import pytest

from twoplustwo.analysis.ask import ask
from twoplustwo.analysis.ranges.interval import with_intervals
from twoplustwo.analysis.suite import all_parties
from twoplustwo.runs.ask import ask as run

from ..europe_cards import cards


@pytest.fixture(scope="module")
def curve(europe):
    return ask("speed-curve", all_parties(europe), europe)[0]


def of(answer, position):
    return answer.rows.column("position") == position


def test_the_slider_has_every_position_at_every_speed_and_each_claim_on_it(curve, europe):
    speeds = curve.rows.column("speed_m_s")
    for position in sorted(europe.parties):
        mine = speeds[of(curve, position)]
        assert mine.min() == 5e3
        assert mine.max() == 10e3
        assert np.all(np.diff(mine) > 0.0)
    marks = curve.table("marks")
    assert sorted(marks.column("position")) == sorted(europe.parties)
    for mark in marks.records():
        for end in ("low", "speed_m_s", "high"):
            assert np.isclose(speeds, mark[end], rtol=1e-9).any()


def test_nothing_on_the_slider_falls_as_speed_rises(curve, europe):
    for position in europe.parties:
        mine = of(curve, position)
        for name in ("latest_launch_s", "share_reachable"):
            values = curve.rows.column(name)[mine]
            assert np.all(np.diff(values) >= -1e-9), name
        for name in ("coverage_europe", "coverage_us"):
            assert np.all(np.diff(curve.rows.column(name)[mine]) >= -0.002), name


def test_the_slider_at_the_claimed_speed_is_the_answer_itself(curve, europe):
    for position in europe.parties:
        (reach,) = run("icbm-reach", [position], europe)
        (cover,) = run("defended-footprint", [position], europe)
        mark = {m["position"]: m["speed_m_s"] for m in curve.table("marks").records()}[position]
        at = of(curve, position) & np.isclose(curve.rows.column("speed_m_s"), mark, rtol=1e-9)
        assert at.sum() == 1
        assert curve.rows.column("share_reachable")[at][0] == reach.headline.value
        assert curve.rows.column("coverage_europe")[at][0] == cover.headline.value
        assert curve.rows.column("coverage_us")[at][0] == cover.headlines[0].value


def test_both_readings_stand_beside_each_other(europe):
    (answer,) = ask("readings", all_parties(europe), europe)
    for position in europe.parties:
        mine = of(answer, position)
        assert list(answer.rows.column("reading")[mine]) == ["burnout", "energy"]
        assert answer.rows.column("held")[mine].sum() == 1
        burnout, energy = answer.rows.column("latest_launch_s")[mine]
        assert energy <= burnout


def test_contested_lists_what_differs_with_the_claim_of_each(europe):
    (answer,) = ask("contested", all_parties(europe), europe)
    rows = answer.rows.records()
    listed = {row["parameter"] for row in rows}
    for path in (
        "interceptors.gbi-2.burnout_speed",
        "commit.icbm_delay",
        "warhead.radar_cross_section",
        "missiles.ss-25.burn_time",
    ):
        assert path in listed
    for row in rows:
        assert row["how"] in ("own", "adopted", "common", "missing")
        if row["how"] != "missing":
            assert europe.claim(row["claim"]).by == row["by"]
    assert len(rows) == len(listed) * len(europe.parties)
    speed = {r["position"]: r for r in rows if r["parameter"].endswith("gbi-2.burnout_speed")}
    assert "midpoint, ours" in speed["independent"]["shown"]
    assert speed["russia"]["how"] == "adopted"
    kinds = {r["parameter"]: r["differs"] for r in rows}
    counted = Counter(kinds.values())
    for path, kind in kinds.items():
        values = {r["value"] for r in rows if r["parameter"] == path}
        assert (len(values) == 1) == (kind == "same_value"), path
        if kind != "same_value":
            assert europe.kind_of(path).computed == (kind == "differs_and_counts"), path
    assert kinds["interceptors.gbi-2.burnout_speed"] == "differs_and_counts"
    assert kinds["interceptors.gbi-2.number"] == "same_value"
    assert answer.headline.value == counted["differs_and_counts"]
    said = answer.headline.sentence["en"]
    assert f"differ between the positions: {counted['differs_and_counts']}." in said
    assert f"at the same value: {counted['same_value']}." in said
    nobody = ask("contested", ["us", "us"], europe)[0]
    assert len(nobody.rows) == 0


def test_faster_claims_leave_less_payload(europe):
    (answer,) = ask("must-be-true", all_parties(europe), europe)
    rows = [r for r in answer.rows.records() if r["payload_kg"] is not None]
    for reading in ("burnout", "energy"):
        pairs = sorted((r["speed_m_s"], r["payload_kg"]) for r in rows if r["reading"] == reading)
        masses = [mass for _, mass in pairs]
        assert masses == sorted(masses, reverse=True)
    for row in rows:
        # ideal minus burnout speed: gravity and drag, a kilometre a second or so
        assert 500.0 < row["loss_m_s"] < 2_000.0


def test_an_interval_encloses_its_headline(europe):
    answers = with_intervals(run("icbm-reach", sorted(europe.parties), europe), europe)
    for answer in answers:
        for headline in (answer.headline, *answer.headlines):
            if headline.low is None:  # it has no value there, or none at a corner: nothing met
                assert headline.high is None and headline is not answer.headline
                continue
            assert headline.low <= headline.value <= headline.high
            assert "interceptors.gbi-2.burnout_speed" in headline.interval


def test_cards_say_what_people_need():
    for card in cards().values():
        assert set(card.title) == {"en", "ru"}
        assert set(card.asks) == {"en", "ru"}
        for name, column in card.columns.items():
            assert set(column["means"]) == {"en", "ru"}, (card.id, name)
        for says in card.says:
            assert {"when", "en", "ru"} <= set(says)
        assert card.views


def test_every_column_of_an_answer_is_described_or_says_its_unit(curve, europe):
    answers = [*run("icbm-reach", ["us"], europe), *run("defended-footprint", ["us"], europe)]
    for answer in [curve, *answers]:
        card = cards()[answer.question]
        for column in answer.rows.columns:
            assert column.name in card.columns, (answer.question, column.name)
