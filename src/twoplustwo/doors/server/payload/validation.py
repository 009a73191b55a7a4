"""The validation room as last recorded: nothing is computed for it."""

from typing import Literal

from pydantic import Field

from twoplustwo.doors.server.payload.shape import Shape, Text


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


def validation() -> Validation:
    """Cases with their recorded results, how many there are of each status, and the sources.

    As ``twoplustwo validate --format json`` gives it, with `topics` (names in order), `statuses`
    and `seen` (what each word means) and `independent` (how many authorities speak) besides.
    """
    from twoplustwo.validation import cases, find, recorded, table

    room = cases.load()
    results = recorded.results(room, recorded.read(find.root()))
    return Validation(
        **table.body(results, room),
        topics=room.topics,
        statuses={**cases.STATUSES},
        seen={**cases.SEEN},
        independent=table.independent(results, room),
    )
