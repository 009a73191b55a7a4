"""Attribution of a held number, in words: who said it, who chose the value, who gave the ends."""

from twoplustwo.dossier.display_names import name_of
from twoplustwo.dossier.models import Dossier

VALUE_BY = {"en": "value by {who}", "ru": "само значение: {who}"}
ENDS_BY = {"en": "ends of the interval by {who}", "ru": "концы интервала: {who}"}


def attribution(dossier: Dossier, lang: str, by: str, best_by: str = "", ends_by: str = "") -> str:
    """Who said a number; who chose the value or the ends, where that was somebody else."""
    parts = [name_of(dossier, by)[lang]]
    if best_by:
        parts.append(VALUE_BY[lang].format(who=name_of(dossier, best_by)[lang]))
    if ends_by:
        parts.append(ENDS_BY[lang].format(who=name_of(dossier, ends_by)[lang]))
    return ", ".join(parts)
