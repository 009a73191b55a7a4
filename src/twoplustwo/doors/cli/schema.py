"""``twoplustwo schema``: JSON Schema of a dossier's files, for editors, and of what is printed."""

import json
from pathlib import Path
from typing import Annotated

import typer

from twoplustwo.doors.cli import output
from twoplustwo.doors.cli import shared_options as shared
from twoplustwo.doors.cli.failures import exit_status_on_error


def schema(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder of a dossier; schema/ goes into it.")
    ] = Path(),
    of: Annotated[
        str,
        typer.Option(
            help="answer, answers or run: print the schema of what `ask --format json` prints and "
            "of run.json. (default: those of a dossier's files, written into DIR)"
        ),
    ] = "",
    out: shared.Out = None,
    force: shared.Force = False,
) -> None:
    """Write JSON Schema of every kind of file of a dossier into DIR/schema.

    A first line such as `# yaml-language-server: $schema=../schema/missiles.json` makes an editor
    complete and check a file while you write.
    """
    with exit_status_on_error():
        if of:
            output.check(out, force)
            text = json.dumps(_published(of), ensure_ascii=False, indent=1)
            output.send(text + "\n", out, force)
            return
        from twoplustwo.doors.schema_files import write_schemas

        written = write_schemas(folder)
        typer.echo(f"{len(written)} files in {written[0].parent}")


def _published(of: str) -> dict:
    """The schema of what is printed.

    Raises
    ------
    OptionError
        There is none of that name; names the nearest.
    """
    from twoplustwo.base.errors import OptionError, nearest
    from twoplustwo.doors.published.answers import SHAPES, json_schema

    if of not in SHAPES:
        raise OptionError(
            f"there is no schema of {of!r}",
            f"--of {of}",
            f"schemas: {', '.join(SHAPES)}; without --of, those of a dossier's files",
            nearest(of, SHAPES),
        )
    return json_schema(of)
