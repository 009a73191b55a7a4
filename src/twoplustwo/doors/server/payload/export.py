"""Answers as a file to download."""

from twoplustwo.doors import asking, dossiers, files
from twoplustwo.doors.request import Request


def export(request: Request, form: str = "csv", table: str = "", lang: str = "en") -> files.File:
    """A question or analysis under some positions (every party, if none is named), as a file.

    Raises
    ------
    OptionError
        There is no such form or table.
    """
    files.check_form(form)
    names = dossiers.names(dossiers.load(request.dossier))
    return files.file_of(asking.ask(request), form, table, names, lang)
