"""Shapes of what is small: health, look, validation."""

from typing import Literal

from pydantic import Field

from twoplustwo.doors.server.shapes.words import Shape, Text, Words


class Health(Shape):
    """Whether the server is there, and warm."""

    ok: bool
    ready: bool
    rested: bool


class Line(Shape):
    """How one of several equal things is drawn: never by colour alone."""

    color: str
    marker: str
    dash: list[float] | None
    filled: bool


class Drawn(Line):
    """The same of a thing with a meaning."""

    says: Words


class Filled(Shape):
    """How an area is filled."""

    color: str
    hatch: str
    says: Words


class Look(Shape):
    """Colours, markers, dashes and words; `other` is for what has no style of its own."""

    outcomes: dict[str, Drawn]
    verdicts: dict[str, Drawn]
    cells: dict[str, Filled]
    bars: list[Filled]
    signs: dict[str, Filled]
    sentences: dict[str, Words]
    other: Drawn
    series: list[Line]
    quantities: list[Line]


class Numbers(Shape):
    """The numbers of a case, in its unit; null where it has none."""

    expected_low: float | None
    expected_high: float | None
    ours: float | None
    difference: float | None
    tolerance: float | None
    unit: str | None


class Case(Shape):
    """A published result against ours, as recorded."""

    case: str
    topic: str
    title: Text
    source: str
    cited: str
    page: str
    seen: str
    inputs: str
    expected: str
    ours: str
    difference: str
    tolerance: str
    because: Text
    status: str
    deserves: str
    explanation: Text
    numbers: Numbers


class Authority(Shape):
    """Who published a result."""

    author: str
    title: str
    year: str
    container: str
    publisher: str
    url: str
    read: str


class Validation(Shape):
    """The validation room as recorded: nothing is computed when it is asked for."""

    schema_: Literal["twoplustwo.validation/1"] = Field(alias="schema")
    counts: dict[str, int]
    cases: list[Case]
    authorities: dict[str, Authority]
    topics: list[str]
    statuses: dict[str, Text]
    seen: dict[str, Text]
    independent: int
