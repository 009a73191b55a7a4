"""The forms in which answers are printed on stdout."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twoplustwo.answers.answer import Answer
    from twoplustwo.dossier.models import Dossier


class Format(StrEnum):
    """How answers are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def write(answers: "Sequence[Answer]", form: Format, dossier: "Dossier") -> None:
    """Print answers in one form."""
    if form is Format.JSON:
        from twoplustwo.answers import schema

        sys.stdout.write(schema.dumps(schema.body(answers)))
    elif form is Format.CSV:
        from twoplustwo.answers.exports import sheet

        sys.stdout.write(sheet.to_sheet(answers, [one.rows for one in answers], {}))
    else:
        from twoplustwo.doors.cli import tables

        tables.show(answers, dossier)
    sys.stdout.flush()
