"""Asking about one threat or one shield of a dossier: what it leaves out counts for nothing."""

from dataclasses import replace

import numpy as np
import pytest

from twoplustwo.base.errors import OptionError
from twoplustwo.dossier.models import Thing
from twoplustwo.question_cards.asked import Ask
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.runs.ask import ask, check_options

SOUTH = {"owner": "iran", "launch-areas": "semnan", "missiles": "shahab-3 irbm"}
ICBMS = {"owner": "russia", "bases": "vypolzovo kozelsk", "targets": "washington"}
BARE = {"interceptors": "gbi-2", "radars": "", "satellites": ""}
WHOLE = {"interceptors": "gbi-2"}


def with_things(europe, kind, **structures):
    """The dossier with named things that have plain keys only."""
    made = {
        name: Thing(kind, name, f"{kind}.{name}", {"en": name}, keys, f"{kind}/{name}.yaml", 1)
        for name, keys in structures.items()
    }
    return replace(europe, things={**europe.things, kind: made})


@pytest.fixture(scope="module")
def threatened(europe):
    more = with_things(
        europe, "threats", south=SOUTH, icbms=ICBMS, to_us={"owner": "iran", "regions": "us"}
    )
    return with_things(more, "shields", bare=BARE, whole=WHOLE)


def test_only_the_flights_of_the_threat_count(europe, threatened):
    (every,) = ask("icbm-reach", ["us"], europe)
    (some,) = ask("icbm-reach", ["us"], threatened, threat="icbms")
    assert {*zip(some.rows.column("base"), some.rows.column("target"), strict=True)} == {
        ("kozelsk", "washington"),
        ("vypolzovo", "washington"),
    }
    chosen = [
        i
        for i, pair in enumerate(
            zip(every.rows.column("base"), every.rows.column("target"), strict=True)
        )
        if pair in (("kozelsk", "washington"), ("vypolzovo", "washington"))
    ]
    for name in ("latest_launch_s", "margin_s", "closing_speed_m_s"):
        ours, theirs = some.rows.column(name), every.rows.column(name)[chosen]
        assert np.array_equal(ours, theirs, equal_nan=True)


def test_who_and_whence_and_whom(threatened):
    (some,) = ask("defended-footprint", ["us"], threatened, threat="south")
    flown = some.tables["threats"]
    assert {*zip(flown.column("missile"), flown.column("launch_area"), strict=True)} == {
        ("shahab-3", "semnan"),
        ("irbm", "semnan"),
    }
    (whole,) = ask("defended-footprint", ["us"], threatened)
    (there,) = ask("defended-footprint", ["us"], threatened, threat="to_us")
    said = {h.column: h for h in (there.headline, *there.headlines)}
    was = {h.column: h.value for h in (whole.headline, *whole.headlines)}
    assert said["coverage_us"].value == was["coverage_us"]
    assert said["coverage_europe"].value is None
    assert "is not meant for it" in said["coverage_europe"].sentence["en"]


def test_a_threat_brings_its_owner_and_a_shield_its_interceptor(threatened):
    card = card_of(threatened, "defended-footprint")
    chosen = check_options(card, {"threat": "south", "shield": "whole"}, threatened)
    assert (chosen["owner"], chosen["interceptor"]) == ("iran", "gbi-2")
    with pytest.raises(OptionError) as caught:
        check_options(card, {"threat": "icbms", "owner": "iran"}, threatened)
    assert "owner = 'iran', but the threat icbms is of russia" in str(caught.value)
    assert "leave the option out" in str(caught.value)
    with pytest.raises(OptionError) as caught:
        check_options(card, {"threat": "sout"}, threatened)
    assert "no such thing under threats" in str(caught.value)
    assert "south" in str(caught.value)


def test_the_words_of_an_ask_go_before_what_its_shield_brings(europe):
    first = with_things(europe, "shields", two={"interceptors": "gbi-2 other"})
    both = with_things(first, "interceptors", **{n: {} for n in ("gbi-2", "other", "third")})
    alone = with_things(both, "shields", two={"interceptors": "gbi-2 other"}, one=WHOLE)
    options = {"shield": "two", "interceptor": "other"}
    asked = replace(
        alone, asks={"mine": Ask("mine", "reach", options), "plain": Ask("plain", "reach")}
    )

    def chosen(ask, **said):
        found = check_options(card_of(asked, ask), {"capital": "washington", **said}, asked)
        return found["interceptor"]

    assert chosen("mine") == "other"
    assert chosen("mine", shield="one") == "gbi-2"  # the ask's is none of that shield
    assert chosen("mine", interceptor="gbi-2") == "gbi-2"
    assert chosen("plain", shield="two") == "gbi-2"


def test_a_shield_has_its_own_sensors(europe, threatened):
    (every,) = ask("icbm-reach", ["us"], europe)
    (whole,) = ask("icbm-reach", ["us"], threatened, shield="whole")
    assert whole.headline.value == every.headline.value
    assert {a.parameter for a in whole.assumptions} == {a.parameter for a in every.assumptions}
    (bare,) = ask("icbm-reach", ["us"], threatened, shield="bare")
    read = {a.parameter.partition(".")[0] for a in bare.assumptions}
    assert not read & {"radars", "satellites"}
    chains = {*bare.rows.column("commit_chain")} - {None, ""}
    assert not chains & {"boost_cue", "radar_track", "remote", "joint"}


def test_without_threats_there_is_no_option(europe):
    assert not {"threat", "shield"} & {*card_of(europe, "icbm-reach").options}
