"""Answers as the interface sends them: column by column, each with its texts in every language."""

from collections.abc import Collection
from typing import Any, Literal

from pydantic import Field

from twoplustwo.answers.answer import Assumption, Headline
from twoplustwo.answers.columns import answer_to_columns
from twoplustwo.answers.rests import Rests
from twoplustwo.doors import asking, dossiers
from twoplustwo.doors.request import Request
from twoplustwo.doors.server.payload.shape import Shape, Text, Value, Words
from twoplustwo.question_cards.for_dossier import card_of


class Column(Shape):
    """A column of a table; the unit says that it holds numbers."""

    name: str
    unit: str = ""
    short: Text = ""
    means: Text = ""
    from_: Text = Field("", alias="from")
    kind: str = ""


class Table(Shape):
    """A table column by column; without `data` where that was not asked for."""

    length: int
    columns: list[Column]
    data: dict[str, list[Value]] | None = None


class Answer(Shape):
    """One question put to one position; an analysis has `positions` instead."""

    schema_: Literal["twoplustwo.columns/1"] = Field(alias="schema")
    id: str
    question: str
    position: str | None = None
    positions: list[str] | None = None
    label: str
    as_of: str
    dossier: dict[str, str]
    measures: list[str]
    options: dict[str, Any]
    headline: Headline
    headlines: list[Headline]
    rows: Table
    outcomes: dict[str, int]
    assumptions: list[Assumption]
    left_out: list[Text]
    citations: list[dict[str, Any]]
    tables: dict[str, Table]
    views: list[dict[str, Any]]
    made: dict[str, str]
    laid: list[Words]
    published: list[Words]
    rests: Rests | None = None
    rests_of: dict[str, Rests] | None = None


class Answers(Shape):
    """One answer a position, in the order asked."""

    schema_: Literal["twoplustwo.columns/1"] = Field(alias="schema")
    answers: list[Answer]


def answer(request: Request, tables: str | Collection[str] = "views") -> dict[str, Any]:
    """The one answer of a question to one position, or of an analysis.

    The data of an `Answer`; not built as one, for a large table would be copied.

    Parameters
    ----------
    request : Request
    tables : str or collection of str
        Which tables come with their data; see `answers.columns.answer_to_columns`.
    """
    (one,) = asking.ask(request)
    columns = card_of(dossiers.load(request.dossier), one.question).columns
    form = answer_to_columns(one, tables)
    for table in (form["rows"], *form["tables"].values()):
        for column in table["columns"]:
            texts = columns.get(column["name"], {})
            column |= {key: texts[key] for key in ("short", "means", "from") if key in texts}
    return form
