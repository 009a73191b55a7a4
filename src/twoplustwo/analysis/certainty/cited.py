"""Sources of everything on the table that was read."""

from collections.abc import Iterable, Sequence
from types import SimpleNamespace
from typing import Any

from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.claimed import counting_claims
from twoplustwo.positions.position import Position
from twoplustwo.search.worst.looks import Looks


def cited(dossier: Dossier, positions: Sequence[Position], looks: Iterable[Looks]) -> Any:
    """Citations of all claims that count, in the form in which answers carry theirs."""
    read: set[str] = set()
    for one in looks:
        read |= one.read
    days = {p.day(dossier) for p in positions}
    named = {c.source for path in read for day in days for c in counting_claims(dossier, path, day)}
    return SimpleNamespace(
        citations=tuple(
            {**dossier.sources[s].csl(), "seen": dossier.sources[s].seen}
            for s in sorted(named & set(dossier.sources))
        )
    )
