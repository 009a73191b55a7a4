"""Answers as one Excel workbook: where the numbers come from first, then a sheet a table."""

import io
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from twoplustwo.answers.answer import Answer
from twoplustwo.answers.exports.about_sheets import (
    TextSheet,
    about_sheet,
    numbers_sheet,
    sources_sheet,
)
from twoplustwo.answers.exports.meanings import Meanings
from twoplustwo.answers.exports.origin import PHRASES
from twoplustwo.answers.exports.readable import ReadableColumn, readable
from twoplustwo.answers.exports.stacked import StackedTable
from twoplustwo.base.errors import OutputError
from twoplustwo.wording.phrases import phrases

ROWS, LETTERS = 1_048_576, 32_767
"""Most rows of a sheet and letters of a cell, by Excel's own specification."""
NAME = 31
"""Most letters of a sheet's name."""
_WIDE, _NARROW, _TEXT = 60, 9, 44  # letters across a column
_SETTLED = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def to_xlsx(
    answers: Sequence[Answer],
    tables: Sequence[StackedTable],
    names: Mapping[str, Any],
    meanings: Meanings,
    lang: str,
) -> bytes:
    """Answers as a workbook.

    Parameters
    ----------
    answers : sequence of Answer
    tables : sequence of StackedTable
        Their tables, a sheet each; one without rows has none.
    names : mapping
        Identifier, or word of a table, to name, as text or by language.
    meanings : mapping
        What the cards say of the columns.
    lang : str

    Returns
    -------
    bytes
        The file; the same answers give the same bytes. Cells are never formulas.

    Raises
    ------
    OutputError
        A table has more rows than a sheet can have.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, **_SETTLED})
    book.set_properties({"created": datetime(2000, 1, 1)})  # the same answers, the same bytes
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    unit = book.add_format({"italic": True, "font_color": "#5b6167", "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    used: set[str] = set()
    full = [one for one in tables if len(one)]
    about = about_sheet(answers, names, lang)
    called = [sheet_name(about.name, used), *(sheet_name(one.name, used) for one in full)]
    sheet = book.add_worksheet(called[0])
    _texts(sheet, about, head, wrapped)
    _contents(sheet, len(about.rows) + 3, full, called[1:], head, lang)
    for one, name in zip(full, called[1:], strict=True):
        if len(one) + 2 > ROWS:
            raise OutputError(
                f"the table {one.name} has {len(one)} rows",
                why=f"a sheet has {ROWS} at most",
                fix="take --to sqlite or --to parquet",
            )
        columns = readable(one, answers, names, meanings, lang)
        _table(book, book.add_worksheet(name), columns, head, unit)
    for texts in (numbers_sheet(answers, names, lang), sources_sheet(answers, lang)):
        _texts(book.add_worksheet(sheet_name(texts.name, used)), texts, head, wrapped)
    book.close()
    return out.getvalue()


def sheet_name(text: str, used: set[str]) -> str:
    """A name that Excel takes and no other sheet has, whatever its capitals; it is then used."""
    tame = re.sub(r"[\[\]:*?/\\']", " ", text)[:NAME]
    name, number = tame, 1
    while name.lower() in used:
        number += 1
        name = f"{tame[: NAME - len(str(number)) - 1]} {number}"
    used.add(name.lower())
    return name


def _texts(sheet: Worksheet, texts: TextSheet, head: Format, wrapped: Format) -> None:
    for at, words in enumerate(texts.heads):
        sheet.write_string(0, at, words, head)
        longest = max((len(row[at]) for row in texts.rows), default=0)
        sheet.set_column(at, at, min(max(longest, len(words), _NARROW), _TEXT))
    for line, row in enumerate(texts.rows, 1):
        for at, words in enumerate(row):
            if words:
                sheet.write_string(line, at, words[:LETTERS], wrapped)
    sheet.freeze_panes(1, 0)


def _contents(
    sheet: Worksheet,
    line: int,
    tables: Sequence[StackedTable],
    names: Sequence[str],
    head: Format,
    lang: str,
) -> None:
    """Which sheet holds which table, each a link to it."""
    words = phrases(PHRASES)["sheets"]
    for at, key in enumerate(("sheet", "question", "rows")):
        sheet.write_string(line, at, words[key][lang], head)
    for down, (table, name) in enumerate(zip(tables, names, strict=True), line + 1):
        sheet.write_url(down, 0, f"internal:'{name}'!A1", string=name)
        about = " · ".join(part for part in (table.question, table.of, table.table) if part)
        sheet.write_string(down, 1, about)
        sheet.write_number(down, 2, len(table))


def _table(
    book: xlsxwriter.Workbook,
    sheet: Worksheet,
    columns: Sequence[ReadableColumn],
    head: Format,
    unit: Format,
) -> None:
    """Heads, units, values; heads stay in sight, and each column can be filtered."""
    for at, one in enumerate(columns):
        places = one.decimals
        form = None if places is None else book.add_format({"num_format": _format(places)})
        longest = max((len(v) for v in one.values if isinstance(v, str)), default=0)
        sheet.set_column(at, at, min(max(longest, len(one.head) // 2, _NARROW) + 1, _WIDE))
        sheet.write_string(0, at, one.head, head)
        sheet.write_string(1, at, one.unit, unit)
        for down, value in enumerate(one.values, 2):
            if isinstance(value, str):
                sheet.write_string(down, at, value[:LETTERS])
            elif value is not None:
                sheet.write_number(down, at, value, form)
    count = len(columns[0].values) if columns else 0
    sheet.freeze_panes(2, 1)
    sheet.autofilter(1, 0, count + 1, max(len(columns) - 1, 0))


def _format(places: int) -> str:
    return "0." + "0" * places if places else "0"
