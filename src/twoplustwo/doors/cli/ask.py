"""``twoplustwo ask``: one question, on stdout."""

from typing import Annotated

import typer

from twoplustwo.doors import dossiers
from twoplustwo.doors.cli import formats, output
from twoplustwo.doors.cli import shared_options as shared
from twoplustwo.doors.cli.failures import exit_status_on_error
from twoplustwo.doors.cli.progress_bar import ask_with_bar
from twoplustwo.doors.request import Request, parse_options


def ask(
    question: shared.Question,
    dossier: shared.Dossier = dossiers.FIRST,
    position: shared.Positions = None,
    measures: shared.Measures = None,
    sets: shared.Sets = None,
    as_of: shared.AsOf = None,
    option: shared.Options = None,
    form: Annotated[
        str,
        shared.format_option(
            formats.ANSWERS, "What to print; with --cite: text, bibtex, ris or csl."
        ),
    ] = "",
    out: shared.Out = None,
    force: shared.Force = False,
    brief: Annotated[
        bool,
        typer.Option(
            "--brief/--full",
            help="The sentences alone, or every number and table too.",
            show_default=False,
        ),
    ] = False,
    cite: Annotated[
        bool, typer.Option("--cite", help="Print the sources of the answers in their place.")
    ] = False,
    interval: Annotated[
        bool | None,
        typer.Option(
            "--interval/--quick",
            help="With or without the ranges of headlines and what would change them most; "
            "with them for a question.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Ask one question: of the positions named, or of every party, alphabetically."""
    with exit_status_on_error():
        from twoplustwo.question_cards.for_dossier import card_of

        forms = formats.BIBLIOGRAPHIES if cite else formats.ANSWERS
        form = formats.chosen(form, forms, "ask --cite" if cite else "ask")
        output.check(out, force)
        read = dossiers.load(dossier)
        asked = card_of(read, question)
        quick = asked.is_analysis or cite  # ranges cite nothing else
        wide = not quick if interval is None else interval
        options = parse_options(option)
        request = Request(question, read, position, sets, as_of, measures, options, wide)
        answers = ask_with_bar(request)
        if cite:
            text = output.bibliography(answers, form)
        else:
            text = output.in_form(answers, form, read, brief)
        output.send(text, out, force)
