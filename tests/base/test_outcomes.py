"""Outcomes, progress and seeds."""

import numpy as np
import pytest

from twoplustwo.base import progress
from twoplustwo.base.outcomes import Outcome
from twoplustwo.base.seeds import generator


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_outcome_has_a_sentence(outcome, language):
    sentence = outcome.sentence(language)
    assert sentence[0].isupper() and sentence.endswith(".")


def test_an_outcome_is_its_name():
    assert f"{Outcome.TOO_LATE}" == "too_late" == Outcome("too_late")


def test_progress_reaches_who_listens():
    heard = []

    class Listener:
        def step(self, what, done, total):
            heard.append((what, done, total))

    progress.step("unheard", 1, 2)
    with progress.shown_by(Listener()):
        progress.step("flying", 1, 2)
    progress.step("unheard", 2, 2)
    assert heard == [("flying", 1, 2)]


def test_seeds_depend_on_the_index_alone():
    first = generator(7, 3, 1).random(4)
    generator(7, 3, 0).random(100)
    assert np.array_equal(first, generator(7, 3, 1).random(4))
    assert not np.array_equal(first, generator(7, 3, 2).random(4))
    assert not np.array_equal(first, generator(8, 3, 1).random(4))
