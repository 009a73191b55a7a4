"""The measures of the dispute: what each bounds, moves, and could be verified by."""

import re

import pytest

from twoplustwo.dossier.measures import BOUNDS, WORDS_ALONE
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import resolve

KEPT_BY = "compilers"


def held(europe, party, *measures):
    found = resolve(europe, Position(party, measures=measures))
    values = {path: (item.value, item.low, item.high) for path, item in found.values.items()}
    return values, found.masks, found.removed


def test_all_twenty_are_there_and_each_says_which_it_is(europe):
    numbers = {int(n) for m in europe.measures.values() for n in re.findall(r"\bM(\d+)\b", m.note)}
    assert set(range(1, 21)) <= numbers


def test_every_bound_of_the_list_is_bounded_by_something(europe):
    assert {m.bounds for m in europe.measures.values()} == set(BOUNDS)


def test_what_does_nothing_is_words_alone_or_says_why(europe):
    for measure in europe.measures.values():
        if not measure.does:
            assert measure.bounds in WORDS_ALONE or measure.why, measure.id
        if measure.bounds == "nothing physical":
            assert not measure.does, measure.id


def test_each_says_in_two_languages_what_verifies_it(europe):
    for measure in europe.measures.values():
        assert set(measure.verified) == {"en", "ru"}, measure.id
        assert set(measure.name) == {"en", "ru"}, measure.id
        assert measure.id not in measure.verified_by


def test_each_has_a_proposer_with_a_source_or_is_the_compilers(europe):
    for measure in europe.measures.values():
        assert measure.source in europe.sources or measure.by == KEPT_BY, measure.id


def test_each_with_a_handle_moves_something_that_somebody_holds(europe):
    before = {party: held(europe, party) for party in europe.parties}
    for measure in europe.measures.values():
        moved = [p for p in europe.parties if held(europe, p, measure.id) != before[p]]
        # a cap on the number moves nothing while everybody holds that very number
        caps_what_is_held = measure.id == "ten-at-most"
        assert bool(moved) == (bool(measure.does) and not caps_what_is_held), measure.id


@pytest.mark.parametrize("party", ["independent", "russia", "us"])
def test_the_radar_is_masked_where_russia_lies_and_not_where_iran_does(europe, party):
    _, masks, _ = held(europe, party, "radar-mask-east")
    ((low, high),) = masks["radars.emr.boresight"]
    from math import degrees

    assert degrees(low) == pytest.approx(2.0)
    assert degrees(high) == pytest.approx(99.0)


def test_the_cap_of_1997_is_three_kilometres_a_second(europe):
    for party in europe.parties:
        values, _, _ = held(europe, party, "speed-cap-3")
        assert values["interceptors.gbi-2.burnout_speed"][0] == pytest.approx(3000.0)


def test_freezes_add_their_years(europe):
    for party in europe.parties:
        none = held(europe, party)[0]["deployment.freeze"][0]
        for years in (2, 5, 10):
            frozen = held(europe, party, f"freeze-{years}")[0]["deployment.freeze"][0]
            assert frozen - none == pytest.approx(float(years), rel=1e-9)
