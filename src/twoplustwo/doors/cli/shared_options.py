"""Options that commands share: which dossier, what is laid over every position, how it is asked."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from twoplustwo.doors.cli import formats
from twoplustwo.doors.cli.completion import completes

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
        help="A position; several with commas between them, or repeated. (default: every party)",
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
    typer.Option(
        "--option",
        "-o",
        help="key=value, an option of the question; which there are: QUESTION --help, or "
        "`list options QUESTION`.",
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FILE",
        help="The file to write, not there yet. (default: -, standard output)",
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Write over the file that --out names.")]


def format_option(forms: Sequence[str], help: str = "What to print.") -> Any:
    """The option ``--format`` of a command that prints these forms."""
    return typer.Option("--format", "-f", metavar=formats.metavar(forms), help=help)


Form = Annotated[str, format_option(formats.ANSWERS)]
