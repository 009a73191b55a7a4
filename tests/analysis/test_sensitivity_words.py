"""Sensitivity asked wrongly, and its sentences."""

import importlib

import pytest
from typer.testing import CliRunner

from twoplustwo.analysis.ask import ask
from twoplustwo.analysis.sensitivity.words import _headline_text
from twoplustwo.base.errors import OptionError, QuestionError
from twoplustwo.doors.cli.main import app

from ..europe_cards import card


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"of": "icbm-reech"}, QuestionError, ["icbm-reech", "did you mean icbm-reach"]),
        ({"of": "speed-curve"}, OptionError, ["speed-curve", "analysis", "defended-footprint"]),
        ({"samples": "48"}, OptionError, ["samples = 48", "power of two", "samples=32"]),
        ({"samples": "-8"}, OptionError, ["samples = -8", "2 or more"]),
        ({"samples": "1"}, OptionError, ["samples = 1", "2 or more"]),
        ({"samples": "many"}, OptionError, ["many", "whole number"]),
        ({"seed": "-1"}, OptionError, ["seed = -1", "0 or more"]),
        ({"steps": "1"}, OptionError, ["steps = 1", "2 or more"]),
        ({"headlines": "some"}, OptionError, ["headlines", "some", "own, all"]),
        ({"screen": "no!"}, OptionError, ["screen", "no!", "did you mean no"]),
        ({"smaples": "8"}, OptionError, ["smaples", "did you mean samples"]),
    ],
)
def test_wrong_options_say_what_is_right(europe, options, error, words):
    with pytest.raises(error) as caught:
        ask("sensitivity", ["us"], europe, **options)
    for word in words:
        assert word in str(caught.value)


def test_the_command_line_ends_with_status_2():
    said = CliRunner().invoke(app, ["ask", "sensitivity", "-p", "us", "-o", "samples=48"])
    assert said.exit_code == 2
    assert "power of two" in said.stderr and "--option samples" in said.stderr
    assert said.stdout == ""


@pytest.mark.parametrize(
    ("lang", "shown"), [("en", "mid-2021"), ("ru", "середина 2021")], ids=["en", "ru"]
)
def test_half_a_year_is_said(lang, shown):
    assert _headline_text(2021.5, "year", lang) == shown
    assert _headline_text(2022.0, "year", lang) == "2022"


@pytest.mark.parametrize(
    ("low", "part", "high", "en", "ru"),
    [
        (
            0.39,
            0.85,
            1.33,
            "error of the estimate: 39 to 133 %, though no part is above 100 %",
            "от 39 до 133 %, хотя сама доля не бывает больше 100 %",
        ),
        (
            0.6,
            0.7,
            0.8,
            "sampling error of the estimate: 60 to 80 %;",
            "по выборке: от 60 до 80 %;",
        ),
        (0.702, 0.7, 0.704, "of the estimate: about 70 %;", "по выборке: около 70 %;"),
        (0.02, 0.0500001, 0.08, "part in 5.00001 % of", "участие в 5,00001 % дисперсии"),
    ],
)
def test_a_part_comes_with_the_error_of_its_estimate_called_so(europe, low, part, high, en, ru):
    """A part in the variance is never more than all of it; its estimate may be."""
    row = {
        "parameter": "engagement.settle",
        "total_order": part,
        "total_low": low,
        "total_high": high,
        "interval": "0..30 s",
        "by": "compilers",
        "status": "assumed",
        "dispute": "",
        "ends_by": "",
    }
    named = importlib.import_module("twoplustwo.analysis.sensitivity.words")._claim_text
    assert en in named(card("sensitivity"), row, europe, "en")
    assert ru in named(card("sensitivity"), row, europe, "ru")


@pytest.mark.parametrize(
    ("parameter", "en", "ru"),
    [
        ("engagement.min_closing", "no side has said a number: “", "ни одна сторона числа не наз"),
        ("interceptors.gbi-2.burnout_speed", "; in dispute: “", "; спор: «"),
        ("warhead.radar_cross_section", "; in dispute: “", "; спор: «"),
    ],
)
def test_where_no_side_has_said_a_number_that_is_said(europe, parameter, en, ru):
    """The dossier lists the number, its only claim is the compilers': nobody disputes it yet."""
    listed = next(d.id for d in europe.disputes.values() if parameter in d.parameters)
    row = {
        "parameter": parameter,
        "total_order": 0.5,
        "total_low": 0.4,
        "total_high": 0.6,
        "interval": "0..5 km/s",
        "by": "compilers",
        "status": "assumed",
        "dispute": listed,
        "ends_by": "",
    }
    named = importlib.import_module("twoplustwo.analysis.sensitivity.words")._claim_text
    for lang, words in (("en", en), ("ru", ru)):
        assert words in named(card("sensitivity"), row, europe, lang)
