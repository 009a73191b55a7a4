"""Colours that colour-blind readers can tell apart, each with a shape, line and hatch.

A colour and a shape mean one thing in a view, so each kind of thing has its own: positions the
strong hues of Okabe and Ito; ends of flights another set of hues and shapes; land a ramp from light
to dark; verdicts and signs no hue at all, since a colour or a tick would take a side.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

# M. Okabe, K. Ito, Color Universal Design (2008)
BLACK, ORANGE, SKY, GREEN = "#000000", "#e69f00", "#56b4e9", "#009e73"
YELLOW, BLUE, VERMILLION, PURPLE = "#f0e442", "#0072b2", "#d55e00", "#cc79a7"
VIOLET, AMBER, TAUPE, SLATE = "#8e4ec6", "#a6761d", "#77685d", "#64788a"  # 3:1 on white and on dark
GREY = "#8a8f94"
INK, FAINT = "#1b1f23", "#6b7177"


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
    def told(self) -> str:
        """What it means, in English; empty where that is left to the name."""
        return self.says.get("en", "")


def _says(en: str, ru: str) -> Words:
    return {"en": en, "ru": ru}


OUTCOMES = {
    "met": Style(VIOLET, ">", "solid", True, _says("met in time", "перехвачена вовремя")),
    "too_late": Style(
        AMBER,
        "<",
        (0, (5, 2)),
        False,
        _says("could be met, but too late", "перехват возможен, но поздно"),
    ),
    "out_of_reach": Style(
        TAUPE,
        "d",
        (0, (1, 1.5)),
        False,
        _says("out of reach at any launch time", "недосягаема при любом времени пуска"),
    ),
    "never_tracked": Style(
        SLATE, "P", (0, (5, 2, 1, 2)), False, _says("never tracked", "не сопровождалась")
    ),
    "not_answerable": Style(
        GREY,
        "_",
        (0, (1, 4)),
        False,
        _says("not answerable: a claim is missing", "нет ответа: не хватает утверждения"),
    ),
    "threat_cannot_reach": Style(
        GREY,
        "|",
        (0, (3, 4)),
        False,
        _says("the missile cannot fly so far", "ракета не долетает так далеко"),
    ),
}
"""How a flight ends. Early and late point the two ways that they lie on an axis of time."""
VERDICTS = {
    "holds": Style(BLACK, "s", "solid", True, _says("holds", "верно")),
    "holds_depends": Style(
        BLACK,
        "D",
        "solid",
        True,
        _says("holds, but depends on a dispute", "верно, но зависит от спора"),
    ),
    "fails": Style(BLACK, "s", "solid", False, _says("fails", "неверно")),
    "fails_depends": Style(
        BLACK,
        "D",
        "solid",
        False,
        _says("fails, but depends on a dispute", "неверно, но зависит от спора"),
    ),
    "not_answerable": Style(GREY, "_", "solid", False, _says("not answerable", "нет ответа")),
    "not_physical": Style(GREY, "|", "solid", True, _says("not physical", "не из области физики")),
}
"""How a statement or a test fares: filled where it holds, on its corner where a dispute turns it.
Whether that is good depends on the reader, so it has no hue.
"""
OTHER = Style(GREY, "*", "solid", False)

SERIES = (
    Style(BLUE, "o", "solid"),
    Style(VERMILLION, "s", (0, (6, 2))),
    Style(GREEN, "^", (0, (5, 2, 1, 2))),
    Style(PURPLE, "D", (0, (1, 1.5))),
    Style(ORANGE, "v", (0, (8, 2, 1, 2, 1, 2))),
    Style(BLACK, "h", (0, (2, 2))),
)
"""For the first, second, ... of several positions, which rank equally."""
QUANTITIES = (
    Style(BLACK, "p", "solid"),
    Style("#7d8790", "X", (0, (6, 2))),
    Style(AMBER, "8", (0, (5, 2, 1, 2))),
    Style(VIOLET, "*", (0, (1, 1.5))),
    Style(TAUPE, "d", (0, (8, 2, 1, 2, 1, 2))),
    Style(SLATE, "H", (0, (2, 2))),
)
"""For several quantities or kinds of one position: no position's colour or shape."""


@dataclass(frozen=True)
class Fill:
    """How an area is filled."""

    color: str
    hatch: str
    says: Words

    @property
    def told(self) -> str:
        """What it means, in English."""
        return self.says["en"]


_ONCE, _TWICE = "#d8c48a", "#8c6d1f"
CELLS = {
    "undefended": Fill(
        "#f6f2e7", "////", _says("threatened, not defended", "под угрозой, не прикрыто")
    ),
    "once": Fill(
        _ONCE,
        "",
        _says("threatened, one shot opportunity", "под угрозой, одна возможность перехвата"),
    ),
    "twice": Fill(_TWICE, "...", _says("threatened, two or more", "под угрозой, две и более")),
}
"""How land is filled: the more shots, the darker; hatched where there is none."""
BARS = (
    Fill(_ONCE, "", _says("the first of several", "первое из нескольких")),
    Fill(_TWICE, "...", _says("the second", "второе")),
    Fill(SLATE, "xx", _says("the third", "третье")),
)
"""Columns of bars, as land is: what counts at least two shots is darker than what counts one."""
SIGNS = {
    "plus": Fill(SLATE, "", _says("above zero", "выше нуля")),
    "minus": Fill("#b9c4cd", "\\\\\\\\", _says("below zero", "ниже нуля")),
}
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
