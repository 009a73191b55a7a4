"""A measure on what nothing is computed with is told, with what is read beside it."""

from dataclasses import replace

import pytest

from twoplustwo.analysis.claims.idle_measures import idle_measures
from twoplustwo.dossier import load
from twoplustwo.question_cards.asked import Ask
from twoplustwo.runs.unanswerable import PlayedAsks, played_asks


@pytest.fixture(scope="module")
def full():
    return load("europe-2007")


@pytest.fixture(scope="module")
def played(full):
    return played_asks(full)


def acting(full, path, do="at_most", text="1"):
    """The dossier with one measure, which does this to `path`."""
    one = full.measures["freeze-2"]
    action = replace(one.does[0], parameter=path, do=do, text=text)
    return replace(full, measures={one.id: replace(one, does=(action,))})


def test_every_measure_of_a_packaged_dossier_acts_on_what_is_read(full, played):
    assert idle_measures(full, played) == []


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("missiles.*.published_range", "; range-classes shows it"),
        ("satellites.*.track_time_solid", "nothing is computed with it"),
    ],
)
def test_what_is_compared_and_never_computed_with(full, played, path, why):
    (one,) = idle_measures(acting(full, path, text="1 km"), played)
    assert one.warning
    assert one.what == f"measure freeze-2 acts on {path}, which no answer is computed with"
    assert "measures/freeze-2.yaml:" in one.where
    assert why in one.why
    assert one.fix.startswith("act on what is read: ")


def test_what_no_ask_reads_names_the_question_that_would(full, played):
    """As if nothing read the treaty but a question set aside."""
    path = "treaty.shorter_from"
    readers = {p: who for p, who in played.readers.items() if not p.startswith("treaty.")}
    aside = Ask("range-classes", "range-classes", {"owner": "iran"}, plays=())
    other = acting(full, path, text="1 km")
    dossier = replace(other, asks={**full.asks, aside.id: aside}, propositions={})
    (one,) = idle_measures(dossier, PlayedAsks([], readers, True))
    assert "range-classes, set aside by `plays: no`, does" in one.why
    assert idle_measures(dossier, PlayedAsks([], readers, False)) == []


def test_what_a_measure_brings_in_is_read_where_it_is_laid_over(full, played):
    path = "interceptors.gbi-2.ceiling"
    assert path not in played.readers
    assert idle_measures(acting(full, path, "set", "200 km"), played) == []
    assert len(idle_measures(acting(full, path, "at_most", "200 km"), played)) == 1
