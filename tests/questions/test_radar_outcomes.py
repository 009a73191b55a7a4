"""What the outcomes of radar-view count: the flights that its headline is a share of."""

import pytest

from twoplustwo.question_cards.card import card
from twoplustwo.runs.ask import ask


@pytest.mark.parametrize("radar", ["", "emr", "forward"])
def test_outcomes_count_the_flights_that_the_first_headline_is_a_share_of(europe, radar):
    """Flights from the launch areas are others: they were counted among them once."""
    options = {"radar": radar} if radar else {}
    for answer in ask("radar-view", ["independent", "us"], europe, **options):
        counted = {name: n for name, n in answer.outcomes.items() if n}
        cannot = counted.pop("threat_cannot_reach", 0)
        flown = sum(counted.values())
        assert counted.get("in_view", 0) == round(answer.headline.value * flown)
        assert f"Of {flown} flights from the bases" in answer.headline.sentence["en"] or (
            f"of {flown} flights from the bases" in answer.headline.sentence["en"]
        )
        assert (
            f"in {cannot} of them the missile cannot fly so far" in answer.headline.sentence["en"]
        )


def test_what_they_count_is_said():
    assert card("radar-view").counted["en"].startswith("Flights from the bases counted")
    assert card("radar-view").counted["ru"].startswith("Сосчитаны полёты с баз")
