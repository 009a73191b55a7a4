"""``import twoplustwo as tpt``."""

import pytest

import twoplustwo as tpt
from twoplustwo.base.errors import QuestionError


def test_one_position_gives_one_answer_that_shows_itself(engine):
    answer = tpt.ask("icbm-reach", position="us")
    assert isinstance(answer, tpt.Answer) and answer.position == "us"
    shown = answer._repr_html_()
    assert "Base–target pairs within reach: 0 of 132." in shown
    assert shown.count("<img ") == 2 and "<table>" in shown and "http://" not in shown


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
