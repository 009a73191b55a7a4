"""``import twoplustwo as tpt``."""

from dataclasses import replace

import pytest

import twoplustwo as tpt
from twoplustwo.answers.rests import Rests
from twoplustwo.base.errors import OptionError, PositionError, QuestionError
from twoplustwo.doors import notebook_html

from ..reports import samples


def test_one_position_gives_one_answer_that_shows_itself(engine):
    answer = tpt.ask("icbm-reach", position="us")
    assert isinstance(answer, tpt.Answer) and answer.position == "us"
    shown = answer._repr_html_()
    assert "Base–target pairs within reach: 0 of 132." in shown
    assert shown.count("<img ") == 2 and "<table>" in shown and "http://" not in shown


def test_an_answer_shows_whose_numbers_it_rests_on_and_its_range():
    rests = Rests(
        129,
        {},
        (),
        (),
        {},
        {"en": "Russia, by the critics’ numbers", "ru": "…"},
        {"en": "Rests on 129 numbers: 1 <own>.", "ru": "…"},
    )
    bare = samples.icbm_reach("russia")
    headline = replace(bare.headline, value=0.19, low=0.03, high=0.29, show="%", interval="8 of 9")
    answer = replace(
        bare, rests=rests, headline=headline, laid=({"en": "Speed: 5 km/s", "ru": "…"},)
    )
    shown = notebook_html.show_html([answer], None, {"russia": "Russia"})
    assert "<h4>Russia, by the critics’ numbers</h4>" in shown
    for part in ("Rests on 129 numbers: 1 &lt;own&gt;.", "Speed: 5 km/s", "8 of 9"):
        assert part in shown
    assert "Range 3.0 to 29 %" in shown
    both = replace(
        answer,
        position=None,
        positions=("a", "b"),
        rests=None,
        views=(),
        rests_of={"a": rests, "b": replace(rests, label={"en": "B"})},
    )
    told = notebook_html.show_html([both], None, {})
    assert "B: Rests on 129 numbers" in told and "critics’ numbers: Rests on" in told


def test_no_position_gives_every_party(engine):
    answers = tpt.ask("icbm-reach")
    assert [one.position for one in answers] == ["independent", "russia", "us"]
    assert answers._repr_html_().count("Base–target pairs") == 3
    assert [one.position for one in tpt.compare("icbm-reach", ["us", "russia"])] == ["us", "russia"]


def test_sources(engine):
    assert tpt.cite(tpt.ask("icbm-reach", "us"))[0]["id"] == "afp-2007"


def test_a_dossier_loaded_once(engine):
    dossier = tpt.load()
    assert dossier.id == "europe-2007"
    assert tpt.ask("icbm-reach", "us", dossier).position == "us"


def test_errors_are_errors():
    with pytest.raises(QuestionError, match="did you mean icbm-reach"):
        tpt.ask("icbm-rech")


def test_the_questions_there_are():
    assert "icbm-reach" in tpt.cards()


def test_why_is_one_answer_with_shares_that_add_up():
    answer = tpt.why("raid", ["independent", "us"])
    assert answer.question == "divergence" and answer.positions == ("independent", "us")
    shares = [row["share"] for row in answer.rows.records()]
    assert sum(shares) == pytest.approx(answer.headline.value, rel=1e-9) and sum(shares) > 0
    assert "<table>" in answer._repr_html_()


def test_why_gives_options_to_whom_they_belong():
    answer = tpt.why("raid", ["us", "russia"], scale="russia-new-start", seed=3)
    assert "scale=russia-new-start" in answer.options["with"].split(",")
    assert str(answer.options["seed"]) == "3"


def test_worst_attains_what_it_says():
    answer = tpt.worst("raid", "us", effort="corners")
    assert (answer.question, answer.positions) == ("certainty", ("us",))
    for row in answer.rows.records():
        attained = tpt.ask("raid", row["attained"])
        assert attained.headline.value == pytest.approx(row["worst"], rel=1e-9)


def test_measures_are_laid_over_every_position(engine):
    answers = tpt.ask("icbm-reach", ["us", "russia"], measures=["speed-cap-5,radar-mask-east"])
    assert [one.position for one in answers] == [
        f"{who}+speed-cap-5+radar-mask-east" for who in ("us", "russia")
    ]


@pytest.mark.parametrize(
    ("ask", "error", "told"),
    [
        (lambda: tpt.why("raid", ["us"]), PositionError, "needs two positions"),
        (lambda: tpt.why("raid", of="icbm-reach"), OptionError, "of = icbm-reach is not for why"),
        (lambda: tpt.why("freeze"), OptionError, "of = freeze: that is an analysis"),
        (lambda: tpt.worst("freeze", "us"), OptionError, "of = 'freeze': that is an analysis"),
        (lambda: tpt.worst("raid", "us", effort="hard"), OptionError, "is no choice"),
        (lambda: tpt.ask("raid", "us", measures=[""]), OptionError, "name of a measure empty"),
        (lambda: tpt.worst("raid", "us", measures=["sped"]), PositionError, "unknown measure"),
        (
            lambda: tpt.ask("raid", "us", sets=["raid.goal=-10 %"]),
            PositionError,
            "10 points less than is held, or 10 % of it less",
        ),
    ],
)
def test_errors_of_the_analyses_say_what_and_where(ask, error, told):
    with pytest.raises(error, match=told):
        ask()
