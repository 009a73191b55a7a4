"""Everything a dossier is asked by `run`: every question, every analysis, every party."""

from collections.abc import Iterator, Sequence

from twoplustwo.analysis.ask import ask
from twoplustwo.analysis.ranges.ranges import with_ranges
from twoplustwo.answers.answer import Answer
from twoplustwo.base import progress
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position, parse_position
from twoplustwo.question_cards.card import cards


def all_parties(dossier: Dossier) -> list[Position]:
    """One position a party, alphabetically: nobody comes first by default."""
    return [parse_position(party, dossier) for party in sorted(dossier.parties)]


def run_suite(
    dossier: Dossier, positions: Sequence[Position] | None = None
) -> Iterator[tuple[str, list[Answer]]]:
    """Ask every question and analysis, with the sets of options that its card lists.

    What compares positions is left out where there are too few of them.

    Parameters
    ----------
    dossier : Dossier
    positions : sequence of Position, optional
        All parties if none are given; one that is given twice is asked once.

    Yields
    ------
    question, answers
        As each is done, so that a caller can time and store them.
    """
    asked = list(dict.fromkeys(positions or all_parties(dossier)))
    fit = [card for card in cards().values() if card.positions <= len(asked)]
    every = [(card, options) for card in fit for options in card.plays]
    every.sort(key=lambda one: one[0].is_analysis)
    for i, (card, options) in enumerate(every):
        progress.step("questions", i, len(every))
        answers = ask(card.id, asked, dossier, **options)
        yield card.id, answers if card.is_analysis else with_ranges(answers, dossier, **options)
    progress.step("questions", len(every), len(every))
