"""A design judged: each party's tests by its own numbers, extremes over all positions."""

from types import SimpleNamespace

import pytest

from twoplustwo.analysis.common_ground.designs import Design
from twoplustwo.analysis.common_ground.judge import Judge, Judged
from twoplustwo.analysis.common_ground.tests import StatedTest
from twoplustwo.base.criterion import Criterion
from twoplustwo.dossier.models import Acceptance
from twoplustwo.positions.position import Position

from ..europe_cards import card

QUESTION, COLUMN = "icbm-reach", "share_reachable"
VALUES = {"east": 0.2, "west": 0.6}


def judged(*tests: StatedTest) -> Judged:
    """The plan as proposed, asked under two positions whose values are known."""
    judge = Judge.__new__(Judge)
    judge.positions, judge.tests = [Position(party) for party in VALUES], tests
    judge.evaluators = {
        QUESTION: SimpleNamespace(
            at=lambda some: [SimpleNamespace(values={COLUMN: VALUES[p.party]}) for p in some]
        )
    }
    return judge.judge_design(Design(()), worst=False)


def states(party: str, text: str) -> StatedTest:
    accepts = Acceptance(QUESTION, Criterion.parse(f"{COLUMN} {text}"), "assumed")
    return StatedTest(party, accepts, card(QUESTION))


@pytest.mark.parametrize(
    ("party", "text", "holds"),
    [
        ("east", "<= 50 %", True),
        ("west", "<= 50 %", False),
        ("east", ">= 50 %", False),
        ("west", ">= 50 %", True),
    ],
)
def test_a_test_is_held_against_the_numbers_of_the_party_that_states_it(party, text, holds):
    one = judged(states(party, text))
    assert one.holds_own == (holds,)
    assert one.passes_own is holds


def test_every_test_must_hold():
    both = judged(states("east", "<= 50 %"), states("west", "<= 50 %"))
    assert both.holds_own == (True, False)
    assert both.passes_own is False
    assert judged().passes_own is None  # nobody states one


def test_least_and_most_are_over_all_positions():
    one = judged()
    assert (one.least((QUESTION, COLUMN)), one.most((QUESTION, COLUMN))) == (0.2, 0.6)
    assert one.least((QUESTION, "no_such_column")) is None
    assert one.party == {"east": "east", "west": "west"}
