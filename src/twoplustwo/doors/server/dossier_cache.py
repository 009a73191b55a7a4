"""A bound on what a dossier remembers of earlier look-ups."""

from collections.abc import Sized
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twoplustwo.dossier.models import Dossier

MOST, MOST_INSIDE = 100, 20_000
"""Things remembered: by party and date, some hundred kB each; and small ones."""


def trim_cache(dossier: "Dossier") -> "Dossier":
    """The dossier, with its look-up cache emptied where it has grown too large."""
    memo = dossier.memo
    inside = sum(len(one) for one in memo.values() if isinstance(one, Sized))
    if len(memo) > MOST or inside > MOST_INSIDE:
        memo.clear()
    return dossier
