"""What can be wrong with an ask: file and line, what is there, the nearest name."""

import pytest

from twoplustwo.dossier import load
from twoplustwo.question_cards.for_dossier import card_of, cards_of

ASKS = """\
can-it-catch:
  question: reach
  options: {interceptor: dart}
  title: {en: Can it catch}
  test: share_reachable <= 1 %
  page:
    role: answer
    asks: {en: Can the dart catch a heron?}
"""


def test_an_ask_is_laid_over_its_question(zoo):
    zoo.write("asks.yaml", ASKS)
    assert zoo.errors() == []
    dossier = load(zoo.root)
    asked = card_of(dossier, "can-it-catch")
    assert (asked.question, asked.test) == ("reach", "share_reachable <= 1 %")
    assert asked.title["ru"] == asked.title["en"] == "Can it catch"
    assert asked.first_page["asks"]["en"] == "Can the dart catch a heron?"
    # the sole thing of a kind needs no name; a question is asked by its first ask
    assert asked.options["interceptor"]["default"] == "dart"
    assert card_of(dossier, "reach") is asked and "reach" not in cards_of(dossier)


@pytest.mark.parametrize(
    ("old", "new", "line", "what", "fix"),
    [
        (
            "question: reach",
            "question: reech",
            2,
            "ask can-it-catch names an unknown question, reech",
            "did you mean reach?",
        ),
        (
            "{interceptor: dart}",
            "{intercepter: dart}",
            3,
            "ask can-it-catch names an unknown option, intercepter",
            "did you mean interceptor?",
        ),
        (
            "{interceptor: dart}",
            "{interceptor: darn}",
            3,
            "ask can-it-catch names an unknown interceptors, darn",
            "did you mean dart?",
        ),
        (
            "reach\n  options: {interceptor: dart}",
            "range-classes\n  options: {owner: eats}",
            3,
            "ask can-it-catch names an unknown states, eats",
            "did you mean east?",
        ),
        (
            "test: share_reachable <= 1 %",
            "test: share_reached <= 1 %",
            5,
            "ask can-it-catch names an unknown column, share_reached",
            "did you mean share_reachable?",
        ),
        (
            "test: share_reachable <= 1 %",
            "test: weight <= 1",
            5,
            "ask can-it-catch names an unknown headline, weight",
            "",
        ),
        (
            "test: share_reachable <= 1 %",
            "test: hardly any",
            5,
            "'hardly any' is not a test",
            "",
        ),
        (
            "role: answer",
            "role: anser",
            7,
            "page of ask can-it-catch has the unknown role anser",
            "did you mean answer?",
        ),
        ("page:", "pages:", 6, "ask can-it-catch has an unknown key, pages", "did you mean page?"),
        (
            "  page:\n",
            "  says:\n    heading: {en: It can.}\n  page:\n",
            6,
            "ask can-it-catch names an unknown case, heading",
            "did you mean headline?",
        ),
        (
            "  page:\n",
            "  plays: [{base: hil}]\n  page:\n",
            6,
            "ask can-it-catch names an unknown option, base",
            "",
        ),
    ],
)
def test_what_an_ask_names_is_there(zoo, old, new, line, what, fix):
    zoo.write("asks.yaml", ASKS.replace(old, new))
    error = next(one for one in zoo.errors() if one.what == what)
    assert error.where.endswith(f"asks.yaml:{line}")
    assert fix in error.fix


def test_an_ask_has_no_name_of_another_question(zoo):
    zoo.write("asks.yaml", ASKS.replace("can-it-catch:", "raid:"))
    (error,) = zoo.errors()
    assert error.what == "ask raid has the name of another question"
    assert error.fix == "give it another name"


def test_a_test_of_what_a_party_accepts_may_name_an_ask(zoo):
    zoo.write("asks.yaml", ASKS)
    zoo.replace("parties/west.yaml", "question: reach", "question: can-it-catch")
    assert zoo.errors() == []
    (accepted, *_) = load(zoo.root).parties["west"].accepts
    assert accepted.question == "can-it-catch"


def test_a_test_of_its_own_is_not_told_in_the_words_of_another(zoo):
    zoo.write("asks.yaml", ASKS.replace("<= 1 %", ">= 60 %"))
    asked = card_of(load(zoo.root), "can-it-catch")
    assert asked.test_says == {}  # so that it is told by its number
    zoo.write("asks.yaml", ASKS.replace("  test: share_reachable <= 1 %\n", ""))
    assert card_of(load(zoo.root), "can-it-catch").test_says["holds"]["en"]
