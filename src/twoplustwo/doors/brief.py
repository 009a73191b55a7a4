"""An answer in a few lines: whose it is, what it says, within which range, and its verdict."""

from typing import TYPE_CHECKING

from twoplustwo.answers.answer import Answer, Headline

if TYPE_CHECKING:
    from twoplustwo.dossier.models import Dossier

LANG = "en"


def lines(answer: Answer, dossier: "Dossier") -> list[str]:
    """The lines; names in place of identifiers.

    Parameters
    ----------
    answer : Answer
    dossier : Dossier
        Of which it was asked.
    """
    from twoplustwo.doors import dossiers
    from twoplustwo.reports import labels

    whose = labels.words(answer.rests.label) if answer.rests else ""
    whose = whose or labels.name(answer.label, dossiers.names(dossier))
    laid = "".join(f"; {labels.words(one)}" for one in answer.laid)
    first = answer.headline
    said = [f"{whose}{laid}", labels.words(first.sentence)]
    ends = f"range {labels.ends(first)}" if first.low is not None and first.high is not None else ""
    verdict = _verdict(answer, first, dossier)
    told = "; ".join(one for one in (verdict, ends) if one)
    return [one for one in (*said, told[:1].upper() + told[1:]) if one]


def _verdict(answer: Answer, headline: Headline, dossier: "Dossier") -> str:
    """How its test ended, in the words of its card."""
    from twoplustwo.base.errors import QuestionError
    from twoplustwo.question_cards.for_dossier import card_of

    if not headline.test:
        return ""
    try:
        says = card_of(dossier, answer.question).test_says
    except QuestionError:  # of another package
        says = {}
    if headline.holds is None:
        return "not answerable"
    word = "holds" if headline.holds else "fails"
    text = (says or {}).get(word, {})
    return text.get(LANG, "") if text else f"the test {headline.test} {word}"
