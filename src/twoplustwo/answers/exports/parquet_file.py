"""One table of several positions as one Parquet file, each row with its position."""

import io
import json
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.parquet as pq

from twoplustwo.answers.answer import Answer
from twoplustwo.answers.exports.meanings import Meanings, counted_from, means
from twoplustwo.answers.exports.stacked import POSITION, one_stack
from twoplustwo.answers.parquet import ARROW, ORIGIN
from twoplustwo.answers.store import origin
from twoplustwo.base.table import Column, Table
from twoplustwo.question_cards.card import LANGUAGES


def to_parquet(
    answers: Sequence[Answer], tables: Sequence[Table], name: str, meanings: Meanings
) -> bytes:
    """Tables of the same name, one below another.

    Parameters
    ----------
    answers : sequence of Answer
    tables : sequence of Table
        One of each answer.
    name : str
        What the table is called.
    meanings : mapping
        What the cards say of the columns.

    Returns
    -------
    bytes
        The file: the position first, unless the table has it; unit and meanings in the metadata of
        each field; what was asked and what it rests on, one answer after another, in that of the
        file.
    """
    stack = one_stack(answers, tables, name)
    lead = [] if stack.says_position else [Column(POSITION)]
    rows = [[*([label] if lead else []), *values] for _, label, values in stack.rows()]
    columns = [*lead, *stack.columns]
    schema = pa.schema(
        [_field(one, stack.question, meanings) for one in columns],
        metadata={ORIGIN: json.dumps([origin(one, name) for one in answers], ensure_ascii=False)},
    )
    values = [*zip(*rows, strict=True)] if rows else [()] * len(columns)
    arrays = [pa.array(list(v), one.type) for v, one in zip(values, schema, strict=True)]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), out)
    return out.getvalue()


def _field(column: Column, question: str, meanings: Meanings) -> pa.Field:
    kind = getattr(column, "type", "text")
    notes = {"unit": column.unit, "kind": column.kind}
    for lang in LANGUAGES:
        notes[f"means_{lang}"] = means(column, question, meanings, lang)
        notes[f"from_{lang}"] = counted_from(column, question, meanings, lang)
    return pa.field(column.name, ARROW[kind], metadata={k: v for k, v in notes.items() if v})
