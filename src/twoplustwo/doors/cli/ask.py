"""``twoplustwo ask``: one question, on stdout."""

from typing import Annotated

import typer

from .. import dossiers
from .form import Format, put
from .guard import guarded


def ask(
    question: Annotated[str, typer.Argument(help="A question, e.g. icbm-reach.")],
    dossier: Annotated[
        str, typer.Option("--dossier", "-d", help="A dossier: its identifier or path.")
    ] = dossiers.FIRST,
    position: Annotated[
        list[str] | None,
        typer.Option(
            "--position", "-p", help="A position; repeat for several. (default: every party)"
        ),
    ] = None,
    measures: Annotated[
        list[str] | None,
        typer.Option(
            "--measures", "-m", help="Measures laid over every position, with commas between them."
        ),
    ] = None,
    sets: Annotated[
        list[str] | None,
        typer.Option("--set", help="path=value, laid over every position; repeat for several."),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(help="Count what was said up to this date. (default: the dossier's own date)"),
    ] = None,
    option: Annotated[
        list[str] | None,
        typer.Option("--option", "-o", help="key=value, an option of the question."),
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", "-f", help="What to print.", case_sensitive=False)
    ] = Format.TABLE,
    interval: Annotated[
        bool,
        typer.Option(
            "--interval", help="Give headlines their range over the held claims' own intervals."
        ),
    ] = False,
) -> None:
    """Ask one question: of the positions named, or of every party, alphabetically."""
    with guarded():
        from .. import asking
        from . import bar

        with bar.shown():
            answers = asking.ask(
                question,
                dossiers.load(dossier),
                position or (),
                sets or (),
                as_of,
                interval,
                measures or (),
                **asking.options(option or ()),
            )
        put(answers, form)
