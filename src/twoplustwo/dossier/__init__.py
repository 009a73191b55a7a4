"""Dossiers: who claims what, with file and line; nothing here is computed or preferred."""

from twoplustwo.dossier.check import check
from twoplustwo.dossier.find import locate
from twoplustwo.dossier.models import Claim, Dossier, TableRef
from twoplustwo.dossier.read import load

__all__ = ["Claim", "Dossier", "TableRef", "check", "load", "locate"]
