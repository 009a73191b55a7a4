"""What a file of each form holds: some answers made into bytes."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from twoplustwo.answers.answer import Answer
    from twoplustwo.answers.exports.excel_csv import Signs
    from twoplustwo.answers.exports.meanings import Meanings
    from twoplustwo.base.table import Table


LEGEND = "legend.png"
"""What the picture of a legend is called inside of a KMZ."""


@dataclass(frozen=True)
class Wanted:
    """What somebody wants of a file; the fields are the arguments of `files.file_of`."""

    form: str
    table: str
    names: Mapping[str, Any]
    lang: str
    meanings: "Meanings"
    signs: "Signs | None" = None


def made(answers: "Sequence[Answer]", wanted: Wanted) -> bytes:
    """Some answers as the bytes of a file."""
    make = {
        "csv": _csv,
        "json": _json,
        "parquet": _parquet,
        "sqlite": _sqlite,
        "xlsx": _xlsx,
        "czml": _map,
        "kml": _map,
        "geojson": _map,
        "kmz": _kmz,
        "gpkg": _geopackage,
    }[wanted.form]
    return make(answers, wanted)


def _map(answers: "Sequence[Answer]", wanted: Wanted) -> bytes:
    from twoplustwo.answers.exports import czml, geojson, kml
    from twoplustwo.doors.feature_style import feature_style

    makers = {"czml": czml.to_czml, "kml": kml.to_kml, "geojson": geojson.to_geojson}
    text = makers[wanted.form](answers, wanted.table, wanted.names, feature_style(), wanted.lang)
    return text.encode("utf-8")


def _geopackage(answers: "Sequence[Answer]", wanted: Wanted) -> bytes:
    from twoplustwo.answers.exports.geopackage import to_geopackage
    from twoplustwo.doors.feature_style import feature_style

    table, names, lang = wanted.table, wanted.names, wanted.lang
    return to_geopackage(answers, table, names, feature_style(), lang, wanted.meanings)


def _kmz(answers: "Sequence[Answer]", wanted: Wanted) -> bytes:
    from twoplustwo.answers.exports import kml
    from twoplustwo.answers.exports.map_content import map_content
    from twoplustwo.answers.exports.origin import phrase
    from twoplustwo.doors.feature_style import feature_style
    from twoplustwo.reports import map_legend

    content = map_content(answers, wanted.table, wanted.names, feature_style(), wanted.lang)
    entries = kml.legend_entries(content)
    parts = {
        "doc.kml": kml.written(content, LEGEND).encode("utf-8"),
        LEGEND: map_legend.draw(phrase("legend", wanted.lang), entries),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():  # a moment of its own: the same answers, the same bytes
            packed.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _csv(answers: "Sequence[Answer]", wanted: Wanted) -> bytes:
    from twoplustwo.answers.exports import sheet

    if wanted.signs is not None:
        return _excel_csv(answers, wanted.signs, wanted).encode("utf-8")
    tables = _tables(answers, wanted.table or "rows")
    return sheet.to_sheet(answers, tables, wanted.names).encode("utf-8")


def _excel_csv(answers: "Sequence[Answer]", signs: "Signs", wanted: Wanted) -> str:
    from twoplustwo.answers import assumptions_table as assumed
    from twoplustwo.answers.exports import excel_csv
    from twoplustwo.answers.exports.about_sheets import numbers_sheet
    from twoplustwo.answers.exports.readable import readable
    from twoplustwo.answers.exports.stacked import one_stack

    name, words = wanted.table or "rows", {**_outcomes(), **wanted.names}
    if name == assumed.NAME:
        numbers = numbers_sheet(answers, words, wanted.lang)
        return excel_csv.texts_to_excel_csv(numbers, signs)
    stack = one_stack(answers, _tables(answers, name), name)
    columns = readable(stack, answers, words, wanted.meanings, wanted.lang)
    return excel_csv.to_excel_csv(columns, signs)


def _xlsx(answers: "Sequence[Answer]", wanted: Wanted) -> bytes:
    from twoplustwo.answers.exports.stacked import stacked
    from twoplustwo.answers.exports.xlsx import to_xlsx

    words = {**_outcomes(), **wanted.names}
    return to_xlsx(answers, stacked(answers), words, wanted.meanings, wanted.lang)


def _outcomes() -> "dict[str, Mapping[str, str]]":
    """How a flight ends, in the words of reports."""
    from twoplustwo.reports import palette

    return {name: style.says for name, style in palette.OUTCOMES.items()}


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
