"""A party's name as it stands over a verdict: with how many numbers it took, and whose."""

from collections.abc import Sequence

from twoplustwo.answers.rests import Taken, Words
from twoplustwo.dossier.display_names import (
    has_genitive,
    in_every_language,
    numbers_of,
)
from twoplustwo.dossier.fields import LANGUAGES
from twoplustwo.dossier.models import Dossier
from twoplustwo.wording.names import count_text

NUMBERS = {
    "en": {"one": "number", "other": "numbers"},
    "ru": {"one": "числом", "few": "числами", "many": "числами"},
}
OF_OTHERS = {
    "en": {"one": "number of others", "other": "numbers of others"},
    "ru": {"one": "чужим числом", "few": "чужими числами", "many": "чужими числами"},
}
LABEL = {
    "one": {"en": "{name}, with {numbers} of {whose}", "ru": "{name}, с {numbers} {whose}"},
    "unnamed": {"en": "{name}, with {numbers} of {whose}", "ru": "{name}, с {numbers} ({whose})"},
    "mostly": {
        "en": "{name}, with {others}, mostly of {whose}",
        "ru": "{name}, с {others}, в основном {whose}",
    },
    "many": {"en": "{name}, with {others}", "ru": "{name}, с {others}"},
}
"""All taken from one, whose genitive is known or not; most of them from one; from many."""


def party_label(dossier: Dossier, party: str, taken: Sequence[Taken]) -> Words:
    """The party's name; with it how many numbers it took from others, and whose they mostly are.

    It counts them and does not say that they decide. A number that one tells of another is neither
    one's own: it goes by nobody's name.

    Parameters
    ----------
    dossier : Dossier
        For the names.
    party : str
    taken : sequence of Taken
        From whom numbers were taken, most first.
    """
    known = dossier.parties.get(party)
    name = in_every_language(known.name if known else {}, party)
    if not taken:
        return name
    total, most = sum(giver.numbers for giver in taken), taken[0]
    form, named = "many", has_genitive(dossier, most.source)
    if len(taken) == 1 and not most.ascribed_to:
        form = "one" if named else "unnamed"
    elif 2 * most.numbers > total and not most.ascribed_to and named:
        form = "mostly"
    whose = numbers_of(dossier, most.source)
    return {
        lang: LABEL[form][lang].format(
            name=name[lang],
            numbers=count_text(total, lang, NUMBERS),
            others=count_text(total, lang, OF_OTHERS),
            whose=whose[lang],
        )
        for lang in LANGUAGES
    }
