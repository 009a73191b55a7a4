"""A dossier with measures beside its own: it holds the same, and reads nothing anew."""

from dataclasses import replace

import pytest

from twoplustwo.dossier import load, tables
from twoplustwo.dossier.find import locate
from twoplustwo.dossier.more_measures import OF_ALL_MEASURES, with_measures
from twoplustwo.dossier.regions import CELLS
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import resolve
from twoplustwo.search.worst import proof


@pytest.fixture
def korea():
    return load(locate("korea-2016"))


def another(dossier):
    first = next(iter(dossier.measures.values()))
    return replace(first, id="another")


def test_what_parties_hold_and_who_lives_where_is_remembered(korea, monkeypatch):
    (cells,) = {one.value.si for one in korea.parameters[CELLS]}
    people = korea.in_regions(cells)
    monkeypatch.setattr(tables, "read_table", lambda *_: pytest.fail("read anew"))
    more = with_measures(korea, [another(korea)])
    assert more.in_regions(cells) is people
    assert {*more.measures} == {*korea.measures, "another"} and "another" not in korea.measures


def test_a_measure_acts_as_in_a_dossier_that_has_it(korea):
    name = next(iter(korea.measures))
    whole = replace(korea, measures={**korea.measures, "another": another(korea)})
    more = with_measures(korea, [another(korea)])
    for party in sorted(korea.parties):
        resolve(korea, Position(party))  # something to remember
        by_hand = resolve(whole, Position(party, measures=("another",)))
        laid = resolve(more, Position(party, measures=("another",)))
        assert {p: v.value for p, v in laid.values.items()} == {
            p: v.value for p, v in by_hand.values.items()
        }
        own = resolve(korea, Position(party, measures=(name,)))
        assert {p: v.value for p, v in laid.values.items()} == {
            p: v.value for p, v in own.values.items()
        }


def test_what_depends_on_all_measures_is_not_remembered(korea):
    kinds = sorted({a.parameter.partition(".")[0] for a in another(korea).does})
    before = proof.shield(korea, kinds)
    assert OF_ALL_MEASURES in korea.memo
    assert proof.shield(with_measures(korea, [another(korea)]), kinds) != before
