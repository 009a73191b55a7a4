"""The second dossier: its answers by party."""

import re
from pathlib import Path

import pytest

from twoplustwo import dossier
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import resolve
from twoplustwo.runs.ask import ask

ROOT = Path(__file__).parents[2] / "dossiers"
PARTIES = ("china", "independent", "rok", "us")
VIEW = {"radar": "seongju", "owner": "north-korea", "beside": "kyogamisaki, shariki"}


def heads(answer):
    return {h.column: h.value for h in (answer.headline, *answer.headlines)}


@pytest.fixture(scope="module")
def korea():
    return dossier.load(ROOT / "korea-2016")


@pytest.fixture(scope="module")
def to_washington(korea):
    answers = ask("radar-view", PARTIES, korea, target="washington", **VIEW)
    return dict(zip(PARTIES, answers, strict=True))


def test_each_party_holds_the_range_that_it_printed(korea):
    """Own claims where there are any; the scholars' interval by its middle, marked as ours."""
    path = "radars.seongju.warhead_range"
    held = {party: resolve(korea, Position(party))[path] for party in PARTIES}
    assert {party: one.value for party, one in held.items()} == {
        "china": 2000e3,
        "independent": 1185e3,
        "rok": 700e3,
        "us": 1000e3,
    }
    assert {one.how for one in held.values()} == {"own"}
    assert {party for party, one in held.items() if one.point == "midpoint"} == {
        "independent",
        "rok",
    }


def test_the_longer_the_range_held_the_more_is_seen(korea, to_washington):
    seen = {party: heads(one)["share_seen"] for party, one in to_washington.items()}
    assert seen["rok"] == 0.0 < seen["us"] < seen["independent"] < seen["china"] < 1.0
    everywhere = [heads(one)["share_seen_own"] for one in to_washington.values()]
    assert everywhere == [*seen.values()]  # no other radar is the battery's own


def test_the_radar_adds_nothing_under_the_numbers_of_those_who_say_so(to_washington):
    alone = {party: heads(one)["share_seen_alone"] for party, one in to_washington.items()}
    assert alone["us"] == alone["rok"] == 0.0
    assert alone["china"] > alone["independent"] > 0.0


def test_the_proof_that_was_asked_for_leaves_little_in_view(korea):
    """At most 800 km, from the horizon up: of the flights to either city few."""
    capped, held = ask("radar-view", ["china+mode-proof", "china"], korea, **VIEW)
    assert 0.0 < heads(capped)["share_seen"] <= 0.2 < heads(held)["share_seen"]


def test_the_rule_of_the_site_hides_what_the_horizon_does_not(korea):
    low = "china+set:radars.seongju.min_elevation=0 deg"
    high = "china+set:radars.seongju.min_elevation=5 deg"
    answers = ask("radar-view", [low, high], korea, target="washington", **VIEW)
    zero, five = (heads(one)["share_seen"] for one in answers)
    assert 0.0 < five < zero


def test_no_party_holds_a_number_of_another_unsaid(korea):
    """What is held of somebody else stands in the party's file, with a reason."""
    for party in PARTIES:
        for path, one in resolve(korea, Position(party)).values.items():
            theirs = korea.party_of(korea.claim(one.claim))
            assert theirs in (None, party) or one.how == "adopted" or one.how == "common", path
            if one.how == "common" and theirs is not None:
                assert korea.claim(one.claim).undisputed, path


def test_every_measure_of_the_list_is_there_once(korea):
    said = [re.match(r"M-K(\d+)\.", one.note) for one in korea.measures.values()]
    assert sorted(int(one[1]) for one in said if one) == [*range(1, 15)]


def test_every_statement_of_the_list_is_there(korea):
    numbers = {int(one[1:3]) for one in korea.propositions if re.match(r"q\d\d", one)}
    assert numbers == {*range(1, 23)}


def test_forward_based_mode_sees_what_is_feared_whoever_holds_what(korea):
    """The other mode of the same antenna, from the horizon up, is the same for all parties."""
    forward = "set:radars.seongju.operating_mode=forward+set:radars.seongju.min_elevation=0 deg"
    answers = ask(
        "radar-view",
        [f"{party}+{forward}" for party in PARTIES],
        korea,
        target="washington",
        **VIEW,
    )
    seen = {heads(one)["share_seen"] for one in answers}
    assert len(seen) == 1 and seen.pop() > 0.5
