"""Bind guarantees to the present engine and claims of europe-2007; `make proven` tests them."""

from pathlib import Path

import yaml

import twoplustwo.search.worst
from twoplustwo.dossier import load
from twoplustwo.dossier.find import locate
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.for_dossier import cards_of
from twoplustwo.runs.evaluate import Evaluator
from twoplustwo.search.worst import proof

HEAD = """# With which engine and claims directions and steepness of each question were tested.
# Written by `make proven` after these tests have passed; anything else is searched, no guarantee.
"""


def record() -> dict[str, dict[str, object]]:
    """Engine, claims and kinds of things of every question that has directions."""
    europe = load(locate("europe-2007"))
    found = {}
    for card in cards_of(europe).values():
        if card.is_analysis or not card.directions:
            continue
        evaluator = Evaluator(card.id, europe)
        evaluator.at([Position(party) for party in sorted(europe.parties)])
        kinds = proof.kinds_of(europe, evaluator.read)
        found[card.question] = {
            "engine": proof.engine(),
            "claims": proof.shield(europe, kinds),
            "kinds": kinds,
        }
    return found


if __name__ == "__main__":
    home = Path(next(iter(twoplustwo.search.worst.__path__)))
    (home / proof.RECORD).write_text(HEAD + yaml.safe_dump(record()), encoding="utf-8")
