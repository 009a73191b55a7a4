"""What a file of each form holds: some answers made into bytes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from twoplustwo.answers.answer import Answer
    from twoplustwo.answers.exports.meanings import Meanings
    from twoplustwo.base.table import Table


@dataclass(frozen=True)
class Wanted:
    """What somebody wants of a file; the fields are the arguments of `files.file_of`."""

    form: str
    table: str
    names: Mapping[str, Any]
    lang: str
    meanings: "Meanings"


def made(answers: "Sequence[Answer]", wanted: Wanted) -> bytes:
    """Some answers as the bytes of a file."""
    make = {
        "csv": _csv,
        "json": _json,
        "parquet": _parquet,
        "sqlite": _sqlite,
        "czml": _map,
        "kml": _map,
        "geojson": _map,
    }[wanted.form]
    return make(answers, wanted)


def _map(answers: "Sequence[Answer]", wanted: Wanted) -> bytes:
    from twoplustwo.answers.exports import czml, geojson, kml
    from twoplustwo.doors.feature_style import feature_style

    makers = {"czml": czml.to_czml, "kml": kml.to_kml, "geojson": geojson.to_geojson}
    text = makers[wanted.form](answers, wanted.table, wanted.names, feature_style(), wanted.lang)
    return text.encode("utf-8")


def _csv(answers: "Sequence[Answer]", wanted: Wanted) -> bytes:
    from twoplustwo.answers.exports import sheet

    tables = _tables(answers, wanted.table or "rows")
    return sheet.to_sheet(answers, tables, wanted.names).encode("utf-8")


def _parquet(answers: "Sequence[Answer]", wanted: Wanted) -> bytes:
    from twoplustwo.answers.exports.parquet_file import to_parquet

    name = wanted.table or "rows"
    return to_parquet(answers, _tables(answers, name), name, wanted.meanings)


def _sqlite(answers: "Sequence[Answer]", wanted: Wanted) -> bytes:
    from twoplustwo.answers.exports.sqlite import to_sqlite

    return to_sqlite(answers, wanted.names, wanted.meanings)


def _json(answers: "Sequence[Answer]", wanted: Wanted) -> bytes:
    from twoplustwo.answers import schema

    table = wanted.table
    if not table:
        return schema.dumps(schema.body(answers)).encode("utf-8")
    tables = _tables(answers, table)
    text = schema.dumps(
        {
            "schema": schema.ANSWERS,
            "answers": [
                {
                    "id": one.id,
                    "question": one.question,
                    "position": one.label,
                    "table": table,
                    **schema.table_to_json(rows),
                }
                for one, rows in zip(answers, tables, strict=True)
            ],
        }
    )
    return text.encode("utf-8")


def _tables(answers: "Sequence[Answer]", name: str) -> "list[Table]":
    """The table of that name of each answer; empty where a position has no answer."""
    from twoplustwo.answers import assumptions_table as assumed
    from twoplustwo.answers.exports.features import tables_of
    from twoplustwo.base.table import Table

    if name == assumed.NAME:
        return [assumed.table(one) for one in answers]
    tables = []
    for one in answers:
        names = tables_of(answers, one, name)
        tables.append(one.table(names[0]) if names else Table(()))
    return tables
