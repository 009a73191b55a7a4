"""Ranges and views go by claims alone: parties renamed, reversed, swapped; and wrong questions."""

import csv
import io
import json

import pytest
from tests.questions.test_neutrality import bits, with_parties

from twoplustwo.base.errors import OptionError
from twoplustwo.runs.ask import ask

# options: position, question, a wrong value
WRONG = [("range-classes", "owner", "irann", "iran"), ("radar-view", "radar", "gabla", "gabala")]


@pytest.fixture(scope="module", params=["range-classes", "radar-view"])
def question(request):
    return request.param


@pytest.fixture(scope="module")
def before(question, europe, parties):
    return {p: bits(a) for p, a in zip(parties, ask(question, parties, europe), strict=True)}


def test_claims_make_a_difference(before):
    assert before["us"] != before["russia"]


def test_names_of_parties_change_nothing(question, europe, before):
    renamed = with_parties(europe, {"us": "zz", "russia": "aa", "independent": "mm"})
    answers = ask(question, ["zz", "aa", "mm"], renamed)
    for answer, old in zip(answers, ("us", "russia", "independent"), strict=True):
        assert bits(answer) == before[old]


def test_their_order_changes_nothing(question, europe, parties, before):
    for party, answer in zip(parties[::-1], ask(question, parties[::-1], europe), strict=True):
        assert bits(answer) == before[party]


def test_swapped_claims_swap_the_answers(question, europe, before):
    swapped = with_parties(europe, {"us": "russia", "russia": "us"})
    us, russia = ask(question, ["us", "russia"], swapped)
    assert (bits(us), bits(russia)) == (before["russia"], before["us"])


@pytest.mark.parametrize(("asked", "option", "wrong", "right"), WRONG)
def test_an_unknown_thing_is_named_with_its_nearest(europe, asked, option, wrong, right):
    with pytest.raises(OptionError) as caught:
        ask(asked, ["us"], europe, **{option: wrong})
    assert wrong in str(caught.value) and right in str(caught.value)


def test_words_are_in_both_languages(question, europe):
    (answer,) = ask(question, ["us"], europe)
    for one in (answer.headline, *answer.headlines):
        assert any("а" <= letter <= "я" for letter in one.sentence["ru"])
        assert "{" not in "".join(one.sentence.values())


@pytest.mark.parametrize("form", ["json", "csv"])
def test_the_command_line_gives_every_row(question, europe, form):
    from typer.testing import CliRunner

    from twoplustwo.doors.cli.main import app

    done = CliRunner().invoke(app, ["ask", question, "--position", "us", "--format", form])
    assert done.exit_code == 0, done.output
    (answer,) = ask(question, ["us"], europe)
    if form == "json":
        found = json.loads(done.stdout)
        rows = found.get("answers", [found])[0]["rows"]
    else:
        rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert len(rows) == len(answer.rows)
