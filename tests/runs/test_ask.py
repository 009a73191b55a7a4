"""The one function: answers as plain data, options, unknown names."""

import json

import pytest

from twoplustwo.answers.schema import to_json
from twoplustwo.base.errors import OptionError, PositionError, QuestionError
from twoplustwo.runs.ask import ask
from twoplustwo.stages.stage import Stage


@pytest.fixture(scope="module")
def answer(europe):
    return ask("icbm-reach", ["us"], europe)[0]


def test_the_answer_is_the_object_of_the_design(answer):
    body = json.loads(json.dumps(to_json(answer), allow_nan=False))
    assert body["schema"] == "twoplustwo.answer/1"
    assert body["position"] == "us"
    assert body["as_of"] == "2009-09-17"
    for key in (
        "id",
        "dossier",
        "measures",
        "options",
        "headline",
        "columns",
        "rows",
        "outcomes",
        "assumptions",
        "left_out",
        "citations",
        "tables",
        "views",
        "made",
    ):
        assert key in body, key
    units = {c["name"]: c.get("unit") for c in body["columns"]}
    assert units["latest_launch_s"] == "s"
    assert units["closing_speed_m_s"] == "m/s"


def test_every_number_leads_back_to_a_claim(answer, europe):
    cited = {c["id"] for c in answer.citations}
    for one in answer.assumptions:
        assert one.how in ("own", "adopted", "common"), one.parameter
        claim = europe.claim(one.claim)
        unstated = one.parameter.endswith(".speed_reading")
        assert unstated or claim.parameter == one.parameter
        assert one.source in cited
        assert one.status in ("read", "secondary", "recalled", "derived", "assumed")


def test_equal_questions_have_equal_ids_and_an_unread_parameter_does_not_matter(answer, europe):
    again, unrelated, moved = ask(
        "icbm-reach",
        ["us", "us+set:engagement.assessment_time=90 s", "us+set:engagement.max_flight=900 s"],
        europe,
    )
    assert again.id == answer.id
    assert moved.id != answer.id
    assert unrelated.headline == answer.headline


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda d: ask("icbm-reech", ["us"], d), QuestionError, ["icbm-reech", "icbm-reach"]),
        (lambda d: ask("icbm-reach", ["usa"], d), PositionError, ["usa", "us"]),
        (lambda d: ask("icbm-reach", ["us"], d, sight="x"), OptionError, ["sight", "site"]),
        (
            lambda d: ask("icbm-reach", ["us"], d, site="redzikovo"),
            OptionError,
            ["redzikovo", "redzikowo"],
        ),
        (
            lambda d: ask("icbm-reach", ["us+set:engagement.max_flihgt=9 s"], d),
            PositionError,
            ["max_flihgt", "engagement.max_flight"],
        ),
        (
            lambda d: ask("icbm-reach", ["us+set:engagement.max_flight=9 km"], d),
            PositionError,
            ["km", "s"],
        ),
    ],
)
def test_unknown_names_say_what_is_right(europe, call, error, words):
    with pytest.raises(error) as caught:
        call(europe)
    for word in words:
        assert word in str(caught.value)


def test_a_stage_runs_once_per_distinct_row():
    stage = Stage("test")
    calls = []
    lanes = stage([[b"a", b"b", b"a", b"a"]], lambda p: calls.append(p) or p * 10)
    assert calls == []  # not before a row is asked for
    assert [lanes[p] for p in range(4)] == [0, 10, 0, 0]
    assert calls == [0, 1]
    assert lanes.distinct == 2
    again = stage([[b"b"]], lambda p: pytest.fail("remembered rows are not computed again"))
    assert again[0] == 10


def test_positions_that_differ_in_nothing_read_share_every_row(europe):
    from twoplustwo.stages import commit as watch
    from twoplustwo.stages import flights as threats
    from twoplustwo.stages import reach as defence

    ask("icbm-reach", ["us"], europe)
    before = [s.runs for s in (threats._strikes, defence._unions[True], watch._commits)]
    ask("icbm-reach", [f"us+set:engagement.assessment_time={s} s" for s in range(30, 40)], europe)
    assert [s.runs for s in (threats._strikes, defence._unions[True], watch._commits)] == before
