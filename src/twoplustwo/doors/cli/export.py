"""``twoplustwo export``: answers as a file for a map, a globe, a spreadsheet or a database."""

import os
from typing import Annotated

import typer

from twoplustwo.doors import dossiers
from twoplustwo.doors.cli import output
from twoplustwo.doors.cli import shared_options as shared
from twoplustwo.doors.cli.completion import completes
from twoplustwo.doors.cli.failures import echo, exit_status_on_error
from twoplustwo.doors.cli.progress_bar import ask_with_bar
from twoplustwo.doors.request import Request, parse_options

FORMS = (
    "csv, xlsx (Excel), parquet, json, sqlite (a database); gpkg (QGIS), kml or kmz "
    "(Google Earth), czml (Cesium) or geojson."
)


def export(
    context: typer.Context,
    question: Annotated[
        str,
        typer.Argument(
            help="A question, e.g. icbm-reach; or a run, e.g. out/latest, for a form that holds "
            "many questions (sqlite, xlsx); -d then names its dossier, if that is your own.",
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
        str,
        typer.Option(
            help="en or ru: the language of a map or spreadsheet, and its decimal sign. "
            "(default: en, the sign that of the system's country)"
        ),
    ] = "",
    program: Annotated[
        str,
        typer.Option(
            "--for",
            metavar="PROGRAM",
            help="excel: CSV as a spreadsheet opens it by a double click, with names, units, and "
            "the separator and decimal sign of the country.",
        ),
    ] = "",
    out: shared.Out = None,
    force: shared.Force = False,
) -> None:
    """Write answers as a file: for Cesium, Google Earth, a map, a spreadsheet or a database."""
    with exit_status_on_error():
        from twoplustwo.answers.exports import excel_csv
        from twoplustwo.answers.exports.origin import LANGUAGE
        from twoplustwo.doors import files
        from twoplustwo.doors.exported_run import answers_of, dossier_of, find_run

        to = to.strip().lower()
        files.check_form(to)
        files.check_language(lang or LANGUAGE)
        program = program.strip().lower()
        files.check_program(program, to)
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
            source = context.get_parameter_source("dossier")
            unsaid = source is None or source.name == "DEFAULT"
            read, note = dossier_of(run, None if unsaid else read)
            if note:
                echo(note, label="note: ")
        signs = excel_csv.signs(lang, os.environ) if program else None
        names, meanings = dossiers.names(read), dossiers.meanings(read)
        file = files.file_of(answers, to, table, names, lang or LANGUAGE, meanings, signs)
        output.send_file(file, out, force)
