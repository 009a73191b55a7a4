"""Answers as a file to download."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from twoplustwo.dossier.models import Dossier


def export(
    question: str,
    positions: Sequence[str],
    dossier: "Dossier",
    options: Mapping[str, Any] | None = None,
    form: str = "csv",
    table: str = "",
    lang: str = "en",
) -> tuple[bytes, str, str]:
    """A question or analysis under some positions (every party, if none is named), as a file.

    Returns
    -------
    tuple of bytes, str, str
        What the file holds, its media type, its name.

    Raises
    ------
    OptionError
        There is no such form or table.
    """
    from twoplustwo.doors import asking, dossiers, files

    files.check_form(form)
    answers = asking.ask(question, dossier, positions, **(options or {}))
    made = files.made(answers, form, table, dossiers.names(dossier), lang)
    return made.data, made.media_type, made.name
