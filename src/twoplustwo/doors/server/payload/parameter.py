"""One parameter: every claim of it, who holds which, and the sources."""

from typing import Any

from twoplustwo.base.phrase import by_language
from twoplustwo.doors.server.payload.display import (
    display_value,
    in_unit,
    reason,
    source_text,
    speaker_name,
    unit_of,
)
from twoplustwo.doors.server.payload.shape import Shape, Text, Words
from twoplustwo.doors.server.payload.sliders import Without
from twoplustwo.dossier import models
from twoplustwo.dossier.choose import choose
from twoplustwo.dossier.display_names import parameter_name
from twoplustwo.dossier.find import Place
from twoplustwo.dossier.find import parameter as find
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position


class Holder(Shape):
    """Which party holds a claim, and how it came to."""

    party: str
    how: str
    why: Text
    status: str
    source: str
    cited: str


class Claim(Shape):
    """Who says which value, where and when."""

    key: str
    by: str
    by_name: Text
    party: str | None
    stated: str
    text: str
    value: float | str | None
    low: float | None
    high: float | None
    point: str | None
    ascribed_to: str
    ascribed_to_name: Text
    best_by: str
    best_by_name: Text
    best_source: str
    ends_by: str
    ends_by_name: Text
    ends_source: str
    unit: str
    shown: str
    status: str
    source: str
    cited: str
    at: str
    says: str
    note: str
    reading: str
    supersedes: str
    undisputed: bool
    file: str
    line: int
    held_by: list[Holder]


class About(Shape):
    """A dispute by name."""

    id: str
    name: Text


class ParameterPage(Shape):
    """One parameter: every claim, and who holds it; sources as CSL-JSON."""

    path: str
    kind: str
    name: Words
    means: Words
    unit: str
    type: str
    within: str
    choices: list[str]
    optional: bool
    computed: bool
    fields: dict[str, str]
    disputes: list[About]
    claims: list[Claim]
    without: list[Without]
    sources: list[dict[str, Any]]


def parameter(dossier: Dossier, path: str, as_of: str | None = None) -> ParameterPage:
    """A parameter with its claims side by side, in the order of the dossier's file.

    Parameters
    ----------
    dossier : Dossier
    path : str
        The parameter, or a number inside it; the page is that of the whole parameter.
    as_of : str, optional
        Date by which parties must have spoken; the dossier's own, if none is given.

    Raises
    ------
    PositionError
        There is no such parameter; names the nearest.
    """
    named = find(dossier, path)
    place, kind = Place(named.path, named.kind), named.kind
    claims = dossier.parameters.get(place.path, ())
    held, without = _holders(dossier, place.path, as_of)
    cited = [
        one for claim in claims for one in (claim.source, claim.best_source, claim.ends_source)
    ]
    cited += [holder.source for holders in held.values() for holder in holders]
    return ParameterPage(
        path=place.path,
        kind=place.path.partition(".")[0],
        name=parameter_name(dossier, place.path),
        means=kind.means,
        unit=unit_of(place),
        type=kind.type,
        within=kind.within_text,
        choices=[*kind.of],
        optional=kind.optional,
        computed=kind.computed,
        fields={name: one.unit for name, one in kind.fields.items()},
        disputes=[
            About.of(one) for one in dossier.disputes.values() if place.path in one.parameters
        ],
        claims=[_claim(dossier, one, place, held.get(one.key, [])) for one in claims],
        without=without,
        sources=[
            dossier.sources[one].csl() for one in dict.fromkeys(cited) if one in dossier.sources
        ],
    )


def _holders(
    dossier: Dossier, path: str, as_of: str | None
) -> tuple[dict[str, list[Holder]], list[Without]]:
    """Claim to the parties that hold it and how; then the parties that hold none, and why."""
    held: dict[str, list[Holder]] = {}
    without = []
    for party in sorted(dossier.parties):
        choice = choose(dossier, party, path, Position(party, as_of=as_of).day(dossier))
        if choice.claim is None:
            later = choice.not_yet.stated if choice.not_yet else ""
            why = dict(by_language(choice.why))
            without.append(Without(party=party, why=why, not_yet=later))
            continue
        adoption = choice.adoption or models.Adoption("", "")
        cited = source_text(adoption.source, dossier)
        holder = Holder.of(
            adoption,
            party=party,
            how=choice.how,
            cited=cited,
            why=reason(adoption.why),
        )
        held.setdefault(choice.claim.key, []).append(holder)
    return held, without


def _claim(dossier: Dossier, claim: models.Claim, place: Place, held_by: list[Holder]) -> Claim:
    value, unit = claim.value, unit_of(place)
    return Claim.of(
        claim,
        by_name=speaker_name(claim.by, dossier),
        party=dossier.party_of(claim),
        text=value.text,
        value=display_value(value.si, place),
        low=in_unit(value.low, unit) if unit else None,
        high=in_unit(value.high, unit) if unit else None,
        point=value.point,
        ascribed_to_name=speaker_name(claim.ascribed_to, dossier),
        best_by_name=speaker_name(claim.best_by, dossier),
        ends_by=claim.ends_by if claim.ends_by != claim.by else "",
        ends_by_name=speaker_name(claim.ends_by, dossier),
        unit=unit,
        cited=source_text(claim.source, dossier),
        held_by=held_by,
    )
