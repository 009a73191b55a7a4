"""``twoplustwo export``: answers as a file for a map, a globe or a spreadsheet."""

from typing import Annotated

import typer

from twoplustwo.doors import dossiers
from twoplustwo.doors.cli import output
from twoplustwo.doors.cli import shared_options as shared
from twoplustwo.doors.cli.failures import exit_status_on_error
from twoplustwo.doors.cli.progress_bar import ask_with_bar
from twoplustwo.doors.request import Request, parse_options


def export(
    question: shared.Question,
    to: Annotated[
        str, typer.Option("--to", help="csv, json, czml (Cesium), kml (Google Earth) or geojson.")
    ],
    dossier: shared.Dossier = dossiers.FIRST,
    position: shared.Positions = None,
    measures: shared.Measures = None,
    sets: shared.Sets = None,
    as_of: shared.AsOf = None,
    option: shared.Options = None,
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
    out: shared.Out = None,
    force: shared.Force = False,
) -> None:
    """Write answers as a file: for Cesium, Google Earth, a map or a spreadsheet."""
    with exit_status_on_error():
        from twoplustwo.doors import files

        files.check_form(to)
        files.check_language(lang)
        files.check_ending(out, to)
        output.check(out, force)
        read = dossiers.load(dossier)
        request = Request(question, read, position, sets, as_of, measures, parse_options(option))
        names = dossiers.names(read)
        file = files.file_of(ask_with_bar(request), to, table, names, lang)
        output.send(file.data.decode("utf-8"), out, force)
