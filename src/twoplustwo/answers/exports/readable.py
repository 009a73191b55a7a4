"""Tables as people read them in a spreadsheet: names, units that they know, as many digits as say
something; every number still a number.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from twoplustwo.answers.answer import Answer
from twoplustwo.answers.column_types import NUMBER, TypedColumn
from twoplustwo.answers.exports.meanings import Meanings, means
from twoplustwo.answers.exports.origin import PHRASES, SHOWN, display_name, label
from twoplustwo.answers.exports.stacked import StackedTable, Value
from twoplustwo.base.outcomes import SENTENCES, Outcome
from twoplustwo.wording.phrases import phrases
from twoplustwo.wording.vocabulary import vocabulary

LONGEST_HEAD = 90
"""Letters of a column's head; what means more is called by its name."""
_SAYS, _MOST, _PLACE, _YEAR = 4, 6, 4, 2  # digits that say something; decimals at most, and of two


@dataclass(frozen=True)
class ReadableColumn:
    """A column of a spreadsheet.

    Parameters
    ----------
    head, unit : str
        What it is, and the unit of its numbers, in words.
    decimals : int or None
        How many its numbers are shown with; None for texts.
    values : tuple
        Numbers in that unit, texts, or None.
    """

    head: str
    unit: str
    decimals: int | None
    values: tuple[float | str | None, ...]


def readable(
    table: StackedTable,
    answers: Sequence[Answer],
    names: Mapping[str, Any],
    meanings: Meanings,
    lang: str,
) -> list[ReadableColumn]:
    """A table of all positions, column by column.

    Parameters
    ----------
    table : StackedTable
    answers : sequence of Answer
        Of which it was made.
    names : mapping
        Identifier, or word of a table, to name, as text or by language.
    meanings : mapping
        What the cards say of the columns.
    lang : str
    """
    whose = {number: label(one, one.label, names, lang) for number, one in enumerate(answers, 1)}
    rows = [*table.rows()]
    columns: list[ReadableColumn] = []
    if not table.says_position:
        head = phrases(PHRASES)["columns"]["position"][lang]
        columns.append(ReadableColumn(head, "", None, tuple(whose[number] for number, *_ in rows)))
    heads = _heads(table.columns, table.question, meanings, lang)
    for at, (one, head) in enumerate(zip(table.columns, heads, strict=True)):
        found = [values[at] for *_, values in rows]
        columns.append(_column(one, head, found, lambda v: _word(v, names, lang), lang))
    return columns


def _heads(
    columns: Sequence[TypedColumn], question: str, meanings: Meanings, lang: str
) -> list[str]:
    """What each column is, no two alike."""
    said = [means(one, question, meanings, lang) for one in columns]
    heads = [
        text if text and len(text) <= LONGEST_HEAD else one.name.replace("_", " ")
        for one, text in zip(columns, said, strict=True)
    ]
    return [
        head if heads.count(head) == 1 else f"{head} ({one.name})"
        for one, head in zip(columns, heads, strict=True)
    ]


def _column(
    column: TypedColumn,
    head: str,
    found: Sequence[Value],
    word: Callable[[Value], str | None],
    lang: str,
) -> ReadableColumn:
    if column.type != NUMBER:
        return ReadableColumn(head, "", None, tuple(word(one) for one in found))
    unit, factor = SHOWN.get(column.unit, (column.unit, 1.0))
    numbers = [None if one is None else float(one) * factor for one in found]
    places = decimals((one for one in numbers if one is not None), column)
    rounded = tuple(None if one is None else _rounded(one, places) for one in numbers)
    said = phrases()["units"].get(unit, {}).get(lang, unit)
    return ReadableColumn(head, said, places, rounded)


def _rounded(number: float, places: int) -> float:
    """A number to so many decimals; to three digits where it would vanish."""
    short = round(number, places) + 0.0  # no minus zero
    return short if short or not number else float(f"{number:.3g}")


def decimals(numbers: Iterable[float], column: TypedColumn) -> int:
    """With how many decimals the numbers of a column are shown: none if all are whole, else so many
    that the largest has four digits; of places and years as many as mean something there.
    """
    known = [one for one in numbers if math.isfinite(one)]
    if all(one == round(one) for one in known):
        return 0
    if column.unit == "year":
        return _YEAR
    if column.name.endswith(("lat_deg", "lon_deg")):
        return _PLACE
    largest = max(map(abs, known))
    return min(max(_SAYS - 1 - math.floor(math.log10(largest)), 0), _MOST)


def _word(value: Value, names: Mapping[str, Any], lang: str) -> str | None:
    """A text of a table by its name, a flag as yes or no."""
    if value is None:
        return None
    if isinstance(value, bool):
        return vocabulary()["yes" if value else "no"][lang]
    text = str(value)
    if text in names:
        return display_name(text, names, lang)
    if text in vocabulary():
        return vocabulary()[text][lang]
    if text in SENTENCES:
        return Outcome(text).sentence(lang)
    return text
