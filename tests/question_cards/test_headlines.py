"""Which columns are headlines: the cards say so, and the questions give these and no others."""

import json
from pathlib import Path

import pytest

from twoplustwo.dossier import load
from twoplustwo.question_cards.card import cards
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.question_cards.headlines import headlines_of

GOLDEN = Path(__file__).parents[1] / "golden" / "headlines.json"
UNASKED = {"share_seen_alone"}  # only where `beside` names other radars


@pytest.mark.parametrize("name", [c.id for c in cards().values() if not c.is_analysis])
def test_a_card_marks_what_its_question_gives(name: str):
    """Held to what the questions give of europe-2007, as the guard against change has it."""
    dossier = load("europe-2007")
    called = {name, *(ask.id for ask in dossier.asks.values() if ask.question == name)}
    keys = [key.split() for key in json.loads(GOLDEN.read_text())]
    given = {key[-1] for key in keys if key[0] in called}
    marked = {*headlines_of(card_of(dossier, name))}
    assert given and given <= marked
    assert marked - given <= UNASKED
