"""What a dossier holds, as plain frozen records."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from twoplustwo.base.criterion import Criterion
from twoplustwo.base.table import Table
from twoplustwo.dossier.kinds import Kind, ParameterKind, ValueType
from twoplustwo.dossier.statements import Coupling, Proposition, Words
from twoplustwo.question_cards.asked import Ask

if TYPE_CHECKING:
    from twoplustwo.dossier.population import InRegions


@dataclass(frozen=True)
class TableRef:
    """A table that a claim names: its path within the dossiers and its SHA-256."""

    path: str
    sha256: str


Si = float | str | dict[str, float] | list[dict[str, float]] | TableRef
"""A value as computed with: a number in SI, a name, numbers by field, stages, a table."""

Point = Literal["value", "best", "midpoint"]


@dataclass(frozen=True)
class Value:
    """What a claim says.

    Parameters
    ----------
    kind : str
        ``number``, ``name``, ``block``, ``blocks`` or ``table``.
    si : float, str, dict, list or TableRef
        What is computed with, every number in SI.
    low, best, high : float or None
        Ends and best value of a number, SI; None for anything else.
    point : str
        Where `best` comes from: the ``value`` itself, a claimed ``best``, or the ``midpoint``.
    text : str
        The value as written.
    interval : bool
        Whether it is an interval or a bound.
    """

    kind: ValueType
    si: Si
    low: float | None = None
    best: float | None = None
    high: float | None = None
    point: Point = "value"
    text: str = ""
    interval: bool = False


@dataclass(frozen=True)
class Claim:
    """Who says which value of a parameter.

    `key` is ``parameter@id``; `stated` is the date as written and `stated_day` its last day;
    `counts` says from when it counts, where the claim says so itself (`dossier.counts`). `best_by`
    is who gave the best value within its interval, `best_source` where that stands if not in
    `source`; `ends_by` and `ends_source` say the same of the ends, empty for the speaker's.
    `ascribed_to` is whose number it is, where the speaker tells of somebody else's. `file` and
    `line` say where the claim stands.
    """

    key: str
    id: str
    parameter: str
    by: str
    value: Value
    stated: str
    stated_day: date
    source: str
    status: str
    shown: str
    reading: str = ""
    says: str = ""
    note: str = ""
    at: str = ""
    since: str = ""
    until: str = ""
    supersedes: str = ""
    undisputed: bool = False
    counts: str = ""
    best_by: str = ""
    best_source: str = ""
    ends_by: str = ""
    ends_source: str = ""
    ascribed_to: str = ""
    file: str = ""
    line: int = 0


@dataclass(frozen=True)
class Thing:
    """A missile, a place, a radar: whatever has parameters. `path` leads its parameters."""

    kind: str
    id: str
    path: str
    name: Words
    structure: dict[str, str]
    file: str
    line: int


@dataclass(frozen=True)
class Speaker:
    """Somebody who says something; `party` is None for who speaks for no party.

    `of` is the name as it stands in "the numbers of …": a genitive where a language has one.
    `counts` says from when its claims count, where the rule for everybody is not meant.
    """

    id: str
    name: Words
    party: str | None
    of: Words = field(default_factory=dict)
    counts: str = ""


@dataclass(frozen=True)
class Source:
    """A source: `fields` as CSL has them, how much of it was read (`seen`), what it is (`rank`)."""

    id: str
    fields: dict[str, Any]
    seen: str
    file: str
    line: int
    rank: str = ""

    def csl(self) -> dict[str, Any]:
        """The CSL item as answers carry it: with `seen` and, where it has one, `rank`."""
        own = {"seen": self.seen, **({"rank": self.rank} if self.rank else {})}
        return {"id": self.id, **self.fields, **own}


@dataclass(frozen=True)
class Adoption:
    """A claim of somebody else that a party stands on, with a source or an assumption and why.

    `stated` is when the party took it over, where that is known; it counts from `stated_day`.
    `why` is English text, a `Phrase` that has it in other languages too.
    """

    claim: str
    status: str
    source: str = ""
    why: str = ""
    at: str = ""
    stated: str = ""
    stated_day: date | None = None
    file: str = ""
    line: int = 0


@dataclass(frozen=True)
class Acceptance:
    """An answer that a party could live with."""

    question: str
    test: Criterion
    status: str
    source: str = ""
    note: str = ""
    where: str = ""
    line: int = 0


@dataclass(frozen=True)
class Party:
    """A party: what it adopts, would accept, and chooses where two of its claims are left.

    `of` is the name as it stands in "the numbers of …": a genitive where a language has one.
    """

    id: str
    name: Words
    adopts: tuple[Adoption, ...] = ()
    accepts: tuple[Acceptance, ...] = ()
    chooses: dict[str, str] = field(default_factory=dict)
    file: str = ""
    line: int = 0
    of: Words = field(default_factory=dict)


@dataclass(frozen=True)
class Slider:
    """An interval to move one number over, SI; `unit` is the unit to show."""

    low: float
    high: float
    unit: str


@dataclass(frozen=True)
class Dispute:
    """A named group of parameters on which positions differ."""

    id: str
    name: Words
    parameters: tuple[str, ...]
    slider: Slider | None = None


@dataclass(frozen=True)
class Action:
    """One thing that a measure does to held values; `parameter` may hold ``*`` for any id."""

    parameter: str
    do: Literal["at_most", "at_least", "set", "add", "remove", "mask"]
    text: str
    file: str = ""
    line: int = 0
    text_line: int = 0


@dataclass(frozen=True)
class Measure:
    """A freeze, a cap, a mask, a delay, an inspection.

    `bounds` is what it bounds, of a closed list; `verified_by` names measures that would verify
    it, and `verified` says so in words. `why` says why it has no handle in the model, and
    `withdraws` that it takes back what exists already.
    """

    id: str
    name: Words
    bounds: str
    by: str
    status: str
    does: tuple[Action, ...]
    verified_by: tuple[str, ...] = ()
    source: str = ""
    note: str = ""
    verified: Words = field(default_factory=dict)
    why: str = ""
    says: str = ""
    stated: str = ""
    withdraws: bool = False


@dataclass(frozen=True)
class Preset:
    """A state to begin from: positions, and what is laid over each; none means every party."""

    id: str
    name: Words
    positions: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    sets: tuple[tuple[str, str], ...] = ()
    note: Words = field(default_factory=dict)


@dataclass(frozen=True)
class Region:
    """A part of the world: `countries` (all, if none is named) within `window` and `ring`, and
    single `cells` beside. Regions may overlap.

    `of` is the name as it stands in "the people of …", where a language has another form for it,
    and `short` one in few words. `window` is south, north, west, east [deg], `ring` corners
    (lat, lon) [deg]; `lines` says in which line a country or a cell is named.
    """

    id: str
    name: Words
    of: Words = field(default_factory=dict)
    short: Words = field(default_factory=dict)
    countries: tuple[str, ...] = ()
    window: tuple[float, float, float, float] | None = None
    ring: tuple[tuple[float, float], ...] = ()
    cells: tuple[str, ...] = ()
    file: str = ""
    line: int = 0
    lines: dict[str, int] = field(default_factory=dict)

    @property
    def column(self) -> str:
        """Its name as part of a column: hyphens become underscores."""
        return self.id.replace("-", "_")


@dataclass(frozen=True)
class Dossier:
    """A dossier as read: everything said, and nothing chosen.

    Parameters
    ----------
    id : str
        Identifier, the name of its folder.
    root : Path
        Folder it was read from; part of no answer.
    title : dict of str to str
        Title by language.
    as_of : str
        Default as-of date, as written.
    as_of_day : date
        The day that it counts from.
    hash : str
        SHA-256 over the names and bytes of all files read.
    things : dict of kind to (dict of id to Thing)
        Things by kind; a single kind holds one thing, of its own name.
    parameters : dict of path to tuple of Claim
        All claims of a parameter, in file order, which decides nothing.
    kinds : dict of str to Kind
        What parameters mean.
    """

    id: str
    root: Path
    title: Words
    as_of: str
    as_of_day: date
    hash: str
    things: dict[str, dict[str, Thing]]
    parameters: dict[str, tuple[Claim, ...]]
    kinds: dict[str, Kind]
    speakers: dict[str, Speaker]
    parties: dict[str, Party]
    sources: dict[str, Source]
    disputes: dict[str, Dispute]
    measures: dict[str, Measure]
    propositions: dict[str, Proposition]
    couplings: dict[str, Coupling] = field(default_factory=dict)
    presets: dict[str, Preset] = field(default_factory=dict)
    regions: dict[str, Region] = field(default_factory=dict)
    asks: dict[str, Ask] = field(default_factory=dict)
    steepness: dict[str, Any] = field(default_factory=dict)
    roots: dict[str, Path] = field(default_factory=dict)
    memo: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was once looked up in it, for those who look it up again."""

    @property
    def included(self) -> tuple[Path, ...]:
        """The folders that it includes."""
        return tuple(self.roots.values())[1:]

    def paths(self) -> list[str]:
        """Every parameter that a thing of this dossier has, claimed or not."""
        return [
            f"{thing.path}.{name}"
            for kind, things in self.things.items()
            for thing in things.values()
            for name in self.kinds[kind].parameters
        ]

    def kind_of(self, path: str) -> ParameterKind:
        """What the parameter `path` means.

        Raises
        ------
        PositionError
            If there is no such parameter; names the nearest.
        """
        from twoplustwo.dossier.find import parameter

        return parameter(self, path).kind

    def claim(self, key: str) -> Claim:
        """The claim ``parameter@id``; KeyError if there is none."""
        for claim in self.parameters.get(key.partition("@")[0], ()):
            if claim.key == key:
                return claim
        raise KeyError(key)

    def party_of(self, claim: Claim) -> str | None:
        """The party that the speaker of `claim` speaks for; None for no party."""
        return self.speakers[claim.by].party

    def table(self, ref: TableRef) -> Table:
        """The table behind `ref`, its hash verified.

        Raises
        ------
        DossierError
            If the file is gone, is another than claimed, or is no table.
        """
        from twoplustwo.dossier.tables import table_of

        return table_of(self, ref)

    def in_regions(
        self, ref: TableRef, year: float | None = None, only: tuple[str, ...] = ()
    ) -> "InRegions":
        """The rows of a table of cells or cities that lie in its regions, or `only` in some, with
        the people of a year, or else of its own day; `DossierError` as `table`.
        """
        from twoplustwo.dossier.population import in_regions

        return in_regions(self, ref, year, only)
