"""Parties, positions and disputes as people call them."""

from twoplustwo.dossier.models import Dossier


def party(name: str, dossier: Dossier, lang: str) -> str:
    """A party by its name in a language; its identifier where it has none."""
    known = dossier.parties.get(name)
    return (known and known.name.get(lang)) or name


def called(position: str, dossier: Dossier, lang: str) -> str:
    """A position by the name of its party; what else it holds in brackets."""
    whose = position.partition("+")[0].partition("@")[0]
    name = party(whose, dossier, lang)
    return name if position == whose else f"{name} ({position})"


def dispute(name: str, dossier: Dossier, lang: str) -> str:
    """A dispute by its question, in quotation marks; a parameter by itself as it is."""
    known = dossier.disputes.get(name)
    if known is None:
        return name
    text = known.name.get(lang) or known.name["en"]
    return f"«{text}»" if lang == "ru" else f"“{text}”"
