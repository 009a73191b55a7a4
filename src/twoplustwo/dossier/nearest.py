"""Which claims of no party give way: stand-ins of an included folder, where a nearer one speaks."""

from collections.abc import Sequence

from twoplustwo.dossier.counts import ALWAYS
from twoplustwo.dossier.models import Claim, Dossier


def without_replaced(dossier: Dossier, claims: Sequence[Claim]) -> list[Claim]:
    """Claims of no party, without the compilers' of a folder farther off than another claim.

    The compilers are who has `counts: always`: what they say stands in for what nobody said. A
    dossier that includes a folder may say it otherwise, and its own claim is then the one in
    common; what parties say is chosen as always.

    Parameters
    ----------
    dossier : Dossier
    claims : sequence of Claim
        About one parameter, of speakers of no party or undisputed.
    """
    nearest = min((_distance(dossier, one) for one in claims), default=0)
    return [
        one
        for one in claims
        if dossier.speakers[one.by].counts != ALWAYS or _distance(dossier, one) == nearest
    ]


def _distance(dossier: Dossier, claim: Claim) -> int:
    """How far off the folder of a claim is: 0 for the dossier's own, then those it includes."""
    return [*dossier.roots].index(claim.file.partition("/")[0])
