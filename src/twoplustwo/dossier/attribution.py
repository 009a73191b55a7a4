"""Attribution of a held number, in words: who said it, of whom, who chose the value and ends."""

from twoplustwo.dossier.display_names import in_sentence, name_of
from twoplustwo.dossier.models import Dossier

VALUE_BY = {"en": "value by {who}", "ru": "само значение: {who}"}
ENDS_BY = {"en": "ends of the interval by {who}", "ru": "концы интервала: {who}"}

ASCRIBED_TO = {"en": "ascribing it to {who}", "ru": "указывая, что им пользуется {who}"}


def attribution(
    dossier: Dossier,
    lang: str,
    by: str,
    best_by: str = "",
    ends_by: str = "",
    ascribed_to: str = "",
) -> str:
    """Who said a number and of whom; who chose value or ends, where that was somebody else."""
    parts = [name_of(dossier, by)[lang]]
    if ascribed_to:
        parts.append(ascribed_text(dossier, lang, ascribed_to))
    if best_by:
        parts.append(VALUE_BY[lang].format(who=name_of(dossier, best_by)[lang]))
    if ends_by:
        parts.append(ENDS_BY[lang].format(who=name_of(dossier, ends_by)[lang]))
    return ", ".join(parts)


def ascribed_text(dossier: Dossier, lang: str, ascribed_to: str) -> str:
    """Of whom a number was told, where its speaker says that somebody else uses it."""
    return ASCRIBED_TO[lang].format(who=in_sentence(dossier, ascribed_to)[lang])
