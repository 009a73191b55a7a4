"""Answers as files for other programs: which forms there are, and one of them made."""

import os
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from twoplustwo.base.errors import OptionError, OutputError, nearest

if TYPE_CHECKING:
    from twoplustwo.answers.answer import Answer
    from twoplustwo.answers.exports.excel_csv import Signs
    from twoplustwo.answers.exports.meanings import Meanings

MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "sqlite": "application/vnd.sqlite3",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "czml": "application/json",
    "kml": "application/vnd.google-earth.kml+xml",
    "kmz": "application/vnd.google-earth.kmz",
    "geojson": "application/geo+json",
    "gpkg": "application/geopackage+sqlite3",
}
"""Form of a file to its media type."""
MAPS = ("czml", "kml", "kmz", "geojson", "gpkg")
"""Forms that hold what has a place."""
BINARY = ("parquet", "sqlite", "xlsx", "gpkg", "kmz")
"""Forms that are no text, which a terminal cannot show."""
PROGRAMS = ("excel",)
"""Programs for which CSV is written otherwise; other spreadsheets take the same."""
RUNS = ("sqlite", "xlsx")
"""Forms that hold the answers to many questions."""


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
    meanings: "Meanings | None" = None,
    signs: "Signs | None" = None,
) -> File:
    """Some answers as a file.

    Parameters
    ----------
    answers : sequence of Answer
    form : str
        One of `MEDIA`.
    table : str
        Only this table. Without, a map has everything that the views draw, CSV and Parquet the
        rows, JSON and SQLite the whole answers.
    names : mapping, optional
        Identifier to name.
    lang : str
        The language of a map's or spreadsheet's words; a table for programs has both.
    meanings : mapping, optional
        What the cards say of the columns of each question, as `dossiers.meanings` gives it.
    signs : Signs, optional
        CSV for a spreadsheet, with these between fields and before decimals; for programs without.

    Raises
    ------
    OptionError
        There is no such form, table or language; names the nearest.
    """
    check_form(form)
    check_language(lang)
    check_table(table, form)
    if form in MAPS:
        from twoplustwo.answers.exports.features import check_placed

        check_placed(answers, table, form)
    from twoplustwo.doors.file_forms import Wanted, made

    wanted = Wanted(form, table, names or {}, lang, meanings or {}, signs)
    return File(made(answers, wanted), MEDIA[form], _name(answers, form, table))


def check_form(form: str) -> None:
    """Refuse a form that there is not, before anything is computed for it."""
    _check_among(form, MEDIA, "no file of the form", "--to", "forms")


def check_program(program: str, form: str) -> None:
    """Refuse a program for which no file is written, or another form than it is about."""
    if not program:
        return
    _check_among(program, PROGRAMS, "no file for the program", "--for", "programs")
    if form != "csv":
        raise OptionError(
            f"--for {program} is about CSV",
            f"--to {form}",
            "every other form is the same for all programs",
            "leave --for out; Excel opens --to xlsx as it is"
            if form == "xlsx"
            else "leave --for out, or take --to csv",
        )


def check_language(lang: str) -> None:
    """Refuse a language in which nothing is written."""
    from twoplustwo.answers.exports.origin import LANGUAGES

    _check_among(lang, LANGUAGES, "no file in the language", "--lang", "languages")


def _check_among(text: str, names: Collection[str], what: str, where: str, listed: str) -> None:
    if text not in names:
        why = f"{listed}: {', '.join(names)}"
        raise OptionError(f"{what} {text!r}", where, why, nearest(text, names))


def check_place(path: Path | None, form: str) -> None:
    """Refuse to write what is no text to standard output."""
    if form in BINARY and (path is None or str(path) == "-"):
        raise OptionError(
            f"a file of the form {form} is no text",
            f"--to {form}",
            "nobody could read it on a screen",
            f"name a file: --out NAME.{form}",
        )


def check_table(table: str, form: str) -> None:
    """Refuse one table where a form holds all, and all where it holds one."""
    if table and form in RUNS:
        raise OptionError(
            "a file of this form holds every table",
            f"--table {table}",
            "whoever opens it finds them there",
            "leave --table out, or take --to csv or --to parquet",
        )
    if table == "all" and form not in MAPS:
        raise OptionError(
            "a file of this form holds one table",
            "--table all",
            "all is for maps",
            f"name one, or take --to {', '.join(MAPS[:-1])} or {MAPS[-1]}",
        )


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


def _name(answers: "Sequence[Answer]", form: str, table: str) -> str:
    from twoplustwo.answers.store import file_name

    questions = {one.question for one in answers}
    stem = file_name(answers[0]) if len(answers) == 1 else answers[0].question
    stem = stem if len(questions) == 1 else "run"
    return ".".join(part for part in (stem, table, form) if part)
