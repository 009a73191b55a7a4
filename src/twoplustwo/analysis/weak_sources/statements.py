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
        for one in claims:
            yield Statement(
                CLAIM,
                one.key,
                one.by,
                one.value.text or one.shown,
                one.status,
                one.source,
                f"{one.file}:{one.line}",
            )
    for party in dossier.parties.values():
        for one in party.adopts:
            yield Statement(
                ADOPTION,
                one.claim,
                party.id,
                one.why,
                one.status,
                one.source,
                f"{one.file}:{one.line}",
            )
        for one in party.accepts:
            yield Statement(
                "accepted answer", one.question, party.id, str(one.test), one.status, one.source
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
