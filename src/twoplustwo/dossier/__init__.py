"""Dossiers: who claims what, with file and line; nothing here is computed or preferred."""

from twoplustwo.dossier.check import check, load
from twoplustwo.dossier.find import locate
from twoplustwo.dossier.models import Claim, Dossier, TableRef

__all__ = ["Claim", "Dossier", "TableRef", "check", "load", "locate"]
