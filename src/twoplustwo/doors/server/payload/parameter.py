"""One parameter: every claim of it, who holds which, and the sources."""

from typing import TYPE_CHECKING, Any

from twoplustwo.doors.server.payload.shown import cited, number, reading, unit_of, who

if TYPE_CHECKING:
    from twoplustwo.dossier.find import Place
    from twoplustwo.dossier.models import Claim, Dossier


def parameter(dossier: "Dossier", path: str, as_of: str | None = None) -> dict[str, Any]:
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
    from twoplustwo.dossier.display_names import parameter_name
    from twoplustwo.dossier.find import Place
    from twoplustwo.dossier.find import parameter as find

    found = find(dossier, path)
    place = Place(found.path, found.kind)
    claims = dossier.parameters.get(place.path, ())
    held, without = _held(dossier, place.path, as_of)
    sources = dict.fromkeys(
        source
        for source in (
            *(
                source
                for claim in claims
                for source in (claim.source, claim.best_source, claim.ends_source)
            ),
            *(one["source"] for many in held.values() for one in many),
        )
        if source in dossier.sources
    )
    return {
        "path": place.path,
        "kind": place.path.partition(".")[0],
        "name": parameter_name(dossier, place.path),
        "means": place.kind.means,
        "unit": unit_of(place),
        "type": place.kind.type,
        "within": place.kind.within_text,
        "choices": list(place.kind.of),
        "optional": place.kind.optional,
        "computed": place.kind.computed,
        "fields": {name: one.unit for name, one in place.kind.fields.items()},
        "disputes": [
            {"id": one.id, "name": one.name}
            for one in dossier.disputes.values()
            if place.path in one.parameters
        ],
        "claims": [_claim(dossier, one, place, held.get(one.key, [])) for one in claims],
        "without": without,
        "sources": [dossier.sources[one].csl() for one in sources],
    }


def _held(
    dossier: "Dossier", path: str, as_of: str | None
) -> tuple[dict[str, list[dict[str, Any]]], list[dict[str, Any]]]:
    """Claim to the parties that hold it and how; then the parties that hold none, and why."""
    from twoplustwo.base.phrase import by_language
    from twoplustwo.dossier.choose import choose
    from twoplustwo.positions.position import Position

    held: dict[str, list[dict[str, Any]]] = {}
    without = []
    for party in sorted(dossier.parties):
        choice = choose(dossier, party, path, Position(party, as_of=as_of).day(dossier))
        if choice.claim is None:
            later = choice.not_yet.stated if choice.not_yet else ""
            why = dict(by_language(choice.why))
            without.append({"party": party, "why": why, "not_yet": later})
            continue
        adoption = choice.adoption
        held.setdefault(choice.claim.key, []).append(
            {
                "party": party,
                "how": choice.how,
                "why": adoption.why if adoption else "",
                "status": adoption.status if adoption else "",
                "source": adoption.source if adoption else "",
                "cited": cited(adoption.source, dossier) if adoption else "",
            }
        )
    return held, without


def _claim(
    dossier: "Dossier", claim: "Claim", place: "Place", held_by: list[dict[str, Any]]
) -> dict[str, Any]:
    value, unit = claim.value, unit_of(place)
    return {
        "key": claim.key,
        "by": claim.by,
        "by_name": who(claim.by, dossier),
        "party": dossier.party_of(claim),
        "stated": claim.stated,
        "text": value.text,
        "value": reading(value.si, place),
        "low": number(value.low, unit) if unit else None,
        "high": number(value.high, unit) if unit else None,
        "point": value.point,
        "best_by": claim.best_by,
        "best_by_name": who(claim.best_by, dossier),
        "best_source": claim.best_source,
        "ends_by": claim.ends_by if claim.ends_by != claim.by else "",
        "ends_by_name": who(claim.ends_by, dossier),
        "ends_source": claim.ends_source,
        "unit": unit,
        "shown": claim.shown,
        "status": claim.status,
        "source": claim.source,
        "cited": cited(claim.source, dossier),
        "at": claim.at,
        "says": claim.says,
        "note": claim.note,
        "reading": claim.reading,
        "supersedes": claim.supersedes,
        "undisputed": claim.undisputed,
        "file": claim.file,
        "line": claim.line,
        "held_by": held_by,
    }
