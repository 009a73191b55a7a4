"""Colours that colour-blind readers can tell apart, each with a shape, line and hatch."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

# M. Okabe, K. Ito, Color Universal Design (2008)
BLACK, ORANGE, SKY, GREEN = "#000000", "#e69f00", "#56b4e9", "#009e73"
YELLOW, BLUE, VERMILLION, PURPLE = "#f0e442", "#0072b2", "#d55e00", "#cc79a7"
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
    "met": Style(BLUE, "o", "solid", True, _says("met in time", "встречена вовремя")),
    "too_late": Style(
        VERMILLION,
        "X",
        (0, (5, 2)),
        True,
        _says("could be met, but too late", "встреча возможна, но поздно"),
    ),
    "out_of_reach": Style(
        ORANGE,
        "s",
        (0, (1, 1.5)),
        False,
        _says("out of reach at any launch time", "недосягаема при любом времени пуска"),
    ),
    "never_tracked": Style(
        PURPLE, "D", (0, (5, 2, 1, 2)), False, _says("never tracked", "не сопровождалась")
    ),
    "not_answerable": Style(
        GREY,
        "P",
        (0, (1, 4)),
        False,
        _says("not answerable: a claim is missing", "нет ответа: не хватает утверждения"),
    ),
    "threat_cannot_reach": Style(
        GREY,
        "v",
        (0, (3, 4)),
        False,
        _says("the missile cannot fly so far", "ракета не долетает так далеко"),
    ),
}
VERDICTS = {
    "holds": Style(BLUE, "o", "solid", True, _says("holds", "верно")),
    "holds_depends": Style(
        BLUE,
        "o",
        "solid",
        False,
        _says("holds, but depends on a dispute", "верно, но зависит от спора"),
    ),
    "fails": Style(VERMILLION, "X", "solid", True, _says("fails", "неверно")),
    "fails_depends": Style(
        VERMILLION,
        "X",
        "solid",
        False,
        _says("fails, but depends on a dispute", "неверно, но зависит от спора"),
    ),
    "not_answerable": Style(GREY, "P", "solid", False, _says("not answerable", "нет ответа")),
    "not_physical": Style(GREY, "_", "solid", True, _says("not physical", "не из области физики")),
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
    says: Words

    @property
    def told(self) -> str:
        """What it means, in English."""
        return self.says["en"]


CELLS = {
    "undefended": Fill(
        "#f3b98c", "////", _says("threatened, not defended", "под угрозой, не прикрыто")
    ),
    "once": Fill(
        SKY,
        "",
        _says("threatened, one shot opportunity", "под угрозой, одна возможность перехвата"),
    ),
    "twice": Fill("#2f7fb8", "...", _says("threatened, two or more", "под угрозой, две и более")),
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
