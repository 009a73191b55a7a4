"""Colours that colour-blind readers can tell apart, each with a shape, line and hatch.

They stand in ``palette.yaml``. A colour and a shape mean one thing in a view, so each kind of thing
has its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from twoplustwo.wording.phrases import texts

INK, FAINT, BLACK, GREY = "#1b1f23", "#6b7177", "#000000", "#8a8f94"

Words = Mapping[str, str]
"""A text by language code."""


@dataclass(frozen=True)
class Style:
    """How one thing is drawn: never by colour alone."""

    color: str
    marker: str
    line: Any  # as matplotlib takes it: a name, or (offset, dashes)
    filled: bool = True
    says: Words = field(default_factory=dict)

    @property
    def meaning(self) -> str:
        """What it means, in English; empty where that is left to the name."""
        return self.says.get("en", "")

    @property
    def face(self) -> str:
        """The colour inside its mark: white where it is hollow."""
        return self.color if self.filled else "white"

    def point(self, size: float) -> dict[str, Any]:
        """A mark without a line, as matplotlib takes it; `size` in points."""
        return {
            "color": self.color,
            "marker": self.marker,
            "linestyle": "none",
            "markersize": size,
            "markerfacecolor": self.face,
        }


@dataclass(frozen=True)
class Fill:
    """How an area is filled."""

    color: str
    hatch: str
    says: Words

    @property
    def meaning(self) -> str:
        """What it means, in English."""
        return self.says["en"]


_WRITTEN = texts("twoplustwo.reports", "palette.yaml")


def _style(written: Mapping[str, Any]) -> Style:
    dashes = written.get("dashes")
    return Style(
        written["color"],
        written["marker"],
        (0, tuple(dashes)) if dashes else "solid",
        written.get("filled", True),
        written.get("says", {}),
    )


def _styles(group: str) -> dict[str, Style]:
    return {name: _style(one) for name, one in _WRITTEN[group].items()}


def _fills(group: str) -> dict[str, Fill]:
    return {name: Fill(**one) for name, one in _WRITTEN[group].items()}


OUTCOMES = _styles("outcomes")
"""How a flight ends. Early and late point the two ways that they lie on an axis of time."""
VERDICTS = _styles("verdicts")
"""How a statement or a test fares: filled where it holds, on its corner where a dispute turns it.
Whether that is good depends on the reader, so it has no hue.
"""
OTHER = Style(GREY, "*", "solid", False)
SERIES = tuple(map(_style, _WRITTEN["series"]))
"""For the first, second, ... of several positions, which rank equally."""
QUANTITIES = tuple(map(_style, _WRITTEN["quantities"]))
"""For several quantities or kinds of one position: no position's colour or shape."""
CELLS = _fills("cells")
"""How land is filled: the more shots, the darker; hatched where there is none."""
BARS = tuple(_fills("bars").values())
"""Columns of bars, as land is: what counts at least two shots is darker than what counts one."""
SIGNS = _fills("signs")
"""Bars that go both ways from zero."""


def outcome(name: str | None) -> Style:
    """How an outcome is drawn; an unknown one gets a style of its own."""
    return OUTCOMES.get(str(name), OTHER)


def series(number: int) -> Style:
    """How the position with this number is drawn."""
    return SERIES[number % len(SERIES)]


def quantity(number: int) -> Style:
    """How the quantity, or kind, with this number is drawn."""
    return QUANTITIES[number % len(QUANTITIES)]


def named(names: Sequence[str]) -> dict[str, Style]:
    """Name to style: its own where all of them are outcomes, or verdicts, else that of a quantity;
    past the end of these the marks are hollow.
    """
    for known in (OUTCOMES, VERDICTS):
        if names and all(name in known for name in names):
            return {name: known[name] for name in names}
    return {
        name: replace(quantity(number), filled=number < len(QUANTITIES))
        for number, name in enumerate(names)
    }
