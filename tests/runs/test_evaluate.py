"""One question at many positions: each once, in batches, in an order that shares work."""

from itertools import pairwise

import numpy as np
import pytest

from twoplustwo.positions.position import Position
from twoplustwo.question_cards.result import HeadlineValue, Result
from twoplustwo.runs import evaluate
from twoplustwo.runs.evaluate import Evaluator, sharing_order

from ..europe_cards import card

SET = "engagement.max_flight"


@pytest.fixture
def batches(monkeypatch):
    """The positions of each batch; a made-up result is the number that is set, or is missing."""
    seen = []

    def results(asked, held, dossier, options):
        seen.append([item.position for item in held])
        values = [dict(item.position.sets).get(SET) for item in held]
        made = [
            Result((HeadlineValue("share", float(v.split()[0]), {}),), {}, dict, guides={"g": 1.0})
            if v
            else "no number"
            for v in values
        ]
        return made, [{SET} for _ in held]

    monkeypatch.setattr(evaluate, "results", results)
    return seen


def test_each_position_is_asked_once_and_in_batches(batches, europe):
    every = [Position("us").with_setting(SET, f"{x} s") for x in (900, 800, 700, 900)]
    evaluator = Evaluator("icbm-reach", europe, batch=2)
    values = [found.headlines["share"] for found in evaluator.at(every)]
    assert values == [900.0, 800.0, 700.0, 900.0]
    assert [len(some) for some in batches] == [2, 1]
    asked = [position for some in batches for position in some]
    assert all(sharing_order(a) < sharing_order(b) for a, b in pairwise(asked))
    evaluator.at(every[::-1])
    assert len(batches) == 2


def test_what_is_missing_has_no_headline(batches, europe):
    evaluator = Evaluator("icbm-reach", europe)
    (found,) = evaluator.at([Position("us")])
    assert (dict(found.headlines), found.missing) == ({}, "no number")
    assert evaluator.read == {SET}


def test_guides_are_no_headlines(batches, europe):
    (found,) = Evaluator("icbm-reach", europe).at([Position("us").with_setting(SET, "60 s")])
    assert found.values == {"share": 60.0, "g": 1.0} and "g" not in found.headlines
    assert np.isfinite(found.headlines["share"])


def test_a_sentence_takes_slots_of_every_language_or_of_each():
    contested = card("speed-curve")
    slots = {"tests": {"en": "B", "ru": "Б"}, "parties": "C"}
    both = contested.sentence("both", slots)
    assert "B" in both["en"] and "Б" in both["ru"] and "Б" not in both["en"]
    assert contested.sentence("both", lambda lang: {**slots, "tests": "X"})["ru"]
