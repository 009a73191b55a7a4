"""``twoplustwo schema``: JSON Schema of every kind of file, so that an editor can help."""

from pathlib import Path
from typing import Annotated

import typer

from twoplustwo.doors.cli.failures import exit_status_on_error


def schema(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder of a dossier; schema/ goes into it.")
    ] = Path(),
) -> None:
    """Write JSON Schema of every kind of file of a dossier into DIR/schema.

    A first line such as `# yaml-language-server: $schema=../schema/missiles.json` makes an editor
    complete and check a file while you write.
    """
    with exit_status_on_error():
        from twoplustwo.doors.schema_files import write_schemas

        written = write_schemas(folder)
        typer.echo(f"{len(written)} files in {written[0].parent}")
