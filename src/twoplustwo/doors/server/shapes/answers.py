"""Shapes of answers: columns, headlines, assumptions, curves."""

from typing import Any, Literal

from pydantic import BaseModel, Field

from .words import Text, Value, Words


class Column(BaseModel):
    """A column of a table; the unit says that it holds numbers."""

    name: str
    unit: str = ""
    short: Text = ""
    means: Text = ""
    from_: Text = Field("", alias="from")
    kind: str = ""


class Table(BaseModel):
    """A table column by column; without `data` where that was not asked for."""

    length: int
    columns: list[Column]
    data: dict[str, list[Value]] | None = None


class Headline(BaseModel):
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


class Assumption(BaseModel):
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
    point: str
    status: str
    source: str
    reading: str
    means: Words


class Answer(BaseModel):
    """One question put to one position; an analysis has `positions` instead."""

    schema_: Literal["twoplustwo.columns/1"] = Field(alias="schema")
    id: str
    question: str
    position: str | None = None
    positions: list[str] = []
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


class Answers(BaseModel):
    """One answer a position, in the order asked."""

    schema_: Literal["twoplustwo.columns/1"] = Field(alias="schema")
    answers: list[Answer]


class Series(BaseModel):
    """Headlines of one position, one value for each `x`."""

    position: str
    columns: dict[str, list[float | None]]


class CurveShape(BaseModel):
    """Headlines along one parameter; `x` in its unit."""

    parameter: str
    type: Literal["number", "choice"]
    unit: str
    scale: str = "linear"
    low: float | None = None
    high: float | None = None
    step: float | None = None
    choices: list[str] = []
    x: list[float | str]
    series: list[Series]
    marks: list[Any] = []
