"""Which rows of a table are meant: conditions on its columns, all of which must hold."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from twoplustwo.base.criterion import Criterion
from twoplustwo.base.errors import OptionError

_NAMED = re.compile(r"\s*(?P<column>[a-z][a-z0-9_]*)\s*=\s*(?P<names>[^<>=]+)")
_NAME = re.compile(r"[a-z0-9][a-z0-9_.+:@-]*", re.IGNORECASE)
# What begins like a number is read as one, and its mistake reported as that of a number.
_NUMBER = re.compile(r"[+-]?(?:\d|\.\d)[^a-z]*(?:\s.*)?$", re.IGNORECASE)


@dataclass(frozen=True)
class Named:
    """A condition on names: the column holds one of them; ``yes`` and ``no`` mean a flag."""

    column: str
    names: tuple[str, ...]

    def holds(self, value: Any) -> bool:
        """Whether a value of the column is one of the names."""
        text = ("yes" if value else "no") if isinstance(value, bool) else str(value)
        return text in self.names

    def __str__(self) -> str:
        return f"{self.column} = {' or '.join(self.names)}"


@dataclass(frozen=True)
class Filter:
    """``COLUMN = NAME [or NAME …]`` or a test on a number; several are joined by ``and``."""

    conditions: tuple[Named | Criterion, ...]

    @classmethod
    def parse(cls, text: str) -> "Filter":
        """Read ``base = ONE or OTHER and margin_s > 0 s``.

        Raises
        ------
        OptionError
            If a condition is neither on names nor a test.
        """
        found: list[Named | Criterion] = []
        for part in re.split(r"\s+and\s+", text.strip()):
            named = _NAMED.fullmatch(part)
            names = re.split(r"\s+or\s+", named["names"].strip()) if named else []
            if named and all(_NAME.fullmatch(n) and not _NUMBER.match(n) for n in names):
                found.append(Named(named["column"], tuple(names)))
                continue
            try:
                found.append(Criterion.parse(part))
            except OptionError as error:
                raise OptionError(
                    f"{part!r} picks no rows",
                    why="expected COLUMN = NAME [or NAME], or COLUMN (=|<|<=|>|>=) VALUE [unit], "
                    "joined by `and`",
                    fix="e.g. where: base = ONE or OTHER",
                ) from error
        return cls(tuple(found))

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that are looked at."""
        return tuple(one.column for one in self.conditions)

    def keeps(self, row: dict[str, Any], si: Callable[[str, Any], float | None]) -> bool:
        """Whether a row is meant.

        Parameters
        ----------
        row : dict
            Column to value.
        si : callable
            A column and its value to the number in SI, or None where there is none.
        """
        return all(
            one.holds(row[one.column])
            if isinstance(one, Named)
            else bool(one.holds(si(one.column, row[one.column])))
            for one in self.conditions
        )

    def __str__(self) -> str:
        return " and ".join(map(str, self.conditions))
