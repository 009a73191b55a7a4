"""Everything a dossier is asked by `run`: every question, every analysis, every party."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from twoplustwo.analysis.ask import ask
from twoplustwo.analysis.ranges.ranges import with_ranges
from twoplustwo.answers.answer import Answer
from twoplustwo.base import progress
from twoplustwo.base.errors import TwoPlusTwoError
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position, parse_position
from twoplustwo.question_cards.brought import BroughtQuestionError
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.for_dossier import cards_of, leave_out
from twoplustwo.runs.headline_values import headline_values


def all_parties(dossier: Dossier) -> list[Position]:
    """One position a party, alphabetically: nobody comes first by default."""
    return [parse_position(party, dossier) for party in sorted(dossier.parties)]


def run_suite(
    dossier: Dossier,
    positions: Sequence[Position] | None = None,
    refused: list[tuple[str, TwoPlusTwoError]] | None = None,
) -> Iterator[tuple[str, list[Answer]]]:
    """Ask every question and analysis, with the sets of options that its card lists.

    What compares positions is left out where there are too few of them. A question of another
    package that fails is known no more, and whatever else it was asked for is asked without it.

    Parameters
    ----------
    dossier : Dossier
    positions : sequence of Position, optional
        All parties if none are given; one that is given twice is asked once.
    refused : list, optional
        Takes what cannot be asked, with the reason, and the rest goes on; without it the first
        such error is raised.

    Yields
    ------
    question, answers
        All those to one question, as each is done, so that a caller can time and draw them.
    """
    asked = list(dict.fromkeys(positions or all_parties(dossier)))
    fit = [card for card in cards_of(dossier).values() if card.positions <= len(asked)]
    fit.sort(key=lambda card: card.is_analysis)
    for i, card in enumerate(fit):
        progress.step("questions", i, len(fit))
        found: list[Answer] = []
        while card.id in cards_of(dossier):
            found.clear()
            try:
                for options in plays(card, asked, dossier):
                    found += _played(card, asked, dossier, options)
            except TwoPlusTwoError as error:
                if refused is None:
                    raise
                refused.append((card.id, error))
                failed = error.question if isinstance(error, BroughtQuestionError) else ""
                if failed in cards_of(dossier):
                    refused[-1] = (failed, error)
                    leave_out(dossier, failed)
                    continue
            break
        if found:
            yield card.id, found
    progress.step("questions", len(fit), len(fit))


def _played(
    card: Card, asked: Sequence[Position], dossier: Dossier, options: Mapping[str, str]
) -> list[Answer]:
    answers = ask(card.id, asked, dossier, **options)
    return answers if card.is_analysis else with_ranges(answers, dossier, **options)


def plays(
    card: Card, positions: Sequence[Position], dossier: Dossier
) -> Sequence[Mapping[str, str]]:
    """The sets of options with which `run` asks a question or analysis.

    An analysis may be asked of every question that stands on the first page as an answer, or of
    every one to which the positions give different answers.
    """
    if not card.plays_about:
        return card.plays
    about = [one for one in cards_of(dossier).values() if not one.is_analysis and one.unaided]
    if card.plays_about == "answers":
        about = [one for one in about if one.first_page.get("role") == "answer"]
    least = 1 if card.plays_about == "answers" else 2
    return [{"of": one.id} for one in about if _values(one, positions, dossier) >= least]


def _values(card: Card, positions: Sequence[Position], dossier: Dossier) -> int:
    """How many different answers the positions give to a question, as far as they answer it."""
    values = headline_values(card.id, positions, dossier)[card.headline["column"]]
    return len({value for value in values if not np.isnan(value)})
