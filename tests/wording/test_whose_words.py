"""What somebody predicted stays theirs, whatever else is held: no mixture has it."""

from dataclasses import replace

import pytest

from twoplustwo.analysis.ask import ask
from twoplustwo.analysis.claims.bind import BoundQuestion, RowCriterion
from twoplustwo.analysis.claims.deciding import DecidingNumbers, PropositionAt
from twoplustwo.base.criterion import Criterion as Predicate
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import resolve
from twoplustwo.runs.ask import ask as run
from twoplustwo.runs.ask import check_options

from ..europe_cards import card

QUESTION, WRONG = "threat-timeline", "mean_years_wrong"


def own(europe, party):
    (answer,) = run(QUESTION, [party], europe)
    return {h.column: h.value for h in (answer.headline, *answer.headlines)}


def test_a_comparison_shows_no_score_as_another_partys(europe):
    (answer,) = ask("divergence", ["us", "russia"], europe, of=QUESTION)
    us, russia = own(europe, "us"), own(europe, "russia")
    pairs = {
        r["headline"]: (r["first_value"], r["second_value"])
        for r in answer.table("pairs").records()
    }
    assert us[WRONG] != russia[WRONG] and WRONG not in pairs
    assert pairs["threat_year_us"] == (us["threat_year_us"], russia["threat_year_us"])


@pytest.mark.parametrize("known", [False, True])
def test_a_statement_about_scores_is_looked_at_for_each_party(europe, known):
    """Two parties with the very same values, together or one after the other."""
    us = resolve(europe, Position("us"))
    russia = replace(us, position=Position("russia"))
    looks = DecidingNumbers(
        europe,
        {"x": RowCriterion("x", Predicate.parse(f"{WRONG} <= 1 year"), False, None, "", True)},
    )
    options = tuple(check_options(card(QUESTION), {}, europe).items())
    asks = [
        PropositionAt("x", BoundQuestion(QUESTION, options, (), ()), one) for one in (us, russia)
    ]
    some = [[asks[0]], [asks[1]]] if known else [asks]
    found = [seen.value for part in some for seen in looks.at(part)]
    assert found[0] == own(europe, "us")[WRONG] and found[1] != found[0]


def test_answers_with_different_words_have_different_names(europe):
    same = [("records.until", "2020")]
    things = [("missiles.irbm.available", "2015"), ("missiles.icbm-liquid.available", "2015")]
    sets = "".join(f"+set:{path}={text}" for path, text in (*same, *things))
    us, russia = run(QUESTION, [f"us{sets}", f"russia{sets}"], europe)
    assert len(us.rows) != len(russia.rows) and us.id != russia.id
