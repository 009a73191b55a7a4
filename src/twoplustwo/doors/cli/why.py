"""``twoplustwo why``: which dispute makes the answers differ, by how much, and where it flips."""

from typing import Annotated

import typer

from twoplustwo.doors import dossiers
from twoplustwo.doors.cli import overlay_options as laid
from twoplustwo.doors.cli.failures import exit_status_on_error
from twoplustwo.doors.cli.output import Format, write


def why(
    question: Annotated[str, typer.Argument(help="A question, e.g. icbm-reach.")],
    dossier: laid.Dossier = dossiers.FIRST,
    position: Annotated[
        list[str] | None,
        typer.Option(
            "--position", "-p", help="A position; name two or more. (default: every party)"
        ),
    ] = None,
    measures: laid.Measures = None,
    sets: laid.Sets = None,
    as_of: laid.AsOf = None,
    option: Annotated[
        list[str] | None,
        typer.Option(
            "--option",
            "-o",
            help="key=value, an option of the question; or test, over, samples, seed "
            "of the comparison.",
        ),
    ] = None,
    form: laid.Form = Format.TABLE,
) -> None:
    """Why do the answers differ: each dispute's share, and where the verdict turns."""
    with exit_status_on_error():
        from twoplustwo.doors import asking
        from twoplustwo.doors.cli import progress_bar as bar

        chosen = asking.compared(question, asking.options(option or ()))
        with bar.progress_bar():
            answers = asking.ask(
                asking.COMPARISON,
                dossiers.load(dossier),
                position or (),
                sets or (),
                as_of,
                False,
                measures or (),
                **chosen,
            )
        write(answers, form)
