"""Answers as files for other programs: which forms there are, and one of them made."""

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from twoplustwo.base.errors import OptionError, OutputError, nearest

if TYPE_CHECKING:
    from twoplustwo.answers.answer import Answer
    from twoplustwo.answers.exports.features import Feature
    from twoplustwo.answers.exports.origin import Look
    from twoplustwo.base.table import Table

MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "czml": "application/json",
    "kml": "application/vnd.google-earth.kml+xml",
    "geojson": "application/geo+json",
}
"""Form of a file to its media type."""
MAPS = ("czml", "kml", "geojson")
"""Forms that hold what has a place."""


class File(NamedTuple):
    """What a file holds, what that is, and how it may be called."""

    data: bytes
    media_type: str
    name: str


def file_of(
    answers: "Sequence[Answer]",
    form: str,
    table: str = "",
    names: Mapping[str, Any] | None = None,
    lang: str = "en",
) -> File:
    """Some answers as a file.

    Parameters
    ----------
    answers : sequence of Answer
    form : str
        ``csv``, ``json``, ``czml``, ``kml`` or ``geojson``.
    table : str
        Only this table. Without, a map has everything that the views draw, CSV the rows, and
        JSON the whole answers.
    names : mapping, optional
        Identifier to name.
    lang : str
        The language of a map's words; a table has both.

    Raises
    ------
    OptionError
        There is no such form, table or language; names the nearest.
    """
    check_form(form)
    check_language(lang)
    if form in MAPS:
        from twoplustwo.answers.exports.features import check_placed

        check_placed(answers, table, form)
    text = _text(answers, form, table, names or {}, lang)
    return File(text.encode("utf-8"), MEDIA[form], _name(answers, form, table))


def check_form(form: str) -> None:
    """Refuse a form that there is not, before anything is computed for it."""
    _check_among(form, MEDIA, "no file of the form", "--to", "forms")


def check_language(lang: str) -> None:
    """Refuse a language in which nothing is written."""
    from twoplustwo.answers.exports.origin import LANGUAGES

    _check_among(lang, LANGUAGES, "no file in the language", "--lang", "languages")


def _check_among(text: str, names: Collection[str], what: str, where: str, listed: str) -> None:
    if text not in names:
        why = f"{listed}: {', '.join(names)}"
        raise OptionError(f"{what} {text!r}", where, why, nearest(text, names))


def check_ending(path: Path | None, form: str) -> None:
    """Refuse a name that says another form than the file has."""
    ending = path.suffix.lower().removeprefix(".") if path else ""
    if ending in MEDIA and ending != form:
        raise OptionError(
            f"{path} would hold {form}",
            "--out",
            f"its name says {ending}",
            f"take --to {ending}, or a name that ends in .{form}",
        )


def check_free(path: Path | None, force: bool = False) -> None:
    """Refuse to write over a file or where no folder is, before anything is computed for it.

    With `force` a file may be written over, and nothing else.
    """
    if path is None:
        return
    if os.path.lexists(path) and not (force and path.is_file()):
        raise OutputError(
            f"{path} exists already",
            why="nothing is written over a folder, a device or, without --force, another file",
            fix="name another file with --out" + ("" if path.is_dir() else ", or add --force"),
        )
    if not path.parent.is_dir():
        raise OutputError(
            f"cannot write to {path}",
            why=f"there is no folder {path.parent}",
            fix="make it, or name another file with --out",
        )
    from twoplustwo.base.whole import cannot_write, check_writable

    try:
        check_writable(path.parent)
    except OSError as error:
        raise cannot_write(path, error) from None


def write(file: File, path: Path, force: bool = False) -> None:
    """Write a file, whole or not at all; over another one only with `force`.

    Raises
    ------
    OutputError
        It cannot be written, or something stands there already.
    """
    from twoplustwo.base.whole import cannot_write, write_whole

    check_free(path, force)
    try:
        write_whole(path, file.data, over=force)
    except FileExistsError:
        check_free(path)  # somebody wrote it while this was computed
        raise
    except OSError as error:
        raise cannot_write(path, error) from error


def _text(
    answers: "Sequence[Answer]", form: str, table: str, names: Mapping[str, Any], lang: str
) -> str:
    if form in MAPS:
        from twoplustwo.answers.exports import czml, geojson, kml

        write_map = {"czml": czml.to_czml, "kml": kml.to_kml, "geojson": geojson.to_geojson}[form]
        return write_map(answers, table, names, feature_style(), lang)
    from twoplustwo.answers import schema
    from twoplustwo.answers.exports import sheet

    if form == "json" and not table:
        return schema.dumps(schema.body(answers))
    tables = _tables(answers, table or "rows")
    if form == "csv":
        return sheet.to_sheet(answers, tables, names)
    return schema.dumps(
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


def _tables(answers: "Sequence[Answer]", name: str) -> "list[Table]":
    """The table of that name of each answer; empty where a position has no answer."""
    from twoplustwo.answers import assumptions_table as assumed
    from twoplustwo.answers.exports.features import tables_of
    from twoplustwo.base.table import Table

    if name == "all":
        raise OptionError(
            "a file of this form holds one table",
            "--table all",
            "all is for maps",
            "name one, or take --to czml, kml or geojson",
        )
    if name == assumed.NAME:
        return [assumed.table(one) for one in answers]
    tables = []
    for one in answers:
        names = tables_of(answers, one, name)
        tables.append(one.table(names[0]) if names else Table(()))
    return tables


def _name(answers: "Sequence[Answer]", form: str, table: str) -> str:
    from twoplustwo.answers.store import file_name

    stem = file_name(answers[0]) if len(answers) == 1 else answers[0].question
    return ".".join(part for part in (stem, table, form) if part)


def feature_style() -> "Callable[[Feature], Look]":
    """The colours of reports and what they mean: by outcome, by how well a cell is defended, else
    one a table.
    """
    from twoplustwo.answers.exports.features import CELL, RING
    from twoplustwo.answers.exports.origin import Look, is_place
    from twoplustwo.reports import palette

    order: dict[tuple[str, ...], int] = {}

    def paint(one: "Feature") -> Look:
        if is_place(one):
            return Look(palette.INK)
        outcome = one.about.get("outcome")
        if outcome in palette.OUTCOMES:
            style = palette.OUTCOMES[str(outcome)]
            return Look(style.color, style.says)
        shots = one.about.get("opportunities")
        if one.sort == CELL and isinstance(shots, int | float):
            cell = "undefended" if shots < 1 else "once" if shots < 2 else "twice"
            return Look(palette.CELLS[cell].color, palette.CELLS[cell].says)
        key = (one.table, *(one.names[:1] if one.sort == RING else ()))
        return Look(palette.series(order.setdefault(key, len(order))).color)

    return paint
