"""A speed goes with its reading: the two are one group, and never mixed between claims."""

from collections.abc import Iterable
from typing import NamedTuple

from twoplustwo.dossier.models import Claim, Dossier
from twoplustwo.positions.claimed import counting_claims
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import READING, SPEED, UNSTATED
from twoplustwo.search.worst.segments import segments
from twoplustwo.search.worst.spans import Number, Sets, written


class Speeds(NamedTuple):
    """Things with a claimed speed among what is read, and the parameters that belong to them."""

    owners: list[str]
    paths: set[str]


def speeds(dossier: Dossier, read: Iterable[str]) -> Speeds:
    """The things whose speed and reading are read."""
    owners = []
    for path in sorted(read):
        owner, _, last = path.rpartition(".")
        if last == SPEED and READING in dossier.kinds[owner.split(".")[0]].parameters:
            owners.append(owner)
    return Speeds(owners, {f"{o}.{p}" for o in owners for p in (SPEED, READING)} | {UNSTATED})


def speed_axis(
    dossier: Dossier, position: Position, owner: str, rising: int
) -> list[tuple[Sets, tuple[Number, ...]]]:
    """Alternatives of one thing's speed: for each reading, the speeds claimed with it.

    A claim that states its reading counts with that one only; an unstated one with every reading
    that is claimed of it, or of unstated speeds in general. `rising` is +1 or -1 where the column
    is monotone in the speed (then only one end is taken), else 0.
    """
    day, by_hand = position.day(dossier), dict(position.sets)
    speed, reading = f"{owner}.{SPEED}", f"{owner}.{READING}"
    known = dossier.kind_of(reading).of
    unstated = _unstated(dossier, position, reading)
    said: dict[str, list[Claim]] = {}
    for one in counting_claims(dossier, speed, day):
        for name in [one.reading] if one.reading in known else unstated:
            said.setdefault(name, []).append(one)
    if reading in by_hand:
        said = {by_hand[reading]: [c for many in said.values() for c in many]}
    unit = dossier.kind_of(speed).unit
    found: list[tuple[Sets, tuple[Number, ...]]] = []
    for name in sorted(said):
        how: Sets = () if reading in by_hand else ((reading, name),)
        if speed in by_hand:
            found.append((how, ()))
            continue
        pieces, _ = segments(said[name])
        if rising:
            end = max(p[1] for p in pieces) if rising > 0 else min(p[0] for p in pieces)
            found.append((((speed, written(end, unit)), *how), ()))
            continue
        for low, high, start in pieces:
            if low == high:
                found.append((((speed, written(low, unit)), *how), ()))
            else:
                found.append((how, (Number(speed, low, high, start, unit),)))
    return found


def _unstated(dossier: Dossier, position: Position, reading: str) -> list[str]:
    by_hand = dict(position.sets)
    if UNSTATED in by_hand:
        return [by_hand[UNSTATED]]
    day = position.day(dossier)
    own = {str(c.value.si) for c in counting_claims(dossier, reading, day)}
    return sorted(own or {str(c.value.si) for c in counting_claims(dossier, UNSTATED, day)})
