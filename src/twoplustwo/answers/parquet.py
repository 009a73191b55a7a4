"""Tables to Parquet and back; a null is a null, never NaN."""

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from twoplustwo.answers.schema import array
from twoplustwo.base.table import Column, Table

_KEYS = (("unit", "unit"), ("means", "means"), ("from", "measured_from"), ("kind", "kind"))


def to_arrow(table: Table) -> pa.Table:
    """The table in Arrow's form; unit and meaning of a column go into its metadata."""
    arrays, schema = [], []
    for column in table.columns:
        values = table.column(column.name)
        if values.dtype == object:
            kept = _typed(values.tolist(), bool(column.unit))
        else:
            blank = np.isnan(values) if values.dtype.kind == "f" else None
            # a column of nulls alone is taken for one of numbers; without a unit it is one of text
            untold = blank is not None and not column.unit and bool(blank.all())
            kept = pa.nulls(len(values), pa.string()) if untold else pa.array(values, mask=blank)
        arrays.append(kept)
        notes = {key: str(text) for key, name in _KEYS if (text := getattr(column, name))}
        schema.append(pa.field(column.name, kept.type, metadata=notes))
    return pa.Table.from_arrays(arrays, schema=pa.schema(schema))


def _typed(values: list[Any], of_numbers: bool) -> pa.Array:
    """Values of one type, whether or not there are any: a file without rows must be readable
    together with others.
    """
    said = [value for value in values if value is not None]
    if said and all(isinstance(value, bool) for value in said):
        return pa.array(values, pa.bool_())
    if of_numbers and all(isinstance(value, int | float) for value in said):
        return pa.array(values, pa.float64())
    return pa.array([None if v is None else str(v) for v in values], pa.string())


def write(table: Table, path: Path) -> None:
    """Write `table` to `path`."""
    pq.write_table(to_arrow(table), path)


def read(path: Path) -> Table:
    """Read back what `write` wrote."""
    found = pq.read_table(path)
    columns, data = [], {}
    for one in found.schema:
        notes = {key.decode(): text.decode() for key, text in (one.metadata or {}).items()}
        known = {name: notes.get(key, "") for key, name in _KEYS}
        columns.append(Column(name=one.name, **known))
        numeric = pa.types.is_floating(one.type) or pa.types.is_integer(one.type)
        data[one.name] = array(found.column(one.name).to_pylist(), numeric=numeric)
    return Table(tuple(columns), data)
