"""Everything a dossier is asked by `run`: every question, every analysis, every party."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from twoplustwo.analysis.ask import ask
from twoplustwo.analysis.ranges.ranges import with_ranges
from twoplustwo.answers.answer import Answer
from twoplustwo.base import progress
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position, parse_position
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.for_dossier import cards_of
from twoplustwo.runs.headline_values import headline_values


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
    fit = [card for card in cards_of(dossier).values() if card.positions <= len(asked)]
    fit.sort(key=lambda card: card.is_analysis)
    every = [(card, options) for card in fit for options in plays(card, asked, dossier)]
    for i, (card, options) in enumerate(every):
        progress.step("questions", i, len(every))
        answers = ask(card.id, asked, dossier, **options)
        yield card.id, answers if card.is_analysis else with_ranges(answers, dossier, **options)
    progress.step("questions", len(every), len(every))


def plays(
    card: Card, positions: Sequence[Position], dossier: Dossier
) -> Sequence[Mapping[str, str]]:
    """The sets of options with which `run` asks a question or analysis.

    An analysis may be asked of every question that stands on the first page as an answer, or of
    every one to which the positions give different answers.
    """
    if not card.plays_about:
        return card.plays
    about = [one for one in cards_of(dossier).values() if not one.is_analysis and _can(one)]
    if card.plays_about == "answers":
        about = [one for one in about if one.first_page.get("role") == "answer"]
    else:
        about = [one for one in about if differing(one, positions, dossier)]
    return [{"of": one.id} for one in about]


def _can(card: Card) -> bool:
    return all("default" in rule for rule in card.options.values())


def differing(card: Card, positions: Sequence[Position], dossier: Dossier) -> bool:
    """Whether the positions give different answers to a question, as far as they answer it."""
    values = headline_values(card.id, positions, dossier).get(card.headline["column"])
    known = [] if values is None else [value for value in values if not np.isnan(value)]
    return len({*known}) > 1
