"""Which claim a party holds: every rule of the design, one test each."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from twoplustwo.dossier import load
from twoplustwo.dossier.choose import choose

GOOD = Path(__file__).parents[1] / "bad_dossiers" / "good"
DAY = date(2029, 6, 30)
SPEED, NUMBER = "interceptors.dart.burnout_speed", "interceptors.dart.number"


@pytest.fixture(scope="module")
def good():
    return load(GOOD)


def held(dossier, party, path, day=DAY):
    choice = choose(dossier, party, path, day)
    return (choice.claim.id if choice.claim else None, choice.how)


def test_own_comes_first(good):
    assert held(good, "east", SPEED) == ("east-2028", "own")
    assert held(good, "west", SPEED) == ("west-2029", "own")
    # a common claim stands beside it, said earlier or later
    assert held(good, "east", "interceptors.dart.single_shot_probability") == ("east-2028", "own")


def test_then_adopted(good):
    assert held(good, "west", "interceptors.dart.burn_time") == ("east-2028", "adopted")
    choice = choose(good, "west", "interceptors.dart.burn_time", DAY)
    assert choice.adoption.why == "nothing of its own was printed"


def test_then_common(good):
    path = "interceptors.dart.single_shot_probability"
    assert held(good, "west", path) == ("almanac", "common")
    assert held(good, "west", "bases.hill.missile") == ("almanac", "common")


def test_undisputed_is_common_for_others_and_own_for_its_party(good):
    assert held(good, "east", "missiles.heron.diameter") == ("east-2028", "own")
    assert held(good, "west", "missiles.heron.diameter") == ("east-2028", "common")


def test_no_other_road(good):
    path = "missiles.heron.payload"
    parties = {**good.parties, "east": replace(good.parties["east"], adopts=())}
    choice = choose(replace(good, parties=parties), "east", path, DAY)
    assert choice.claim is None
    assert "no speaker of east says anything, nothing is adopted" in choice.why
    assert choose(good, "east", "engagement.settle", DAY).why == ("nobody claims anything about it")


def test_as_of_filters_what_speakers_of_parties_said(good):
    assert held(good, "west", SPEED, date(2029, 2, 27)) == (None, "")
    # a bare month counts from its last day
    assert held(good, "west", SPEED, date(2029, 2, 28)) == ("west-2029", "own")
    why = choose(good, "west", SPEED, date(2029, 1, 1)).why
    assert "west-2029 was stated 2029-02, after 2029-01-01" in why


def test_claims_of_no_party_and_adoptions_always_count(good):
    assert held(good, "east", "missiles.heron.payload", date(1999, 1, 1)) == (
        "west-2029",
        "adopted",
    )
    path = "interceptors.dart.single_shot_probability"
    assert held(good, "west", path, date(1999, 1, 1)) == ("almanac", "common")


def test_superseded_once_the_later_claim_counts(good):
    assert held(good, "east", NUMBER) == ("east-2028", "own")
    assert held(good, "east", NUMBER, date(2029, 12, 30)) == ("east-2028", "own")
    assert held(good, "east", NUMBER, date(2029, 12, 31)) == ("east-2029", "own")


def test_a_superseded_claim_is_not_adopted_either(good):
    parties = dict(good.parties)
    adoption = replace(good.parties["west"].adopts[0], claim=f"{NUMBER}@east-2028")
    parties["west"] = replace(good.parties["west"], adopts=(adoption,))
    adopting = replace(good, parties=parties)
    only_east = {**good.parameters, NUMBER: good.parameters[NUMBER][:2]}
    adopting = replace(adopting, parameters=only_east)
    assert held(adopting, "west", NUMBER) == ("east-2028", "adopted")
    later = choose(adopting, "west", NUMBER, date(2030, 1, 1))
    assert later.claim is None and "east-2028 was superseded" in later.why


def test_two_left_are_chosen_between_by_name_alone(good):
    assert held(good, "west", NUMBER) == ("west-later", "own")
    parties = {**good.parties, "west": replace(good.parties["west"], chooses={})}
    choice = choose(replace(good, parties=parties), "west", NUMBER, DAY)
    assert choice.claim is None
    assert [one.id for one in choice.left] == ["west-early", "west-later"]
    # with only one of them said, there is nothing to choose
    assert held(replace(good, parties=parties), "west", NUMBER, date(2028, 12, 31)) == (
        "west-early",
        "own",
    )


def test_file_order_decides_nothing(good):
    turned = {path: claims[::-1] for path, claims in good.parameters.items()}
    other = replace(good, parameters=turned)
    for party in good.parties:
        for path in good.paths():
            assert held(good, party, path) == held(other, party, path)
