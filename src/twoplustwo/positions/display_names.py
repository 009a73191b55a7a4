"""Parties, positions and disputes as people call them."""

from twoplustwo.base.localized_text import text_in
from twoplustwo.dossier.display_names import in_every_language, parameter_name
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.changes import changes_in_words
from twoplustwo.positions.position import parse_position


def party_name(name: str, dossier: Dossier, lang: str) -> str:
    """A party by its name in a language; its identifier where it has none."""
    known = dossier.parties.get(name)
    return text_in(known.name if known else {}, lang, name)


def position_name(position: str, dossier: Dossier, lang: str) -> str:
    """A position by the name of its party; in brackets, in words, what is laid over it."""
    whose = position.partition("+")[0].partition("@")[0]
    name = party_name(whose, dossier, lang)
    if position == whose:
        return name
    over = [one[lang] for one in changes_in_words(dossier, parse_position(position, dossier))]
    return f"{name} ({'; '.join(over)})" if over else name


OWN_MISSILE = {"en": "the missile of the base: {what}", "ru": "ракета базы: {what}"}


def parameter_of_any(path: str, dossier: Dossier, lang: str) -> str:
    """A parameter in words; one with ``*`` in place of the thing is that of each base's missile."""
    before, star, after = path.partition("*")
    if not star:
        return parameter_name(dossier, path)[lang]
    kind = dossier.kinds[before.rstrip(".")].parameters[after.lstrip(".")]
    return OWN_MISSILE[lang].format(what=in_every_language(kind.short or kind.means, path)[lang])


def dispute_name(name: str, dossier: Dossier, lang: str) -> str:
    """A dispute by its question, in quotation marks; a parameter by itself in words."""
    known = dossier.disputes.get(name)
    if known is None:
        return parameter_name(dossier, name)[lang] if "." in name else name
    text = text_in(known.name, lang, name)
    return f"«{text}»" if lang == "ru" else f"“{text}”"
