"""``twoplustwo cite``: the bibliography of a run."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from twoplustwo.doors.cli.failures import exit_status_on_error


class Format(StrEnum):
    """How the bibliography is printed."""

    TEXT = "text"
    CSL = "csl"


def cite(
    run: Annotated[
        Path, typer.Argument(help="A run's folder, e.g. out/latest, or its name under out/.")
    ],
    form: Annotated[
        Format,
        typer.Option("--format", "-f", help="text, or csl: CSL-JSON for Zotero and pandoc."),
    ] = Format.TEXT,
    weakest: Annotated[
        bool,
        typer.Option(
            "--weakest",
            help="What rests on a reprint or on memory alone instead, most decisive first.",
        ),
    ] = False,
) -> None:
    """Print the sources of that very run: those it used, no others."""
    with exit_status_on_error():
        from twoplustwo.answers import cite as citing
        from twoplustwo.answers import schema, store

        folder = run if run.exists() or len(run.parts) > 1 else Path("out") / run
        if weakest:
            _weakest(folder, form)
            return
        items = citing.bibliography(store.read(folder, tables=False))
        if form is Format.CSL:
            sys.stdout.write(schema.dumps(citing.csl(items)))
        else:
            sys.stdout.write(citing.texts(items))
        sys.stdout.flush()


def _weakest(folder: Path, form: Format) -> None:
    """The list of what is weakly sourced, or the sources of that list as CSL-JSON."""
    from twoplustwo.answers import cite as citing
    from twoplustwo.answers import schema, store
    from twoplustwo.answers import weakest as listing
    from twoplustwo.base.errors import OutputError

    answers = store.read(folder, tables=False)
    if not any(listing.tells(one) for one in answers):
        raise OutputError(
            f"{folder} does not say what its sources rest on",
            why="none of its answers is that of weak-sources: it was made by an older version",
            fix="run `twoplustwo run` again, or `twoplustwo ask weak-sources`",
        )
    rows = listing.weakest(answers)
    if form is Format.CSL:
        named = {row["source"] for row in rows}
        items = [one for one in citing.bibliography(answers) if one["id"] in named]
        sys.stdout.write(schema.dumps(citing.csl(items)))
    else:
        sys.stdout.write(listing.texts(rows))
    sys.stdout.flush()
