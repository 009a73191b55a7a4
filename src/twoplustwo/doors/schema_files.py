"""The JSON Schemas of a dossier's files, written beside it, and the line that points to one."""

import json
from pathlib import Path

from twoplustwo.base.errors import OutputError
from twoplustwo.base.whole import cannot_write, write_whole
from twoplustwo.dossier.schema import schema_of, schemas

FOLDER = "schema"


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema as ``schema/NAME.json`` into the folder of a dossier.

    Raises
    ------
    OutputError
        The folder is not there, or cannot be written to.
    """
    if not folder.is_dir():
        raise OutputError(
            f"there is no folder {folder}",
            "DIR",
            "schemas are written into the folder of a dossier",
            "make the folder; dossiers/README.md says what stands in it",
        )
    written = []
    try:
        (folder / FOLDER).mkdir(exist_ok=True)
        for name, schema in schemas().items():
            file = folder / FOLDER / f"{name}.json"
            text = json.dumps(schema, ensure_ascii=False, indent=1)
            write_whole(file, (text + "\n").encode(), over=True)
            written.append(file)
    except OSError as error:
        raise cannot_write(folder / FOLDER, error, option="") from error
    return written


def pointer(file: str) -> str:
    """The comment that makes an editor use the schema of a file, by its path in the dossier."""
    up = "../" * file.count("/")
    return f"# yaml-language-server: $schema={up or './'}{FOLDER}/{schema_of(file)}.json"
