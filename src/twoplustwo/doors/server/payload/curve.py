"""Headlines of a question along one of its parameters."""

import math
from dataclasses import replace
from typing import Literal

from twoplustwo.answers.columns import significant
from twoplustwo.doors.asking import positions
from twoplustwo.doors.dossiers import load
from twoplustwo.doors.request import Request
from twoplustwo.doors.server.payload.display import unit_of
from twoplustwo.doors.server.payload.shape import Shape
from twoplustwo.doors.server.payload.slider_range import OfParameter, SliderRange
from twoplustwo.doors.server.payload.sliders import Mark
from twoplustwo.dossier.find import parameter as find
from twoplustwo.positions.overlay import check_set


class Series(Shape):
    """Headlines of one position, one value for each `x`."""

    position: str
    columns: dict[str, list[float | None]]


class CurveShape(SliderRange, OfParameter):
    """Headlines along one parameter; `x` in its unit."""

    type: Literal["number", "choice"]  # pyright: ignore[reportIncompatibleVariableOverride]
    x: list[float | str]
    series: list[Series]
    marks: list[Mark]


def point(request: Request, parameter: str, value: float | str) -> dict[str, float | None]:
    """Every headline of a question with one parameter at one value.

    Parameters
    ----------
    request : Request
        A question (no analysis) and one position; a setting of the parameter in it gives way.
    parameter : str
        The parameter, or a number inside it.
    value : float or str
        A number in the unit of the slider, or a value as it would be written.

    Returns
    -------
    dict of str to float or None
        Column to value, SI; None where there is none.
    """
    from twoplustwo.runs.headline_values import headline_values

    dossier = load(request.dossier)
    unit = unit_of(find(dossier, parameter))
    text = value if isinstance(value, str) else f"{value:.10g} {unit}".strip()
    check_set(dossier, parameter, text)
    (held,) = positions(replace(request, dossier=dossier))
    position = held.with_setting(parameter, text)
    values = headline_values(request.question, [position], dossier, **request.options)
    return {
        name: None if math.isnan(column[0]) else float(significant(column)[0])
        for name, column in values.items()
    }
