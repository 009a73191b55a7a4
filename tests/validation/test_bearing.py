"""What was published against what comes out: the sentence on a verdict is asked back."""

import re
from dataclasses import replace

import pytest

from twoplustwo.dossier.display_names import name_of
from twoplustwo.positions.position import parse_position
from twoplustwo.runs.ask import ask
from twoplustwo.runs.headline_values import headline_values
from twoplustwo.validation.bearing import statements, with_published
from twoplustwo.validation.cases import DIFFERS, load

from ..europe_cards import card

REACH = "icbm-reach"


@pytest.fixture(scope="module")
def reach(europe):
    return with_published(ask(REACH, sorted(europe.parties), europe), europe)


def test_cases_that_bear_on_a_verdict_name_speakers_of_the_dossier(europe):
    bearing = [case for case in load().cases.values() if case.bears_on]
    assert bearing
    for case in bearing:
        assert card(case.bears_on).question == case.bears_on
        assert case.by in europe.speakers, case.id
        assert {"en", "ru"} <= set(case.says)
        assert not case.turns_with or case.turns_with in europe.paths()
        assert not case.tells or case.tells in card(case.bears_on).columns


def test_opponents_who_said_the_same_stand_in_one_sentence(reach, europe):
    (said,) = statements("reach")
    assert {europe.speakers[one].party for one in said.by} == {"us", "independent"}
    assert all(case.status == DIFFERS for case in said.cases)
    for answer in reach:
        (text,) = answer.published
        for lang in ("en", "ru"):
            assert said.says[lang] in text[lang]
            for speaker in said.by:
                assert name_of(europe, speaker)[lang] in text[lang]


def test_the_values_in_the_sentence_are_those_that_come_out(reach, europe):
    (said,) = statements("reach")
    text = reach[0].published[0]["en"]
    shown = [float(one) for one in re.findall(r"(\d+) % under", text)]
    for value, case in zip(shown, said.cases, strict=True):
        position = parse_position(case.written["position"], europe).with_sets(
            f"{k}={v}" for k, v in case.written["set"].items()
        )
        (answer,) = ask(REACH, [position], europe)
        assert value == pytest.approx(100 * answer.headline.value, abs=0.5)
        met = [row[case.tells] for row in answer.rows.records() if row["reachable"]]
        if ", all of them by chase" in text:
            assert {*met} == {"chase"}


def test_it_comes_true_at_the_printed_value_and_not_just_below(reach, europe):
    (said,) = statements("reach")
    text = reach[0].published[0]["en"]
    turns = [float(one) for one in re.findall(r"is ([\d.]+) km/s or more", text)]
    assert len(turns) == len(said.cases)
    for turn, case in zip(turns, said.cases, strict=True):
        base = parse_position(case.written["position"], europe).with_sets(
            f"{k}={v}" for k, v in case.written["set"].items()
        )
        asked = [base.with_sets([f"{case.turns_with}={x} km/s"]) for x in (turn, turn - 0.02)]
        at, below = headline_values(REACH, asked, europe)["share_reachable"]
        assert at <= case.expected.high + case.tolerance < below


def test_nothing_is_said_where_something_is_laid_over_or_of_another_dossier(europe, tmp_path):
    (laid,) = with_published(ask(REACH, ["us+speed-cap-5"], europe), europe)
    assert laid.published == ()
    other = replace(europe, root=tmp_path)
    (elsewhere,) = with_published(ask(REACH, ["us"], europe), other)
    assert elsewhere.published == ()


def test_what_a_statement_speaks_of_may_be_laid_over(reach, europe):
    """At the speed that it names, by hand or by a swap of just that, it is still about this."""
    speed = "interceptors.gbi-2.burnout_speed"
    asked = [f"{party}+set:{speed}=6.3 km/s" for party in ("independent", "russia", "us")]
    for one in with_published(ask(REACH, asked, europe), europe):
        assert one.laid
        assert one.published == reach[0].published


@pytest.mark.parametrize(
    "over",
    [
        "set:interceptors.gbi-2.burnout_speed=6.4 km/s",
        "set:interceptors.gbi-2.burnout_speed=6.3 km/s+set:engagement.max_flight=400 s",
        "set:interceptors.gbi-2.burnout_speed=6.3 km/s+gabala-instead",
        "set:interceptors.gbi-2.burnout_speed=6.3 km/s+radar-mask-east",
        "russia:burnout-speed",
    ],
)
def test_at_other_numbers_or_with_more_laid_over_it_is_not(over, europe):
    (laid,) = with_published(ask(REACH, [f"us+{over}"], europe), europe)
    assert laid.headline.value is not None
    assert laid.published == ()


def test_a_statement_on_one_city_is_not_set_against_another(europe):
    other = ask(REACH, ["us"], europe, capital="boston")
    assert with_published(other, europe)[0].published == ()


def test_every_door_gives_it_with_the_first_answer(reach, europe):
    from twoplustwo.doors import asking
    from twoplustwo.doors.request import Request

    (quick,) = asking.ask(Request(REACH, europe, ["us"]))
    assert quick.published == reach[0].published


def test_an_agency_has_its_article_in_a_sentence(reach):
    (said,) = reach[0].published
    postol, agency = (
        "(AFP, in Defence Talk, 2007-09-27)",
        "(China News Service, in Sina, 2007-09-28)",
    )
    assert f"T. Postol {postol} and the US Missile Defense Agency {agency} both" in said["en"]
    assert f"Т. Постол {postol} и Агентство по ПРО США {agency} — и тот" in said["ru"]


def test_a_chase_is_told_as_that_of_the_latest_launch(reach):
    """An interceptor that leaves earlier may meet the missile otherwise: that is not denied."""
    (said,) = reach[0].published
    assert said["en"].count("all of them by chase at the latest launch that still succeeds") == 2
    assert said["ru"].count("при последнем успевающем пуске все — вдогонку") == 2


def test_a_turning_value_says_whether_anybody_holds_it(reach, europe):
    """The compilers hold 0 to 5 km/s: 7.77 is beyond it, 4.22 within."""
    (said,) = reach[0].published
    held = europe.claim("engagement.min_closing@compilers").value
    ends = re.findall(
        r"is ([\d.]+) km/s or more, (outside|within) what is held of it \(0 to 5 k", said["en"]
    )
    assert len(ends) == 2
    for value, where in ends:
        assert (float(value) * 1e3 <= held.high) == (where == "within")
    assert "7,77 км/с и больше, вне принятого (от 0 до 5 км/с)" in said["ru"]


def test_a_question_without_such_cases_has_no_sentence(europe):
    (raid,) = with_published(ask("raid", ["us"], europe), europe)
    assert raid.published == ()


def test_the_agency_is_not_given_its_critic_s_figure():
    (said,) = statements("reach")
    assert "mda" in said.by  # it spoke of a little over 6 km/s; 6.3 is what its critic makes of it
    assert "a little over 6 km/s (6.3 is taken here)" in said.says["en"]
    assert "чуть больше 6 км/с (здесь взято 6,3)" in said.says["ru"]
