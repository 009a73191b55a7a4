"""Where a command's result goes, and the forms in which answers are printed."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twoplustwo.answers.answer import Answer
    from twoplustwo.doors.files import File
    from twoplustwo.dossier.models import Dossier


def check(out: Path | None, force: bool = False) -> None:
    """Refuse a file that is there already, or cannot be, before anything is computed for it."""
    if not to_stream(out):
        from twoplustwo.doors.files import check_free

        check_free(out, force)


def send(text: str, out: Path | None = None, force: bool = False) -> None:
    """Write text to standard output, or whole into a file.

    Parameters
    ----------
    text : str
    out : Path, optional
        The file; ``-`` or none for standard output.
    force : bool
        Whether a file that is there already is written over.
    """
    if out is None or to_stream(out):
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    from twoplustwo.doors.files import File, write

    write(File(text.encode("utf-8"), "text/plain", out.name), out, force)


def send_file(file: "File", out: Path | None = None, force: bool = False) -> None:
    """Write a file to where it is meant to go: a text also to standard output."""
    if out is None or to_stream(out):
        send(file.data.decode("utf-8"))
        return
    from twoplustwo.doors.files import write

    write(file, out, force)


def to_stream(out: Path | None) -> bool:
    """Whether standard output is meant."""
    return out is None or str(out) == "-"


def in_form(answers: "Sequence[Answer]", form: str, dossier: "Dossier", brief: bool = False) -> str:
    """Answers as text: a table, JSON or CSV."""
    if form == "json":
        from twoplustwo.answers import schema

        return schema.dumps(schema.body(answers))
    if form == "csv":
        from twoplustwo.answers.exports import sheet

        return sheet.to_sheet(answers, [one.rows for one in answers], {})
    from twoplustwo.doors.cli import tables

    return tables.told(answers, dossier, brief)


def bibliography(answers: "Sequence[Answer]", form: str) -> str:
    """The sources that answers cite, in a form of `formats.BIBLIOGRAPHIES`."""
    from twoplustwo.answers import cite
    from twoplustwo.answers.bibliographies.forms import FORMS

    return FORMS[form](cite.bibliography(answers))
