"""Sentences of page one, the cards and `why`, taken at random and asked back: none is false."""

import random
from functools import partial

import pytest

from twoplustwo.analysis.ask import ask as analyse
from twoplustwo.positions.position import parse_position
from twoplustwo.runs.ask import ask

from ..europe_cards import card
from .asked_back import COMPARED, LANGUAGES, Back, counted, example, share, slots

SEED, DRAWN = 16, 40
QUESTIONS = ("icbm-reach", "defended-footprint", "raid")
OWN = {
    "headline": counted,
    "none_met": counted,
    "example_met": lambda b, a, t, _: example(b, a, t, True),
    "example_late": lambda b, a, t, _: example(b, a, t, False),
}
"""Sentence of reach to what asks it back."""


@pytest.fixture(scope="module")
def pool(europe):
    """Every printed sentence that says something which can be asked, and how it is."""
    back, found = Back(europe), []
    parties = [parse_position(party, europe) for party in sorted(europe.parties)]
    for question in QUESTIONS:
        for answer in ask(question, parties, europe):
            for head in (answer.headline, *answer.headlines):
                found += [one for lang in LANGUAGES for one in own(back, answer, head, lang)]
    for question in ("icbm-reach", "defended-footprint"):
        (answer,) = analyse("divergence", parties, europe, of=question)
        for head in (answer.headline, *answer.headlines):
            for lang in LANGUAGES:
                sentence = head.sentence[lang]
                for when, told in slots(card("divergence"), sentence, lang):
                    if when in COMPARED:
                        check = partial(COMPARED[when], back, answer, told, lang)
                        found.append((f"why {question}: {when}", lang, sentence, check))
                        break
    return found


def own(back, answer, head, lang):
    """What one sentence of a question says, as far as it can be asked."""
    sentence, asked = head.sentence[lang], card(answer.question)
    if not sentence:
        return
    if answer.question == "icbm-reach":
        for when, told in slots(asked, sentence, lang):
            if when in OWN:
                yield (
                    f"{answer.question}: {when}",
                    lang,
                    sentence,
                    partial(OWN[when], back, answer, told, lang),
                )
                break
    if head.show == "%" and head.value is not None and "%" in sentence:
        yield (
            f"{answer.question}: share",
            lang,
            sentence,
            partial(share, back, answer, head, sentence, lang),
        )


def test_sentences_taken_at_random_are_true_as_printed(pool):
    drawn = random.Random(SEED).sample(pool, DRAWN)
    assert {lang for _, lang, *_ in drawn} == set(LANGUAGES)
    false = []
    for where, lang, sentence, check in drawn:
        try:
            check()
        except AssertionError as error:
            false.append(f"{where} ({lang}): {sentence}\n  {error}")
    assert not false, "\n".join(false)


def test_every_kind_of_sentence_is_in_the_pool(pool):
    """What is said of turns, tests, values and disputes is taken apart in both languages."""
    kinds = {(where.partition(": ")[2], lang) for where, lang, *_ in pool}
    wanted = {"flips", "no flip", "test", "pair", "alone", "share", "headline"}
    assert {(kind, lang) for kind in wanted for lang in LANGUAGES} <= kinds


def test_every_turning_value_is_asked_back(pool):
    turns = [check for where, *_, check in pool if where.endswith(": flips")]
    assert len(turns) >= 8
    for check in turns:
        check()
