"""The disputed assumptions as sliders, each with the claims of those who hold one marked on it."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from twoplustwo.doors.server.payload.curve import span
from twoplustwo.doors.server.payload.shown import cited, inside, number, reading, unit_of, who

if TYPE_CHECKING:
    from twoplustwo.dossier.find import Place
    from twoplustwo.dossier.models import Dossier
    from twoplustwo.positions.overlay import HeldValue

WHOLE = ("number", "name")


def sliders(
    dossier: "Dossier", as_of: str | None = None, decisive: Sequence[str] = ()
) -> list[dict[str, Any]]:
    """One slider for each parameter of each dispute, in the order of the disputes.

    Of a block of numbers, each number on which its claims differ gets a slider of its own. What
    decides though no dispute lists it follows, with an empty dispute.
    """
    asked = [(one.id, path) for one in dossier.disputes.values() for path in one.parameters]
    listed = {path for _, path in asked}
    asked += [("", path) for path in decisive if path not in listed]
    return [
        _slider(dossier, dispute, place, as_of)
        for dispute, path in asked
        for place in _places(dossier, path)
    ]


def marks(dossier: "Dossier", parameter: str, as_of: str | None = None) -> list[dict[str, Any]]:
    """What each party holds of a parameter, alphabetically; who holds nothing has no mark."""
    from twoplustwo.dossier.find import parameter as find
    from twoplustwo.positions.position import Position
    from twoplustwo.positions.resolve import resolve

    place = find(dossier, parameter)
    found = []
    for party in sorted(dossier.parties):
        position = Position(party, as_of=as_of)
        held = resolve(dossier, position).values.get(place.path)
        if held is not None:
            found.append(_mark(dossier, party, held, place, position.day(dossier)))
    return found


def silent(dossier: "Dossier", parameter: str, as_of: str | None = None) -> list[dict[str, Any]]:
    """The parties that hold nothing of a parameter, alphabetically, and why: perhaps not yet."""
    from twoplustwo.base.phrase import by_language
    from twoplustwo.dossier.find import parameter as find
    from twoplustwo.positions.position import Position
    from twoplustwo.positions.resolve import resolve

    path, found = find(dossier, parameter).path, []
    for party in sorted(dossier.parties):
        held = resolve(dossier, Position(party, as_of=as_of))
        if path not in held:
            why = dict(by_language(held.missing.get(path, "")))
            found.append({"party": party, "why": why, "not_yet": held.not_yet.get(path, "")})
    return found


def _places(dossier: "Dossier", path: str) -> list["Place"]:
    """The numbers to move: the parameter itself, or what differs inside it."""
    from twoplustwo.dossier.find import Place
    from twoplustwo.dossier.find import parameter as find

    place = find(dossier, path)
    if place.kind.type in WHOLE:
        return [place]
    if place.kind.type != "block":
        return []
    claims = dossier.parameters.get(path, ())
    inner = [Place(path, place.kind, None, field) for field in place.kind.fields]
    return [one for one in inner if len({inside(claim.value.si, one) for claim in claims}) > 1]


def _slider(dossier: "Dossier", dispute: str, place: "Place", as_of: str | None) -> dict[str, Any]:
    from twoplustwo.dossier.display_names import parameter_name

    path = f"{place.path}.{place.field}" if place.field else place.path
    return {
        "parameter": path,
        "dispute": dispute,
        "name": parameter_name(dossier, place.path),
        "means": place.kind.means,
        **span(dossier, path),
        "marks": marks(dossier, path, as_of),
        "silent": silent(dossier, path, as_of),
    }


def _mark(
    dossier: "Dossier", party: str, held: "HeldValue", place: "Place", day: date
) -> dict[str, Any]:
    from twoplustwo.dossier.ends import ends_by

    unit = unit_of(place)
    claim = dossier.claim(held.claim) if held.claim else None
    value = reading(held.value, place)
    adoption = held.adoption
    return {
        "party": party,
        "how": held.how,
        "value": value,
        "low": None if place.field or not unit else number(held.low, unit),
        "high": None if place.field or not unit else number(held.high, unit),
        "text": f"{value:.10g} {unit}".removesuffix(" 1") if place.field else held.shown,
        "claim": held.claim,
        "by": held.by,
        "by_name": who(held.by, dossier),
        "status": held.status,
        "source": held.source,
        "cited": cited(held.source, dossier),
        "stated": claim.stated if claim else "",
        "at": claim.at if claim else "",
        "says": claim.says if claim else "",
        "note": claim.note if claim else "",
        "reading": held.reading,
        "point": held.point,
        "best_by": held.best_by,
        "best_by_name": who(held.best_by, dossier),
        "ends_by": (ends := ends_by(dossier, held.claim, held.low, held.high)),
        "ends_by_name": who(ends, dossier),
        "why": adoption.why if adoption else "",
        "why_source": adoption.source if adoption else "",
        "as_of": day.isoformat(),
    }
