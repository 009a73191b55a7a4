"""From which day a claim counts: the one rule of dates, as told in dossiers/README.md.

What is said in the dispute counts from the day it was said, for whoever holds it: what speakers of
parties say, and what any party adopts. What describes a thing counts whatever the day: claims of
speakers of no party that nobody adopts. Where a speaker or a claim has `counts`, that decides.
"""

from datetime import date

from twoplustwo.dossier.models import Adoption, Claim, Dossier

ALWAYS, WHEN_SAID = "always", "when-said"
COUNTS = (ALWAYS, WHEN_SAID)


def always(dossier: Dossier, claim: Claim) -> bool:
    """Whether a claim counts whatever the day."""
    stated_rule = claim.counts or dossier.speakers[claim.by].counts
    if stated_rule:
        return stated_rule == ALWAYS
    return dossier.party_of(claim) is None and not any(
        one.claim == claim.key for party in dossier.parties.values() for one in party.adopts
    )


def first_counts(dossier: Dossier, claim: Claim, adoption: Adoption | None = None) -> date:
    """The day from which a claim counts; of one that is adopted, the later of both days."""
    first = date.min if always(dossier, claim) else claim.stated_day
    adopted = adoption.stated_day if adoption else None
    return max(first, adopted) if adopted else first


def counts(dossier: Dossier, claim: Claim, day: date, adoption: Adoption | None = None) -> bool:
    """Whether a claim counts on `day`."""
    adopted = adoption.stated_day if adoption else None
    if adopted is not None and adopted > day:
        return False
    return claim.stated_day <= day or always(dossier, claim)
