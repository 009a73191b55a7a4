"""``twoplustwo export``: answers as a file for a map, a globe, a spreadsheet or a database."""

from typing import Annotated

import typer

from twoplustwo.doors import dossiers
from twoplustwo.doors.cli import output
from twoplustwo.doors.cli import shared_options as shared
from twoplustwo.doors.cli.completion import completes
from twoplustwo.doors.cli.failures import exit_status_on_error
from twoplustwo.doors.cli.progress_bar import ask_with_bar
from twoplustwo.doors.request import Request, parse_options

FORMS = "csv, parquet, json, sqlite; czml (Cesium), kml (Google Earth) or geojson."


def export(
    question: Annotated[
        str,
        typer.Argument(
            help="A question, e.g. icbm-reach; or a run, e.g. out/latest, for a form that holds "
            "many questions (sqlite).",
            autocompletion=completes("questions"),
        ),
    ],
    to: Annotated[str, typer.Option("--to", "--format", "-f", metavar="FORM", help=FORMS)],
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
    """Write answers as a file: for Cesium, Google Earth, a map, a spreadsheet or a database."""
    with exit_status_on_error():
        from twoplustwo.doors import files
        from twoplustwo.doors.exported_run import answers_of, dossier_of, find_run

        to = to.strip().lower()
        files.check_form(to)
        files.check_language(lang)
        files.check_table(table, to)
        files.check_place(out, to)
        files.check_ending(out, to)
        output.check(out, force)
        read = dossiers.load(dossier)
        run = find_run(question, read)
        request = Request(question, read, position, sets, as_of, measures, parse_options(option))
        if run is None:
            answers = ask_with_bar(request)
        else:
            answers = answers_of(run, to, files.RUNS, request)
            read = dossier_of(run, read)
        file = files.file_of(
            answers, to, table, dossiers.names(read), lang, dossiers.meanings(read)
        )
        output.send_file(file, out, force)
