"""Dossiers: who claims what, with file and line; nothing here is computed or preferred."""

from .check import check
from .find import locate
from .models import Claim, Dossier, TableRef
from .read import load

__all__ = ["Claim", "Dossier", "TableRef", "check", "load", "locate"]
