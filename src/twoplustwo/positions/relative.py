"""A change such as ``+20 s`` or ``-10 %`` where a value belongs: refused, with what is held."""

import re
from datetime import date

from twoplustwo.base.errors import PositionError, UnitError
from twoplustwo.base.units import UNITS, parse_quantity, show
from twoplustwo.dossier.choose import choose
from twoplustwo.dossier.find import Place
from twoplustwo.dossier.kinds import FieldKind, ParameterKind
from twoplustwo.dossier.models import Dossier

_SIGNED = re.compile(r"\s*([+−-])\s*(.+)", re.DOTALL)


def refuse_change(dossier: Dossier, place: Place, path: str, text: str, day: date) -> None:
    """Raise PositionError if `text` reads as a change of what is held on `day`.

    A sign belongs to the value where values below zero can be, as in a latitude; a signed share of
    such a value is a change all the same.
    """
    kind = place.kind.fields[place.field] if place.field else place.kind
    found = _SIGNED.fullmatch(text)
    if not found or (not place.field and place.kind.type != "number"):
        return
    sign, rest = -1.0 if found[1] != "+" else 1.0, found[2].strip()
    share = rest.endswith("%") and UNITS[kind.unit].measures != UNITS["%"].measures
    if not share and (kind.within is None or kind.within[0] < 0.0):
        return
    try:
        low, best, _ = parse_quantity(rest, "%" if share else kind.unit)
    except UnitError:
        return  # no quantity at all; whoever reads it says so
    if best is None:
        return
    held = _held(dossier, place, day)
    known = [f"{', '.join(who)} {show(value, kind.unit)}" for value, who in held.items()]
    more = "more" if sign > 0 else "less"
    means = [f"{rest} {more} than is held"]
    if rest.endswith("%") and not share:
        means = [f"{rest[:-1].strip()} points {more} than is held", f"{rest} of it {more}"]
    if sign > 0 and not share:
        means.append(f"{rest} in all")
    raise PositionError(
        f"{text.strip()!r} could mean {', or '.join(means)}",
        f"set {path}={text}",
        f"held: {'; '.join(known)}" if known else "nobody holds anything of it",
        _instead(kind, path, rest, sign * low, share, held, sign > 0),
    )


def _held(dossier: Dossier, place: Place, day: date) -> dict[float, list[str]]:
    """The number held at a place to the parties that hold it, alphabetically."""
    found: dict[float, list[str]] = {}
    for party in sorted(dossier.parties):
        claim = choose(dossier, party, place.path, day).claim
        value = claim.value.si if claim else None
        if isinstance(value, list):
            at = place.index or 0
            value = value[at] if at < len(value) else None
        if isinstance(value, dict):
            value = value.get(place.field)
        if isinstance(value, float):
            found.setdefault(value, []).append(party)
    return found


def _instead(
    kind: ParameterKind | FieldKind,
    path: str,
    rest: str,
    change: float,
    share: bool,
    held: dict[float, list[str]],
    positive: bool,
) -> str:
    """What to write instead: what the change comes to, for whom, and the bare value."""
    parts = []
    for value, who in held.items():
        ends = [value * (1.0 + change)] if share else [value + change]
        if rest.endswith("%") and not share:
            ends.append(value * (1.0 + change))
        fit = [
            show(end, kind.unit)
            for end in ends
            if kind.within is None or kind.within[0] <= end <= kind.within[1]
        ]
        if fit:
            parts.append(f"{' or '.join(fit)} for {', '.join(who)}")
    if positive and not share:
        parts.append(f"{rest} in all")
    if not parts:
        return f"write the value itself, in {kind.unit}"
    return f"write {path}=VALUE, the same for every position asked: {'; '.join(parts)}"
