"""A run's answers on disk: JSON with its tables as Parquet and CSV, and back."""

import hashlib
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from twoplustwo.answers import parquet
from twoplustwo.answers.answer import Answer
from twoplustwo.answers.exports import csv as export
from twoplustwo.answers.schema import dumps, from_json, plain, to_json
from twoplustwo.base.errors import OutputError
from twoplustwo.base.table import Column, Table

ANSWERS, TABLES = "answers", "tables"


def file_name(answer: Answer) -> str:
    """Name for the files of an answer, e.g. ``reach.PARTY``; safe on every file system.

    An analysis of another question names that too: ``divergence.reach.ONE+OTHER``.
    """
    position = answer.position if answer.position is not None else "+".join(answer.positions)
    tame = re.sub(r"[^A-Za-z0-9.+@=-]+", "_", position)[:60]
    if tame != position:
        tame += "-" + hashlib.sha256(position.encode()).hexdigest()[:8]
    about = f".{answer.options['of']}" if answer.options.get("of") else ""
    return f"{answer.question}{about}.{tame}"


def write(answers: Sequence[Answer], folder: Path) -> None:
    """Write answers into ``answers/`` and their tables into ``tables/`` of `folder`.

    Parameters
    ----------
    answers : sequence of Answer
        Each becomes one JSON file.
    folder : Path
        An existing folder, as `folder.whole_folder` gives it.
    """
    (folder / ANSWERS).mkdir(exist_ok=True)
    (folder / TABLES).mkdir(exist_ok=True)
    for answer in answers:
        stem = file_name(answer)
        write_table(answer.rows, folder / TABLES / stem, answer)
        files = {}
        for name, table in answer.tables.items():
            write_table(table, folder / TABLES / f"{stem}.{name}", answer, name)
            files[name] = f"{TABLES}/{stem}.{name}.parquet"
        path = folder / ANSWERS / f"{stem}.json"
        path.write_text(dumps(to_json(answer, files)), encoding="utf-8")


def write_table(table: Table, stem: Path, of: Answer, name: str = "rows") -> None:
    """Write a table of an answer as ``stem.csv`` and ``stem.parquet``, with its position."""
    text = export.to_csv(with_position(table, of.label))
    stem.with_name(stem.name + ".csv").write_text(text, encoding="utf-8")
    parquet.write(table, stem.with_name(stem.name + ".parquet"), of.label, origin(of, name))


def with_position(table: Table, label: str) -> Table:
    """The table with whose it is as its first column, unless it says that itself."""
    if parquet.POSITION in table.names:
        return table
    whose = np.array([label] * len(table), dtype=object)
    column = Column(parquet.POSITION, means="whose numbers the row stands on")
    return Table((column, *table.columns), {parquet.POSITION: whose, **table.data})


def origin(answer: Answer, table: str) -> dict[str, Any]:
    """What a file of one table says of itself: enough to ask it again, and what it rests on."""
    return {
        "answer": answer.id,
        "question": answer.question,
        "table": table,
        "position": answer.label,
        "as_of": answer.as_of,
        "dossier": dict(answer.dossier),
        "options": plain(answer.options),
        "sentence": dict(answer.headline.sentence),
        "rests": dict(answer.rests.says) if answer.rests else {},
        "version": answer.made.get("version", ""),
    }


def read(folder: Path, tables: bool = True) -> list[Answer]:
    """Read back the answers of a run, in the order of their file names.

    Parameters
    ----------
    folder : Path
        What `write` wrote into.
    tables : bool
        Whether to read the named tables too.

    Raises
    ------
    OutputError
        `folder` is not a run, or a file of it cannot be read.
    """
    found = sorted((folder / ANSWERS).glob("*.json"))
    if not found:
        raise OutputError(
            f"{folder} is not a run",
            why=f"it has no {ANSWERS}/*.json",
            fix="name a folder that `twoplustwo run` wrote, e.g. out/latest",
        )
    answers = []
    for path in found:
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            kept = {
                name: parquet.read(folder / file) for name, file in data["tables"].items() if tables
            }
            answers.append(from_json(data, kept))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise OutputError(
                f"cannot read an answer: {error}",
                where=str(path),
                fix="run `twoplustwo run` again",
            ) from error
    return answers
