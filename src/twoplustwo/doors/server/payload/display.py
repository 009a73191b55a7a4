"""Numbers and claims of a dossier as people read them: in the unit that they were written in."""

import math
from collections.abc import Mapping
from typing import Any

from twoplustwo.answers.cite import text
from twoplustwo.base.phrase import by_language
from twoplustwo.base.units import from_si
from twoplustwo.doors.server.payload.shape import Text
from twoplustwo.dossier.find import Place
from twoplustwo.dossier.models import Dossier


def unit_of(place: Place) -> str:
    """The unit that the number at a place is written in; empty where it is no number."""
    return place.kind.fields[place.field].unit if place.field else place.kind.unit


def in_unit(si: Any, unit: str) -> float | None:
    """An SI number in `unit`, ten digits of it; None for what is no number or is open."""
    if isinstance(si, bool) or not isinstance(si, int | float) or not math.isfinite(si):
        return None
    return float(f"{from_si(si, unit):.10g}")


def inner_value(value: Any, place: Place) -> Any:
    """The number inside a block that a place means; a whole value as it is."""
    if not place.field:
        return value
    if isinstance(value, list):
        at = place.index or 0
        value = value[at] if at < len(value) else {}
    return value.get(place.field) if isinstance(value, Mapping) else None


def display_value(value: Any, place: Place) -> float | str | None:
    """A value as a slider or a list holds it: a number in its unit, or a name."""
    one = inner_value(value, place)
    if isinstance(one, str):
        return one
    return in_unit(one, unit_of(place)) if unit_of(place) else None


def speaker_name(speaker: str, dossier: Dossier) -> Any:
    """The name of a speaker, by language; the identifier where there is none."""
    named = dossier.speakers.get(speaker)
    return (named and named.name) or speaker


def reason(why: str) -> Text:
    """Why something is held or not, by language; empty where nothing is said."""
    return dict(by_language(why)) if why else ""


def source_text(source: str, dossier: Dossier) -> str:
    """A source in a line; empty where there is none."""
    entry = dossier.sources.get(source)
    return text(entry.csl()) if entry else ""
