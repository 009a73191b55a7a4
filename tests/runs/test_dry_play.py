"""A question played dry reads what its answer reads, makes nothing, and finds what lacks."""

from dataclasses import replace

import pytest

from twoplustwo.dossier import load
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import resolve
from twoplustwo.runs.ask import check_options, results
from twoplustwo.runs.dry_play import play_dry
from twoplustwo.stages import stage

from ..europe_cards import card

QUESTIONS = ["raid", "threat-timeline", "icbm-reach", "radar-view"]


@pytest.fixture(scope="module")
def full():
    return load("europe-2007")


def without(dossier, kind):
    kept = {p: said for p, said in dossier.parameters.items() if p.partition(".")[0] != kind}
    return replace(dossier, things={**dossier.things, kind: {}}, parameters=kept)


@pytest.mark.parametrize("name", QUESTIONS)
def test_it_reads_what_an_answer_reads(full, name):
    asked = card(name)
    held = resolve(full, Position("us"))
    (result,), (read,) = results(asked, [held], full, check_options(asked, {}, full))
    assert not isinstance(result, str)
    result.make()
    played = play_dry(asked, full)
    assert all(one.nothing for one in played)
    assert sorted(who for one in played for who in one.parties) == sorted(full.parties)
    assert read <= frozenset().union(*(one.read for one in played))


@pytest.mark.parametrize("name", [*QUESTIONS, "defended-footprint", "range-classes"])
def test_nothing_is_made_but_tables(full, name):
    stage.forget()
    before = {id(one): one.runs for one in stage._STAGES}
    play_dry(card(name), full)
    ran = [one for one in stage._STAGES if one.runs != before.get(id(one), 0)]
    assert all(one.of_tables for one in ran)


def test_everything_that_lacks_is_found_at_once(full):
    for kind in ("commit", "satellites"):
        dossier = without(full, kind)
        (one,) = play_dry(card("icbm-reach"), dossier)
        assert one.parties == tuple(sorted(full.parties))
        assert all(path.startswith(kind) for path in one.parameters)
    (one,) = play_dry(card("icbm-reach"), without(full, "commit"))
    assert {"commit.track_time", "commit.radar_track", "commit.decision_time"} <= {*one.parameters}


def test_a_kind_that_lacks_ends_the_play(full):
    (one,) = play_dry(card("icbm-reach"), without(full, "bases"))
    assert one.says == "the dossier has no bases, write bases/NAME.yaml"


def test_who_lacks_something_is_told_apart(full):
    path = "interceptors.gbi-2.burnout_speed"
    said = tuple(one for one in full.parameters[path] if full.party_of(one) == "us")
    assert said
    played = play_dry(card("icbm-reach"), replace(full, parameters={**full.parameters, path: said}))
    lacking = {one.parties: one.parameters for one in played}
    assert lacking[("us",)] == ()
    assert all(path in paths for parties, paths in lacking.items() if parties != ("us",))
