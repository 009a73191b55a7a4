"""What a question returns for one position, before it is dressed as an answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from twoplustwo.base.table import Table


@dataclass(frozen=True)
class Headlined:
    """One headline number and the words to put into the card's sentence."""

    column: str
    value: float | None
    words: Mapping[str, Any]
    show: str = "%"
    says: str = "headline"


@dataclass(frozen=True)
class Result:
    """Rows, tables, headlines and outcomes of one question at one position."""

    rows: Table
    headlines: tuple[Headlined, ...]
    outcomes: Mapping[str, int]
    tables: Mapping[str, Table] = field(default_factory=dict)
