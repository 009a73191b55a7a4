"""``twoplustwo why``: the comparison asked of any question, in the same words."""

import csv
import io
import json

import pytest


def test_the_question_becomes_an_option_of_the_comparison(command, engine):
    said = command("why", "icbm-reach", "-p", "us", "-p", "russia", "--format", "json")
    assert said.status == 0 and json.loads(said.out)["schema"] == "twoplustwo.answers/1"
    ((question, positions, options),) = engine
    assert (question, positions) == ("divergence", ["us", "russia"])
    assert options == {"of": "icbm-reach", "with": ""}


def test_options_go_to_whom_they_belong(command, engine):
    command(
        "why",
        "icbm-reach",
        "-o",
        "capital=boston",
        "-o",
        "over=commit.decision_time",
        "-o",
        "site=redzikowo",
        "-m",
        "speed-cap-5",
        "--as-of",
        "2007-10-12",
        "--set",
        "engagement.max_flight=900 s",
    )
    ((_, positions, options),) = engine
    assert options == {
        "of": "icbm-reach",
        "with": "capital=boston,site=redzikowo",
        "over": "commit.decision_time",
    }
    assert positions == [
        f"{party}@2007-10-12+set:engagement.max_flight=900 s+speed-cap-5"
        for party in ("independent", "russia", "us")
    ]


def test_csv_of_the_real_thing_where_nothing_is_in_dispute(command):
    said = command("why", "range-classes", "-p", "us", "-p", "us", "-f", "csv")
    assert said.status == 0
    rows = list(csv.DictReader(io.StringIO(said.out)))
    assert rows and {row["pair"] for row in rows} == {"us → us"}
    assert {row["share"] for row in rows} == {"0.0"}
    assert {row["effect"] for row in rows} == {"alike"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["icbm-rech"], ["no question 'icbm-rech'", "did you mean icbm-reach?"]),
        (["icbm-reach", "-p", "us"], ["divergence needs two positions or more"]),
        (["contested"], ["of = contested: that is an analysis", "questions:"]),
        (["icbm-reach", "-o", "sight=x"], ["icbm-reach has no option 'sight'", "site"]),
        (["icbm-reach", "-o", "of=raid"], ["of = raid is not for why", "icbm-reach", "ask div"]),
        (["icbm-reach", "-o", "with=x"], ["with = x is not for why", "--option with"]),
        (["icbm-reach", "-m", ""], ["the name of a measure empty", "--measures"]),
        (["icbm-reach", "-m", "speed-cap-5,"], ["the name of a measure empty", "commas"]),
        (["icbm-reach", "-p", "us", "-p", "uss"], ["unknown party uss", "did you mean us?"]),
        (["icbm-reach", "--format", "jsn"], ["--format", "json"]),
        ([], ["Missing argument"]),
    ],
)
def test_bad_input_is_said_clearly(command, words, told):
    said = command("why", *words)
    assert said.status == 2 and said.out == ""
    flat = " ".join(said.err.replace("│", " ").split())
    for part in told:
        assert part in flat
    assert "Traceback" not in said.err
