"""``twoplustwo why``: which dispute makes the answers differ, by how much, and where it flips."""

from typing import Annotated

import typer

from .. import dossiers
from .form import Format, put
from .guard import guarded


def why(
    question: Annotated[str, typer.Argument(help="A question, e.g. icbm-reach.")],
    dossier: Annotated[
        str, typer.Option("--dossier", "-d", help="A dossier: its identifier or path.")
    ] = dossiers.FIRST,
    position: Annotated[
        list[str] | None,
        typer.Option(
            "--position", "-p", help="A position; name two or more. (default: every party)"
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
        typer.Option(
            "--option",
            "-o",
            help="key=value, an option of the question; or test, over, samples, seed "
            "of the comparison.",
        ),
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", "-f", help="What to print.", case_sensitive=False)
    ] = Format.TABLE,
) -> None:
    """Why do the answers differ: each dispute's share, and where the verdict turns."""
    with guarded():
        from .. import asking
        from . import bar

        chosen = asking.compared(question, asking.options(option or ()))
        with bar.shown():
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
        put(answers, form)
