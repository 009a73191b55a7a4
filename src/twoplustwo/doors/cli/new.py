"""``twoplustwo new``: a small dossier to begin from, or a copy of another."""

from pathlib import Path
from typing import Annotated

import typer

from twoplustwo.doors.cli.failures import exit_status_on_error


def new(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="The folder to write; its name is the id.")
    ],
    like: Annotated[
        str,
        typer.Option(
            help="A dossier to copy, identifier or path. (default: the small one of the package)"
        ),
    ] = "",
) -> None:
    """Write a small dossier that can be checked, run and served, to be changed into your own.

    Every file says in a comment what it is for; every number in it is made up.
    """
    with exit_status_on_error():
        from twoplustwo.doors.new_dossier import write_new

        written = write_new(folder, like)
        typer.echo(f"{folder}: {len(written)} files" + (f", as {like}" if like else ""))
        typer.echo(f"  twoplustwo check {folder}     what is wrong or missing in it")
        typer.echo(f"  twoplustwo run {folder}       every question, every party")
        typer.echo(f"  twoplustwo serve {folder}     the workbench in the browser")
