"""Answers of other packages' questions are written and drawn once for nobody, before a run is."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from twoplustwo.base.errors import TwoPlusTwoError
from twoplustwo.doors import dossiers
from twoplustwo.question_cards.brought import blamed, is_brought

if TYPE_CHECKING:
    from twoplustwo.answers.answer import Answer
    from twoplustwo.dossier.models import Dossier
    from twoplustwo.question_cards.card import Card


def fails_on_paper(
    card: "Card", answers: "Sequence[Answer]", dossier: "Dossier"
) -> TwoPlusTwoError | None:
    """What goes wrong where answers are written and drawn; nothing is tried of our own questions.

    A view that cannot be drawn would else be found at the end of a run, and end it.
    """
    if not is_brought(card):
        return None
    from twoplustwo.answers import store
    from twoplustwo.reports import page

    try:
        with blamed(card), tempfile.TemporaryDirectory() as folder:
            store.write(answers, Path(folder))
            page.write(answers, Path(folder), None, dossiers.described(dossier))
    except TwoPlusTwoError as error:
        return error
    return None
