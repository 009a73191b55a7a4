"""``twoplustwo ask``: one question, on stdout."""

from typing import Annotated

import typer

from twoplustwo.doors import dossiers
from twoplustwo.doors.cli import overlay_options as laid
from twoplustwo.doors.cli.failures import exit_status_on_error
from twoplustwo.doors.cli.output import Format, write


def ask(
    question: Annotated[str, typer.Argument(help="A question, e.g. icbm-reach.")],
    dossier: laid.Dossier = dossiers.FIRST,
    position: laid.Positions = None,
    measures: laid.Measures = None,
    sets: laid.Sets = None,
    as_of: laid.AsOf = None,
    option: laid.Options = None,
    form: laid.Form = Format.TABLE,
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
        from twoplustwo.doors import asking
        from twoplustwo.doors.cli import progress_bar as bar
        from twoplustwo.question_cards.card import card

        with bar.progress_bar():
            answers = asking.ask(
                question,
                dossiers.load(dossier),
                position or (),
                sets or (),
                as_of,
                not card(question).is_analysis if interval is None else interval,
                measures or (),
                **asking.options(option or ()),
            )
        write(answers, form)
