"""Sources of everything on the table that was read."""

from collections.abc import Iterable, Sequence

from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.claimed import counting_claims
from twoplustwo.positions.position import Position
from twoplustwo.runs.evaluate import Evaluator


def sources(
    dossier: Dossier, positions: Sequence[Position], evaluators: Iterable[Evaluator]
) -> set[str]:
    """Sources of all claims that count on the day of a position, of what was read."""
    read = {path for evaluator in evaluators for path in evaluator.read}
    days = {p.day(dossier) for p in positions}
    return {c.source for path in read for day in days for c in counting_claims(dossier, path, day)}
