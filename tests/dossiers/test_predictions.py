"""Predictions and happenings: the plain keys, the years and the dates of their claims agree."""

import pytest

from twoplustwo.dossier.dates import last_day
from twoplustwo.questions.threat_timeline.predictions import predictions, year_of

SIGN = {"by": "<", "not-before": ">"}


def test_every_prediction_says_its_years_in_the_sense_of_its_file(europe):
    said = predictions(europe)
    assert len(said) == len(europe.things["predictions"]) >= 24
    for one in said:
        text = one.claim.value.text
        if one.sense == "window":
            assert one.low < one.high and one.claim.value.interval and text[0] not in "<>", one.id
        elif one.sense in SIGN:
            assert text.startswith(SIGN[one.sense]) or ".." in text, one.id
            assert one.bound > one.stated, one.id  # a bound in the past would speak of nothing
        else:
            assert one.low == one.high, one.id


def test_every_prediction_is_some_partys_or_adopted(europe):
    adopted = {a.claim for p in europe.parties.values() for a in p.adopts}
    for one in predictions(europe):
        assert one.party in europe.parties or one.claim.key in adopted, one.id


def test_no_prediction_was_said_after_the_end_of_the_records(europe):
    (until,) = europe.parameters["records.until"]
    assert max(one.stated for one in predictions(europe)) < until.value.best


def test_dates_of_happenings_are_those_of_the_calendar(europe):
    for name in europe.things["happenings"]:
        (date,) = europe.parameters[f"happenings.{name}.date"]
        assert date.value.best == pytest.approx(year_of(last_day(date.since)), abs=0.04), name
        assert europe.party_of(date) is None, name  # a fact of the record, of nobody's side


def test_the_plans_of_the_shield_lie_where_they_were_printed(europe):
    plans = {c.id: c.value.best for c in europe.parameters["deployment.ready"]}
    assert set(plans.values()) == {2011.0, 2012.0, 2013.0}
    assert plans["crs-2007"] == plans["obering-2008"] == 2013.0
