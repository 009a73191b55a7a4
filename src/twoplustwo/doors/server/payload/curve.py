"""Headlines along a slider: how far it goes, and the headlines at one of its values."""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from twoplustwo.doors.server.payload.shown import number, reading, unit_of

if TYPE_CHECKING:
    from twoplustwo.dossier.find import Place
    from twoplustwo.dossier.models import Dossier

STEPS = 100
"""About so many steps has a slider."""
ROOM = 0.25
"""Share of the claims' span that is left free on either side of it, where no slider is named."""
FAR_APART = 50.0
"""Claims that differ by such a factor are put on a logarithmic slider."""


def point(
    question: str,
    position_text: str,
    dossier: "Dossier",
    parameter: str,
    value: float | str,
    options: Mapping[str, str] | None = None,
) -> dict[str, float | None]:
    """Every headline of a question with one parameter at one value.

    Parameters
    ----------
    question : str
        Identifier of a question (not of an analysis).
    position_text : str
        The position; a setting of the parameter in it gives way.
    dossier : Dossier
    parameter : str
        The parameter, or a number inside it.
    value : float or str
        A number in the unit of the slider, or a value as it would be written.
    options : mapping
        Of the question.

    Returns
    -------
    dict of str to float or None
        Column to value, SI; None where there is none.
    """
    from twoplustwo.answers.columns import significant
    from twoplustwo.dossier.find import parameter as find
    from twoplustwo.positions.overlay import check_set
    from twoplustwo.positions.position import parse_position
    from twoplustwo.runs.headline_values import headline_values

    unit = unit_of(find(dossier, parameter))
    text = value if isinstance(value, str) else f"{value:.10g} {unit}".strip()
    check_set(dossier, parameter, text)
    position = parse_position(position_text, dossier).with_setting(parameter, text)
    found = headline_values(question, [position], dossier, **(options or {}))
    return {
        name: None if math.isnan(column[0]) else float(significant(column)[0])
        for name, column in found.items()
    }


def span(dossier: "Dossier", parameter: str) -> dict[str, Any]:
    """How far the slider of a parameter goes, in the unit that it is shown in.

    The ends are those that the dossier names for it. Without, they are the outermost claims with
    some room on either side, rounded outwards, and never beyond what the parameter can be.

    Returns
    -------
    dict
        ``type`` (``number``, ``choice`` or ``none``), ``unit``, and ``low``, ``high``, ``step``,
        ``scale`` (``linear`` or ``log``) of a number, or ``choices`` of a name.

    Raises
    ------
    PositionError
        There is no such parameter.
    """
    from twoplustwo.dossier.find import parameter as find

    place = find(dossier, parameter)
    kind, unit = place.kind, unit_of(place)
    form: dict[str, Any] = {
        "type": "none",
        "unit": unit,
        "low": None,
        "high": None,
        "step": None,
        "scale": "linear",
        "choices": [],
    }
    if kind.type == "name":
        known = kind.of or sorted(dossier.things.get(kind.of_kind, {})) or _said(dossier, place)
        return {**form, "type": "choice", "choices": [*known]}
    ends = _ends(dossier, place, unit) if unit else None
    if ends is None:
        return form
    low, high = ends
    log = low > 0.0 and high / low >= FAR_APART
    return {
        **form,
        "type": "number",
        "low": low,
        "high": high,
        "step": _nice((high - low) / STEPS),
        "scale": "log" if log else "linear",
    }


def stops(dossier: "Dossier", parameter: str, points: int) -> list[float | str]:
    """Values along a slider: all choices, or so many numbers from end to end.

    Of a count only whole numbers, each once; of what cannot be moved there are none.
    """
    from twoplustwo.dossier.find import parameter as find

    reach = span(dossier, parameter)
    if reach["type"] != "number":
        return list(reach["choices"])
    low, high, place = reach["low"], reach["high"], find(dossier, parameter)
    if reach["scale"] == "log":
        found = [low * (high / low) ** (i / (points - 1)) for i in range(points)]
    else:
        found = [low + (high - low) * i / (points - 1) for i in range(points)]
    if place.kind.counts and not place.field:
        return sorted({float(round(one)) for one in found})
    return [float(f"{one:.6g}") for one in found]


def _said(dossier: "Dossier", place: "Place") -> list[str]:
    claims = dossier.parameters.get(place.path, ())
    return list(dict.fromkeys(one.value.si for one in claims if isinstance(one.value.si, str)))


def _ends(dossier: "Dossier", place: "Place", unit: str) -> tuple[float, float] | None:
    from twoplustwo.positions.claimed import slider_of

    slider = slider_of(dossier, place.path)
    if slider is not None and not place.field:
        return number(slider.low, unit) or 0.0, number(slider.high, unit) or 0.0
    said = [
        found
        for claim in dossier.parameters.get(place.path, ())
        for one in (claim.value.low, claim.value.si, claim.value.high)
        if isinstance(found := reading(one, place), float)
    ]
    if not said:
        return None
    low, high = min(said), max(said)
    fields = place.kind.fields
    within = fields[place.field].within if place.field else place.kind.within
    least, most = (number(one, unit) for one in within) if within else (None, None)
    if low > 0.0 and high / low >= FAR_APART:
        return low, high
    room = ROOM * (high - low) or 0.5 * abs(high) or 1.0
    step = _nice((high - low + 2.0 * room) / 10.0)
    low = math.floor((low - room) / step) * step
    high = math.ceil((high + room) / step) * step
    low = low if least is None else max(low, least)
    high = high if most is None else min(high, most)
    return float(f"{low:.10g}"), float(f"{high:.10g}")


def _nice(size: float) -> float:
    """The next of 1, 2, 5, 10, ... that is not smaller."""
    if size <= 0.0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(size))
    first = next(one for one in (1.0, 2.0, 5.0, 10.0) if one * power >= size * (1.0 - 1e-9))
    return float(f"{first * power:.10g}")
