"""Colours that colour-blind readers can tell apart, each with a shape, line and hatch."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

# M. Okabe, K. Ito, Color Universal Design (2008)
BLACK, ORANGE, SKY, GREEN = "#000000", "#e69f00", "#56b4e9", "#009e73"
YELLOW, BLUE, VERMILLION, PURPLE = "#f0e442", "#0072b2", "#d55e00", "#cc79a7"
GREY = "#8a8f94"
INK, FAINT = "#1b1f23", "#6b7177"


@dataclass(frozen=True)
class Style:
    """How one thing is drawn: never by colour alone."""

    color: str
    marker: str
    line: Any  # as matplotlib takes it: a name, or (offset, dashes)
    filled: bool = True
    says: str = ""


OUTCOMES = {
    "met": Style(BLUE, "o", "solid", True, "met in time"),
    "too_late": Style(VERMILLION, "X", (0, (5, 2)), True, "could be met, but too late"),
    "out_of_reach": Style(ORANGE, "s", (0, (1, 1.5)), False, "out of reach at any launch time"),
    "never_tracked": Style(PURPLE, "D", (0, (5, 2, 1, 2)), False, "never tracked"),
    "not_answerable": Style(GREY, "P", (0, (1, 4)), False, "not answerable: a claim is missing"),
    "threat_cannot_reach": Style(GREY, "v", (0, (3, 4)), False, "the missile cannot fly so far"),
}
VERDICTS = {
    "holds": Style(BLUE, "o", "solid", True, "holds"),
    "holds_depends": Style(BLUE, "o", "solid", False, "holds, but depends on a dispute"),
    "fails": Style(VERMILLION, "X", "solid", True, "fails"),
    "fails_depends": Style(VERMILLION, "X", "solid", False, "fails, but depends on a dispute"),
    "not_answerable": Style(GREY, "P", "solid", False, "not answerable"),
    "not_physical": Style(GREY, "_", "solid", True, "not physical"),
}
"""How a statement fares; filled where no dispute turns it."""
OTHER = Style(GREY, "*", "solid", False)

SERIES = (
    Style(BLUE, "o", "solid"),
    Style(VERMILLION, "s", (0, (6, 2))),
    Style(GREEN, "^", (0, (5, 2, 1, 2))),
    Style(PURPLE, "D", (0, (1, 1.5))),
    Style(ORANGE, "v", (0, (8, 2, 1, 2, 1, 2))),
    Style(BLACK, "P", (0, (2, 2))),
)
"""For the first, second, ... of several things that rank equally."""


@dataclass(frozen=True)
class Fill:
    """How an area is filled."""

    color: str
    hatch: str
    says: str


CELLS = {
    "undefended": Fill("#f3b98c", "////", "threatened, not defended"),
    "once": Fill(SKY, "", "threatened, one shot opportunity"),
    "twice": Fill("#2f7fb8", "...", "threatened, two or more"),
}


def outcome(name: str | None) -> Style:
    """How an outcome is drawn; an unknown one gets a style of its own."""
    return OUTCOMES.get(str(name), OTHER)


def series(number: int) -> Style:
    """How the thing with this number in a series is drawn."""
    return SERIES[number % len(SERIES)]


def named(names: Sequence[str]) -> dict[str, Style]:
    """Name to style: its own where all of them are outcomes, or verdicts, else one of the series;
    past the end of the series the marks are hollow.
    """
    for known in (OUTCOMES, VERDICTS):
        if names and all(name in known for name in names):
            return {name: known[name] for name in names}
    return {
        name: replace(series(number), filled=number < len(SERIES))
        for number, name in enumerate(names)
    }
