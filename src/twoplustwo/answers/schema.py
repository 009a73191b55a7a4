"""Answers to JSON and back: the schema ``twoplustwo.answer/1``."""

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np

from twoplustwo.answers.answer import Answer, Assumption, Headline
from twoplustwo.answers.rests import Mover, Rests, Taken
from twoplustwo.base.table import Column, Table

ANSWER = "twoplustwo.answer/1"
ANSWERS = "twoplustwo.answers/1"


def plain(thing: Any) -> Any:
    """`thing` in JSON's own types: NaN and infinities become None, NumPy becomes Python."""
    if isinstance(thing, np.ndarray | np.generic):
        return plain(thing.tolist())
    if isinstance(thing, float):
        return thing if math.isfinite(thing) else None
    if isinstance(thing, str):
        return str(thing)  # an enum of strings too
    if thing is None or isinstance(thing, bool | int):
        return thing
    if isinstance(thing, Mapping):
        return {str(key): plain(value) for key, value in thing.items()}
    if isinstance(thing, Iterable):
        return [plain(value) for value in thing]
    return str(thing)


def column_to_json(column: Column) -> dict[str, Any]:
    """A column's name, unit and meaning; what is empty is left out."""
    pairs = (("unit", column.unit), ("means", column.means), ("from", column.measured_from))
    shown = {key: plain(value) for key, value in (*pairs, ("kind", column.kind)) if value}
    return {"name": column.name, **shown}


def table_to_json(table: Table) -> dict[str, Any]:
    """A table as ``{"columns": [...], "rows": [...]}``."""
    return {
        "columns": [column_to_json(column) for column in table.columns],
        "rows": plain(table.records()),
    }


def to_json(answer: Answer, files: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The answer object.

    Parameters
    ----------
    answer : Answer
        What to write.
    files : mapping of str to str, optional
        Where each named table is stored. With it, ``tables`` names the files; without it,
        ``tables`` holds the tables themselves.

    Returns
    -------
    dict
        Plain data: no NaN, no NumPy, the same key order always.
    """
    named = (
        plain(files)
        if files is not None
        else {name: table_to_json(table) for name, table in answer.tables.items()}
    )
    return written(answer, ANSWER, table_to_json(answer.rows), named)


def written(
    answer: Answer, schema: str, rows: Mapping[str, Any], tables: Mapping[str, Any]
) -> dict[str, Any]:
    """The answer object, with its `rows` and named `tables` in whichever form they are given."""
    who = (
        {"position": answer.position}
        if answer.position is not None
        else {"positions": list(answer.positions)}
    )
    return {
        "schema": schema,
        "id": answer.id,
        "question": answer.question,
        **who,
        "as_of": answer.as_of,
        "dossier": plain(answer.dossier),
        "measures": list(answer.measures),
        "options": plain(answer.options),
        "headline": _flat(answer.headline),
        "headlines": [_flat(headline) for headline in answer.headlines],
        **rows,
        "outcomes": plain(answer.outcomes),
        "assumptions": [_flat(one) for one in answer.assumptions],
        "left_out": list(answer.left_out),
        "citations": plain(answer.citations),
        "tables": tables,
        "views": plain(answer.views),
        "made": plain(answer.made),
        "laid": plain(answer.laid),
        "published": plain(answer.published),
        **({} if answer.rests is None else {"rests": rests_to_json(answer.rests)}),
        **(
            {"rests_of": {name: rests_to_json(one) for name, one in answer.rests_of.items()}}
            if answer.rests_of
            else {}
        ),
    }


def rests_to_json(rests: Rests) -> dict[str, Any]:
    """Whose numbers an answer rests on, as plain data."""
    return plain(asdict(rests))


def rests_from_json(data: Mapping[str, Any]) -> Rests:
    """The `Rests` that `data` was made from."""
    lists: dict[str, Callable[..., Any]] = {"taken": Taken, "common": Taken, "movers": Mover}
    found: dict[str, Any] = {
        name: tuple(lists[name](**one) for one in value) if name in lists else value
        for name, value in data.items()
    }
    return Rests(**found)


def body(answers: Sequence[Answer]) -> dict[str, Any]:
    """One answer as itself, several as ``{"schema": ..., "answers": [...]}``."""
    if len(answers) == 1:
        return to_json(answers[0])
    return {"schema": ANSWERS, "answers": [to_json(answer) for answer in answers]}


def dumps(thing: Any) -> str:
    """JSON text, readable letters, strict numbers."""
    return json.dumps(plain(thing), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def from_json(
    data: Mapping[str, Any],
    tables: Mapping[str, Table] | None = None,
    rows: Table | None = None,
) -> Answer:
    """The answer that `data` was made from.

    Parameters
    ----------
    data : mapping
        What `to_json` gave.
    tables : mapping of str to Table, optional
        The tables, where `data` only names their files.
    rows : Table, optional
        The rows, where `data` holds them in another form.
    """
    if tables is None:
        tables = {
            name: table_from_json(table)
            for name, table in data["tables"].items()
            if isinstance(table, Mapping)
        }
    names = ("question", "position", "as_of", "dossier", "options", "outcomes", "made", "id")
    rests_of = {name: rests_from_json(one) for name, one in data.get("rests_of", {}).items()}
    return Answer(
        headline=Headline(**data["headline"]),
        headlines=tuple(Headline(**one) for one in data.get("headlines", ())),
        rows=rows if rows is not None else table_from_json(data),
        positions=tuple(data.get("positions", ())),
        measures=tuple(data["measures"]),
        assumptions=tuple(Assumption(**one) for one in data["assumptions"]),
        left_out=tuple(data["left_out"]),
        citations=tuple(data["citations"]),
        tables=dict(tables),
        views=tuple(data["views"]),
        laid=tuple(data.get("laid", ())),
        published=tuple(data.get("published", ())),
        rests=rests_from_json(data["rests"]) if "rests" in data else None,
        rests_of=rests_of,
        **{name: data[name] for name in names if name in data},
    )


def table_from_json(data: Mapping[str, Any]) -> Table:
    """The table written as ``columns`` and ``rows``; nulls among numbers become NaN."""
    columns = tuple(
        Column(
            name=one["name"],
            unit=one.get("unit", ""),
            means=one.get("means", ""),
            measured_from=one.get("from", ""),
            kind=one.get("kind", ""),
        )
        for one in data["columns"]
    )
    arrays = {
        column.name: array([row[column.name] for row in data["rows"]], numeric=bool(column.unit))
        for column in columns
    }
    return Table(columns, arrays)


def array(values: Sequence[Any], numeric: bool = False) -> np.ndarray:
    """Values of a column as Table keeps them: bool, float64 with NaN, or objects.

    `numeric` settles a column that holds nothing but nulls.
    """
    known = [value for value in values if value is not None]
    if known and all(isinstance(value, bool) for value in known) and len(known) == len(values):
        return np.array(values, dtype=bool)
    numbers = all(isinstance(value, int | float) and not isinstance(value, bool) for value in known)
    if numbers and (known or numeric):
        return np.array([np.nan if value is None else value for value in values], dtype=float)
    return np.array(values, dtype=object)


def _flat(record: Headline | Assumption) -> dict[str, Any]:
    # in the order of the fields, since that is how a record is made
    return {
        name: value if type(value) is str or value is None else plain(value)
        for name, value in vars(record).items()
    }
