"""Which claim a party holds: every rule of the design, one test each."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from twoplustwo.dossier import load
from twoplustwo.dossier.choose import choose
from twoplustwo.positions.claimed import hull

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


FLIGHT = "engagement.max_flight"


@pytest.fixture
def adding(tmp_path):
    """The good dossier with one claim more about what the folder that it includes has."""

    def _adding(claim, party=""):
        for name in ("good", "good-common"):
            shutil.copytree(GOOD.parent / name, tmp_path / name)
        (tmp_path / "good/engagement.yaml").write_text(f"max_flight:\n  {claim}\n")
        if party:
            file = tmp_path / "good/parties/east.yaml"
            file.write_text(file.read_text() + party)
        return load(tmp_path / "good")

    return _adding


def test_the_compilers_of_the_dossier_go_before_those_of_what_it_includes(adding):
    own = "own: {by: scribes, value: 700 s, stated: 2030, source: scribes-notes, status: assumed}"
    mine = adding(own)
    assert [one.id for one in mine.parameters[FLIGHT]] == ["own", "scribes"]
    assert held(mine, "east", FLIGHT) == held(mine, "west", FLIGHT) == ("own", "common")
    assert choose(mine, "east", FLIGHT, DAY).claim.file == "good/engagement.yaml"
    # nobody can hold what gives way, so it makes no range either
    assert hull(mine, FLIGHT, DAY) == (700.0, 700.0)


def test_so_does_what_was_printed(adding):
    printed = "book: {by: almanac, value: 600 s, stated: 2029, source: almanac-2029, status: read}"
    assert held(adding(printed), "west", FLIGHT) == ("book", "common")


def test_a_party_may_still_choose_what_is_included(adding):
    own = "own: {by: scribes, value: 700 s, stated: 2030, source: scribes-notes, status: assumed}"
    mine = adding(own, f"chooses: {{{FLIGHT}: {FLIGHT}@scribes}}\n")
    assert held(mine, "east", FLIGHT) == ("scribes", "common")
    assert held(mine, "west", FLIGHT) == ("own", "common")
    assert hull(mine, FLIGHT, DAY) == (500.0, 900.0)


def test_a_claim_of_a_party_is_chosen_as_always(adding):
    said = "east: {by: east-office, value: 600 s, stated: 2028, source: east-paper, status: read}"
    mine = adding(said)
    assert held(mine, "east", FLIGHT) == ("east", "own")
    assert held(mine, "west", FLIGHT) == ("scribes", "common")


def test_no_other_road(good):
    path = "missiles.heron.payload"
    parties = {**good.parties, "east": replace(good.parties["east"], adopts=())}
    choice = choose(replace(good, parties=parties), "east", path, DAY)
    assert choice.claim is None
    assert "no speaker of east says anything, nothing is adopted" in choice.why
    assert choose(good, "east", "engagement.settle", DAY).why == ("nobody claims anything about it")


def test_what_is_said_in_the_dispute_counts_from_its_day(good):
    assert held(good, "west", SPEED, date(2029, 2, 27)) == (None, "")
    # a bare month counts from its last day
    assert held(good, "west", SPEED, date(2029, 2, 28)) == ("west-2029", "own")
    choice = choose(good, "west", SPEED, date(2029, 1, 1))
    assert choice.not_yet.id == "west-2029"
    assert choice.why == (
        "not yet said on 2029-01-01; west-2029 counts from 2029-02-28, stated 2029-02"
    )
    assert choice.why.words["ru"].startswith("на 2029-01-01 ещё не сказано; west-2029 учитывается")


def test_what_a_party_adopts_counts_from_its_day_too(good):
    path = "missiles.heron.payload"
    assert held(good, "east", path, date(2029, 2, 27)) == (None, "")
    assert held(good, "east", path, date(2029, 2, 28)) == ("west-2029", "adopted")
    assert choose(good, "east", path, date(2029, 2, 27)).not_yet.id == "west-2029"


def test_an_adoption_with_a_day_of_its_own_counts_from_the_later_one(good):
    path, taken = "missiles.heron.payload", date(2029, 5, 9)
    (adoption,) = good.parties["east"].adopts
    later = replace(adoption, stated="2029-05-09", stated_day=taken)
    parties = {**good.parties, "east": replace(good.parties["east"], adopts=(later,))}
    dossier = replace(good, parties=parties)
    assert held(dossier, "east", path, date(2029, 5, 8)) == (None, "")
    assert held(dossier, "east", path, taken) == ("west-2029", "adopted")
    # whose own it is holds it from the day it was said
    assert held(dossier, "west", path, date(2029, 2, 28)) == ("west-2029", "own")


def test_what_describes_a_thing_counts_whatever_the_day(good):
    path = "interceptors.dart.single_shot_probability"
    assert held(good, "west", path, date(1999, 1, 1)) == ("almanac", "common")
    assert held(good, "west", "missiles.heron.loft", date(1999, 1, 1)) == ("scribes", "common")


def test_a_description_that_a_party_adopts_becomes_a_statement(good):
    """For all parties alike: what one stands on is said in the dispute."""
    path = "interceptors.dart.single_shot_probability"
    one = replace(good.parties["west"].adopts[0], claim=f"{path}@almanac")
    west = replace(good.parties["west"], adopts=(*good.parties["west"].adopts, one))
    dossier = replace(good, parties={**good.parties, "west": west})
    assert held(dossier, "west", path, date(2035, 12, 30)) == (None, "")
    assert held(dossier, "west", path, date(2035, 12, 31)) == ("almanac", "adopted")
    # what always counts stays so, whoever adopts it
    two = replace(one, claim="missiles.heron.loft@scribes")
    west = replace(west, adopts=(two,))
    dossier = replace(good, parties={**good.parties, "west": west})
    assert held(dossier, "west", "missiles.heron.loft", date(1999, 1, 1)) == ("scribes", "adopted")


@pytest.mark.parametrize(("counts", "by_then"), [("always", "almanac"), ("when-said", None)])
def test_a_claim_says_itself_from_when_it_counts(good, counts, by_then):
    path = "interceptors.dart.single_shot_probability"
    claims = tuple(
        replace(one, counts=counts) if one.id == "almanac" else one for one in good.parameters[path]
    )
    dossier = replace(good, parameters={**good.parameters, path: claims})
    assert held(dossier, "west", path, date(2020, 1, 1))[0] == by_then
    assert held(dossier, "west", path, date(2036, 1, 1))[0] == "almanac"


def test_who_always_counts_may_speak_for_a_party(good):
    speakers = {**good.speakers}
    speakers["west-minister"] = replace(speakers["west-minister"], counts="always")
    assert held(replace(good, speakers=speakers), "west", SPEED, date(1999, 1, 1))[1] == "own"


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
