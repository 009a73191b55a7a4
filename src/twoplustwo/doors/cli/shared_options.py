"""Options that commands share: which dossier, what is laid over every position, how it is asked."""

from typing import Annotated

import typer

from twoplustwo.doors.cli.completion import completes
from twoplustwo.doors.cli.output import Format

Question = Annotated[
    str,
    typer.Argument(help="A question, e.g. icbm-reach.", autocompletion=completes("questions")),
]
Dossier = Annotated[
    str,
    typer.Option(
        "--dossier",
        "-d",
        help="A dossier: its identifier or path.",
        autocompletion=completes("dossiers"),
    ),
]
Positions = Annotated[
    list[str] | None,
    typer.Option(
        "--position",
        "-p",
        help="A position; repeat for several. (default: every party)",
        autocompletion=completes("parties"),
    ),
]
Measures = Annotated[
    list[str] | None,
    typer.Option(
        "--measures",
        "-m",
        help="Measures laid over every position, with commas between them.",
        autocompletion=completes("measures"),
    ),
]
Sets = Annotated[
    list[str] | None,
    typer.Option("--set", help="path=value, laid over every position; repeat for several."),
]
AsOf = Annotated[
    str | None,
    typer.Option(help="Count what was said up to this date. (default: the dossier's own date)"),
]
Options = Annotated[
    list[str] | None,
    typer.Option("--option", "-o", help="key=value, an option of the question."),
]
Form = Annotated[
    Format, typer.Option("--format", "-f", help="What to print.", case_sensitive=False)
]
