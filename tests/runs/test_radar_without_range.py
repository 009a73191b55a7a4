"""A radar of which no range is held: what lacks is the range that is claimed, or will be."""

from dataclasses import replace

import pytest

from twoplustwo.base.errors import OptionError
from twoplustwo.dossier import load
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.runs.ask import ask, check_options
from twoplustwo.runs.unanswerable import unanswerable_asks

PATH, OTHER = "radars.seongju.warhead_range", "radars.seongju.reach"


@pytest.fixture(scope="module")
def korea():
    """Without the range by target size and dwell, which is claimed there too."""
    full = load("korea-2016")
    kept = {path: said for path, said in full.parameters.items() if not path.startswith(OTHER)}
    return replace(full, parameters=kept)


def test_a_range_not_yet_said_is_told_as_such(korea):
    later = tuple(one for one in korea.parameters[PATH] if korea.party_of(one) == "china")
    assert later and all(one.stated > "2009" for one in later)
    dossier = replace(korea, parameters={**korea.parameters, PATH: later})
    (answer,) = ask("radar-view", ["china@2009-01"], dossier)
    said = answer.headline.sentence
    assert "not yet said on 2009-01-31" in said["en"] and f"({PATH})" in said["en"]
    assert "ещё не сказано" in said["ru"]


def test_a_range_that_others_claim_can_be_adopted(korea):
    claims = tuple(one for one in korea.parameters[PATH] if korea.party_of(one) == "us")
    assert claims
    dossier = replace(korea, parameters={**korea.parameters, PATH: claims})
    told = [one for one in unanswerable_asks(dossier) if PATH in one.what]
    assert told and not any(OTHER in str(one) for one in told)
    assert "china" in told[0].what
    assert f"claim: {claims[0].key}, status: assumed" in told[0].fix


def test_what_is_played_is_proposed_where_nothing_says_which_is_meant(korea):
    asked = card_of(korea, "certainty")
    rule = {name: one for name, one in asked.options["of"].items() if name != "default"}
    asks = {"aside": replace(next(iter(korea.asks.values())), id="aside", plays=())}
    dossier = replace(korea, asks={**asks, **korea.asks})
    with pytest.raises(OptionError) as caught:
        check_options(replace(asked, options={"of": rule}), {}, dossier)
    assert "aside" not in str(caught.value)
    assert "write -o of=" in str(caught.value)
