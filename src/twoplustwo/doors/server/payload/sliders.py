"""The disputed assumptions as sliders, each with the claims of those who hold one marked on it."""

from collections.abc import Sequence
from datetime import date

from twoplustwo.base.phrase import by_language
from twoplustwo.doors.server.payload.display import (
    display_value,
    in_unit,
    inner_value,
    reason,
    source_text,
    speaker_name,
    unit_of,
)
from twoplustwo.doors.server.payload.shape import Shape, Text, Words
from twoplustwo.doors.server.payload.slider_range import OfParameter, SliderRange, slider_range
from twoplustwo.dossier.display_names import parameter_name
from twoplustwo.dossier.ends import ends_by
from twoplustwo.dossier.find import Place
from twoplustwo.dossier.find import parameter as find
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.disputes import all_disputes
from twoplustwo.positions.overlay import HeldValue
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import resolve

WHOLE = ("number", "name")


class Mark(Shape):
    """What one party holds, marked on a slider."""

    party: str
    how: str
    value: float | str | None
    low: float | None
    high: float | None
    text: str
    claim: str | None
    by: str | None
    by_name: Text | None
    status: str | None
    source: str | None
    cited: str
    stated: str
    at: str
    says: str
    note: str
    reading: str | None
    point: str | None
    ascribed_to: str
    ascribed_to_name: Text
    best_by: str
    best_by_name: Text
    ends_by: str
    ends_by_name: Text
    why: Text
    why_source: str
    as_of: str


class Without(Shape):
    """A party that holds no claim, and why; `not_yet` is when it will be said, where it will."""

    party: str
    why: Text
    not_yet: str


class _Named(OfParameter):
    """A disputed parameter by name."""

    dispute: str
    name: Text
    means: Words


class Slider(SliderRange, _Named):
    """A disputed parameter that can be moved, in the unit that people read."""

    marks: list[Mark]
    silent: list[Without]


def sliders(
    dossier: Dossier, as_of: str | None = None, decisive: Sequence[str] = ()
) -> list[Slider]:
    """One slider for each parameter of each dispute, in the order of the disputes, then for what
    the parties differ on besides.

    Of a block of numbers, each number on which its claims differ gets a slider of its own. What
    decides though no dispute lists it follows, with an empty dispute.
    """
    paths = [(one.id, path) for one in all_disputes(dossier, as_of) for path in one.parameters]
    listed = {path for _, path in paths}
    paths += [("", path) for path in decisive if path not in listed]
    return [
        _slider(dossier, dispute, place, as_of)
        for dispute, path in paths
        for place in _places(dossier, path)
    ]


def marks(dossier: Dossier, parameter: str, as_of: str | None = None) -> list[Mark]:
    """What each party holds of a parameter, alphabetically; who holds nothing has no mark."""
    place, marked = find(dossier, parameter), []
    for party in sorted(dossier.parties):
        position = Position(party, as_of=as_of)
        held = resolve(dossier, position).values.get(place.path)
        if held is not None:
            marked.append(_mark(dossier, party, held, place, position.day(dossier)))
    return marked


def silent(dossier: Dossier, parameter: str, as_of: str | None = None) -> list[Without]:
    """The parties that hold nothing of a parameter, alphabetically, and why: perhaps not yet."""
    path, without = find(dossier, parameter).path, []
    for party in sorted(dossier.parties):
        held = resolve(dossier, Position(party, as_of=as_of))
        if path not in held:
            why = dict(by_language(held.missing.get(path, "")))
            without.append(Without(party=party, why=why, not_yet=held.not_yet.get(path, "")))
    return without


def _places(dossier: Dossier, path: str) -> list[Place]:
    """The numbers to move: the parameter itself, or what differs inside it."""
    place = find(dossier, path)
    if place.kind.type in WHOLE:
        return [place]
    if place.kind.type != "block":
        return []
    claims = dossier.parameters.get(path, ())
    inner = [Place(path, place.kind, None, field) for field in place.kind.fields]
    return [one for one in inner if len({inner_value(claim.value.si, one) for claim in claims}) > 1]


def _slider(dossier: Dossier, dispute: str, place: Place, as_of: str | None) -> Slider:
    path = f"{place.path}.{place.field}" if place.field else place.path
    return Slider(
        parameter=path,
        dispute=dispute,
        name=parameter_name(dossier, place.path),
        means=place.kind.means,
        **slider_range(dossier, path).plain(),
        marks=marks(dossier, path, as_of),
        silent=silent(dossier, path, as_of),
    )


def _mark(dossier: Dossier, party: str, held: HeldValue, place: Place, day: date) -> Mark:
    unit, value = unit_of(place), display_value(held.value, place)
    claim = dossier.claim(held.claim) if held.claim else None
    ends = ends_by(dossier, held.claim, held.low, held.high)
    quoted = {key: getattr(claim, key, "") for key in ("stated", "at", "says", "note")}
    return Mark.of(
        held,
        **quoted,
        party=party,
        value=value,
        low=None if place.field or not unit else in_unit(held.low, unit),
        high=None if place.field or not unit else in_unit(held.high, unit),
        text=f"{value:.10g} {unit}".removesuffix(" 1") if place.field else held.shown,
        by_name=speaker_name(held.by, dossier),
        cited=source_text(held.source, dossier),
        ascribed_to_name=speaker_name(held.ascribed_to, dossier),
        best_by_name=speaker_name(held.best_by, dossier),
        ends_by=ends,
        ends_by_name=speaker_name(ends, dossier),
        why=reason(held.adoption.why if held.adoption else ""),
        why_source=held.adoption.source if held.adoption else "",
        as_of=day.isoformat(),
    )
