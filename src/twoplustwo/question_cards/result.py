"""What a question returns for one position, before it is dressed as an answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from twoplustwo.base.table import Table


@dataclass(frozen=True)
class HeadlineValue:
    """One headline number and the words to put into the card's sentence."""

    column: str
    value: float | None
    words: Mapping[str, Any]
    show: str = "%"
    case: str = "headline"
    """Which of the card's sentences says it."""


@dataclass(frozen=True)
class Result:
    """Headlines and outcomes of one question at one position, and how its tables are made.

    `make` gives the rows and the other tables. It is called where somebody looks at them:
    an analysis of thousands of positions reads headlines only. `listed` are keys of claims that it
    shows as they were said, whoever holds them: they are cited and part of the answer's name.

    `guides` are numbers that searches climb by where a headline stands still, in the card's
    columns as everything else; nothing prints them. `over` is how many things the shares are over,
    as written in each language, where it depends on the position: an answer whose position was
    changed says so if the number is another than before the change.
    """

    headlines: tuple[HeadlineValue, ...]
    outcomes: Mapping[str, int]
    make: Callable[[], tuple[Table, Mapping[str, Table]]]
    listed: tuple[str, ...] = ()
    guides: Mapping[str, float] = field(default_factory=dict)
    over: Mapping[str, str] = field(default_factory=dict)
