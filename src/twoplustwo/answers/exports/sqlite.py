"""A whole run, or some answers, as one SQLite file: tables of all positions, and what they mean.

Beside a table for each question and each of its tables stand ``answers`` (what was asked, of whom,
and what came out), ``headlines``, ``assumptions`` (every number that was read, by whom, and how
well it is known), ``sources``, ``names`` (identifier to name) and ``dictionary`` (every column:
unit, meaning in both languages, how well its numbers are known).
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from typing import Any

from twoplustwo.answers.answer import Answer
from twoplustwo.answers.column_types import FLAG, NUMBER, TEXT
from twoplustwo.answers.exports.about_tables import Record, about, described
from twoplustwo.answers.exports.meanings import Meanings, counted_from, means
from twoplustwo.answers.exports.origin import PHRASES
from twoplustwo.answers.exports.sql_tables import cell, create_table
from twoplustwo.answers.exports.stacked import ANSWER, POSITION, StackedTable, stacked
from twoplustwo.base.table import Column
from twoplustwo.question_cards.card import LANGUAGES
from twoplustwo.wording.phrases import phrases

VERSION = 1
"""Of the layout of the file, in its ``user_version``."""
DICTIONARY = "dictionary"
_SQL = {NUMBER: "REAL", FLAG: "INTEGER", TEXT: "TEXT"}


def to_sqlite(
    answers: Sequence[Answer], names: Mapping[str, Any], meanings: Meanings | None = None
) -> bytes:
    """Answers as one database.

    Parameters
    ----------
    answers : sequence of Answer
    names : mapping
        Identifier to name, as text or by language.
    meanings : mapping, optional
        What the cards say of the columns of each question.

    Returns
    -------
    bytes
        The file; the same answers give the same bytes.
    """
    own = described()
    tables = stacked(answers, [*own])
    texts = about(answers, names)
    texts[DICTIONARY] = [
        *(entry for name in own for entry in _entries_of_own(name)),
        *(entry for table in tables for entry in _entries(table, meanings or {})),
    ]
    with closing(sqlite3.connect(":memory:")) as database:  # no disk that could be full
        database.execute(f"PRAGMA user_version = {VERSION}")
        with database:
            for name, records in texts.items():
                _write_own(database, name, records)
            for table in tables:
                _write(database, table)
        return database.serialize()


def _write_own(database: sqlite3.Connection, name: str, records: Iterable[Record]) -> None:
    columns = described()[name]
    types = {key: one.get("type", TEXT) for key, one in columns.items()}
    kinds = {key: _SQL[one] for key, one in types.items()}
    keys = {"answers": f"PRIMARY KEY ({ANSWER})", "sources": "PRIMARY KEY (id)"}
    if ANSWER in columns:
        kinds[ANSWER] = "INTEGER"
    rows = ([cell(one.get(key), kind) for key, kind in types.items()] for one in records)
    create_table(database, name, kinds, rows, keys.get(name, ""))


def _write(database: sqlite3.Connection, table: StackedTable) -> None:
    kinds = {ANSWER: "INTEGER REFERENCES answers"}
    if not table.says_position:
        kinds[POSITION] = "TEXT"
    kinds |= {one.name: _SQL[one.type] for one in table.columns}
    types = [one.type for one in table.columns]
    rows = (
        [number, *([] if table.says_position else [label]), *map(cell, values, types)]
        for number, label, values in table.rows()
    )
    create_table(database, table.name, kinds, rows)


def _entries_of_own(name: str) -> Iterable[Record]:
    known = phrases(PHRASES)["provenance"]
    for column, said in described()[name].items():
        yield {
            "table_name": name,
            "column_name": column,
            "type": said.get("type", TEXT),
            **{f"means_{lang}": said[lang] for lang in LANGUAGES},
            **{f"provenance_{lang}": known[said["provenance"]][lang] for lang in LANGUAGES},
        }


def _entries(table: StackedTable, meanings: Meanings) -> Iterable[Record]:
    added = [Column(ANSWER), *([] if table.says_position else [Column(POSITION)])]
    known = phrases(PHRASES)["provenance"]
    for one in (*added, *table.columns):
        kind = NUMBER if one.name == ANSWER else getattr(one, "type", TEXT)
        of = (one, table.question, meanings)
        provenance = known[_provenance(one, kind)]
        yield {
            "table_name": table.name,
            "column_name": one.name,
            "type": kind,
            "unit": one.unit,
            **{f"means_{lang}": means(*of, lang) for lang in LANGUAGES},
            **{f"counted_from_{lang}": counted_from(*of, lang) for lang in LANGUAGES},
            "names_a": one.kind,
            **{f"provenance_{lang}": provenance[lang] for lang in LANGUAGES},
        }


def _provenance(column: Column, kind: str) -> str:
    """How well what a column of an answer holds is known, as a name among the phrases."""
    if column.name in (ANSWER, POSITION):
        return "asked"
    return "computed" if kind != TEXT else "named" if column.kind else "words"
