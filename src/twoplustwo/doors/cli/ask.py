"""``twoplustwo ask``: one question, on stdout."""

from typing import Annotated

import typer

from twoplustwo.doors import dossiers
from twoplustwo.doors.cli import shared_options as shared
from twoplustwo.doors.cli.failures import exit_status_on_error
from twoplustwo.doors.cli.output import Format, write
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
    form: shared.Form = Format.TABLE,
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

        read = dossiers.load(dossier)
        wide = not card_of(read, question).is_analysis if interval is None else interval
        options = parse_options(option)
        request = Request(question, read, position, sets, as_of, measures, options, wide)
        write(ask_with_bar(request), form, read)
