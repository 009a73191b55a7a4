"""Whose test a verdict is by: a party's own, one taken for it, or the compilers' alone."""

from collections.abc import Sequence

from twoplustwo.answers.rests import Words
from twoplustwo.base.criterion import Criterion
from twoplustwo.dossier.display_names import in_sentence
from twoplustwo.dossier.fields import LANGUAGES
from twoplustwo.dossier.models import Dossier
from twoplustwo.question_cards.card import Card

CHOSEN = ("derived", "assumed")
"""Status of a test whose threshold no source has in so many words: the compilers chose it."""
OURS = {"en": "the compilers’", "ru": "составителей"}
STATED = {"en": "stated by {who}", "ru": "его ставит: {who}"}
TAKEN = {
    "en": "taken for {who}, with the compilers’ threshold",
    "ru": "взято для стороны: {who}; порог — составителей",
}


def test_owner(card: Card, dossier: Dossier) -> Words:
    """Whose the test of a question is, by language; empty where it has none.

    Parameters
    ----------
    card : Card
        As the dossier asks the question.
    dossier : Dossier
        Its parties say what they could live with, each with a test and how well that is known.
    """
    if not card.test:
        return {}
    asked = Criterion.parse(card.test)
    alike = [
        (party, one.status)
        for _, party in sorted(dossier.parties.items())
        for one in party.accepts
        if one.question == card.id and not one.where and one.test == asked
    ]
    if not alike:
        return OURS
    told: list[Words] = []
    for form, chosen in ((STATED, False), (TAKEN, True)):
        who = [in_sentence(dossier, p.id) for p, status in alike if (status in CHOSEN) == chosen]
        if who:
            told.append({lang: form[lang].format(who=listed(who, lang)) for lang in LANGUAGES})
    return {lang: "; ".join(one[lang] for one in told) for lang in LANGUAGES}


def listed(names: Sequence[Words], lang: str) -> str:
    """Names with commas between them."""
    return ", ".join(name[lang] for name in names)
