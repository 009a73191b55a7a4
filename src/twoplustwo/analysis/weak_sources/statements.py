"""Everything that a dossier says with a source: claims, and what refers to claims."""

from collections.abc import Iterator
from typing import NamedTuple

from twoplustwo.dossier.models import Dossier

CLAIM, ADOPTION = "claim", "adoption"


class Statement(NamedTuple):
    """One sourced statement: what it is, its name, its value in words, and where it stands."""

    what: str
    name: str
    by: str
    shown: str
    status: str
    source: str
    place: str = ""


def statements(dossier: Dossier) -> Iterator[Statement]:
    """Every claim, then adoptions, accepted answers, measures, statements and couplings."""
    for claims in dossier.parameters.values():
        for claim in claims:
            yield Statement(
                CLAIM,
                claim.key,
                claim.by,
                claim.value.text or claim.shown,
                claim.status,
                claim.source,
                f"{claim.file}:{claim.line}",
            )
    for party in dossier.parties.values():
        for adoption in party.adopts:
            yield Statement(
                ADOPTION,
                adoption.claim,
                party.id,
                adoption.why,
                adoption.status,
                adoption.source,
                f"{adoption.file}:{adoption.line}",
            )
        for acceptance in party.accepts:
            yield Statement(
                "accepted answer",
                acceptance.question,
                party.id,
                str(acceptance.test),
                acceptance.status,
                acceptance.source,
            )
    for measure in dossier.measures.values():
        yield Statement(
            "proposed measure",
            measure.id,
            measure.by,
            measure.name["en"],
            measure.status,
            measure.source,
        )
    for proposition in dossier.propositions.values():
        text = proposition.text["en"]
        for one in (*proposition.asserted, *proposition.denied):
            yield Statement(
                "public statement", proposition.id, one.by, text, one.status, one.source
            )
    for coupling in dossier.couplings.values():
        yield Statement(
            "coupling",
            coupling.id,
            coupling.by,
            coupling.why["en"],
            coupling.status,
            coupling.source,
        )
