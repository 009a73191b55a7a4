"""One answer: one question x one position, as plain data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from twoplustwo.answers.rests import AS_SENT, Rests, Words
from twoplustwo.base.table import Table


@dataclass(frozen=True)
class Headline:
    """The one number of an answer, and the sentence that says it.

    Parameters
    ----------
    column : str
        Which column the number summarises, e.g. ``share_reachable``.
    value : float or None
        SI; None where there is no value (the outcomes say why).
    low, high : float or None
        SI; worst and best over what `interval` says. None until an analysis fills them.
    unit : str
        SI unit of the three numbers.
    show : str
        Unit to show them in, e.g. ``%``.
    interval : str
        What `low` and `high` span: the parameters that were moved together.
    spans : mapping of str to str
        Which intervals they span and whose those are, in words; empty until they are sought.
    test : str
        The predicate this headline is judged by, e.g. ``share_reachable = 0 %``.
    test_by : mapping of str to str
        Whose test it is, by language: the compilers', or a party's.
    holds : bool or None
        Whether the test holds; None where there is no value.
    sentence : mapping of str to str
        Language code to sentence.
    """

    __pydantic_config__ = AS_SENT
    column: str
    value: float | None
    unit: str = "1"
    show: str = ""
    low: float | None = None
    high: float | None = None
    interval: str = ""
    test: str = ""
    holds: bool | None = None
    sentence: Words = field(default_factory=dict)
    spans: Words = field(default_factory=dict)
    test_by: Words = field(default_factory=dict)


@dataclass(frozen=True)
class Assumption:
    """One held value that an answer read, who stands behind it, and why somebody else's is held.

    `by` said it and speaks for `by_party` (empty for no party); `holder` is the party that holds it
    so, another than the position's where a dispute is swapped; `best_by` gave the value computed
    with, `ends_by` the ends of the interval, where that is somebody else than the speaker;
    `ascribed_to` is whose number the speaker says that it is, where not his own.
    """

    __pydantic_config__ = AS_SENT
    parameter: str
    value: float | str | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    shown: str = ""
    claim: str | None = None
    by: str = ""
    how: str = ""
    point: str = ""
    status: str = ""
    source: str = ""
    reading: str = ""
    means: Words = field(default_factory=dict)
    by_party: str = ""
    holder: str = ""
    best_by: str = ""
    ends_by: str = ""
    ascribed_to: str = ""
    why: Words = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """One question answered for one position (or, by an analysis, for several).

    Holds neither time, host nor duration: equal inputs give equal answers, byte for byte.

    Parameters
    ----------
    question : str
        Identifier of the question.
    position : str or None
        Position as text; None in an analysis, which has `positions` instead.
    rows : Table
        The table behind the headline; NaN stands for null.
    tables : mapping of str to Table
        Further tables by name (tracks, cells, ...).
    headline : Headline
    headlines : tuple of Headline
        Headlines beside the first, each as complete (one region apart from another).
    outcomes : mapping of str to int
        Rows counted by outcome.
    laid : tuple of mapping
        What is laid over what the party holds, each by language: swaps, settings, measures, a day.
    rests : Rests or None
        Whose numbers it rests on; None in an analysis, which has `rests_of`.
    rests_of : mapping of str to Rests
        The same for each position of an analysis.
    published : tuple of mapping
        What was published of it and differs, against what comes out; each by language.
    """

    question: str
    headline: Headline
    rows: Table
    position: str | None = None
    positions: tuple[str, ...] = ()
    as_of: str = ""
    dossier: Mapping[str, str] = field(default_factory=dict)
    measures: tuple[str, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    headlines: tuple[Headline, ...] = ()
    outcomes: Mapping[str, int] = field(default_factory=dict)
    assumptions: tuple[Assumption, ...] = ()
    left_out: tuple[str, ...] = ()
    citations: tuple[Mapping[str, Any], ...] = ()
    tables: Mapping[str, Table] = field(default_factory=dict)
    views: tuple[Mapping[str, Any], ...] = ()
    made: Mapping[str, str] = field(default_factory=dict)
    laid: tuple[Words, ...] = ()
    rests: Rests | None = None
    rests_of: Mapping[str, Rests] = field(default_factory=dict)
    published: tuple[Words, ...] = ()
    id: str = ""

    @property
    def label(self) -> str:
        """Position of the answer as one text; several are joined by a comma."""
        return self.position if self.position is not None else ", ".join(self.positions)

    def table(self, name: str | None = None) -> Table:
        """The table called `name`; without a name, the rows.

        Raises
        ------
        KeyError
            No table of that name; the message lists those there are.
        """
        if name in (None, "", "rows"):
            return self.rows
        if name not in self.tables:
            known = ", ".join(["rows", *self.tables])
            raise KeyError(f"{self.question} has no table {name!r}; it has {known}")
        return self.tables[name]
