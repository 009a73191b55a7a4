"""Which claim a party holds: own, else adopted, else common; never by recency or file order."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from twoplustwo.base.phrase import Phrase, in_a_row
from twoplustwo.dossier.counts import counts, first_counts
from twoplustwo.dossier.models import Adoption, Claim, Dossier
from twoplustwo.dossier.nearest import without_replaced

Step = Literal["own", "adopted", "common"]
STEPS: tuple[Step, ...] = ("own", "adopted", "common")


@dataclass(frozen=True)
class Choice:
    """What `party` holds for one parameter.

    `claim` is None when it holds none (`why` says so) or when several are `left` with nothing to
    choose between them. `not_yet` is the first claim that it will hold, where it holds none since
    nothing was said by the day asked.
    """

    party: str
    claim: Claim | None
    how: Step | Literal[""] = ""
    adoption: Adoption | None = None
    left: tuple[Claim, ...] = ()
    why: str = ""
    not_yet: Claim | None = None


def choose(dossier: Dossier, party: str, path: str, as_of: date) -> Choice:
    """The claim about `path` that `party` holds on the day `as_of`.

    Only what counts on that day can be held (`dossier.counts`). A claim that another one which
    counts supersedes is gone. Of what is in common, the compilers' of an included folder give way
    to what the dossier itself says (`dossier.nearest`), unless the party `chooses` them.

    Parameters
    ----------
    dossier : Dossier
    party : str
        A party of the dossier.
    path : str
        A parameter of the dossier.
    as_of : date
        The day by which something said in the dispute must have been said.
    """
    claims = dossier.parameters.get(path, ())
    left = _open_to(dossier, party, claims)
    superseded = {
        one.supersedes for one in claims if one.supersedes and counts(dossier, one, as_of)
    }
    chosen = dossier.parties[party].chooses.get(path)
    for step in STEPS:
        candidates = [
            one
            for one, adoption in left[step]
            if one.key not in superseded and counts(dossier, one, as_of, adoption)
        ]
        if len(candidates) > 1:
            candidates = [one for one in candidates if one.key == chosen] or candidates
        if len(candidates) > 1 and step == "common":
            candidates = without_replaced(dossier, candidates)
        if len(candidates) > 1:
            return Choice(party, None, step, left=tuple(candidates))
        if candidates:
            adoption = next(how for one, how in left[step] if one is candidates[0])
            return Choice(party, candidates[0], step, adoption)
    if not claims:
        why = Phrase("nobody claims anything about it", ru="об этом никто ничего не утверждает")
        return Choice(party, None, why=why)
    later = [(first_counts(dossier, *one), one[0]) for step in STEPS for one in left[step]]
    later = [one for one in later if one[0] > as_of]
    first = min(later, key=lambda one: one[0], default=None)
    why = _why(dossier, party, claims, later, as_of, superseded)
    return Choice(party, None, why=why, not_yet=first[1] if first else None)


def _open_to(
    dossier: Dossier, party: str, claims: tuple[Claim, ...]
) -> dict[Step, list[tuple[Claim, Adoption | None]]]:
    """The claims that a party could hold at each step, whatever the day."""
    adoptions = {one.claim: one for one in dossier.parties[party].adopts}
    return {
        "own": [(one, None) for one in claims if dossier.party_of(one) == party],
        "adopted": [(one, adoptions[one.key]) for one in claims if one.key in adoptions],
        "common": [
            (one, None) for one in claims if dossier.party_of(one) is None or one.undisputed
        ],
    }


def _why(
    dossier: Dossier,
    party: str,
    claims: tuple[Claim, ...],
    later: list[tuple[date, Claim]],
    as_of: date,
    superseded: set[str],
) -> Phrase:
    """Why a party holds none of the claims that there are."""
    if later:
        parts: list[str] = [Phrase(f"not yet said on {as_of}", ru=f"на {as_of} ещё не сказано")]
        first_by_key = {one.key: (day, one) for day, one in later}
        parts += [
            Phrase(
                f"{one.id} counts from {day}, stated {one.stated}",
                ru=f"{one.id} учитывается с {day}, сказано {one.stated}",
            )
            for day, one in first_by_key.values()
        ]
        return in_a_row(parts)
    parts = [
        Phrase(
            f"no speaker of {party} says anything, nothing is adopted, nothing is in common",
            ru=f"никто от стороны {party} ничего не говорит, ничего не принято, общего нет",
        )
    ]
    adopted = {one.claim for one in dossier.parties[party].adopts}
    parts += [
        Phrase(f"{one.id} was superseded", ru=f"{one.id} отменено более новым")
        for one in claims
        if one.key in superseded & adopted
    ]
    return in_a_row(parts)
