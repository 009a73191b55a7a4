"""``twoplustwo check``: everything that is wrong in a dossier, at once."""

import contextlib
from typing import Annotated

import typer

from twoplustwo.doors.cli.failures import WRONG, echo, exit_status_on_error


def check(
    folder: Annotated[
        str, typer.Argument(metavar="DIR", help="A dossier: the path of its folder, or its id.")
    ],
    fly: Annotated[
        bool,
        typer.Option(
            "--fly",
            help="Fly each missile too, and compare its range with what is printed of it; and see "
            "whether interceptors make their speeds. This takes some seconds more.",
        ),
    ] = False,
) -> None:
    """Check a dossier: every problem with its file and line, and what each ask lacks.

    Status 2 if there is an error; warnings can be lived with.
    """
    with exit_status_on_error():
        from twoplustwo.doors.checking import everything_wrong
        from twoplustwo.wording.locale import plural

        with _told_how_long(folder) if fly else contextlib.nullcontext():
            problems = everything_wrong(folder, fly)
        errors = [one for one in problems if not one.warning]
        for one in problems:
            echo(str(one), label="warning: " if one.warning else "error: ")
        counted = {"error": len(errors), "warning": len(problems) - len(errors)}
        summary = ", ".join(
            f"{n} {plural(n, 'en', {'one': what, 'other': f'{what}s'})}"
            for what, n in counted.items()
        )
        typer.echo(f"{folder}: {summary if problems else 'nothing wrong'}")
        if errors:
            raise typer.Exit(WRONG)


def _told_how_long(folder: str) -> contextlib.AbstractContextManager[None]:
    """For flights only: what is read alone takes no time worth a word."""
    from twoplustwo.doors.cli.estimate import estimated

    return estimated("check --fly", "check --fly", folder)
