"""Any question or analysis by its name: what the doors call."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace

from twoplustwo.answers.answer import Answer, Assumption
from twoplustwo.answers.rests import Rests
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position, parse_position
from twoplustwo.question_cards.brought import BroughtQuestionError
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.for_dossier import card_of, cards_of, leave_out
from twoplustwo.question_cards.implementation import implementation
from twoplustwo.runs import ask as runs
from twoplustwo.runs.provenance import count_provenance

log = logging.getLogger("twoplustwo")


def ask(
    question: str, positions: Sequence[Position | str], dossier: Dossier, /, **options: str
) -> list[Answer]:
    """Answers of a question, one a position, or the one answer of an analysis about them all.

    Parameters
    ----------
    question : str
        Question or analysis.
    positions : sequence
        Positions, parsed or as text.
    dossier : Dossier
    **options : str
        As the card lists them.
    """
    asked = card_of(dossier, question)
    if not asked.is_analysis:
        return runs.ask(question, positions, dossier, **options)
    chosen = runs.check_options(asked, options, dossier)
    parsed = [parse_position(p, dossier) if isinstance(p, str) else p for p in positions]
    if asked.positions == 1:  # what compares positions may be given the same one twice
        parsed = list(dict.fromkeys(parsed))
    module = implementation(asked)
    answer = _analysed(asked, parsed, dossier, chosen)
    if hasattr(module, "about"):
        about = module.about(dossier, **chosen)
    else:
        about = (str(chosen["of"]),) if "of" in asked.options else asked.reads
    about = [name for name in about if card_of(dossier, name).unaided]
    return [replace(answer, rests_of=_rests_of(about, parsed, dossier, chosen))]


def _analysed(
    asked: Card, positions: Sequence[Position], dossier: Dossier, chosen: Mapping[str, str]
) -> Answer:
    """The answer of an analysis; without the questions of other packages that fail meanwhile.

    One that the analysis is about is no such question: then it cannot be answered. The dossier
    itself keeps them: what fails once, at some setting, may be asked again.
    """
    while True:
        try:
            return implementation(asked).ask(asked, positions, dossier, **chosen)
        except BroughtQuestionError as error:
            if error.question in chosen.values() or error.question not in cards_of(dossier):
                raise
            log.warning("note: %s is left out of %s: %s", error.question, asked.id, error.what)
            kept, dossier = dossier.memo, replace(dossier)
            dossier.memo.update(kept)
            leave_out(dossier, error.question)


def _rests_of(
    about: Sequence[str], positions: Sequence[Position], dossier: Dossier, chosen: Mapping[str, str]
) -> dict[str, Rests]:
    """What each position rests on in the questions that an analysis is about, all together."""
    read: dict[str, dict[str, Assumption]] = {position.text: {} for position in positions}
    for question in about:
        options = card_of(dossier, question).own_options(chosen)
        for answer in runs.ask(question, positions, dossier, **options):
            read[answer.label] |= {
                assumption.parameter: assumption for assumption in answer.assumptions
            }
    return {
        position.text: count_provenance(dossier, position.party, list(read[position.text].values()))
        for position in positions
        if read[position.text]
    }
