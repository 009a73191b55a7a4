"""Which claim a party holds: own, else adopted, else common; never by recency or file order."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from .models import Adoption, Claim, Dossier

Step = Literal["own", "adopted", "common"]


@dataclass(frozen=True)
class Choice:
    """What `party` holds for one parameter.

    `claim` is None when it holds none (`why` says so) or when several are `left` with nothing to
    choose between them.
    """

    party: str
    claim: Claim | None
    how: Step | Literal[""] = ""
    adoption: Adoption | None = None
    left: tuple[Claim, ...] = ()
    why: str = ""


def choose(dossier: Dossier, party: str, path: str, as_of: date) -> Choice:
    """The claim about `path` that `party` holds on the day `as_of`.

    What speakers of parties said counts if it was said by then; claims of no party and adoptions
    always count. A claim that another one which counts supersedes is gone.

    Parameters
    ----------
    dossier : Dossier
    party : str
        A party of the dossier.
    path : str
        A parameter of the dossier.
    as_of : date
        The day by which a party's own speakers must have spoken.
    """
    claims = dossier.parameters.get(path, ())
    said = [one for one in claims if dossier.party_of(one) is None or one.stated_day <= as_of]
    gone = {one.supersedes for one in said if one.supersedes}
    adoptions = {one.claim: one for one in dossier.parties[party].adopts}
    left = {
        "own": [one for one in said if dossier.party_of(one) == party],
        "adopted": [one for one in claims if one.key in adoptions],
        "common": [one for one in said if dossier.party_of(one) is None or one.undisputed],
    }
    chosen = dossier.parties[party].chooses.get(path)
    steps: tuple[Step, ...] = ("own", "adopted", "common")
    for step in steps:
        found = [one for one in left[step] if one.key not in gone]
        if len(found) > 1:
            found = [one for one in found if one.key == chosen] or found
        if len(found) > 1:
            return Choice(party, None, step, left=tuple(found))
        if found:
            adoption = adoptions[found[0].key] if step == "adopted" else None
            return Choice(party, found[0], step, adoption)
    return Choice(party, None, why=_why(dossier, party, claims, as_of, gone))


def _why(
    dossier: Dossier, party: str, claims: tuple[Claim, ...], as_of: date, gone: set[str]
) -> str:
    if not claims:
        return "nobody claims anything about it"
    parts = [f"no speaker of {party} says anything, nothing is adopted, nothing is in common"]
    late = [one for one in claims if dossier.party_of(one) == party and one.stated_day > as_of]
    parts += [f"{one.id} was stated {one.stated}, after {as_of}" for one in late]
    adopted = {one.claim for one in dossier.parties[party].adopts}
    parts += [f"{one.id} was superseded" for one in claims if one.key in gone & adopted]
    return "; ".join(parts)
