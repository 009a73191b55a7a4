"""How things on a map are drawn: in the colours of reports, by how they end."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twoplustwo.answers.exports.features import Feature
    from twoplustwo.answers.exports.origin import Look


def feature_style() -> "Callable[[Feature], Look]":
    """The colours of reports and what they mean: by outcome, by how well a cell is defended, else
    one a table.
    """
    from twoplustwo.answers.exports.features import CELL, RING
    from twoplustwo.answers.exports.origin import Look, is_place
    from twoplustwo.reports import palette

    order: dict[tuple[str, ...], int] = {}

    def paint(one: "Feature") -> Look:
        if is_place(one):
            return Look(palette.INK)
        outcome = one.about.get("outcome")
        if outcome in palette.OUTCOMES:
            style = palette.OUTCOMES[str(outcome)]
            return Look(style.color, style.says)
        shots = one.about.get("opportunities")
        if one.sort == CELL and isinstance(shots, int | float):
            cell = "undefended" if shots < 1 else "once" if shots < 2 else "twice"
            return Look(palette.CELLS[cell].color, palette.CELLS[cell].says)
        key = (one.table, *(one.names[:1] if one.sort == RING else ()))
        return Look(palette.series(order.setdefault(key, len(order))).color)

    return paint
