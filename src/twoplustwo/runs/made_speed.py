"""Whether a rocket has the speed and burn time that are held of an interceptor."""

from twoplustwo.base.errors import DossierError
from twoplustwo.dossier.find import claim_place
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import Held, resolve
from twoplustwo.stages.inputs import Inputs, Missing
from twoplustwo.stages.reach import InterceptorReach
from twoplustwo.stages.shield import shield, unmade


def speeds_not_made(dossier: Dossier) -> list[DossierError]:
    """A warning for each interceptor with a speed that its burn time does not make.

    Under every party, each with what it holds; an interceptor for which something is missing is
    left out, for its answers say so themselves, and so is one of which an envelope is claimed.
    """
    found: dict[tuple[str, str], DossierError] = {}
    for party in sorted(dossier.parties):
        held = resolve(dossier, Position(party))
        for name in sorted(dossier.things.get("interceptors", {})):
            said = _not_made(dossier, held, name)
            claim = held.get(f"interceptors.{name}.burnout_speed")
            if said is None or claim is None:
                continue
            found.setdefault(
                (name, said),
                DossierError(
                    said,
                    claim_place(dossier, claim.claim) if claim.claim else "",
                    f"as {party} holds it; answers that need it will say `not answerable`",
                    "claim a speed that the burn makes, another burn_time, or an envelope: range, "
                    "keep_out, ceiling and mean_speed",
                    warning=True,
                ),
            )
    return list(found.values())


def _not_made(dossier: Dossier, held: Held, interceptor: str) -> str | None:
    """What an answer would say; None where a rocket is made, or none need be."""
    try:
        defence = shield(Inputs([held]), dossier, interceptor, "").defence()
    except Missing:
        return None
    if not isinstance(defence, InterceptorReach) or defence.own(0) is not None:
        return None
    return str(unmade(defence, 0, interceptor))
