"""Tables written into an SQLite file, whatever is built on it."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from twoplustwo.answers.column_types import as_type


def create_table(
    database: sqlite3.Connection,
    name: str,
    columns: Mapping[str, str],
    rows: Iterable[Sequence[Any]],
    also: str = "",
) -> None:
    """Make a table and fill it.

    Parameters
    ----------
    database : sqlite3.Connection
    name : str
    columns : mapping
        Name of each column to its type in SQL, with what is declared of it.
    rows : iterable of sequence
        Values in the order of the columns; one that has a key of its own may leave it to SQLite
        as None.
    also : str
        What SQL says of the table after its columns.
    """
    declared = [f"{quoted(column)} {kind}" for column, kind in columns.items()]
    inside = ", ".join([*declared, *([also] if also else [])])
    database.execute(f"CREATE TABLE {quoted(name)} ({inside})")
    marks = ", ".join("?" * len(columns))
    database.executemany(f"INSERT INTO {quoted(name)} VALUES ({marks})", rows)


def quoted(name: str) -> str:
    """A name as SQL takes it, whatever letters are in it."""
    return '"' + name.replace('"', '""') + '"'


def cell(value: Any, kind: str) -> float | bool | str | None:
    """A value of that type as a cell: null also for an empty text."""
    return None if value == "" else as_type(value, kind)
