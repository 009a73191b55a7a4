"""CSV as Excel opens it by a double click: the separator and decimal sign of the country, names in
place of identifiers, a row of units, and no text that it would take for a formula.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twoplustwo.answers.exports.about_sheets import TextSheet
from twoplustwo.answers.exports.readable import ReadableColumn
from twoplustwo.wording.locale import decimal_sign_of

BOM = "\ufeff"  # without it Excel takes UTF-8 for the code page of the country
FORMULA = tuple("=+-@\t\r\n")
"""What a cell must not begin with: Excel and its like would compute it."""


@dataclass(frozen=True)
class Signs:
    """Between fields, and before decimals."""

    separator: str
    decimal: str


def signs(lang: str, environment: Mapping[str, str]) -> Signs:
    """The signs of a language; without one, of the country that the system is set to.

    Parameters
    ----------
    lang : str
        ``en``, ``ru`` or empty.
    environment : mapping
        Of the process: ``LC_ALL``, ``LC_NUMERIC`` and ``LANG`` say the country.
    """
    named = lang or next(
        (environment[one] for one in ("LC_ALL", "LC_NUMERIC", "LANG") if environment.get(one)), ""
    )
    mark = decimal_sign_of(named)
    return Signs(";" if mark == "," else ",", mark)


def to_excel_csv(columns: Sequence[ReadableColumn], how: Signs) -> str:
    """Columns as CSV: a row of heads, one of units, then the values."""
    cells = ([_cell(value, one, how) for value in one.values] for one in columns)
    heads, units = ([harmless(one.head) for one in columns], [harmless(u.unit) for u in columns])
    return _written([heads, units, *zip(*cells, strict=True)], how)


def texts_to_excel_csv(sheet: TextSheet, how: Signs) -> str:
    """A sheet of texts alone as CSV; it has no row of units."""
    rows = [sheet.heads, *sheet.rows]
    return _written([[harmless(one) for one in row] for row in rows], how)


def _written(rows: Iterable[Sequence[str]], how: Signs) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=how.separator, lineterminator="\r\n").writerows(rows)
    return BOM + out.getvalue()


def _cell(value: float | str | None, column: ReadableColumn, how: Signs) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless(value)
    places = column.decimals or 0
    vanishes = value != 0 and round(value, places) == 0
    text = f"{value:.3G}" if vanishes else f"{value:.{places}f}"
    return text.replace(".", how.decimal)


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula: with an apostrophe before what begins one."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text
