"""Shapes of what is small: health, look, validation."""

from typing import Any

from pydantic import BaseModel

from .words import Text


class Health(BaseModel):
    """Whether the server is there, and warm."""

    ok: bool
    ready: bool


class Drawn(BaseModel):
    """How a line or a mark is drawn: never by colour alone."""

    color: str
    marker: str
    dash: list[float] | None
    filled: bool = True
    says: Text = ""


class Filled(BaseModel):
    """How an area is filled."""

    color: str
    hatch: str
    says: Text


class Look(BaseModel):
    """Colours, markers, dashes and words."""

    outcomes: dict[str, Drawn]
    verdicts: dict[str, Drawn]
    cells: dict[str, Filled]
    series: list[Drawn]


class Case(BaseModel):
    """A published result against ours, as recorded."""

    topic: str
    id: str
    title: Text = ""
    source: str
    cited: str = ""
    page: str = ""
    expected: str
    ours: str
    difference: str
    tolerance: str
    because: Text = ""
    explanation: Text = ""
    status: str
    deserves: str
    numbers: dict[str, float | str | None] = {}


class Validation(BaseModel):
    """The validation room: nothing is computed when it is asked for."""

    cases: list[Case]
    counts: dict[str, int]
    sources: Any
