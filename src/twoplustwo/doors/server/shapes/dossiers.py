"""Shapes of dossiers: the list, the desk, one parameter."""

from typing import Any, Literal

from twoplustwo.doors.server.shapes.words import Shape, Text, Words


class Dossier(Shape):
    """A dossier in the list; `v` is the stamp under which its answers may be kept for ever."""

    id: str
    title: Text
    as_of: str
    hash: str
    v: str


class Dossiers(Shape):
    """The dossiers that are served, and by which program."""

    dossiers: list[Dossier]
    version: str
    engine: str


class Party(Shape):
    """Whose claims can be held."""

    id: str
    name: Text


class Preset(Shape):
    """A state to begin from."""

    id: str
    name: Text
    positions: list[str]
    measures: list[str]
    sets: list[str]
    note: Words


class Deed(Shape):
    """One thing that a measure does to held values."""

    parameter: str
    do: str
    text: str


class Measure(Shape):
    """A freeze, a cap, a mask, a delay: what it would do, and who proposed it."""

    id: str
    name: Text
    bounds: str
    by: str
    by_name: Text
    status: str
    source: str
    cited: str
    stated: str
    verified: Words
    verified_by: list[str]
    note: str
    why: str
    says: str
    withdraws: bool
    against: list[str]
    does: list[Deed]


class Dispute(Shape):
    """Parameters on which positions differ."""

    id: str
    name: Text
    parameters: list[str]


class Mark(Shape):
    """What one party holds, marked on a slider."""

    party: str
    how: str
    value: float | str | None
    low: float | None
    high: float | None
    text: str
    claim: str | None
    by: str | None
    by_name: Text | None
    status: str | None
    source: str | None
    cited: str
    stated: str
    at: str
    says: str
    note: str
    reading: str | None
    point: str | None
    best_by: str
    best_by_name: Text
    ends_by: str
    ends_by_name: Text
    why: str
    why_source: str
    as_of: str


class Without(Shape):
    """A party that holds no claim, and why; `not_yet` is when it will be said, where it will."""

    party: str
    why: Text
    not_yet: str


class Slider(Shape):
    """A disputed parameter that can be moved, in the unit that people read."""

    parameter: str
    dispute: str
    name: Text
    means: Words
    type: Literal["number", "choice", "none"]
    unit: str
    low: float | None
    high: float | None
    step: float | None
    scale: Literal["linear", "log"]
    choices: list[str]
    marks: list[Mark]
    silent: list[Without]


class Parameter(Shape):
    """A parameter that somebody claims."""

    path: str
    kind: str
    name: Words
    means: Words
    unit: str
    type: str
    claims: int
    disputed: bool


class Desk(Shape):
    """All that the page needs of a dossier before it asks anything."""

    id: str
    title: Text
    as_of: str
    hash: str
    v: str
    parties: list[Party]
    names: dict[str, Text]
    presets: list[Preset]
    measures: list[Measure]
    disputes: list[Dispute]
    sliders: list[Slider]
    parameters: list[Parameter]
    borders: list[str]


class Holder(Shape):
    """Which party holds a claim, and how it came to."""

    party: str
    how: str
    why: str
    status: str
    source: str
    cited: str


class Claim(Shape):
    """Who says which value, where and when."""

    key: str
    by: str
    by_name: Text
    party: str | None
    stated: str
    text: str
    value: float | str | None
    low: float | None
    high: float | None
    point: str | None
    best_by: str
    best_by_name: Text
    best_source: str
    ends_by: str
    ends_by_name: Text
    ends_source: str
    unit: str
    shown: str
    status: str
    source: str
    cited: str
    at: str
    says: str
    note: str
    reading: str
    supersedes: str
    undisputed: bool
    file: str
    line: int
    held_by: list[Holder]


class About(Shape):
    """A dispute by name."""

    id: str
    name: Text


class ParameterPage(Shape):
    """One parameter: every claim, and who holds it; sources as CSL-JSON."""

    path: str
    kind: str
    name: Words
    means: Words
    unit: str
    type: str
    within: str
    choices: list[str]
    optional: bool
    computed: bool
    fields: dict[str, str]
    disputes: list[About]
    claims: list[Claim]
    without: list[Without]
    sources: list[dict[str, Any]]
