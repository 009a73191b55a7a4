"""What things are called decides nothing: under other names every number is the same to the bit."""

from pathlib import Path

import numpy as np
import pytest

from twoplustwo.dossier import load
from twoplustwo.question_cards.for_dossier import cards_of
from twoplustwo.runs.ask import ask

from .renamed import THINGS, renamed_copy

KOREA = Path(__file__).parents[2] / "dossiers/korea-2016"
ASKS = [name for name, card in cards_of(load(KOREA)).items() if not card.is_analysis]


@pytest.fixture(scope="module")
def korea():
    return load(KOREA)


@pytest.fixture(scope="module")
def other(tmp_path_factory):
    """The same under other names, and how it calls them."""
    copy, renamed = renamed_copy(KOREA, tmp_path_factory.mktemp("renamed"))
    return load(copy), renamed


def numbers(answer, renamed=str):
    """Headlines by name, and every column of numbers, whatever the order of its rows.

    Columns are called for regions, threat_year_south_korea for instance.
    """
    found = {renamed(h.column): (h.value, h.holds) for h in (answer.headline, *answer.headlines)}
    for name, table in {"rows": answer.rows, **answer.tables}.items():
        for column in table.names:
            values = table.column(column)
            if values.dtype.kind in "fib":
                found[name, renamed(column)] = np.sort(values).tobytes()
    return found


def test_nothing_is_called_as_it_was(korea, other):
    dossier, _ = other
    for kind, things in korea.things.items():
        if kind in THINGS and things:
            assert not {*things} & {*dossier.things[kind]}, kind
    for of in ("parties", "regions", "measures", "propositions"):
        assert getattr(korea, of), of
        assert not {*getattr(korea, of)} & {*getattr(dossier, of)}, of
    assert {*korea.speakers} & {*dossier.speakers} == {"compilers"}  # of what all include


def test_the_asks_read_every_kind_of_thing():
    assert {"radar-view", "footprint", "icbm-reach", "range-classes", "raid"} <= {*ASKS}


@pytest.mark.parametrize("name", ASKS)
def test_every_number_is_the_same(name, korea, other):
    dossier, renamed = other
    parties = sorted(korea.parties)
    before = ask(name, parties, korea)
    after = ask(name, [renamed(party) for party in parties], dossier)
    for one, two in zip(before, after, strict=True):
        assert numbers(two) == numbers(one, renamed), one.position


def test_a_sentence_says_the_new_names(other):
    dossier, renamed = other
    (answer,) = ask("radar-view", [renamed("us")], dossier)
    said = " ".join(h.sentence["en"] for h in (answer.headline, *answer.headlines))
    assert f"X {renamed('seongju')}" in said
    assert "Seongju" not in said


def test_two_states_under_other_names(islands, islands_folder, tmp_path):
    copy, renamed = renamed_copy(islands_folder, tmp_path)
    other = load(copy)
    for kind, things in islands.things.items():
        if kind in THINGS:
            assert not {*things} & {*other.things[kind]}, kind
    parties = sorted(islands.parties)
    for name in ("who-is-covered", "what-the-radar-sees", "can-it-be-met"):
        before = ask(name, parties, islands)
        after = ask(name, [renamed(party) for party in parties], other)
        for one, two in zip(before, after, strict=True):
            assert numbers(two) == numbers(one, renamed), (name, one.position)
