"""``twoplustwo list``: what there is to ask and to hold, a line each."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from twoplustwo.doors import dossiers
from twoplustwo.doors.cli import shared_options as shared
from twoplustwo.doors.cli.failures import exit_status_on_error


class Format(StrEnum):
    """How a list is printed."""

    TEXT = "text"
    JSON = "json"


def list_(
    what: Annotated[
        str,
        typer.Argument(
            help="questions, options, parameters, parties, disputes, measures, dossiers or runs."
        ),
    ],
    question: Annotated[
        str, typer.Argument(help="For options: of which question. (default: of every one)")
    ] = "",
    dossier: shared.Dossier = dossiers.FIRST,
    form: Annotated[
        Format, typer.Option("--format", "-f", help="text, or json: names to what they are.")
    ] = Format.TEXT,
) -> None:
    """List what there is: each name as it is written in other commands, and what it is."""
    with exit_status_on_error():
        from twoplustwo.doors.listing import listed

        lines = listed(what, dossiers.load(dossier), question)
        if form is Format.JSON:
            from twoplustwo.answers import schema

            sys.stdout.write(schema.dumps(dict(lines)))
        else:
            wide = max((len(name) for name, _ in lines), default=0)
            sys.stdout.write(
                "".join(f"{name:<{wide}}  {told}".rstrip() + "\n" for name, told in lines)
                or f"no {what}\n"
            )
        sys.stdout.flush()
