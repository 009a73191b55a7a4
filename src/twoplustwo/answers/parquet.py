"""Tables to Parquet and back; a null is a null, never NaN, and so is what is not finite.

A column has the same type in the file of every position, so that files are read together. The
position stands in a column of its own, which `read` leaves out.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from twoplustwo.answers.column_types import FLAG, NUMBER, TEXT, TypedColumn, as_type, type_of
from twoplustwo.answers.schema import array
from twoplustwo.base.table import Table

POSITION = "position"
ORIGIN = b"twoplustwo"
"""Key of a file's metadata under which it says where it comes from, as JSON."""
_KEYS = (("unit", "unit"), ("means", "means"), ("from", "measured_from"), ("kind", "kind"))
ARROW = {NUMBER: pa.float64(), FLAG: pa.bool_(), TEXT: pa.string()}
"""Type of a column to Arrow's."""
_ADDED, _AS_ADDED = "added", {"means": "whose numbers the row stands on", "added": "yes"}


def to_arrow(table: Table, position: str = "", origin: Mapping[str, Any] | None = None) -> pa.Table:
    """The table in Arrow's form; unit and meaning of a column go into its metadata.

    Parameters
    ----------
    table : Table
    position : str
        Whose table it is; becomes the first column, unless the table has one of that name.
    origin : mapping, optional
        Where it comes from, for the metadata of the file.
    """
    arrays, schema = [], []
    if position and POSITION not in table.names:
        arrays.append(pa.array([position] * len(table), pa.string()))
        schema.append(pa.field(POSITION, pa.string(), metadata=_AS_ADDED))
    for column in table.columns:
        values = table.column(column.name)
        kind = type_of(column, values)
        arrays.append(pa.array([as_type(one, kind) for one in values.tolist()], ARROW[kind]))
        notes = {key: str(text) for key, name in _KEYS if (text := getattr(column, name))}
        schema.append(pa.field(column.name, ARROW[kind], metadata=notes))
    about = {ORIGIN: json.dumps(origin, ensure_ascii=False).encode()} if origin else None
    return pa.Table.from_arrays(arrays, schema=pa.schema(schema, metadata=about))


def write(
    table: Table, path: Path, position: str = "", origin: Mapping[str, Any] | None = None
) -> None:
    """Write `table` to `path`; the rest is as in `to_arrow`."""
    pq.write_table(to_arrow(table, position, origin), path)


def read(path: Path) -> Table:
    """Read back what `write` wrote, without the column of the position."""
    found = pq.read_table(path)
    columns, data = [], {}
    for one in found.schema:
        notes = {key.decode(): text.decode() for key, text in (one.metadata or {}).items()}
        if _ADDED in notes:
            continue
        known = {name: notes.get(key, "") for key, name in _KEYS}
        kind = next((name for name, form in ARROW.items() if form == one.type), "")
        columns.append(TypedColumn(name=one.name, **known, type=kind))
        data[one.name] = array(found.column(one.name).to_pylist(), numeric=kind == NUMBER)
    return Table(tuple(columns), data)
