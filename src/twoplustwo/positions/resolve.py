"""From a position to the values it holds, each with the claim behind it."""

from dataclasses import dataclass, field, replace
from datetime import date

from twoplustwo.base.errors import TwoPlusTwoError
from twoplustwo.base.phrase import Phrase
from twoplustwo.base.units import si_unit
from twoplustwo.dossier.check import ambiguous
from twoplustwo.dossier.choose import Choice, choose
from twoplustwo.dossier.find import parameter
from twoplustwo.dossier.models import Claim, Dossier
from twoplustwo.dossier.values import shown_value
from twoplustwo.positions.lacking import lacks
from twoplustwo.positions.overlay import HeldValue, Masks, Values, apply_measure, apply_set
from twoplustwo.positions.position import Position

SPEED, READING = "burnout_speed", "speed_reading"
UNSTATED = "engagement.unstated_speed_reading"


@dataclass(eq=False)
class MissingClaim(TwoPlusTwoError):  # noqa: N818
    """A position holds no claim of a parameter that is needed."""

    path: str = ""
    party: str = ""


@dataclass(frozen=True)
class Held:
    """What a position holds.

    Parameters
    ----------
    position : Position
    dossier : str
        Identifier of the dossier.
    as_of : date
        The day by which what is said in the dispute must have been said.
    values : dict of path to HeldValue
        Every parameter that is held.
    missing : dict of path to str
        Every other parameter of the dossier, and why it is not held; optional ones too.
    not_yet : dict of path to str
        Those of them that are held from a later day on, and when it will be said, as written.
    removed : frozenset of str
        Things that a measure takes away, e.g. ``radars.x``.
    masks : dict of path to tuple of (low, high)
        Intervals of a parameter, SI, that measures forbid, whether or not anything is held of it.
    """

    position: Position
    dossier: str
    as_of: date
    values: Values
    missing: dict[str, str]
    removed: frozenset[str] = field(default_factory=frozenset)
    masks: Masks = field(default_factory=dict)
    not_yet: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, path: str) -> HeldValue:
        """The held value of `path`; raises MissingClaim, with the reason, if there is none."""
        if path in self.values:
            return self.values[path]
        why = self.missing.get(path, "there is no such parameter")
        party = self.position.party
        raise MissingClaim(
            f"not answerable under {self.position.text}: {self.lacks(path)}",
            why=why,
            fix=f"enter a claim, adopt one in parties/{party}.yaml, or set {path}",
            path=path,
            party=party,
        )

    def lacks(self, path: str) -> Phrase:
        """That nothing is held of `path`: not yet said, or no claim at all."""
        return lacks(path, self.as_of if path in self.not_yet else None)

    def __contains__(self, path: str) -> bool:
        return path in self.values

    def get(self, path: str) -> HeldValue | None:
        """The held value of `path`, or None."""
        return self.values.get(path)


def resolve(dossier: Dossier, position: Position) -> Held:
    """Look up what `position` holds.

    In this order: the party's own, adopted and common claims; disputes swapped; settings;
    measures; at last the reading that follows from each speed.

    Raises
    ------
    DossierError
        If two claims of a computed parameter are left with nothing to choose between them.
    PositionError
        If a setting cannot be made.
    """
    day = position.day(dossier)
    holdings = _holdings(dossier, position.party, day).copy()
    for party, name in position.swaps:
        other, dispute = _holdings(dossier, party, day), dossier.disputes.get(name)
        for path in dispute.parameters if dispute else (name,):
            holdings.take(other, path)
    values, missing, unclear = holdings.values, holdings.missing, holdings.unclear
    not_yet = holdings.not_yet
    for path, text in position.sets:
        apply_set(dossier, values, path, text)
        whole = parameter(dossier, path).path
        unclear.pop(whole, None)
        missing.setdefault(whole, Phrase("it is set to none", ru="задано «none»"))
    for path, choice in unclear.items():
        # What is only compared with an output must not stop what is computed.
        if dossier.kind_of(path).computed:
            raise ambiguous(dossier, choice.party, path, choice.left)
    removed: set[str] = set()
    masks: Masks = {}
    for name in position.measures:
        gone = {*values}
        removed |= apply_measure(dossier, values, masks, name)
        why = Phrase(f"the measure {name} removes it", ru=f"это убирает мера {name}")
        missing |= dict.fromkeys(gone - {*values}, why)
    _read_speeds(dossier, position, values, missing)
    missing = {path: why for path, why in missing.items() if path not in values}
    not_yet = {path: when for path, when in not_yet.items() if path in missing}
    return Held(position, dossier.id, day, values, missing, frozenset(removed), masks, not_yet)


@dataclass(frozen=True)
class _Holdings:
    """What a party holds by itself: values, why others are missing, what is unclear."""

    values: Values
    missing: dict[str, str]
    unclear: dict[str, Choice]
    not_yet: dict[str, str]

    def copy(self) -> "_Holdings":
        return _Holdings({**self.values}, {**self.missing}, {**self.unclear}, {**self.not_yet})

    def take(self, other: "_Holdings", path: str) -> None:
        """Hold of `path` what `other` holds, nothing if that is nothing."""
        for mine, theirs in (
            (self.values, other.values),
            (self.missing, other.missing),
            (self.unclear, other.unclear),
            (self.not_yet, other.not_yet),
        ):
            mine.pop(path, None)
            if path in theirs:
                mine[path] = theirs[path]  # type: ignore[assignment]


def _holdings(dossier: Dossier, party: str, day: date) -> _Holdings:
    """What `party` holds on `day`, remembered: a thousand mixtures share a few parties."""
    if (party, day) in dossier.memo:
        return dossier.memo[party, day]
    found = _Holdings({}, {}, {}, {})
    for path in dossier.paths():
        choice = choose(dossier, party, path, day)
        if choice.claim is not None:
            found.values[path] = _held(dossier, path, choice.claim, choice)
        elif choice.left:
            found.unclear[path] = choice
            found.missing[path] = str(ambiguous(dossier, party, path, choice.left))
        else:
            found.missing[path] = choice.why
            if choice.not_yet is not None:
                found.not_yet[path] = choice.not_yet.stated
    dossier.memo[party, day] = found
    return found


def _held(dossier: Dossier, path: str, claim: Claim, choice: Choice) -> HeldValue:
    kind, value = dossier.kind_of(path), claim.value
    return HeldValue(
        path=path,
        value=value.si,
        low=value.low,
        high=value.high,
        unit=si_unit(kind.unit) if kind.type == "number" else "",
        shown=shown_value(value, kind),
        claim=claim.key,
        by=claim.by,
        how=choice.how,
        point=value.point,
        status=claim.status,
        source=claim.source,
        reading=claim.reading,
        file=claim.file,
        line=claim.line,
        party=choice.party,
        adoption=choice.adoption,
        best_by=claim.best_by if claim.best_by != claim.by else "",
        best_source=claim.best_source,
        ascribed_to=claim.ascribed_to,
    )


def _read_speeds(
    dossier: Dossier, position: Position, values: Values, missing: dict[str, str]
) -> None:
    """Let each speed's own reading decide how it is read, unless that is set by hand.

    A claim that states its reading decides; else what is held of the reading itself; else what
    is held for all unstated speeds.
    """
    by_hand = {path for path, _ in position.sets}
    for kind_name, things in dossier.things.items():
        kinds = dossier.kinds[kind_name].parameters
        if SPEED not in kinds or READING not in kinds:
            continue
        for thing in things.values():
            path, speed = f"{thing.path}.{READING}", values.get(f"{thing.path}.{SPEED}")
            if path in by_hand or (path in values and values[path].measure):
                continue
            if speed is not None and speed.reading in kinds[READING].of:
                values[path] = replace(
                    speed,
                    path=path,
                    value=speed.reading,
                    low=None,
                    high=None,
                    unit="",
                    shown=speed.reading,
                    point="value",
                    reading="",
                    best_by="",
                    best_source="",
                    ascribed_to="",
                )
            elif path not in values and UNSTATED in values:
                values[path] = replace(values[UNSTATED], path=path)
            elif path not in values:
                missing[path] = Phrase(
                    f"{UNSTATED} is not held either", ru=f"{UNSTATED} тоже не принято"
                )
