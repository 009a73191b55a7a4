"""``twoplustwo why``: which dispute makes the answers differ, by how much, and where it flips."""

from typing import Annotated

import typer

from twoplustwo.doors import dossiers
from twoplustwo.doors.cli import formats, output
from twoplustwo.doors.cli import shared_options as shared
from twoplustwo.doors.cli.completion import completes
from twoplustwo.doors.cli.failures import exit_status_on_error
from twoplustwo.doors.cli.progress_bar import ask_with_bar
from twoplustwo.doors.request import Request, parse_options


def why(
    question: shared.Question,
    dossier: shared.Dossier = dossiers.FIRST,
    position: Annotated[
        list[str] | None,
        typer.Option(
            "--position",
            "-p",
            help="A position; name two or more, with commas or repeated. (default: every party)",
            autocompletion=completes("parties"),
        ),
    ] = None,
    measures: shared.Measures = None,
    sets: shared.Sets = None,
    as_of: shared.AsOf = None,
    option: Annotated[
        list[str] | None,
        typer.Option(
            "--option",
            "-o",
            help="key=value, an option of the question; or test, over, samples, seed "
            "of the comparison.",
        ),
    ] = None,
    form: shared.Form = formats.ANSWERS[0],
    out: shared.Out = None,
    force: shared.Force = False,
) -> None:
    """Why do the answers differ: each dispute's share, and where the verdict turns."""
    with exit_status_on_error():
        from twoplustwo.doors import asking

        form = formats.chosen(form, formats.ANSWERS, "why")
        output.check(out, force)
        options, read = parse_options(option), dossiers.load(dossier)
        request = Request(question, read, position, sets, as_of, measures, options)
        answers = ask_with_bar(asking.comparison(request))
        output.send(output.in_form(answers, form, read), out, force)
