"""What was published against what comes out: the sentence on a verdict is asked back."""

import re
from dataclasses import replace

import pytest

from twoplustwo.dossier.named import name_of
from twoplustwo.questions.cards import cards
from twoplustwo.runs.ask import ask
from twoplustwo.runs.values import values
from twoplustwo.scenario.position import parse_position
from twoplustwo.validation.bearing import statements, with_published
from twoplustwo.validation.cases import DIFFERS, load

REACH = "icbm-reach"


@pytest.fixture(scope="module")
def reach(europe_2007):
    return with_published(ask(REACH, sorted(europe_2007.parties), europe_2007), europe_2007)


def test_cases_that_bear_on_a_verdict_name_speakers_of_the_dossier(europe_2007):
    bearing = [case for case in load().cases.values() if case.bears_on]
    assert bearing
    for case in bearing:
        assert case.bears_on in cards()
        assert case.by in europe_2007.speakers, case.id
        assert {"en", "ru"} <= set(case.says)
        assert not case.turns_with or case.turns_with in europe_2007.paths()
        assert not case.tells or case.tells in cards()[case.bears_on].columns


def test_opponents_who_said_the_same_stand_in_one_sentence(reach, europe_2007):
    (said,) = statements(REACH)
    assert {europe_2007.speakers[one].party for one in said.by} == {"us", "independent"}
    assert all(case.status == DIFFERS for case in said.cases)
    for answer in reach:
        (text,) = answer.published
        for lang in ("en", "ru"):
            assert said.says[lang] in text[lang]
            for speaker in said.by:
                assert name_of(europe_2007, speaker)[lang] in text[lang]


def test_the_values_in_the_sentence_are_those_that_come_out(reach, europe_2007):
    (said,) = statements(REACH)
    text = reach[0].published[0]["en"]
    shown = [float(one) for one in re.findall(r"(\d+) % under", text)]
    for value, case in zip(shown, said.cases, strict=True):
        position = parse_position(case.written["position"], europe_2007).with_sets(
            f"{k}={v}" for k, v in case.written["set"].items()
        )
        (answer,) = ask(REACH, [position], europe_2007)
        assert value == pytest.approx(100 * answer.headline.value, abs=0.5)
        met = [row[case.tells] for row in answer.rows.records() if row["reachable"]]
        if ", all of them by chase" in text:
            assert {*met} == {"chase"}


def test_it_comes_true_at_the_printed_value_and_not_just_below(reach, europe_2007):
    (said,) = statements(REACH)
    text = reach[0].published[0]["en"]
    turns = [float(one) for one in re.findall(r"is ([\d.]+) km/s or more", text)]
    assert len(turns) == len(said.cases)
    for turn, case in zip(turns, said.cases, strict=True):
        base = parse_position(case.written["position"], europe_2007).with_sets(
            f"{k}={v}" for k, v in case.written["set"].items()
        )
        asked = [base.with_sets([f"{case.turns_with}={x} km/s"]) for x in (turn, turn - 0.02)]
        at, below = values(REACH, asked, europe_2007)["share_reachable"]
        assert at <= case.expected.high + case.tolerance < below


def test_nothing_is_said_where_something_is_laid_over_or_of_another_dossier(europe_2007, tmp_path):
    (laid,) = with_published(ask(REACH, ["us+speed-cap-5"], europe_2007), europe_2007)
    assert laid.published == ()
    other = replace(europe_2007, root=tmp_path)
    (elsewhere,) = with_published(ask(REACH, ["us"], europe_2007), other)
    assert elsewhere.published == ()


def test_a_question_without_such_cases_has_no_sentence(europe_2007):
    (raid,) = with_published(ask("raid", ["us"], europe_2007), europe_2007)
    assert raid.published == ()


def test_the_agency_is_not_given_its_critic_s_figure():
    (said,) = statements(REACH)
    assert "mda" in said.by  # it spoke of a little over 6 km/s; 6.3 is what its critic makes of it
    assert "a little over 6 km/s (6.3 is taken here)" in said.says["en"]
    assert "чуть больше 6 км/с (здесь взято 6,3)" in said.says["ru"]
