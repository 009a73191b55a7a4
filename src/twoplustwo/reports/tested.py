"""How the test of a headline fares, in a sentence that says whose test it is."""

from collections.abc import Mapping
from typing import Any

from twoplustwo.answers.answer import Answer, Headline
from twoplustwo.reports import labels
from twoplustwo.wording.phrases import phrases

LANGUAGES = ("en", "ru")
FARES = {True: "holds", False: "fails", None: "not-answerable"}


def tested(info: Mapping[str, Any], answer: Answer, one: Headline) -> Mapping[str, str]:
    """By language: whose test it is, the test, and whether it holds; empty without a test.

    Parameters
    ----------
    info : mapping
        ``questions``: identifier to ``tests``, a test as it is written to its words by language.
    answer : Answer
    one : Headline
        Of the answer.
    """
    if not one.test:
        return {}
    words = info.get("questions", {}).get(answer.question, {}).get("tests", {}).get(one.test, {})
    known = phrases("twoplustwo.reports")
    return {
        lang: known["tested"][lang].format(
            whose=f" ({labels.words(one.test_by, lang)})" if one.test_by else "",
            test=labels.words(words, lang) or one.test,
            fares=known["fares"][FARES[one.holds]][lang],
        )
        for lang in LANGUAGES
    }
