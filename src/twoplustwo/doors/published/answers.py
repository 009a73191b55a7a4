"""The shape of answers and of a run's record, as JSON Schema tells it."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from twoplustwo.answers.answer import Assumption, Headline
from twoplustwo.answers.rests import Rests

Words = dict[str, str]


class Published(BaseModel):
    """An object with exactly these fields."""

    model_config = ConfigDict(extra="forbid")


class Column(Published):
    """A column of a table; a unit says that it holds numbers, a kind which things it names."""

    name: str
    unit: str = ""
    means: str | Words = ""
    from_: str | Words = Field("", alias="from")
    kind: str = ""


class Table(Published):
    """A table row by row; null where there is no value."""

    columns: list[Column]
    rows: list[dict[str, Any]]


class Answer(Published):
    """One question put to one position; an analysis has `positions` in place of it."""

    schema_: Literal["twoplustwo.answer/1"] = Field(alias="schema")
    id: str
    question: str
    position: str | None = None
    positions: list[str] | None = None
    as_of: str
    dossier: dict[str, str]
    measures: list[str]
    options: dict[str, Any]
    headline: Headline
    headlines: list[Headline]
    columns: list[Column]
    rows: list[dict[str, Any]]
    outcomes: dict[str, int]
    assumptions: list[Assumption]
    left_out: list[str | Words]
    citations: list[dict[str, Any]]
    tables: dict[str, Table | str] = Field(
        description="By name; in the folder of a run the Parquet file that holds it."
    )
    views: list[dict[str, Any]]
    made: dict[str, str]
    laid: list[Words]
    published: list[Words]
    rests: Rests | None = None
    rests_of: dict[str, Rests] | None = None


class Answers(Published):
    """Several answers, in the order asked."""

    schema_: Literal["twoplustwo.answers/1"] = Field(alias="schema")
    answers: list[Answer]


class Refused(Published):
    """A question that could not be asked: what, where, why, and what to do."""

    question: str
    what: str
    where: str
    why: str
    fix: str


class Run(Published):
    """The record of a run, `run.json`: what was asked of what, by what, and how long it took."""

    schema_: Literal["twoplustwo.run/1"] = Field(alias="schema")
    run: str
    dossier: str
    hash: str
    as_of: str
    version: str
    code: str
    positions: list[str]
    sets: list[str]
    measures: list[str]
    refused: list[Refused]
    seeds: list[str]
    started: str
    seconds: dict[str, float]
    versions: dict[str, str]
    answers: list[str]
    report: str


SHAPES: dict[str, type[Published]] = {"answer": Answer, "answers": Answers, "run": Run}
"""What has a schema, by the name that stands in its own `schema` key."""


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of one of `SHAPES`, draft 2020-12."""
    made = SHAPES[name].model_json_schema(by_alias=True, mode="validation")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:twoplustwo:{name}:1",
        **made,
    }
