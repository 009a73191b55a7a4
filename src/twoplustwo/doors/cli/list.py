"""``twoplustwo list``: what there is to ask and to hold, a line each."""

from typing import Annotated

import typer

from twoplustwo.doors import dossiers
from twoplustwo.doors.cli import formats, output
from twoplustwo.doors.cli import shared_options as shared
from twoplustwo.doors.cli.failures import exit_status_on_error


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
        str, shared.format_option(formats.LISTS, "text, or json: names to what they are.")
    ] = formats.LISTS[0],
    out: shared.Out = None,
    force: shared.Force = False,
) -> None:
    """List what there is: each name as it is written in other commands, and what it is."""
    with exit_status_on_error():
        from twoplustwo.doors.listing import listed

        form = formats.chosen(form, formats.LISTS, "list")
        output.check(out, force)
        lines = listed(what, dossiers.load(dossier), question)
        if form == "json":
            from twoplustwo.answers import schema

            text = schema.dumps(dict(lines))
        else:
            wide = max((len(name) for name, _ in lines), default=0)
            text = "".join(f"{name:<{wide}}  {told}".rstrip() + "\n" for name, told in lines)
        output.send(text or f"no {what}\n", out, force)
