"""JSON Schemas of answers and runs, held to real ones by a validator that is not ours."""

import json
from pathlib import Path

import jsonschema
import pytest

from twoplustwo.doors import asking
from twoplustwo.doors.published.answers import SHAPES, json_schema
from twoplustwo.doors.request import Request


def check(name: str, thing) -> None:
    """Raise where a thing is not as its schema says."""
    made = json_schema(name)
    validator = jsonschema.validators.validator_for(made)
    assert validator is jsonschema.Draft202012Validator
    validator.check_schema(made)
    validator(made).validate(json.loads(json.dumps(thing)))


@pytest.mark.parametrize("question", ["icbm-reach", "raid", "threat-timeline", "radar-view"])
def test_real_answers_are_as_their_schema_says(europe, question):
    from twoplustwo.answers import schema

    answers = asking.ask(Request(question, europe, ["us", "russia"]))
    check("answers", schema.body(answers))
    check("answer", schema.body(answers[:1]))


def test_an_analysis_and_ranges_are_too(europe):
    from twoplustwo.answers import schema

    asked = Request("raid", europe, ["us", "russia"])
    check("answer", schema.body(asking.ask(asking.comparison(asked))))
    check("answer", schema.body(asking.ask(Request("raid", europe, ["us"], interval=True))))


def test_a_run_and_its_answers_are_too(command, engine, tmp_path: Path):
    assert command("run", "--out", str(tmp_path)).status == 0
    record = json.loads((tmp_path / "latest/run.json").read_text())
    check("run", record)
    for name in record["answers"]:
        check("answer", json.loads((tmp_path / "latest" / name).read_text()))


@pytest.mark.parametrize(
    ("key", "value"),
    [("headline", {}), ("schema", "twoplustwo.answer/2"), ("rows", [1]), ("unheard", 1)],
)
def test_what_is_no_answer_is_found_out(europe, key, value):
    from twoplustwo.answers import schema

    one = schema.body(asking.ask(Request("threat-timeline", europe, ["us"])))
    check("answer", one)
    with pytest.raises(jsonschema.ValidationError):
        check("answer", {**one, key: value})


@pytest.mark.parametrize("name", SHAPES)
def test_the_command_prints_it(command, name, tmp_path: Path):
    assert json.loads(command("schema", "--of", name).out) == json_schema(name)
    file = tmp_path / "x.json"
    assert command("schema", "--of", name, "--out", str(file)).status == 0
    assert json.loads(file.read_text()) == json_schema(name)


def test_a_schema_that_there_is_not(command):
    said = command("schema", "--of", "anser")
    assert said.status == 2 and "there is no schema of 'anser' (--of anser)" in said.err
    assert "did you mean answer?" in said.err
