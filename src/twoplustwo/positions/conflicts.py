"""Measures that cannot stand together, and caps below what exists already."""

from collections.abc import Iterator, Sequence
from datetime import date
from fnmatch import fnmatchcase
from typing import NamedTuple

from twoplustwo.base.errors import PositionError
from twoplustwo.base.units import parse_quantity
from twoplustwo.dossier.dates import last_day
from twoplustwo.dossier.models import Action, Claim, Dossier

FLOWN = "flown"
_CHANGES = ("set", "at_least", "add")
"""What makes no sense for something that another measure removes; a cap or mask is idle there."""


class Done(NamedTuple):
    """One action of a measure on one parameter; `low` and `high` in SI, None unless a number."""

    measure: str
    path: str
    action: Action
    low: float | None
    high: float | None

    @property
    def says(self) -> str:
        """What the measure does, for people."""
        if self.action.do == "remove":
            return f"{self.measure} removes it"
        return f"{self.measure} says {self.action.do} {self.action.text}"


def check_measures(names: Sequence[str], dossier: Dossier, where: str) -> None:
    """Refuse measures that cannot be kept together, or that cap what exists below its value.

    Parameters
    ----------
    names : sequence of str
        Measures of a position; each is known.
    dossier : Dossier
    where : str
        The position or option, for the message.

    Raises
    ------
    PositionError
        If two set a parameter to different values, if one's bound lies beyond the other's, if one
        removes what another changes, or if a cap lies below what exists (see `removal`).
    """
    fine = dossier.memo.setdefault("measures together", set())
    chosen = frozenset(names)
    if chosen in fine:
        return
    for name in names:
        for done in _does(name, dossier):
            removal(done, dossier, where)
    for i, one in enumerate(names):
        for other in names[i + 1 :]:
            _pair(one, other, dossier, where)
    fine.add(chosen)


def removal(done: Done, dossier: Dossier, where: str) -> None:
    """Refuse a cap below what exists: it would take something away, which no cap does.

    What exists is what claims say to be true since a day not after the dossier's date, and every
    number of a thing that has flown. A measure that means it says ``withdraws: yes``.
    """
    measure = dossier.measures[done.measure]
    if done.action.do != "at_most" or done.high is None or measure.withdraws:
        return
    real = [
        c
        for c in dossier.parameters.get(done.path, ())
        if c.value.low is not None and _exists(c, dossier, dossier.as_of_day)
    ]
    if real and all(c.value.low is not None and c.value.low > done.high for c in real):
        least = min(real, key=lambda c: c.value.low or 0.0)
        raise PositionError(
            f"the measure {done.measure} caps {done.path} at {done.action.text}, "
            f"and {least.shown} exists already",
            where,
            f"so says {least.key}; a cap below what exists is no cap, it takes something away",
            f"raise the cap, or write `withdraws: yes` in measures/{done.measure}.yaml "
            "if that is what is meant",
        )


def _exists(claim: Claim, dossier: Dossier, day: date) -> bool:
    since, until = last_day(claim.since), last_day(claim.until)
    if since is not None and since <= day and (until is None or until >= day):
        return True
    thing = claim.parameter.rpartition(".")[0]
    return any(
        one.path == thing and one.structure.get("existence") == FLOWN
        for group in dossier.things.values()
        for one in group.values()
    )


def _pair(one: str, other: str, dossier: Dossier, where: str) -> None:
    theirs: dict[str, list[Done]] = {}
    for done in _does(other, dossier):
        theirs.setdefault(done.path, []).append(done)
    for mine in _does(one, dossier):
        for yours in theirs.get(mine.path, ()):
            if _against(mine, yours) or _against(yours, mine):
                raise PositionError(
                    f"the measures {one} and {other} contradict each other about {mine.path}",
                    where,
                    f"{mine.says}, {yours.says}",
                    "leave one of them out",
                )


def _against(one: Done, other: Done) -> bool:
    """Whether `other` forbids what `one` does; `_pair` asks both ways round."""
    do, their = one.action.do, other.action.do
    if their == "remove":
        return do in _CHANGES
    if do != "set":
        return do == "at_least" and their == "at_most" and _above(one.low, other.high)
    if their == "set":
        both = (one.low, one.high), (other.low, other.high)
        return one.action.text != other.action.text if one.low is None else both[0] != both[1]
    if their == "at_most":
        return _above(one.low, other.high)
    return their == "at_least" and _above(other.low, one.high)


def _above(low: float | None, high: float | None) -> bool:
    return low is not None and high is not None and low > high


def _does(name: str, dossier: Dossier) -> list[Done]:
    """Every action of a measure on every parameter that it speaks of, read once."""
    known = dossier.memo.setdefault("what measures do", {})
    if name not in known:
        known[name] = list(_read(name, dossier))
    return known[name]


def _read(name: str, dossier: Dossier) -> Iterator[Done]:
    for action in dossier.measures[name].does:
        for path in dossier.paths():
            thing = path.rpartition(".")[0]
            gone = action.do == "remove" and fnmatchcase(thing, action.parameter)
            if not (gone or fnmatchcase(path, action.parameter)):
                continue
            kind = dossier.kind_of(path)
            low = high = None
            if action.do != "remove" and kind.type == "number":
                low, _, high = parse_quantity(action.text, kind.unit)
            yield Done(name, path, action, low, high)
