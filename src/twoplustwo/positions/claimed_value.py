"""What a position claims of a number that a curve is drawn over."""

from typing import Any

from twoplustwo.dossier.ends import ends_by
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import resolve

ABOUT = ("low", "high", "shown", "reading", "claim", "by")
ABOUT += ("ascribed_to", "best_by", "ends_by", "how", "status")


def claimed_value(position: Position, dossier: Dossier, path: str, x: str) -> dict[str, Any] | None:
    """The held value of `path` under the name `x`, and who says so; None if nothing is held."""
    item = resolve(dossier, position).values.get(path)
    if item is None:
        return None
    return {
        "position": position.text,
        x: item.value,
        "low": item.low,
        "high": item.high,
        "shown": item.shown,
        "reading": item.reading or "",
        "claim": item.claim or "",
        "by": item.by or "",
        "ascribed_to": item.ascribed_to,
        "best_by": item.best_by,
        "ends_by": ends_by(dossier, item.claim, item.low, item.high),
        "how": item.how,
        "status": item.status or "",
    }
