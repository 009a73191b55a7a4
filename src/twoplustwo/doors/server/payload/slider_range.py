"""How far a slider of a parameter goes, and the values along it."""

import math
from typing import Literal

from twoplustwo.doors.server.payload.display import display_value, in_unit, unit_of
from twoplustwo.doors.server.payload.shape import Shape
from twoplustwo.dossier.find import Place
from twoplustwo.dossier.find import parameter as find
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.claimed import slider_of

STEPS = 100
"""About so many steps has a slider."""
ROOM = 0.25
"""Share of the claims' span that is left free on either side of it, where no slider is named."""
FAR_APART = 50.0
"""Claims that differ by such a factor are put on a logarithmic slider."""


class OfParameter(Shape):
    """What is about one parameter."""

    parameter: str


class SliderRange(Shape):
    """Ends, step and scale of a number, or the choices of a name, in the unit that is shown."""

    type: Literal["number", "choice", "none"]
    unit: str
    low: float | None
    high: float | None
    step: float | None
    scale: Literal["linear", "log"]
    choices: list[str]


def slider_range(dossier: Dossier, parameter: str) -> SliderRange:
    """How far the slider of a parameter goes, in the unit that it is shown in.

    The ends are those that the dossier names for it. Without, they are the outermost claims with
    some room on either side, rounded outwards, and never beyond what the parameter can be.

    Raises
    ------
    PositionError
        There is no such parameter.
    """
    place = find(dossier, parameter)
    kind, unit = place.kind, unit_of(place)
    none = SliderRange(
        type="none", unit=unit, low=None, high=None, step=None, scale="linear", choices=[]
    )
    if kind.type == "name":
        names = kind.of or sorted(dossier.things.get(kind.of_kind, {}))
        choices = [*(names or _claimed_names(dossier, place))]
        return none.model_copy(update={"type": "choice", "choices": choices})
    ends = _ends(dossier, place, unit) if unit else None
    if ends is None:
        return none
    low, high = ends
    log = low > 0.0 and high / low >= FAR_APART
    return SliderRange(
        type="number",
        unit=unit,
        low=low,
        high=high,
        step=_nice((high - low) / STEPS),
        scale="log" if log else "linear",
        choices=[],
    )


def stops(dossier: Dossier, parameter: str, points: int) -> list[float | str]:
    """Values along a slider: all choices, or so many numbers from end to end.

    Of a count only whole numbers, each once; of what cannot be moved there are none.
    """
    reach = slider_range(dossier, parameter)
    low, high, place = reach.low, reach.high, find(dossier, parameter)
    if low is None or high is None:
        return [*reach.choices]
    shares = [i / (points - 1) for i in range(points)]
    if reach.scale == "log":
        values = [low * (high / low) ** share for share in shares]
    else:
        values = [low + (high - low) * i / (points - 1) for i in range(points)]
    if place.kind.counts and not place.field:
        return sorted({float(round(value)) for value in values})
    return [float(f"{value:.6g}") for value in values]


def _claimed_names(dossier: Dossier, place: Place) -> list[str]:
    claims = dossier.parameters.get(place.path, ())
    return list(dict.fromkeys(one.value.si for one in claims if isinstance(one.value.si, str)))


def _ends(dossier: Dossier, place: Place, unit: str) -> tuple[float, float] | None:
    slider = slider_of(dossier, place.path)
    if slider is not None and not place.field:
        return in_unit(slider.low, unit) or 0.0, in_unit(slider.high, unit) or 0.0
    claimed = [
        number
        for claim in dossier.parameters.get(place.path, ())
        for end in (claim.value.low, claim.value.si, claim.value.high)
        if isinstance(number := display_value(end, place), float)
    ]
    if not claimed:
        return None
    low, high = min(claimed), max(claimed)
    fields = place.kind.fields
    within = fields[place.field].within if place.field else place.kind.within
    least, most = (in_unit(one, unit) for one in within) if within else (None, None)
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
