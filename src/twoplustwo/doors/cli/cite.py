"""``twoplustwo cite``: the bibliography of a run."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from .guard import guarded


class Format(StrEnum):
    """How the bibliography is printed."""

    TEXT = "text"
    CSL = "csl"


def cite(
    run: Annotated[
        Path, typer.Argument(help="A run's folder, e.g. out/latest, or its name under out/.")
    ],
    form: Annotated[
        Format,
        typer.Option("--format", "-f", help="text, or csl: CSL-JSON for Zotero and pandoc."),
    ] = Format.TEXT,
) -> None:
    """Print the sources of that very run: those it used, no others."""
    with guarded():
        from ...answers import cite as citing
        from ...answers import schema, store

        folder = run if run.exists() or len(run.parts) > 1 else Path("out") / run
        items = citing.bibliography(store.read(folder, tables=False))
        if form is Format.CSL:
            sys.stdout.write(schema.dumps(citing.csl(items)))
        else:
            sys.stdout.write(citing.texts(items))
        sys.stdout.flush()
