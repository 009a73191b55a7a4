"""Sources of everything on the table that was read."""

from collections.abc import Iterable, Sequence

from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.claimed import counting_claims
from twoplustwo.positions.position import Position
from twoplustwo.search.worst.looks import Looks


def sources(dossier: Dossier, positions: Sequence[Position], looks: Iterable[Looks]) -> set[str]:
    """Sources of all claims that count on the day of a position, of what was read."""
    read = {path for one in looks for path in one.read}
    days = {p.day(dossier) for p in positions}
    return {c.source for path in read for day in days for c in counting_claims(dossier, path, day)}
