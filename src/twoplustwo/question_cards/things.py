"""What a question may read of a dossier: which things there are and their tables, never a value."""

from collections.abc import Mapping
from typing import Any, Protocol

from twoplustwo.base.table import Table


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


class HasThings(Protocol):
    """A dossier as questions see it. Values come from what each position holds, by `Inputs`."""

    @property
    def things(self) -> Mapping[str, Mapping[str, Thing]]:
        """Things by kind and identifier."""
        ...

    def table(self, ref: Any) -> Table:
        """The table behind a reference that a position holds."""
        ...
