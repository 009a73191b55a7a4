"""A table: named columns of equal length, with units and meanings."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

import numpy as np


@dataclass(frozen=True)
class Column:
    """What a column is.

    Parameters
    ----------
    name : str
        Name, with its unit where it has one, e.g. ``latest_launch_s``.
    unit : str
        Unit of the numbers; empty for text and flags.
    means : str
        What the column means.
    measured_from : str
        What a time or distance is counted from, e.g. ``ICBM launch``.
    kind : str
        Kind of thing that the values name, e.g. ``bases``.
    """

    name: str
    unit: str = ""
    means: str = ""
    measured_from: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Table:
    """Columns and their values.

    Numbers are float64 with NaN for null, flags are bool, everything else is an object array of
    text or None. Whole-number and text arrays are taken and converted.
    """

    columns: tuple[Column, ...]
    data: Mapping[str, np.ndarray] = field(default_factory=dict)

    def __post_init__(self) -> None:
        names = [column.name for column in self.columns]
        if sorted(names) != sorted(self.data):
            raise ValueError(f"columns {sorted(names)} but data for {sorted(self.data)}")
        data = {name: _array(self.data[name]) for name in names}
        lengths = {name: len(values) for name, values in data.items()}
        if len(set(lengths.values())) > 1:
            raise ValueError(f"columns of different length: {lengths}")
        object.__setattr__(self, "columns", tuple(self.columns))
        object.__setattr__(self, "data", data)

    @classmethod
    def of_columns(cls, data: Mapping[str, Any]) -> Self:
        """A table of columns by name, nothing said of them but that."""
        return cls(tuple(Column(name) for name in data), data)

    @classmethod
    def of_rows(
        cls, columns: str | Iterable[str | Column], rows: Sequence[Mapping[str, Any]]
    ) -> Self:
        """A table of rows of plain values.

        A column that holds a truth value is one of flags, one that holds a text (or nothing at
        all) is one of text, any other is one of numbers. None is null: NaN among numbers, None
        elsewhere. Whole numbers are numbers.

        Parameters
        ----------
        columns : str, or iterable of str or Column
            In order, in one text with blanks between; what else a row holds is left out.
        rows : sequence of mapping
            Column to value; null where it is not there.
        """
        given = columns.split() if isinstance(columns, str) else columns
        described = tuple(Column(c) if isinstance(c, str) else c for c in given)
        names = [column.name for column in described]
        return cls(described, {name: _values([row.get(name) for row in rows]) for name in names})

    @classmethod
    def concat(cls, tables: Sequence["Table"]) -> Self:
        """The rows of tables of the same columns, one table after the other; empty of none."""
        if not tables:
            return cls(())
        columns = tables[0].columns
        if any(one.columns != columns for one in tables):
            raise ValueError("tables of different columns cannot be joined")
        names = tables[0].names
        return cls(columns, {n: np.concatenate([one.data[n] for one in tables]) for n in names})

    def __len__(self) -> int:
        return len(next(iter(self.data.values()))) if self.data else 0

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> np.ndarray:
        """The values of column `name`, shape (rows,)."""
        return self.data[name]

    def records(self) -> list[dict[str, Any]]:
        """One dictionary a row, of plain Python values; NaN becomes None."""
        lists = [_plain(self.data[name]) for name in self.names]
        return [dict(zip(self.names, row, strict=True)) for row in zip(*lists, strict=True)]


class Tables(Mapping[str, Table]):
    """Tables by name, each made when it is first looked at.

    Parameters
    ----------
    makers : mapping of str to callable
        What makes each.
    """

    def __init__(self, makers: Mapping[str, Callable[[], Table]]) -> None:
        self._makers = dict(makers)
        self._made: dict[str, Table] = {}

    def __getitem__(self, name: str) -> Table:
        if name not in self._made:
            self._made[name] = self._makers[name]()
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)

    def __contains__(self, name: object) -> bool:
        return name in self._makers

    def __reduce__(self) -> tuple[type[dict], tuple[dict[str, Table]]]:
        return dict, (dict(self),)  # sent elsewhere, it is made


def _values(values: Sequence[Any]) -> np.ndarray:
    """Plain values of one column as an array of the type that they have in common."""
    if any(isinstance(value, bool) for value in values):
        return np.array(values, dtype=object if None in values else bool)
    if any(isinstance(value, str) for value in values) or not values:
        return np.array(values, dtype=object)
    return np.array([np.nan if value is None else value for value in values], dtype=float)


def _array(values: Any) -> np.ndarray:
    array = np.asarray(values)
    if array.ndim != 1:
        raise ValueError(f"a column has one dimension, not shape {array.shape}")
    if array.dtype.kind in "iuf":
        return array.astype(np.float64)
    return array if array.dtype.kind in "bO" else array.astype(object)


def _plain(values: np.ndarray) -> list[Any]:
    if values.dtype.kind == "f":
        return [None if value != value else value for value in values.tolist()]
    return [value.item() if isinstance(value, np.generic) else value for value in values.tolist()]
