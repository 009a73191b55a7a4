"""One parameter moved over all that is claimed of it: which verdicts turn, and where."""

import importlib
import re

import numpy as np
import pytest
from typer.testing import CliRunner

from twoplustwo.analysis.ask import ask
from twoplustwo.analysis.hangs_on.margins import Margins
from twoplustwo.analysis.hangs_on.parameter_ranges import parameter_ranges
from twoplustwo.analysis.hangs_on.rows import end_rows
from twoplustwo.base.errors import OptionError
from twoplustwo.base.units import parse_quantity
from twoplustwo.doors.cli.main import app
from twoplustwo.dossier.display_names import parameter_name
from twoplustwo.positions.position import parse_position
from twoplustwo.positions.resolve import resolve
from twoplustwo.runs.ask import ask as run

from ..europe_cards import card
from .parties import with_parties

here = importlib.import_module("twoplustwo.analysis.hangs_on.ask")

SPEED, READING = "interceptors.gbi-2.burnout_speed", "interceptors.gbi-2.speed_reading"
DELAY, CUE = "commit.icbm_delay", "commit.boost_cue"
FLIGHT, CLOSING = "engagement.max_flight", "engagement.min_closing"
BURN, LOFT = "missiles.ss-25.burn_time", "missiles.ss-25.loft"
QUICK = (SPEED, READING, DELAY, CUE, FLIGHT, CLOSING)


def drawn(europe, position, read):
    found = parameter_ranges(parse_position(position, europe), europe, card("icbm-reach"), read)
    return {line.parameter: line for line in found}


def test_a_number_moves_over_the_hull_of_everybodys_claims(europe, parties):
    read = [SPEED, LOFT, "missiles.ss-18.loft", BURN, "engagement.assessment_time", FLIGHT]
    for party in parties:
        found = drawn(europe, party, read)
        assert found[SPEED].hulls[SPEED] == pytest.approx((6.0e3, 8.3e3), rel=1e-12)
        assert found[SPEED].monotone and found[SPEED].samples == (0.0, 1.0)
        assert found["missiles.*.burn_time"].hulls == {BURN: (170.0, 180.0)}
        loft = found["missiles.*.loft"]
        assert not loft.monotone and len(loft.samples) == 5
        assert loft.path("ss-18") == "missiles.ss-18.loft" and loft.path("ss-19") == ""
        assert found["missiles.*.burn_time"].path("ss-18") == ""
        assert "engagement.assessment_time" not in found  # one claim, one value


def test_a_name_takes_what_is_claimed_and_a_reading_what_there_is(europe):
    found = drawn(europe, "us", [READING, DELAY, CUE, "commit.remote", "commit.launch_on_boost"])
    assert set(found[READING].samples) == {"burnout", "energy"}
    assert set(found[CUE].samples) == {"no", "yes"}
    assert found[DELAY].samples == ("250.0 s", "none")
    assert "commit.launch_on_boost" not in found  # nobody claims yes


def test_what_was_said_later_does_not_count_whoever_stands_on_it(europe):
    """MDA spoke on 28 September 2007, its critic in that month, which counts from its last day."""
    read = [SPEED, "radars.forward.reach"]
    assert SPEED not in drawn(europe, "us@2007-08", read)
    first = drawn(europe, "us@2007-09-28", read)[SPEED]
    assert first.hulls[SPEED] == pytest.approx((6.0e3, 6.5e3), rel=1e-12)
    both = drawn(europe, "us@2007-09", read)[SPEED]
    assert both.hulls[SPEED] == pytest.approx((6.0e3, 8.3e3), rel=1e-12)


@pytest.fixture
def toy(monkeypatch, europe):
    """Two bases in place of flights; margins that are known functions of what is held."""

    def margins(positions, dossier, where):
        found = {}
        for position in positions:
            held = resolve(dossier, position)
            if held[FLIGHT].value > 1499.0:
                found[position] = "no claim of something"
                continue
            speed, closing = held[SPEED].value, held[CLOSING].value
            delay = held.get(DELAY)
            near = speed - 6_500.0 - 0.1 * closing - (50.0 if delay is None else 100.0)
            far = 1e-9 - abs(held[LOFT].value)  # met in the middle of the loft only
            far_outcome = "too_late" if far < 0.0 else "met"
            if held[LOFT].value > 0.08:
                far, far_outcome = np.nan, "threat_cannot_reach"
            found[position] = Margins(
                ["far", "near"],
                ["ss-25", "ss-18"],
                [far_outcome, "met" if near >= 0.0 else "too_late"],
                np.array([far, near]),
                np.array([300.0, 200.0]),
                np.array([250.0, 250.0]),
                frozenset((SPEED, CLOSING, DELAY, LOFT, "missiles.ss-18.loft", FLIGHT, READING)),
            )
        return found

    monkeypatch.setattr(here, "margins", margins)
    return lambda *positions: ask("hangs-on", positions, europe)[0]


def test_a_flip_is_found_where_it_is_known_to_be(toy):
    rows = {(r["base"], r["parameter"]): r for r in toy("us").rows.records()}
    speed = rows["near", SPEED]
    assert speed["flips"] and speed["outcome_low"] == "too_late" and speed["outcome_high"] == "met"
    assert speed["margin_low_s"] == pytest.approx(-550.0, abs=1e-6)
    assert speed["margin_high_s"] == pytest.approx(1_750.0, abs=1e-6)
    assert (speed["last"], speed["flip"]) == ("6.54 km/s", "6.55 km/s")
    assert speed["flip_si"] == pytest.approx(6_550.0, abs=1e-9)
    assert speed["flip_within_si"] == pytest.approx(10.0, abs=1e-9)
    # at 6.3 km/s it is too late already, so a slower meeting turns nothing
    assert not rows["near", CLOSING]["flips"] and rows["near", CLOSING]["flip"] == ""
    assert rows["near", READING]["margin_low_s"] == rows["near", READING]["margin_high_s"]


def test_what_is_not_monotone_is_looked_at_five_times_and_given_no_place(toy):
    rows = {(r["base"], r["parameter"]): r for r in toy("us").rows.records()}
    loft = rows["far", LOFT]
    assert loft["flips"] and loft["flip"] == "" and loft["flip_si"] is None
    assert loft["looks"] == 5.0
    assert loft["outcome_high"] == "threat_cannot_reach" and loft["margin_high_s"] is None
    assert ("near", LOFT) not in rows  # it flies another missile
    assert not rows["near", "missiles.ss-18.loft"]["flips"]


def test_where_nothing_answers_nothing_turns(toy):
    rows = {(r["base"], r["parameter"]): r for r in toy("us").rows.records()}
    flight = rows["near", FLIGHT]
    assert flight["outcome_high"] == "not_answerable" and flight["margin_high_s"] is None
    assert not flight["flips"]
    unanswered = toy("us+set:engagement.max_flight=1500 s")
    assert len(unanswered.rows) == 0 and unanswered.headline.value is None


def test_the_summaries_count_what_the_rows_say(toy):
    answer = toy("us", "russia")
    rows = answer.rows.records()
    for base in answer.table("bases").records():
        turned = [
            r["parameter"]
            for r in rows
            if r["flips"] and (r["position"], r["base"]) == (base["position"], base["base"])
        ]
        assert base["turned_by"] == len(turned)
        assert base["hangs_on"] == ", ".join(turned)
    counts = {(p["position"], p["parameter"]): p for p in answer.table("parameters").records()}
    assert counts["us", "missiles.*.loft"]["bases"] == 2.0
    assert counts["us", SPEED]["bases_turned"] == 1.0
    assert counts["us", SPEED]["median_swing_s"] == pytest.approx(1_150.0, rel=1e-9)  # 0, 2,300
    assert answer.headline.value == pytest.approx(1.0, rel=1e-12)
    said = answer.headline.sentence
    assert "Russia: 2 of 2" in said["en"] and "Россия: 2 из 2" in said["ru"]
    assert "two-stage GBI" in said["en"] and "(bases: 1)" in said["en"] and "(баз: 1)" in said["ru"]
    assert SPEED not in said["en"] + said["ru"]
    assert "chinanews-2007" in {c["id"] for c in answer.citations}


def test_the_picture_has_both_ends_of_what_moves_the_longest_first(toy, europe):
    drawn_ends = end_rows(toy("us").rows.records(), "near", europe)
    for key, lang, whose in (("line", "en", "United States"), ("line_ru", "ru", "США")):
        names = [
            f"{whose}: {parameter_name(europe, path)[lang]}"
            for path in (SPEED, CLOSING, DELAY)
            for _ in range(2)
        ]
        assert [one[key] for one in drawn_ends] == names
    low, high = drawn_ends[:2]
    assert (low["outcome"], high["outcome"]) == ("too_late", "met")
    assert low["end_s"] < 0.0 < high["end_s"]
    assert end_rows(toy("us").rows.records(), "nowhere", europe) == []


@pytest.fixture(scope="module")
def quick(europe):
    """The engine itself, along the lines that move no flight; and the same question asked anew."""
    every = here.parameter_ranges

    def few(*args):
        return [line for line in every(*args) if line.parameter in QUICK]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(here, "parameter_ranges", few)
        yield lambda positions, dossier=europe: ask("hangs-on", positions, dossier)[0]


def told(answer):
    found = {}
    for row in answer.rows.records():
        found.setdefault(row.pop("position"), []).append(row)
    return found


def test_on_both_sides_of_a_flip_the_engine_gives_another_verdict(quick, europe):
    rows = [r for r in quick(["us"]).rows.records() if r["flip"] and r["parameter"] == SPEED]
    assert len(rows) > 3
    for row in rows[:3]:
        ends = row["last"], row["flip"]
        below, above = run("icbm-reach", [f"us+set:{SPEED}={text}" for text in ends], europe)
        outcomes = []
        for answer in (below, above):
            bases = answer.table("bases")
            at = list(bases.column("base")).index(row["base"])
            outcomes.append(bases.column("outcome")[at])
        assert outcomes[0] != "met" and outcomes[1] == "met", row["base"]
        low, last, first, high = (
            parse_quantity(text, "km/s")[0] for text in (row["low"], *ends, row["high"])
        )
        assert low <= last < first <= high


def test_the_margins_as_held_are_those_of_the_question(quick, europe):
    (reach,) = run("icbm-reach", ["us"], europe)
    ours, theirs = quick(["us"]).table("bases"), reach.table("bases")
    for name in ("base", "outcome"):
        assert list(ours.column(name)) == list(theirs.column(name))
    for name in ("margin_s", "latest_launch_s", "commit_delay_s"):
        assert np.array_equal(ours.column(name), theirs.column(name), equal_nan=True)


def test_neither_order_nor_name_of_the_parties_matters(quick, europe, parties):
    answer, backwards = quick(parties), quick(parties[::-1])
    assert told(answer) == told(backwards)
    assert told(quick(["us"]))["us"] == told(answer)["us"]
    renamed = quick(["zz"], with_parties(europe, {"us": "zz"}))
    assert told(renamed)["zz"] == told(answer)["us"]


def test_wrong_options_say_what_is_right(europe):
    with pytest.raises(OptionError, match="did you mean vypolzovo"):
        ask("hangs-on", ["us"], europe, base="vypolzova")
    with pytest.raises(OptionError, match="did you mean capital"):
        ask("hangs-on", ["us"], europe, capitol="washington")
    said = CliRunner().invoke(app, ["ask", "hangs-on", "-o", "base=kozelks"])
    assert said.exit_code == 2 and "did you mean kozelsk" in said.stderr and said.stdout == ""


def test_run_leaves_out_what_takes_minutes(monkeypatch, europe):
    import twoplustwo.analysis.suite as play

    asked = []
    monkeypatch.setattr(play, "ask", lambda name, *_, **__: asked.append(name) or [name])
    monkeypatch.setattr(play, "with_ranges", lambda answers, dossier, **_: answers)
    assert [name for name, _ in play.run_suite(europe)] == list(dict.fromkeys(asked))
    assert "hangs-on" not in asked and "sensitivity" in asked
    assert {"speed-curve", "icbm-reach", "defended-footprint"} <= set(asked)


def test_the_picture_and_the_sentence_call_everything_by_its_name(toy):
    """A number of the bases' own missiles is called so; nothing stands there by its identifier."""
    answer = toy("us", "russia")
    ends = answer.table("ends").records()
    told = [text for row in ends for text in (row["line"], row["line_ru"])]
    said = [*told, *answer.headline.sentence.values()]
    for text in said:
        assert not re.search(r"[a-z0-9]+[._][a-z0-9_]+[.][a-z]|[a-z]_[a-z]|missiles\.", text), text
