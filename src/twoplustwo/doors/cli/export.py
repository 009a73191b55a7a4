"""``twoplustwo export``: answers as a file for a map, a globe or a spreadsheet."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from twoplustwo.doors import dossiers
from twoplustwo.doors.cli import overlay_options as laid
from twoplustwo.doors.cli.failures import exit_status_on_error


def export(
    question: Annotated[str, typer.Argument(help="A question, e.g. icbm-reach.")],
    to: Annotated[
        str, typer.Option("--to", help="csv, json, czml (Cesium), kml (Google Earth) or geojson.")
    ],
    dossier: laid.Dossier = dossiers.FIRST,
    position: laid.Positions = None,
    measures: laid.Measures = None,
    sets: laid.Sets = None,
    as_of: laid.AsOf = None,
    option: laid.Options = None,
    table: Annotated[
        str,
        typer.Option(
            help="One table of the answer; all for every table of a map. "
            "(default: what its views draw)"
        ),
    ] = "",
    lang: Annotated[
        str, typer.Option(help="en or ru: the language of names and legend of a map.")
    ] = "en",
    out: Annotated[
        Path | None, typer.Option(help="The file to write; not there yet. (default: stdout)")
    ] = None,
) -> None:
    """Write answers as a file: for Cesium, Google Earth, a map or a spreadsheet."""
    with exit_status_on_error():
        from twoplustwo.doors import asking, files
        from twoplustwo.doors.cli import progress_bar as bar

        files.check_form(to)
        files.check_language(lang)
        files.check_ending(out, to)
        files.check_free(out)
        found = dossiers.load(dossier)
        with bar.progress_bar():
            answers = asking.ask(
                question,
                found,
                position or (),
                sets or (),
                as_of,
                False,
                measures or (),
                **asking.options(option or ()),
            )
        made = files.made(answers, to, table, dossiers.names(found), lang)
        if out is None:
            sys.stdout.write(made.data.decode("utf-8"))
            sys.stdout.flush()
        else:
            files.write(made, out)
