"""Shapes of answers: columns, headlines, assumptions, curves."""

from typing import Any, Literal

from pydantic import Field

from twoplustwo.doors.server.shapes.dossiers import Mark
from twoplustwo.doors.server.shapes.words import Shape, Text, Value, Words


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


class Headline(Shape):
    """The number of an answer, and the sentence that says it."""

    column: str
    value: float | None
    unit: str
    show: str
    low: float | None
    high: float | None
    interval: str
    test: str
    holds: bool | None
    sentence: Words
    spans: Words


class Assumption(Shape):
    """One held value that the answer read, and who stands behind it."""

    parameter: str
    value: float | str | None
    low: float | None
    high: float | None
    unit: str
    shown: str
    claim: str | None
    by: str
    how: str
    why: str
    point: str
    status: str
    source: str
    reading: str
    means: Words
    by_party: str = ""
    holder: str = ""
    best_by: str = ""
    ends_by: str = ""


class Taken(Shape):
    """How many numbers come from one party or speaker."""

    source: str
    numbers: int
    name: Words


class Mover(Shape):
    """One number that would change the answer, and what the answer would then be."""

    parameter: str
    name: Words
    held: Words
    to: Words
    whose: Words
    party: str
    status: str
    value: float | None
    turns: bool


class Rests(Shape):
    """Whose numbers an answer rests on, counted and in words."""

    numbers: int
    how: dict[str, int]
    taken: list[Taken]
    common: list[Taken]
    status: dict[str, int]
    label: Words
    says: Words
    movers: list[Mover]
    moves: Words


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


class Series(Shape):
    """Headlines of one position, one value for each `x`."""

    position: str
    columns: dict[str, list[float | None]]


class CurveShape(Shape):
    """Headlines along one parameter; `x` in its unit."""

    parameter: str
    type: Literal["number", "choice"]
    unit: str
    scale: Literal["linear", "log"]
    low: float | None
    high: float | None
    step: float | None
    choices: list[str]
    x: list[float | str]
    series: list[Series]
    marks: list[Mark]
