"""``twoplustwo cite``: the bibliography of a run."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twoplustwo.doors.cli import formats, output
from twoplustwo.doors.cli import shared_options as shared
from twoplustwo.doors.cli.failures import exit_status_on_error

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twoplustwo.answers.answer import Answer


def cite(
    run: Annotated[
        Path,
        typer.Argument(
            help="A run's folder, e.g. out/latest, or its name under out/: here or in a folder "
            "above this one."
        ),
    ],
    form: Annotated[
        str,
        shared.format_option(
            formats.BIBLIOGRAPHIES,
            "text; bibtex for LaTeX; ris for EndNote and Zotero; csl, CSL-JSON, for pandoc.",
        ),
    ] = formats.BIBLIOGRAPHIES[0],
    weakest: Annotated[
        bool,
        typer.Option(
            "--weakest",
            help="What rests on a reprint or on memory alone instead, most decisive first.",
        ),
    ] = False,
    out: shared.Out = None,
    force: shared.Force = False,
) -> None:
    """Print the sources of that very run: those it used, no others."""
    with exit_status_on_error():
        from twoplustwo.answers import store
        from twoplustwo.doors.runs_found import run_folder

        form = formats.chosen(form, formats.BIBLIOGRAPHIES, "cite")
        output.check(out, force)
        folder = run_folder(run)
        answers = store.read(folder, tables=False)
        text = _weakest(answers, form, folder) if weakest else output.bibliography(answers, form)
        output.send(text, out, force)


def _weakest(answers: "Sequence[Answer]", form: str, folder: Path) -> str:
    """The list of what is weakly sourced, or the sources of that list as a bibliography."""
    from twoplustwo.answers import cite as citing
    from twoplustwo.answers import weakest as listing
    from twoplustwo.answers.bibliographies.forms import FORMS
    from twoplustwo.base.errors import OutputError

    if not any(listing.tells(one) for one in answers):
        raise OutputError(
            f"{folder} does not say what its sources rest on",
            why="none of its answers is that of weak-sources: it was made by an older version",
            fix="run `twoplustwo run` again, or `twoplustwo ask weak-sources`",
        )
    rows = listing.weakest(answers)
    if form == "text":
        return listing.texts(rows)
    named = {row["source"] for row in rows}
    return FORMS[form]([one for one in citing.bibliography(answers) if one["id"] in named])
