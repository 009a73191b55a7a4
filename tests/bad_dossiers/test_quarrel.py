"""What an ask opens with: a statement that its own verdict decides, and a number that is there."""

import pytest

from twoplustwo.base.criterion import Criterion
from twoplustwo.doors.server.payload import questions
from twoplustwo.dossier import load
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.question_cards.quarrel import true_when

ASKS = """\
can-it-catch:
  question: reach
  options: {interceptor: dart}
  quarrel: {statement: no-catch, number: interceptors.dart.burnout_speed}
"""


def test_a_question_opens_with_who_asserts_and_who_denies(zoo):
    zoo.write("asks.yaml", ASKS)
    assert zoo.errors() == []
    dossier = load(zoo.root)
    card = questions.card_shape(card_of(dossier, "can-it-catch"), dossier)
    assert card.quarrel is not None
    assert card.quarrel.text["en"] == "No dart catches a heron."
    (said,) = card.quarrel.asserted
    assert (said.by, said.stated, said.status) == ("east-office", "2028-03-05", "read")
    assert said.party == "east"
    assert card.quarrel.denied == []
    assert (card.quarrel.number, card.quarrel.true_when) == (
        "interceptors.dart.burnout_speed",
        "holds",
    )
    others = [one for one in questions.cards(dossier).questions if one.id != "can-it-catch"]
    assert others and all(one.quarrel is None for one in others)


@pytest.mark.parametrize(
    ("old", "new", "what", "fix"),
    [
        (
            "statement: no-catch",
            "statement: no-cach",
            "the quarrel of ask can-it-catch names an unknown proposition, no-cach",
            "did you mean no-catch?",
        ),
        (
            "burnout_speed}",
            "burnout_sped}",
            "the quarrel of ask can-it-catch names an unknown parameter, "
            "interceptors.dart.burnout_sped",
            "did you mean interceptors.dart.burnout_speed?",
        ),
        (
            ", number: interceptors.dart.burnout_speed",
            "",
            "quarrel of ask can-it-catch has no number",
            "",
        ),
        (
            "options: {interceptor: dart}",
            "test: share_reachable <= 5 %",
            "the quarrel of ask can-it-catch is about no-catch, which tests something else",
            "name a proposition with the same test, or its opposite",
        ),
    ],
)
def test_what_a_quarrel_names_is_there_and_is_what_is_tested(zoo, old, new, what, fix):
    zoo.write("asks.yaml", ASKS.replace(old, new))
    error = next(one for one in zoo.errors() if one.what == what)
    assert "asks.yaml:" in error.where
    assert fix in (error.fix or "")


def test_a_statement_under_another_number_is_not_what_is_tested(zoo):
    zoo.write("asks.yaml", ASKS)
    zoo.replace(
        "propositions/no-catch.yaml",
        "question: reach",
        "question: reach\nset:\n  interceptors.dart.burnout_speed: 3 km/s",
    )
    (error,) = zoo.errors()
    assert "nothing laid over it" in error.fix
    assert "no-catch tests share_reachable = 0 % of reach" in error.why


@pytest.mark.parametrize(
    ("statement", "test", "when"),
    [
        ("share = 0 %", "share = 0 %", "holds"),
        ("share > 0 %", "share = 0 %", "fails"),
        ("share = 0 %", "share > 0 %", "fails"),
        ("share < 50 %", "share >= 50 %", "fails"),
        ("share >= 0.5", "share >= 50 %", "holds"),
        ("share <= 50 %", "share >= 50 %", None),  # both are true at a half
        ("share > 1 %", "share = 1 %", None),
        ("margin_s > 0 s", "margin_s = 0 s", None),  # it may be below zero
        ("other = 0 %", "share = 0 %", None),
        ("share = 0 %", "", None),
    ],
)
def test_when_a_statement_is_true(statement, test, when):
    assert true_when(Criterion.parse(statement), test) == when
    assert true_when(None, test) is None


@pytest.mark.parametrize("value", [0.0, 0.001, 0.5, 1.0])
def test_where_the_verdict_turns_the_statement_turns(value):
    for statement, test in (("share > 0 %", "share = 0 %"), ("share < 50 %", "share >= 50 %")):
        said, asked = Criterion.parse(statement), Criterion.parse(test)
        verdict = "holds" if asked.holds(value) else "fails"
        assert said.holds(value) == (verdict == true_when(said, test))
