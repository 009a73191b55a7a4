"""What a position reads, and whether it is answerable, never depends on who is asked beside it."""

from dataclasses import replace

import pytest
from tests.questions.test_neutrality import bits

from twoplustwo.runs.ask import ask

OTHER_SITE, OTHER_MISSILE = "us+site-turkey", "us+set:bases.kozelsk.missile=icbm-solid"
QUESTIONS = (
    "icbm-reach",
    "defended-footprint",
    "radar-view",
    "range-classes",
    "raid",
    "threat-timeline",
)


def without(dossier, path):
    """The dossier with no claim of one parameter."""
    kept = {name: claims for name, claims in dossier.parameters.items() if name != path}
    return replace(dossier, parameters=kept)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_company_does_not_change_what_is_read(europe, question):
    (alone,) = ask(question, ["us"], europe)
    crowd = ask(question, [OTHER_SITE, OTHER_MISSILE, "us"], europe)
    assert bits(crowd[-1]) == bits(alone)
    assert crowd[-1].assumptions == alone.assumptions
    assert crowd[-1].id == alone.id


def test_a_site_read_elsewhere_is_none_of_its_business(europe):
    gone = without(europe, "sites.incirlik.location")
    ours, theirs = ask("icbm-reach", ["us", OTHER_SITE], gone)
    assert ours.headline.value is not None
    assert "sites.incirlik.location" in theirs.headline.sentence["en"]


def test_a_missile_flown_elsewhere_is_none_of_its_business(europe):
    gone = without(europe, "missiles.icbm-solid.payload")
    ours, theirs = ask("icbm-reach", ["us", OTHER_MISSILE], gone)
    assert ours.headline.value is not None
    assert "missiles.icbm-solid.payload" in theirs.headline.sentence["en"]
