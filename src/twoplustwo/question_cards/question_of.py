"""The question that an analysis is about, by the option `of`."""

from twoplustwo.base.errors import OptionError
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.for_dossier import HasAsks, card_of, cards_of


def question_of(dossier: HasAsks, of: str, because: str) -> Card:
    """The card of a question; an analysis in its place is an error that says why.

    Raises
    ------
    OptionError
        It is an analysis; `because` says what only a question has.
    QuestionError
        There is no such question.
    """
    asked = card_of(dossier, of)
    if asked.is_analysis:
        known = [one.id for one in cards_of(dossier).values() if not one.is_analysis]
        raise OptionError(
            f"of = {of}: that is an analysis",
            "--option of",
            because,
            f"questions: {', '.join(known)}",
        )
    return asked
