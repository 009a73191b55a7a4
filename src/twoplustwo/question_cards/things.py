"""What a question may read of a dossier: which things there are and their tables, never a value."""

from collections.abc import Mapping
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.table import Table
from twoplustwo.question_cards.card import Card


class Thing(Protocol):
    """A missile, a place, a radar, as questions see it."""

    @property
    def id(self) -> str:
        """Its identifier."""
        ...

    @property
    def name(self) -> Mapping[str, str]:
        """Its name by language."""
        ...

    @property
    def structure(self) -> Mapping[str, str]:
        """Its plain keys, such as whose it is."""
        ...


class InRegions(Protocol):
    """The rows of a table of cells or cities that lie in some region of a dossier."""

    @property
    def table(self) -> Table:
        """N rows, with the people of the year asked for."""
        ...

    @property
    def regions(self) -> tuple[str, ...]:
        """R regions."""
        ...

    @property
    def inside(self) -> NDArray[np.bool_]:
        """Which rows each region holds, shape (R, N)."""
        ...

    @property
    def mark(self) -> str:
        """Table, regions and year: equal for what is equal."""
        ...

    @property
    def other_year(self) -> int | None:
        """The year of these people, where it is far from the one asked for."""
        ...


class HasThings(Protocol):
    """A dossier as questions see it. Values come from what each position holds, by `Inputs`."""

    @property
    def things(self) -> Mapping[str, Mapping[str, Thing]]:
        """Things by kind and identifier, those that are asked about."""
        ...

    @property
    def every(self) -> Mapping[str, Mapping[str, Thing]]:
        """All things, whatever is asked about."""
        ...

    @property
    def layers(self) -> tuple[str, ...]:
        """Interceptors that defend together; empty where each position holds who joins whom."""
        ...

    def table(self, ref: Any) -> Table:
        """The table behind a reference that a position holds."""
        ...

    @property
    def regions(self) -> Mapping[str, Any]:
        """Its regions by identifier."""
        ...

    def in_regions(self, ref: Any, year: float | None = None) -> InRegions:
        """The rows of a table of cells or cities in its regions, with the people of a year."""
        ...

    @property
    def card(self) -> Card:
        """The card by which the question is asked."""
        ...
