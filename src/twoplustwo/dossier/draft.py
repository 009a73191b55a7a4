"""A dossier while it is read: all that its files hold, and where, before references are checked."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from twoplustwo.dossier.claims import ThingFile
from twoplustwo.dossier.kinds import Kind
from twoplustwo.dossier.models import (
    Claim,
    Coupling,
    Measure,
    Party,
    Preset,
    Proposition,
    Region,
    Source,
    Speaker,
    Thing,
    Words,
)
from twoplustwo.dossier.problems import Problems
from twoplustwo.dossier.steepness import MeasuredSteepness
from twoplustwo.dossier.topics import DisputeText
from twoplustwo.question_cards.asked import Ask


@dataclass
class Draft:
    """Everything read so far.

    `places` says where each thing of each sort was found (``speaker NAME`` to ``file:line``), so
    that a second one can name the first; `files` turns the short name of a file into the one that
    is shown to people.
    """

    kinds: dict[str, Kind]
    problems: Problems = field(default_factory=Problems)
    id: str = ""
    title: Words = field(default_factory=dict)
    as_of: str = ""
    accessed: str = ""
    as_of_day: date = date.max
    roots: dict[str, Path] = field(default_factory=dict)
    things: dict[str, dict[str, Thing]] = field(default_factory=dict)
    parameters: dict[str, tuple[Claim, ...]] = field(default_factory=dict)
    claim_lines: dict[str, dict[str, int]] = field(default_factory=dict)
    claim_files: dict[str, str] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    speakers: dict[str, Speaker] = field(default_factory=dict)
    speaker_places: dict[str, str] = field(default_factory=dict)
    parties: dict[str, Party] = field(default_factory=dict)
    disputes: dict[str, DisputeText] = field(default_factory=dict)
    measures: dict[str, Measure] = field(default_factory=dict)
    propositions: dict[str, Proposition] = field(default_factory=dict)
    couplings: dict[str, Coupling] = field(default_factory=dict)
    presets: dict[str, Preset] = field(default_factory=dict)
    regions: dict[str, Region] = field(default_factory=dict)
    first_regions: dict[str, str] = field(default_factory=dict)
    """Regions in the order in which ``dossier.yaml`` lists them, each with its file and line."""
    asks: dict[str, Ask] = field(default_factory=dict)
    steepness: dict[str, MeasuredSteepness] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    named_sources: tuple[int, dict[str, None]] = field(default=(-1, {}))
    reading: str = ""
    """The folder that is being read, by its short name."""
    folder_of: dict[str, str] = field(default_factory=dict)
    """In which folder each thing of `places` was found first."""
    files: dict[str, str] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)
    broken: bool = False
    """Whether a whole file could not be read, so that missing names mean nothing."""

    def new(self, what: str, where: str) -> bool:
        """Whether `what` is seen for the first time; notes a problem if not."""
        if what in self.places:
            included = self.folder_of[what] != self.reading
            self.problems.add(
                f"{what} is defined twice",
                self.places[what] if included else where,
                f"it stands in {where if included else self.places[what]} too",
                "the one that is included can be used as it stands: take this one away"
                if included
                else "keep one of them",
            )
            return False
        self.places[what] = where
        self.folder_of[what] = self.reading
        return True

    def add_thing(self, thing_file: ThingFile, file: str) -> None:
        """Take in what one file says about one thing; another folder's may have begun it.

        Claims of a parameter are added to those of the nearer folders, which were read before.
        """
        thing = thing_file.thing
        same_kind = self.things.setdefault(thing.kind, {})
        for key, where in thing_file.lines.items():
            if "." not in key:
                self.new(f"{thing.path}.{key}", where)
        if thing.id in same_kind:
            before = same_kind[thing.id]
            thing = Thing(
                thing.kind,
                thing.id,
                thing.path,
                before.name or thing.name,
                thing.structure | before.structure,
                before.file,
                before.line,
            )
        same_kind[thing.id] = thing
        for key, lines in thing_file.keys.items():
            if key in self.claim_lines:
                self._claim_twice(key, f"{file}:{lines['']}")
        for path, claims in thing_file.claims.items():
            new = tuple(one for one in claims if one.key not in self.claim_lines)
            self.parameters[path] = (*self.parameters.get(path, ()), *new)
        for key, lines in thing_file.keys.items():
            self.claim_lines.setdefault(key, lines)
            self.claim_files.setdefault(key, file)

    def _claim_twice(self, key: str, included: str) -> None:
        """Two folders have a claim of one name about one parameter: neither is lost silently."""
        self.problems.add(
            f"claim {key} is defined twice",
            self.where(key),
            f"it stands in {included} too",
            "give this one a name of its own: a dossier may add claims to what it includes",
        )

    def where(self, claim: str, key: str = "") -> str:
        """File and line of a claim, or of one key of it."""
        lines = self.claim_lines[claim]
        return f"{self.claim_files[claim]}:{lines.get(key, lines[''])}"
