"""What two dossiers, or two states of one, say differently: claims, adoptions, things, and held."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, is_dataclass
from typing import Any, Literal, NamedTuple

from twoplustwo.dossier.choose import choose
from twoplustwo.dossier.find import claim_place, place_of
from twoplustwo.dossier.models import Claim, Dossier, Party
from twoplustwo.dossier.values import shown_value

Sort = Literal["claim", "adoption", "choice", "thing", "file", "held"]
Way = Literal["added", "gone", "changed"]
COMPARED = (
    "by",
    "ascribed_to",
    "stated",
    "status",
    "source",
    "reading",
    "best_by",
    "best_source",
    "ends_by",
    "ends_source",
    "supersedes",
    "undisputed",
    "counts",
    "says",
    "note",
)
"""What is compared of a claim beside its value."""
_NOWHERE = ("file", "line", "lines", "text_line", "path")
_RECORDS = (
    "speakers",
    "sources",
    "measures",
    "propositions",
    "disputes",
    "couplings",
    "presets",
    "regions",
    "asks",
)


class Change(NamedTuple):
    """One difference.

    Parameters
    ----------
    sort : str
        What differs: a ``claim``, an ``adoption``, what a party ``held``, and so on.
    way : str
        ``added``, ``gone`` or ``changed``.
    name : str
        Its name: ``parameter@id`` of a claim; for what is held the party and the parameter.
    key : str
        What of it changed: ``value``, ``status``, ...; empty where it was added or is gone.
    before, after : str
        As people read it.
    where : str
        File and line, in the second dossier where it is there.
    """

    sort: Sort
    way: Way
    name: str
    key: str = ""
    before: str = ""
    after: str = ""
    where: str = ""


def differences(one: Dossier, two: Dossier) -> list[Change]:
    """All differences from `one` to `two`: things, claims, what parties adopt and choose, the rest.

    Claims are the same where their names are, ``parameter@id``; a claim that was renamed is gone
    and added. The order of files and of claims in them counts for nothing.
    """
    return [
        *_main(one, two),
        *_things(one, two),
        *_claims(one, two),
        *_parties(one, two),
        *_records(one, two),
        *_held(one, two),
    ]


def _main(one: Dossier, two: Dossier) -> Iterator[Change]:
    for key, was, now in (
        ("title", _text(one.title), _text(two.title)),
        ("as_of", one.as_of, two.as_of),
    ):
        if was != now:
            yield Change("file", "changed", "dossier", key, was, now)


def _things(one: Dossier, two: Dossier) -> Iterator[Change]:
    mine, theirs = ({t.path: t for s in d.things.values() for t in s.values()} for d in (one, two))
    for path in sorted({*mine, *theirs}):
        if path not in mine:
            yield Change("thing", "added", path, where=place_of(two, theirs[path].file))
        elif path not in theirs:
            yield Change("thing", "gone", path, where=place_of(one, mine[path].file))
        else:
            before, after = mine[path], theirs[path]
            where = place_of(two, after.file)
            for key in sorted({*before.structure, *after.structure}):
                was, now = before.structure.get(key, ""), after.structure.get(key, "")
                if was != now:
                    yield Change("thing", "changed", path, key, was, now, where)
            if before.name != after.name:
                yield Change(
                    "thing", "changed", path, "name", _text(before.name), _text(after.name), where
                )


def _claims(one: Dossier, two: Dossier) -> Iterator[Change]:
    mine, theirs = ({c.key: c for cs in d.parameters.values() for c in cs} for d in (one, two))
    for key in sorted({*mine, *theirs}):
        if key not in mine:
            claim = theirs[key]
            yield Change("claim", "added", key, "", "", _whole(claim), claim_place(two, key))
        elif key not in theirs:
            yield Change("claim", "gone", key, "", _whole(mine[key]), "", claim_place(one, key))
        else:
            yield from _claim(mine[key], theirs[key], two)


def _claim(before: Claim, after: Claim, two: Dossier) -> Iterator[Change]:
    where = claim_place(two, after.key)
    if _numbers(before) != _numbers(after):
        was, now = _values(before, after, two)
        yield Change("claim", "changed", after.key, "value", was, now, where)
    for key in COMPARED:
        was, now = str(getattr(before, key)), str(getattr(after, key))
        if was != now:
            yield Change("claim", "changed", after.key, key, was, now, where)


def _values(before: Claim, after: Claim, two: Dossier) -> tuple[str, str]:
    """Two values as they are shown; of blocks only the numbers that differ."""
    was, now = before.value.si, after.value.si
    kind = two.kind_of(after.parameter)
    both = (was if isinstance(was, list) else [was], now if isinstance(now, list) else [now])
    blocks = [one for some in both for one in some]
    if not all(isinstance(one, dict) for one in blocks) or len(both[0]) != len(both[1]):
        return before.shown, after.shown
    differ: list[dict[str, float]] = [
        {name: x for name, x in old.items() if new.get(name) != x}  # type: ignore[union-attr]
        for old, new in zip(*both, strict=True)
    ]
    told = []
    for at in range(2):
        parts = []
        for i, names in enumerate(differ):
            some = {name: both[at][i][name] for name in names if name in both[at][i]}  # type: ignore[index,operator]
            number = f"{i + 1}: " if len(both[at]) > 1 else ""
            if some:
                parts.append(number + ", ".join(_field(kind, name, x) for name, x in some.items()))
        told.append("; ".join(parts))
    return told[0] or before.shown, told[1] or after.shown


def _field(kind: Any, name: str, value: Any) -> str:
    from twoplustwo.base.units import show

    return f"{name} {show(value, kind.fields[name].unit)}"


def _parties(one: Dossier, two: Dossier) -> Iterator[Change]:
    for id_ in sorted({*one.parties, *two.parties}):
        if id_ not in one.parties:
            yield Change("file", "added", f"parties/{id_}")
        elif id_ not in two.parties:
            yield Change("file", "gone", f"parties/{id_}")
        else:
            yield from _party(one.parties[id_], two.parties[id_], two)


def _party(before: Party, after: Party, two: Dossier) -> Iterator[Change]:
    was, now = ({a.claim: a for a in party.adopts} for party in (before, after))
    for claim in sorted({*was, *now}):
        name = f"{after.id} adopts {claim}"
        if claim not in was:
            where = f"{place_of(two, now[claim].file)}:{now[claim].line}"
            yield Change("adoption", "added", name, "", "", now[claim].why, where)
        elif claim not in now:
            yield Change("adoption", "gone", name, "", was[claim].why)
        else:
            where = f"{place_of(two, now[claim].file)}:{now[claim].line}"
            for key in ("status", "source", "why", "stated"):
                old, new = getattr(was[claim], key), getattr(now[claim], key)
                if old != new:
                    yield Change("adoption", "changed", name, key, old, new, where)
    for path in sorted({*before.chooses, *after.chooses}):
        old, new = before.chooses.get(path, ""), after.chooses.get(path, "")
        if old != new:
            yield Change("choice", "changed", f"{after.id} chooses for {path}", "", old, new)
    if _plain(before.accepts) != _plain(after.accepts):
        was_texts, now_texts = (
            "; ".join(f"{a.question}: {a.test}" for a in party.accepts) for party in (before, after)
        )
        name = f"{after.id} accepts"
        yield Change("file", "changed", name, "", was_texts, now_texts, place_of(two, after.file))


def _records(one: Dossier, two: Dossier) -> Iterator[Change]:
    """Speakers, sources, measures and the rest, by name alone: their files say the rest."""
    for group in _RECORDS:
        mine, theirs = getattr(one, group), getattr(two, group)
        for id_ in sorted({*mine, *theirs}):
            name = f"{group}: {id_}"
            if id_ not in mine:
                yield Change("file", "added", name)
            elif id_ not in theirs:
                yield Change("file", "gone", name)
            elif _plain(mine[id_]) != _plain(theirs[id_]):
                yield Change("file", "changed", name)


def _held(one: Dossier, two: Dossier) -> Iterator[Change]:
    """What parties hold by the day of each dossier, where it is another value."""
    for path in sorted({*one.paths()} | {*two.paths()}):
        told: dict[tuple[str, str], list[str]] = {}
        for party in sorted({*one.parties} & {*two.parties}):
            was, now = _choice(one, party, path), _choice(two, party, path)
            if was and now and _numbers(was) != _numbers(now):
                before, after = _values(was, now, two)
                pair = f"{before} ({was.id})", f"{after} ({now.id})"
                told.setdefault(pair, []).append(party)
            elif (was is None) != (now is None):
                pair = _of(was, one), _of(now, two)
                told.setdefault(pair, []).append(party)
        for (before, after), who in told.items():
            holds = "holds" if len(who) == 1 else "hold"
            yield Change("held", "changed", f"{', '.join(who)} {holds} {path}", "", before, after)


def _choice(dossier: Dossier, party: str, path: str) -> Claim | None:
    return choose(dossier, party, path, dossier.as_of_day).claim


def _of(claim: Claim | None, dossier: Dossier) -> str:
    if claim is None:
        return "nothing"
    return f"{shown_value(claim.value, dossier.kind_of(claim.parameter))} ({claim.id})"


def _numbers(claim: Claim) -> tuple[Any, ...]:
    value = claim.value
    return value.si, value.low, value.high


def _whole(claim: Claim) -> str:
    return f"{claim.shown} (by {claim.by}, {claim.stated}, {claim.status})"


def _text(words: Mapping[str, str]) -> str:
    return " / ".join(words.values())


def _plain(record: Any) -> Any:
    """A record without the places where it was read."""
    if isinstance(record, tuple | list):
        return [_plain(one) for one in record]
    if not is_dataclass(record) or isinstance(record, type):
        return record
    return _without_places(asdict(record))


def _without_places(data: Any) -> Any:
    if isinstance(data, dict):
        return {k: _without_places(v) for k, v in data.items() if k not in _NOWHERE}
    if isinstance(data, list | tuple):
        return [_without_places(one) for one in data]
    return str(data) if not isinstance(data, Iterable | int | float | None) else data
