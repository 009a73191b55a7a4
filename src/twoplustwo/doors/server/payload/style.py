"""Colours, marks and words of outcomes, verdicts, areas and series, as reports draw them too."""

from typing import TYPE_CHECKING, Any

from pydantic import SkipValidation

from twoplustwo.doors.server.payload.shape import Shape, Words

if TYPE_CHECKING:
    from twoplustwo.reports.palette import Style


class Line(Shape):
    """How one of several equal things is drawn: never by colour alone."""

    color: str
    marker: str
    dash: list[SkipValidation[float]] | None
    filled: bool


class Drawn(Line):
    """A line style with its meaning in words."""

    says: Words


class Filled(Shape):
    """How an area is filled."""

    color: str
    hatch: str
    says: Words


class Look(Shape):
    """Colours, markers, dashes and words; `other` is for what has no style of its own.

    `sentences` has every outcome there is, also those that are drawn like any other name.
    """

    outcomes: dict[str, Drawn]
    verdicts: dict[str, Drawn]
    cells: dict[str, Filled]
    bars: list[Filled]
    signs: dict[str, Filled]
    sentences: dict[str, Words]
    other: Drawn
    series: list[Line]
    quantities: list[Line]


def style_summary() -> Look:
    """The palette: outcome, verdict and area by name; positions, quantities and bars in order."""
    from twoplustwo.base.outcomes import SENTENCES
    from twoplustwo.reports import palette

    return Look(
        outcomes={name: _drawn(one) for name, one in palette.OUTCOMES.items()},
        verdicts={name: _drawn(one) for name, one in palette.VERDICTS.items()},
        cells={name: Filled.of(one) for name, one in palette.CELLS.items()},
        bars=[Filled.of(one) for one in palette.BARS],
        signs={name: Filled.of(one) for name, one in palette.SIGNS.items()},
        sentences={str(name): dict(texts) for name, texts in SENTENCES.items()},
        other=_drawn(palette.OTHER),
        series=[Line.of(style, dash=_dash(style)) for style in palette.SERIES],
        quantities=[Line.of(style, dash=_dash(style)) for style in palette.QUANTITIES],
    )


def _drawn(style: "Style") -> Drawn:
    return Drawn.of(style, dash=_dash(style))


def _dash(style: "Style") -> Any:
    return list(style.line[1]) if isinstance(style.line, tuple) else None
