"""A dossier without any thing of a kind: each answer says what it would take, none is a fault."""

from dataclasses import replace

import pytest

from twoplustwo.base.errors import OptionError
from twoplustwo.dossier import load
from twoplustwo.runs.ask import ask


def without(kind):
    """The packaged dossier without the things of a kind, and without claims about them."""
    full = load("europe-2007")
    kept = {p: said for p, said in full.parameters.items() if p.partition(".")[0] != kind}
    return replace(full, things={**full.things, kind: {}}, parameters=kept)


@pytest.mark.parametrize(
    ("kind", "question"),
    [
        ("bases", "icbm-reach"),
        ("bases", "radar-view"),
        ("targets", "radar-view"),
        ("launch-areas", "defended-footprint"),
    ],
)
def test_a_kind_left_out_is_said_with_the_file_to_write(kind, question):
    (answer,) = ask(question, ["us"], without(kind))
    assert answer.headline.sentence["en"] == (
        f"Not answerable: the dossier has no {kind}, write {kind}/NAME.yaml."
    )
    assert f"в досье нет {kind}" in answer.headline.sentence["ru"]


@pytest.mark.parametrize(
    ("kind", "needed"),
    [
        ("sites", "sites.redzikowo.location"),
        ("commit", "commit.boost_cue"),
    ],
)
def test_so_is_a_number_of_it(kind, needed):
    (answer,) = ask("icbm-reach", ["us"], without(kind))
    assert f"no claim of {needed}" in answer.headline.sentence["en"]


def test_an_option_that_nothing_can_fill():
    with pytest.raises(OptionError) as caught:
        ask("radar-view", ["us"], without("radars"), radar="eye")
    assert "the dossier has no such thing under radars" in str(caught.value)
    assert "write radars/NAME.yaml" in str(caught.value)
