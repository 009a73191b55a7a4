"""How far the missiles of a dossier fly in the model, and where that is far from print."""

from collections.abc import Sequence

from twoplustwo.base.errors import DossierError
from twoplustwo.base.units import show
from twoplustwo.dossier.find import claim_place
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import Held, resolve
from twoplustwo.stages import records
from twoplustwo.stages.flights import aimers
from twoplustwo.stages.inputs import Inputs, Missing
from twoplustwo.stages.ranges import still_ranges

FAR_APART = 1.25
"""From which ratio of flown to printed range on, either way, a warning is given."""


def flown_ranges_m(dossier: Dossier, missile: str, held: Sequence[Held]) -> list[float]:
    """Greatest range [m] on an Earth that does not turn, one a held position.

    Raises
    ------
    Missing
        A position holds no claim of something that its flight needs.
    """
    inputs = Inputs(held)
    drag = records.drag_table(inputs, dossier.table)
    flown = still_ranges(aimers(records.rocket(inputs, missile, drag)))
    return [float(flown[p].range_m[0]) for p in range(len(held))]


def far_from_print(dossier: Dossier) -> list[DossierError]:
    """A warning for each missile that flies much farther or less far than is printed of it.

    Under every party, each with the stages and the printed range that it holds; a missile for
    which something is missing is left out, for its answers say so themselves.
    """
    found: dict[tuple[str, str], DossierError] = {}
    for party in sorted(dossier.parties):
        held = resolve(dossier, Position(party))
        for missile in sorted(dossier.things["missiles"]):
            path = f"missiles.{missile}.published_range"
            printed = held.get(path)
            if printed is None or printed.low is None or printed.high is None:
                continue
            try:
                (flown_m,) = flown_ranges_m(dossier, missile, [held])
            except Missing:
                continue
            if printed.low / FAR_APART <= flown_m <= printed.high * FAR_APART:
                continue
            unit = dossier.kind_of(path).unit
            flown = show(round(flown_m, -3), unit)
            found.setdefault(
                (missile, printed.claim or ""),
                DossierError(
                    f"missiles.{missile} flies {flown}, but {printed.shown} is printed of it",
                    claim_place(dossier, printed.claim) if printed.claim else "",
                    f"as {party} holds its stages and payload, with all its propellant",
                    f'stages that fly as printed: `twoplustwo fit --range "{printed.shown}"`; '
                    "if both are meant, say why in the note",
                    warning=True,
                ),
            )
    return list(found.values())
