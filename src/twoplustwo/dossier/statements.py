"""What was said in public and how it is put to the test, as plain frozen records."""

from dataclasses import dataclass, field

from twoplustwo.base.criterion import Criterion
from twoplustwo.base.filter import Filter

Words = dict[str, str]
"""A text by language code; `base.localized_text` says what is said where one is missing."""


@dataclass(frozen=True)
class Statement:
    """That somebody asserted or denied something."""

    id: str
    by: str
    stated: str
    source: str
    status: str
    says: str = ""
    note: str = ""


@dataclass(frozen=True)
class Case:
    """How a question is put: its options, and what is laid over every position alike."""

    options: tuple[tuple[str, str], ...] = ()
    sets: tuple[tuple[str, str], ...] = ()
    measures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Proposition:
    """A public statement and the test on an answer that decides it.

    `where` picks rows of `table`, of which `rows` (``every`` or ``some``) must pass the test;
    without either the test is on a headline. With `less`, the test is of the difference between
    the headline of `case` and that of `less`. Without a question, `handle` says whether it is not
    physical (``none``) or no question decides it (``missing``). `line` is that of the test.
    """

    id: str
    text: Words
    asserted: tuple[Statement, ...]
    denied: tuple[Statement, ...]
    question: str
    test: Criterion | None
    where: Filter | None = None
    table: str = ""
    rows: str = "every"
    case: Case = field(default_factory=Case)
    less: Case | None = None
    note: Words = field(default_factory=dict)
    handle: str = ""
    line: int = 0


@dataclass(frozen=True)
class Coupling:
    """Propositions that one party can hardly argue together, and why."""

    id: str
    propositions: tuple[str, ...]
    why: Words
    by: str
    source: str
    status: str
