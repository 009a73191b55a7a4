"""What answers say in Russian is Russian: no identifier, no English unit."""

import re

import pytest

from twoplustwo.doors import asking
from twoplustwo.doors.request import Request

from ..europe_cards import cards

BY_HAND = {"hangs-on", "sensitivity", "common-ground", "certainty"}
"""Not asked here: they take long, or say what others say."""
DESIGNATIONS = re.compile(r"BM-25")


@pytest.mark.parametrize("question", [name for name in cards() if name not in BY_HAND])
def test_a_russian_sentence_has_no_latin_letter(question: str, europe) -> None:
    said = [
        headline.sentence["ru"]
        for answer in asking.ask(Request(question, europe))
        for headline in (answer.headline, *answer.headlines)
        if headline.sentence
    ]
    assert said
    assert [one for one in said if re.search("[A-Za-z]", DESIGNATIONS.sub("", one))] == []


def test_the_sentence_names_the_capital_that_was_asked_for(europe) -> None:
    (answer,) = asking.ask(Request("icbm-reach", europe, ["us"], options={"capital": "boston"}))
    (example,) = (one for one in answer.headlines if one.column == "example_margin_s")
    assert "to Boston" in example.sentence["en"]
    assert "Бостон" in example.sentence["ru"]
