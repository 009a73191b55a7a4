"""Dossiers: who claims what, with file and line; nothing here is computed or preferred."""

from .check import check
from .find import locate
from .load import load
from .models import Claim, Dossier, TableRef

__all__ = ["Claim", "Dossier", "TableRef", "check", "load", "locate"]
